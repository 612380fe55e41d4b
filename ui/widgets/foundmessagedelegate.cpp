#include "ui/widgets/foundmessagedelegate.h"

#include "protocol/searchfold.h"
#include "protocol/textsanitizer.h"
#include "ui/models/searchresults.h"
#include "ui/widgets/conversationpainter.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int margin = 10;
constexpr int padding = 6;
constexpr int charactersBefore = 16; ///< the first hit
constexpr int longestExcerpt = 300;  ///< characters; the rest would never fit

} // namespace

QString excerptOf(const QString &text, const QStringList &terms)
{
    const QString line = sanitizeLine(text);
    const QList<FoldedText::Span> hits = FoldedText(line).hits(terms);
    int start = hits.isEmpty() ? 0 : hits.first().start - charactersBefore;
    if (start <= charactersBefore / 2) {
        start = 0;
    } else if (line.at(start).isLowSurrogate() || line.at(start).isMark()) {
        --start;
    }
    const QString part = truncated(line.sliced(start), longestExcerpt);
    return start > 0 ? u'…' + part : part;
}

QSize FoundMessageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, 2 * QFontMetrics(option.font).lineSpacing() + 2 * padding + 2};
}

void FoundMessageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const Tokens tokens = tokensFor(option.palette);
    const QFontMetrics metrics(option.font);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.selected);
        painter->drawRoundedRect(option.rect, 4, 4);
    }
    const QRect inner = option.rect.adjusted(margin, padding, -margin, -padding);
    const QRect heading(inner.left(), inner.top(), inner.width(), metrics.lineSpacing());
    const QDateTime time = index.data(SearchResults::TimeRole).toDateTime();
    const QString when = QLocale().toString(time, QLocale::ShortFormat);
    painter->setFont(option.font);
    painter->setPen(tokens.dim);
    painter->drawText(heading, Qt::AlignTrailing | Qt::AlignVCenter, when);
    const int room = heading.width() - metrics.horizontalAdvance(when) - margin;
    QFont bold = option.font;
    bold.setBold(true);
    const QString author = QFontMetrics(bold).elidedText(index.data(SearchResults::AuthorRole).toString(),
                                                         Qt::ElideRight, std::max(0, room * 2 / 3));
    const int taken = QFontMetrics(bold).horizontalAdvance(author) + margin;
    const QString where = metrics.elidedText(index.data(SearchResults::RoomRole).toString(), Qt::ElideRight,
                                             std::max(0, room - taken));
    const bool fromRight = option.direction == Qt::RightToLeft;
    painter->drawText(heading.adjusted(fromRight ? 0 : taken, 0, fromRight ? -taken : 0, 0),
                      Qt::AlignLeading | Qt::AlignVCenter, where);
    painter->setFont(bold);
    painter->setPen(tokens.text);
    painter->drawText(heading, Qt::AlignLeading | Qt::AlignVCenter, author);
    paintText(*painter, option, heading.translated(0, metrics.lineSpacing() + 2),
              index.data(SearchResults::TextRole).toString());
    painter->restore();
}

/// Hits are underlined, too, so that they are not told by colour alone.
void FoundMessageDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option, const QRect &line,
                                     const QString &text) const
{
    const Tokens tokens = tokensFor(option.palette);
    const QString shown =
        QFontMetrics(option.font).elidedText(excerptOf(text, m_terms), Qt::ElideRight, line.width());
    QList<QTextLayout::FormatRange> formats;
    for (const FoldedText::Span &hit : FoldedText(shown).hits(m_terms)) {
        QTextLayout::FormatRange range;
        range.start = hit.start;
        range.length = hit.length;
        range.format.setBackground(tokens.mark);
        range.format.setForeground(tokens.markText);
        range.format.setFontUnderline(true);
        formats.append(range);
    }
    QTextLayout layout(shown, option.font);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine row = layout.createLine();
    row.setLineWidth(line.width());
    layout.endLayout();
    painter.setPen(tokens.text);
    layout.draw(&painter, line.topLeft());
}

} // namespace tincan
