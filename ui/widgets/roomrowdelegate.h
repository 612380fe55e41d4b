#pragma once

#include <QStyledItemDelegate>

namespace tincan {

struct Tokens;

/// Paints the rows of a RoomListModel: headers, rooms with their badges, people with their presence.
class RoomRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeader(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintRoom(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintTitle(QPainter &painter, const QRect &box, const QModelIndex &index, bool strong,
                    const Tokens &tokens) const;
};

} // namespace tincan
