#include "ui/widgets/messagelayout.h"

#include "ui/widgets/linkfinder.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QRegularExpression>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace tincan {

using namespace Qt::StringLiterals;
using namespace conversation;

namespace {

constexpr int narrowestText = 40;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tincan::ConversationView)
};

QString failureWord(MessageLink::Kind kind)
{
    switch (kind) {
    case MessageLink::Kind::Retry:
        return Words::tr("Retry");
    case MessageLink::Kind::Edit:
        return Words::tr("Edit");
    case MessageLink::Kind::Discard:
        return Words::tr("Discard");
    case MessageLink::Kind::Open:
        break;
    }
    return {};
}

QTextLayout::FormatRange range(int start, int length, const QColor &color)
{
    QTextLayout::FormatRange formatted;
    formatted.start = start;
    formatted.length = length;
    formatted.format.setForeground(color);
    return formatted;
}

/// Breaks the text into lines of one height, whatever fonts stand in for missing characters; gives the height
/// of all. The lines begin at one edge, right where the text is written from the right, and stay near where
/// the column begins.
int breakIntoLines(QTextLayout &layout, const QRect &column, int lineHeight, Qt::LayoutDirection direction)
{
    const bool fromRight = layout.text().isRightToLeft();
    QTextOption option(fromRight ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    qreal y = 0;
    qreal widest = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(column.width());
        const bool tall = line.height() > 1.6 * lineHeight;
        line.setPosition({0, y + (tall ? 0 : (lineHeight - line.height()) / 2)});
        y += tall ? line.height() : lineHeight;
        widest = std::max(widest, line.naturalTextWidth());
    }
    layout.endLayout();
    const qreal spare = std::max(0.0, column.width() - std::ceil(widest));
    const bool mirrored = direction == Qt::RightToLeft;
    const qreal shift = fromRight == mirrored ? 0 : mirrored ? spare : -spare;
    layout.setPosition(column.topLeft() + QPointF(shift, 0));
    return qCeil(y);
}

int lineAt(const QTextLayout &layout, qreal y)
{
    int number = 0;
    while (number + 1 < layout.lineCount() && layout.lineAt(number + 1).y() <= y) {
        ++number;
    }
    return number;
}

int offsetIn(const QTextLayout &layout, const QPoint &point)
{
    const QPointF inside = point - layout.position();
    const QTextLine line = layout.lineAt(lineAt(layout, inside.y()));
    return line.xToCursor(inside.x());
}

/// The character under a point, or -1.
int characterIn(const QTextLayout &layout, const QPoint &point)
{
    if (layout.lineCount() == 0) {
        return -1;
    }
    const QPointF inside = point - layout.position();
    const QTextLine line = layout.lineAt(lineAt(layout, inside.y()));
    const bool hit = line.naturalTextRect().adjusted(0, -2, 0, 2).contains(inside);
    return hit ? line.xToCursor(inside.x(), QTextLine::CursorOnCharacter) : -1;
}

} // namespace

MessageLayout::MessageLayout(MessageContent content, const ConversationStyle &style, int width)
    : m_content(std::move(content)), m_shown(m_content.shownText()), m_direction(style.direction),
      m_width(width)
{
    layOutLines(style);
    int y = m_height + style.padding;
    y = layOutHeader(style, y);
    m_textTop = y;
    y = layOutText(style, y);
    if (m_content.delivery == Delivery::Failed) {
        y = layOutFailure(style, y);
    }
    y = std::max(y, m_avatar.isNull() ? 0 : m_avatar.bottom() + 1) + style.padding;
    m_body = QRect(0, m_height, m_width, y - m_height);
    m_height = y;
}

void MessageLayout::layOutLines(const ConversationStyle &style)
{
    const auto line = [&](bool wanted) {
        if (!wanted) {
            return QRect();
        }
        const QRect rect(style.margin, m_height, m_width - 2 * style.margin, style.ruleHeight);
        m_height += style.ruleHeight;
        return rect;
    };
    m_dayLine = line(m_content.startsDay);
    m_unreadLine = line(m_content.startsUnread);
}

int MessageLayout::layOutHeader(const ConversationStyle &style, int y)
{
    if (!m_content.hasHeader()) {
        return y;
    }
    m_avatar = mirrored(QRect(style.margin, y, style.avatar, style.avatar));
    m_header = mirrored(QRect(style.column, y, std::max(narrowestText, m_width - style.column - style.margin),
                              style.headerHeight));
    return y + style.headerHeight;
}

int MessageLayout::layOutText(const ConversationStyle &style, int y)
{
    const bool notice = m_content.kind == RowKind::Notice;
    const int lineHeight = notice ? style.smallHeight : style.lineHeight;
    int left = style.column;
    if (notice) {
        const int room = QFontMetrics(style.small).horizontalAdvance(u"→ "_s);
        m_arrow = mirrored(QRect(left, y, room, lineHeight));
        left += room;
    }
    m_gutter = mirrored(QRect(0, y, style.column - style.gap / 2, lineHeight));
    const QRect column =
        mirrored(QRect(left, y, std::max(narrowestText, m_width - left - style.margin), lineHeight));

    for (const FoundLink &link : findLinks(m_shown)) {
        m_links.append({MessageLink::Kind::Open, link.start, link.length, link.url});
    }
    QFont font = notice ? style.small : style.text;
    font.setItalic(m_content.kind == RowKind::Action);
    m_text.setFont(font);
    m_text.setText(QString(m_shown).replace(u'\n', QChar::LineSeparator));
    m_text.setFormats(textFormats(style));
    return y + breakIntoLines(m_text, column, lineHeight, m_direction);
}

