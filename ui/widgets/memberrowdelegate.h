#pragma once

#include <QFont>
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
    int rowHeight(const QFont &font) const; ///< without a title
    void paintMember(QPainter &painter, const QStyleOptionViewItem &option, const QRect &row,
                     const QModelIndex &index) const;

    // All rows of a long list are asked for their size at once, and have one font.
    mutable QFont m_font;
    mutable int m_rowHeight = 0;
};

} // namespace tincan
