#pragma once

#include <QWidget>

class QAbstractItemModel;
class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace tincan {

/// A table that can be sorted by mouse and keyboard, and below it what can be done with its current row,
/// which is in the row's menu, too. Where it is empty, a sentence stands in its place.
class TablePage : public QWidget
{
    Q_OBJECT

public:
    /// `model` must outlive the page; `name` is the table's for a screen reader.
    TablePage(QAbstractItemModel &model, int sortRole, const QString &name, QWidget *parent = nullptr);

    void setNote(const QString &sentence); ///< shown while the table is empty
    void sortBy(int column, Qt::SortOrder order);

    /// For the current row. Shown in the row's menu while it is enabled.
    QPushButton *addButton(const QString &text);
    int currentRow() const; ///< of the model; -1: none

Q_SIGNALS:
    void currentChanged();

private:
    void connectTable();
    void showState();
    void openMenu(const QPoint &at);

    QSortFilterProxyModel *m_sorted;
    QLabel *m_note;
    QTableView *m_table;
    QComboBox *m_column;
    QCheckBox *m_descending;
    QHBoxLayout *m_foot;
    QList<QPushButton *> m_buttons;
    bool m_fitted = false; ///< the columns have their widths
};

} // namespace tincan