int MessageLayout::layOutFailure(const ConversationStyle &style, int y)
{
    QString sentence = m_content.failure.isEmpty() ? Words::tr("Not sent.") : m_content.failure;
    QList<QTextLayout::FormatRange> formats{range(0, int(sentence.size()), style.tokens.danger)};
    for (const auto kind : {MessageLink::Kind::Retry, MessageLink::Kind::Edit, MessageLink::Kind::Discard}) {
        sentence += kind == MessageLink::Kind::Retry ? u"  "_s : u" · "_s;
        const QString word = failureWord(kind);
        m_links.append({kind, int(sentence.size()), int(word.size()), {}});
        formats.append(range(int(sentence.size()), int(word.size()), style.tokens.accent));
        sentence += word;
    }
    m_failure.setFont(style.small);
    m_failure.setText(sentence);
    m_failure.setFormats(formats);
    const QRect column = mirrored(QRect(
        style.column, y, std::max(narrowestText, m_width - style.column - style.margin), style.smallHeight));
    return y + breakIntoLines(m_failure, column, style.smallHeight, m_direction);
}

QList<QTextLayout::FormatRange> MessageLayout::textFormats(const ConversationStyle &style) const
{
    const bool pale = m_content.kind == RowKind::Notice || m_content.delivery != Delivery::Stored;
    QList<QTextLayout::FormatRange> formats{
        range(0, int(m_shown.size()), pale ? style.tokens.dim : style.tokens.text)};
    if (m_content.kind == RowKind::Action) {
        auto author = range(2, int(m_content.authorName.size()), nameColor(m_content.authorName, style.tokens));
        author.format.setFontWeight(QFont::Bold);
        formats.append(author);
    }
    if (m_content.mentionsMe) {
        addMentionFormats(style, formats);
    }
    for (const MessageLink &link : m_links) {
        formats.append(range(link.start, link.length, style.tokens.accent));
    }
    return formats;
}

void MessageLayout::addMentionFormats(const ConversationStyle &style,
                                      QList<QTextLayout::FormatRange> &formats) const
{
    const QString who = style.myName.isEmpty() ? u"@[\\p{L}\\p{N}_.-]+"_s
                                               : u"@?"_s + QRegularExpression::escape(style.myName);
    const QRegularExpression mention(u"(?<![\\p{L}\\p{N}_])"_s + who + u"(?![\\p{L}\\p{N}_])"_s,
                                     QRegularExpression::CaseInsensitiveOption |
                                         QRegularExpression::UseUnicodePropertiesOption);
    for (auto matches = mention.globalMatch(m_shown); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        auto formatted = range(int(match.capturedStart()), int(match.capturedLength()), style.tokens.accent);
        formatted.format.setFontWeight(QFont::Bold);
        formats.append(formatted);
    }
}

QRect MessageLayout::mirrored(const QRect &rect) const
{
    return QStyle::visualRect(m_direction, QRect(0, 0, m_width, 0), rect);
}

int MessageLayout::offsetAt(const QPoint &point) const
{
    if (point.y() < m_textTop) {
        return 0;
    }
    const QTextLine last = m_text.lineAt(m_text.lineCount() - 1);
    if (point.y() > m_text.position().y() + last.y() + last.height()) {
        return int(m_shown.size());
    }
    return offsetIn(m_text, point);
}

int MessageLayout::linkAt(const QPoint &point) const
{
    const int inText = characterIn(m_text, point);
    const int inFailure = inText < 0 ? characterIn(m_failure, point) : -1;
    for (int i = 0; i < m_links.size(); ++i) {
        const MessageLink &link = m_links[i];
        const int offset = link.kind == MessageLink::Kind::Open ? inText : inFailure;
        if (offset >= link.start && offset < link.start + link.length) {
            return i;
        }
    }
    return -1;
}

QRect MessageLayout::characterRect(int offset) const
{
    const QTextLine line = m_text.lineForTextPosition(offset);
    if (!line.isValid()) {
        return QRect(m_text.position().toPoint(), QSize(1, 1));
    }
    const qreal from = line.cursorToX(offset);
    const qreal to = line.cursorToX(offset, QTextLine::Trailing);
    const QRectF rect(std::min(from, to), line.y(), std::max(1.0, std::abs(to - from)), line.height());
    return rect.translated(m_text.position()).toAlignedRect();
}

int MessageLayout::offsetInNextLine(int offset, int lines) const
{
    const QTextLine line = m_text.lineForTextPosition(offset);
    const int number = line.isValid() ? line.lineNumber() + lines : -1;
    if (number < 0 || number >= m_text.lineCount()) {
        return offset;
    }
    return m_text.lineAt(number).xToCursor(line.cursorToX(offset));
}

} // namespace tincan
