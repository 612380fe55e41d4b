#pragma once

#include <QStringList>
#include <QStyledItemDelegate>

namespace tincan {

/// Paints a row of SearchResults: where, by whom and when, and below it the part of the text that was looked
/// for, marked.
class FoundMessageDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTerms(const QStringList &terms) { m_terms = terms; } ///< as by searchTerms()

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QRect &line,
                   const QString &text) const;

    QStringList m_terms;
};

/// One line of a text in which the first hit is not far from the start.
QString excerptOf(const QString &text, const QStringList &terms);

} // namespace tincan
