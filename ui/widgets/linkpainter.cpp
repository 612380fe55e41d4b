#include "ui/widgets/linkpainter.h"

#include "ui/models/isolated.h"
#include "ui/widgets/messagelayout.h"
#include "ui/widgets/outline.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace tincan {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tincan::ConversationView)
};

int leading(const ConversationStyle &style)
{
    const Qt::Alignment side = QStyle::visualAlignment(style.direction, Qt::AlignLeft);
    return int(side | Qt::AlignAbsolute | Qt::AlignVCenter);
}

/// Who said it, and the beginning of what was said, beside a bar.
void paintAnswered(QPainter &painter, const MessageLayout &row, const ConversationStyle &style,
                   const QRect &place, bool live)
{
    const MessageContent::Answered &answered = row.content().answered;
    const QRect bar(place.left(), place.top() + 2, style.bar, place.height() - 4);
    painter.fillRect(QStyle::visualRect(style.direction, place, bar),
                     live ? style.tokens.accent : style.tokens.border);
    const bool known = !answered.author.isEmpty();
    const QFontMetrics names(style.mark);
    const QRect inside(place.left() + style.bar + style.gap, place.top(),
                       place.width() - style.bar - style.gap, place.height());
    const QString name =
        known ? names.elidedText(isolated(answered.author), Qt::ElideRight, inside.width() / 2) : QString();
    const int nameWidth = known ? names.horizontalAdvance(name + u' ') : 0;
    painter.setPen(live ? style.tokens.link : style.tokens.dim);
    painter.setFont(style.mark);
    painter.drawText(QStyle::visualRect(style.direction, place, inside), leading(style), name);
    const QString words = known ? answered.text : Words::tr("An earlier message");
    painter.setFont(style.small);
    const QRect rest = inside.adjusted(nameWidth, 0, 0, 0);
    painter.drawText(QStyle::visualRect(style.direction, place, rest), leading(style),
                     QFontMetrics(style.small).elidedText(words, Qt::ElideRight, rest.width()));
}

void paintReaction(QPainter &painter, const conversation::Reaction &reaction, const ConversationStyle &style,
                   const QRect &place, bool live)
{
    const bool strong = reaction.mine || live;
    painter.setBrush(reaction.mine ? style.tokens.selected : style.tokens.window);
    paintOutline(painter, place, place.height() / 2.0, strong ? style.tokens.accent : style.tokens.border,
                 live && reaction.mine ? 2 : 1);
    painter.setPen(reaction.pending ? style.tokens.dim : style.tokens.text);
    painter.setFont(style.small);
    const QString words = reaction.emoji + u' ' + QString::number(reaction.count);
    const int room = place.width() - style.gap;
    painter.drawText(place, Qt::AlignCenter,
                     QFontMetrics(style.small).elidedText(words, Qt::ElideRight, room));
}

void paintWord(QPainter &painter, const MessageLink &link, QFont font, const QColor &ink, int alignment,
               bool live)
{
    font.setUnderline(live);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(link.rect, alignment, link.word);
}

void paintLink(QPainter &painter, const MessageLayout &row, const MessageLink &link,
               const ConversationStyle &style, bool live)
{
    switch (link.kind) {
    case MessageLink::Kind::Quote:
        paintAnswered(painter, row, style, link.rect, live);
        break;
    case MessageLink::Kind::CopyCode:
        paintWord(painter, link, style.small, live ? style.tokens.link : style.tokens.dim,
                  int(Qt::AlignCenter), live);
        break;
    case MessageLink::Kind::Unfold:
    case MessageLink::Kind::Fold:
    case MessageLink::Kind::Reveal:
        paintWord(painter, link, style.mark, style.tokens.link, leading(style), live);
        break;
    case MessageLink::Kind::Reaction:
        for (const conversation::Reaction &reaction : row.content().reactions) {
            if (reaction.emoji == link.word) {
                paintReaction(painter, reaction, style, link.rect, live);
            }
        }
        break;
    case MessageLink::Kind::Open:
    case MessageLink::Kind::Retry:
    case MessageLink::Kind::Edit:
    case MessageLink::Kind::Discard:
        break; // words of a text
    }
}

} // namespace

void paintLinks(QPainter &painter, const MessageLayout &row, const ConversationStyle &style, int live)
{
    for (int i = 0; i < row.links().size(); ++i) {
        paintLink(painter, row, row.links()[i], style, i == live);
    }
}

} // namespace tincan
