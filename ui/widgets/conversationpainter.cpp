#include "ui/widgets/conversationpainter.h"

#include "ui/widgets/linkpainter.h"
#include "ui/widgets/messagelayout.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace tincan {

using namespace Qt::StringLiterals;
using namespace conversation;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tincan::ConversationView)
};

/// A title with a rule at both sides.
void paintRule(QPainter &painter, const ConversationStyle &style, const QRect &rect, const QString &title,
               const QColor &ink, const QColor &rule)
{
    const int gap = style.gap + style.gap / 4;
    const int room = std::min(rect.width(), QFontMetrics(style.mark).horizontalAdvance(title) + 2 * gap);
    const int side = (rect.width() - room) / 2;
    const int middle = rect.center().y();
    painter.fillRect(QRect(rect.left(), middle, side, 1), rule);
    painter.fillRect(QRect(rect.left() + side + room, middle, rect.width() - side - room, 1), rule);
    painter.setFont(style.mark);
    painter.setPen(ink);
    painter.drawText(rect, Qt::AlignCenter, title);
}

void paintGround(QPainter &painter, const MessageLayout &row, const ConversationStyle &style,
                 const RowState &state)
{
    const QRect body = row.body();
    if (row.content().mentionsMe) {
        painter.fillRect(body, style.tokens.mention);
        const QRect bar(0, body.top(), style.bar, body.height());
        painter.fillRect(QStyle::visualRect(style.direction, body, bar), style.tokens.mentionBar);
    } else if (state.hovered || state.focused) {
        painter.fillRect(body, style.tokens.hover);
    }
    if (state.flashed) {
        painter.fillRect(body, style.tokens.selected);
    }
    if (state.focused) {
        painter.setPen(QPen(style.tokens.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(body).adjusted(style.bar + 2, 1, -style.bar - 2, -1), 6, 6);
    }
}

/// What a message of mine waits for, or a change of mine to it.
QString waitingWord(const MessageContent &content)
{
    switch (content.pending) {
    case Pending::Nothing:
        return Words::tr("sending…");
    case Pending::Deletion:
        return Words::tr("deleting…");
    case Pending::Edit:
    case Pending::Reaction:
        return Words::tr("saving…");
    }
    return {};
}

QString details(const MessageContent &content)
{
    QString text = clockTime(content.localTime());
    if (!content.tag.isEmpty()) {
        text += u" · "_s + content.tag;
    }
    if (content.delivery == Delivery::Sending) {
        text += u" · "_s + waitingWord(content);
    }
    return text;
}

void paintAvatar(QPainter &painter, const MessageLayout &row, const ConversationStyle &style)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(avatarColor(row.content().authorName));
    painter.drawEllipse(row.avatar());
    painter.setPen(Qt::white);
    painter.setFont(style.initials);
    painter.drawText(row.avatar(), Qt::AlignCenter, initials(row.content().authorName));
}

void paintHeader(QPainter &painter, const MessageLayout &row, const ConversationStyle &style)
{
    const QString detail = details(row.content());
    const QRect line = row.header();
    const int detailRoom = QFontMetrics(style.small).horizontalAdvance(detail) + style.gap;
    const QFontMetrics nameMetrics(style.name);
    const QString name = nameMetrics.elidedText(row.content().authorName, Qt::ElideRight,
                                                std::max(line.width() - detailRoom, line.width() / 3));
    const int nameRoom = nameMetrics.horizontalAdvance(name);
    const auto placed = [&](int left, int width) {
        return QStyle::visualRect(style.direction, line,
                                  QRect(line.left() + left, line.top(), width, line.height()));
    };
    painter.setPen(nameColor(row.content().authorName, style.tokens));
    painter.setFont(style.name);
    painter.drawText(placed(0, nameRoom + 1), Qt::AlignVCenter | Qt::AlignLeft | Qt::AlignAbsolute, name);
    // Both stand on one base line, which centring texts of two sizes would not give.
    const int base = line.top() + (line.height() - nameMetrics.height()) / 2 + nameMetrics.ascent();
    const QRect place = placed(nameRoom + style.gap, line.width() - nameRoom - style.gap);
    const QFontMetrics smallMetrics(style.small);
    const QString fitting = smallMetrics.elidedText(detail, Qt::ElideRight, place.width());
    const bool mirrored = style.direction == Qt::RightToLeft;
    painter.setPen(style.tokens.dim);
    painter.setFont(style.small);
    painter.drawText(mirrored ? place.right() + 1 - smallMetrics.horizontalAdvance(fitting) : place.left(),
                     base, fitting);
}

