#pragma once

#include <QStyledItemDelegate>

namespace tincan {

/// Paints the rows of a MemberListModel: avatar, name, tags, and the section's title above its first row.
class MemberRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintMember(QPainter &painter, const QStyleOptionViewItem &option, const QRect &row,
                     const QModelIndex &index) const;
};

} // namespace tincan
