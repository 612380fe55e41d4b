#include "ui/widgets/roomrowdelegate.h"

#include "ui/models/roomlistmodel.h"
#include "ui/widgets/sidepainting.h"
#include "ui/widgets/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

RoomListModel::RowType typeOf(const QModelIndex &index)
{
    return RoomListModel::RowType(index.data(RoomListModel::RowTypeRole).toInt());
}

bool isHeader(const QModelIndex &index)
{
    const auto type = typeOf(index);
    return type == RoomListModel::RowType::ServerHeader || type == RoomListModel::RowType::DirectHeader;
}

/// The part of a row that its words may take.
QRect inner(const QStyleOptionViewItem &option)
{
    const int outside = sideMargin(option.font);
    return option.rect.adjusted(2 * outside, 0, -2 * outside, 0);
}

QString headerText(const QModelIndex &index)
{
    const QString title = index.data(RoomListModel::TitleRole).toString();
    const QString subtitle = index.data(RoomListModel::SubtitleRole).toString();
    return subtitle.isEmpty() || subtitle == title ? title : title + u" · "_s + subtitle;
}

QColor groundFor(const QStyleOptionViewItem &option, const Tokens &tokens)
{
    if (option.state & QStyle::State_Selected)
        return tokens.selected;
    return option.state & QStyle::State_MouseOver ? tokens.hover : QColor();
}

} // namespace

void RoomRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setFont(option.font);
    if (isHeader(index))
        paintHeader(*painter, option, index);
    else
        paintRoom(*painter, option, index);
    painter->restore();
}

void RoomRowDelegate::paintHeader(QPainter &painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const Tokens tokens = tokensFor(option.palette);
    const int foot = sideMargin(option.font) / 2;
    QRect box = inner(option).adjusted(0, 0, 0, -foot);
    if (typeOf(index) == RoomListModel::RowType::ServerHeader) {
        const int side = sideMargin(option.font) * 5 / 4;
        const QRect end(box.right() - side, box.bottom() - side - foot / 2, side, side);
        paintChevron(painter, QStyle::visualRect(option.direction, box, end),
                     !index.data(RoomListModel::CollapsedRole).toBool(), tokens, option.direction);
        box = QStyle::visualRect(option.direction, box, box.adjusted(0, 0, -side - foot, 0));
    }
    paintSection(painter, box, headerText(index), option.font, tokens);
}

void RoomRowDelegate::paintRoom(QPainter &painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const Tokens tokens = tokensFor(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const bool focused = selected && (option.state & QStyle::State_HasFocus);
    const int outside = sideMargin(option.font);
    paintRowGround(painter, option.rect.adjusted(outside, 0, -outside, 0), groundFor(option, tokens),
                   focused ? tokens.accent : QColor());

    QRect box = inner(option);
    const int unread = index.data(RoomListModel::UnreadRole).toInt();
    if (unread > 0) {
        const QString count = unread > 999 ? u"999+"_s : QString::number(unread);
        const int taken = paintBadge(painter, box, count, index.data(RoomListModel::AddressedRole).toBool(),
                                     tokens, option.direction);
        box = QStyle::visualRect(option.direction, box,
                                 QRect(box.topLeft(), QSize(box.width() - taken - outside, box.height())));
    }
    if (typeOf(index) == RoomListModel::RowType::Direct) {
        const int dot = outside;
        const QRect place(box.left(), box.center().y() - dot / 2, dot, dot);
        paintPresence(painter, QStyle::visualRect(option.direction, box, place),
                      index.data(RoomListModel::PresentRole).toBool(), tokens);
        box = QStyle::visualRect(option.direction, box, box.adjusted(dot + outside, 0, 0, 0));
    }
    paintTitle(painter, box, index, selected || unread > 0, tokens);
}

void RoomRowDelegate::paintTitle(QPainter &painter, const QRect &box, const QModelIndex &index, bool strong,
                                 const Tokens &tokens) const
{
    QFont font = painter.font();
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    QString title = index.data(Qt::DisplayRole).toString();
    if (index.data(RoomListModel::DraftRole).toBool())
        title += u" · "_s + tr("Draft");
    const bool absent =
        typeOf(index) == RoomListModel::RowType::Direct && !index.data(RoomListModel::PresentRole).toBool();
    const bool muted = index.data(RoomListModel::MutedRole).toBool();
    if (muted)
        title += u" · "_s + tr("muted");
    painter.setPen((absent && !strong) || muted ? tokens.dim : tokens.text);
    const QString shown = QFontMetrics(font).elidedText(title, Qt::ElideRight, box.width());
    painter.drawText(box, int(Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine), shown);
}

QSize RoomRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int row = sideRowHeight(option.font);
    return {row * 4, isHeader(index) ? row * 5 / 4 : row};
}

} // namespace tincan