/// Beside a message without a header: that it is being sent, or its own time while it is looked at.
void paintGutter(QPainter &painter, const MessageLayout &row, const ConversationStyle &style,
                 const RowState &state)
{
    const MessageContent &content = row.content();
    const bool sending = content.delivery == Delivery::Sending;
    if (content.hasHeader() || !(sending || state.hovered || state.focused)) {
        return;
    }
    const QFontMetrics metrics(style.small);
    QString text = sending ? waitingWord(content) : clockTime(content.localTime());
    if (metrics.horizontalAdvance(text) > row.gutter().width()) {
        text = sending ? u"…"_s : QString();
    }
    painter.setPen(style.tokens.dim);
    painter.setFont(style.small);
    const Qt::Alignment side = QStyle::visualAlignment(style.direction, Qt::AlignRight);
    painter.drawText(row.gutter(), int(side | Qt::AlignAbsolute | Qt::AlignVCenter), text);
}

QTextLayout::FormatRange underline(const MessageLink &link)
{
    QTextLayout::FormatRange range;
    range.start = link.start;
    range.length = link.length;
    range.format.setFontUnderline(true);
    return range;
}

/// The match that one is at is told from the others by its underline, too.
QList<QTextLayout::FormatRange> markFormats(const ConversationStyle &style, const RowState &state)
{
    QList<QTextLayout::FormatRange> formats;
    for (const FoldedText::Span &mark : state.marks) {
        QTextLayout::FormatRange range;
        range.start = mark.start;
        range.length = mark.length;
        range.format.setBackground(state.markedMost ? style.tokens.accent : style.tokens.mark);
        range.format.setForeground(state.markedMost ? style.tokens.accentText : style.tokens.markText);
        range.format.setFontUnderline(state.markedMost);
        formats.append(range);
    }
    return formats;
}

void paintTexts(QPainter &painter, const MessageLayout &row, const ConversationStyle &style,
                const QPalette &palette, const RowState &state, const QRectF &visible)
{
    QList<QTextLayout::FormatRange> inText, inFailure;
    if (state.liveLink >= 0 && state.liveLink < row.links().size()) {
        const MessageLink &link = row.links()[state.liveLink];
        if (link.kind == MessageLink::Kind::Open) {
            inText.append(underline(link));
        } else if (link.isAboutFailure()) {
            inFailure.append(underline(link));
        }
    }
    inText.append(markFormats(style, state));
    if (state.selectedLength > 0) {
        QTextLayout::FormatRange selected;
        selected.start = state.selectedFrom;
        selected.length = state.selectedLength;
        selected.format.setBackground(palette.highlight());
        selected.format.setForeground(palette.highlightedText());
        inText.append(selected);
    }
    QRectF shown = visible;
    painter.save();
    if (row.isFolded()) {
        const QRect place(0, row.textTop(), row.body().width(), row.textBottom() - row.textTop());
        painter.setClipRect(place, Qt::IntersectClip);
        shown = visible & QRectF(place);
    }
    row.text().draw(painter, style, style.tokens.dim, inText, shown);
    painter.restore();
    if (row.failure().lineCount() > 0) {
        row.failure().draw(&painter, {}, inFailure, visible);
    }
}

} // namespace

void paintRow(QPainter &painter, const MessageLayout &row, const ConversationStyle &style,
              const QPalette &palette, const RowState &state, const QPoint &at, const QRect &visible)
{
    painter.save();
    painter.translate(at);
    if (!row.dayLine().isNull()) {
        paintRule(painter, style, row.dayLine(), dayTitle(row.content().localTime().date(), style.today),
                  style.tokens.dim, style.tokens.line);
    }
    if (!row.unreadLine().isNull()) {
        paintRule(painter, style, row.unreadLine(), Words::tr("New messages"), style.tokens.danger,
                  style.tokens.danger);
    }
    paintGround(painter, row, style, state);
    if (row.content().hasHeader()) {
        paintAvatar(painter, row, style);
        paintHeader(painter, row, style);
    }
    paintGutter(painter, row, style, state);
    if (!row.arrow().isNull()) {
        painter.setPen(style.tokens.dim);
        painter.setFont(style.small);
        const Qt::Alignment side = QStyle::visualAlignment(style.direction, Qt::AlignLeft);
        painter.drawText(row.arrow(), int(side | Qt::AlignAbsolute | Qt::AlignVCenter),
                         style.direction == Qt::RightToLeft ? u"←"_s : u"→"_s);
    }
    paintTexts(painter, row, style, palette, state, visible.translated(-at));
    paintLinks(painter, row, style, state.liveLink);
    painter.restore();
}

QString dayTitle(const QDate &day, const QDate &today)
{
    if (day == today) {
        return Words::tr("Today");
    }
    if (day == today.addDays(-1)) {
        return Words::tr("Yesterday");
    }
    const QString format = day.year() == today.year()
                               ? Words::tr("dddd, d MMMM", "how a day is written, without the year")
                               : Words::tr("dddd, d MMMM yyyy", "how a day is written, with the year");
    return QLocale().toString(day, format);
}

QString clockTime(const QDateTime &time)
{
    const QLocale locale;
    return locale.language() == QLocale::C ? time.toString(u"HH:mm"_s)
                                           : locale.toString(time.time(), QLocale::ShortFormat);
}

} // namespace tincan
