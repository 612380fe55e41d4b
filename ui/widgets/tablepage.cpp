#include "ui/widgets/tablepage.h"

#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace tincan {

namespace {

void dress(QTableView &table, const QString &name)
{
    table.setAccessibleName(name);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    table.setTabKeyNavigation(false);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setSortingEnabled(true);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.horizontalHeader()->setHighlightSections(false);
}

} // namespace

TablePage::TablePage(QAbstractItemModel &model, int sortRole, const QString &name, QWidget *parent)
    : QWidget(parent), m_sorted(new QSortFilterProxyModel(this)), m_note(makeLabel({}, LabelKind::Hint)),
      m_table(new QTableView), m_column(new QComboBox), m_descending(new QCheckBox(tr("&Descending"))),
      m_foot(new QHBoxLayout)
{
    m_sorted->setSourceModel(&model);
    m_sorted->setSortRole(sortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setSortLocaleAware(true);
    m_table->setModel(m_sorted);
    dress(*m_table, name);
    for (int column = 0; column < model.columnCount(); ++column) {
        m_column->addItem(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    }
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 12, 12, 12);
    rows->setSpacing(10);
    rows->addWidget(m_note);
    rows->addWidget(m_table, 1);
    rows->addLayout(m_foot);
    m_foot->setSpacing(8);
    m_foot->addWidget(makeLabelFor(m_column, tr("Sorted by")));
    m_foot->addWidget(m_column);
    m_foot->addWidget(m_descending);
    m_foot->addStretch(1);
    connectTable();
    showState();
}

void TablePage::connectTable()
{
    const auto sort = [this] {
        sortBy(m_column->currentIndex(),
               m_descending->isChecked() ? Qt::DescendingOrder : Qt::AscendingOrder);
    };
    connect(m_column, &QComboBox::activated, this, sort);
    connect(m_descending, &QCheckBox::toggled, this, sort);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) {
                m_column->setCurrentIndex(column);
                m_descending->setChecked(order == Qt::DescendingOrder);
            });
    connect(m_table, &QWidget::customContextMenuRequested, this, &TablePage::openMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TablePage::currentChanged);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_sorted, signal, this, &TablePage::showState);
    }
    connect(m_sorted, &QAbstractItemModel::dataChanged, this, &TablePage::currentChanged);
}

void TablePage::setNote(const QString &sentence)
{
    m_note->setText(sentence);
}

void TablePage::sortBy(int column, Qt::SortOrder order)
{
    m_table->sortByColumn(column, order);
}

QPushButton *TablePage::addButton(const QString &text)
{
    auto *button = new QPushButton(text);
    button->setAutoDefault(false);
    m_foot->addWidget(button);
    m_buttons.append(button);
    return button;
}

int TablePage::currentRow() const
{
    return m_sorted->mapToSource(m_table->currentIndex()).row();
}

void TablePage::showState()
{
    const bool empty = m_sorted->rowCount() == 0;
    m_note->setVisible(empty);
    m_table->setVisible(!empty);
    if (!empty && !m_fitted) {
        m_fitted = true;
        m_table->resizeColumnsToContents();
        m_table->horizontalHeader()->setStretchLastSection(true); // not before it has its own width
    }
    if (!empty && !m_table->currentIndex().isValid()) {
        m_table->setCurrentIndex(m_sorted->index(0, 0));
    }
    Q_EMIT currentChanged();
}

void TablePage::openMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QPushButton *button : std::as_const(m_buttons)) {
        if (button->isEnabled()) {
            connect(menu->addAction(button->text()), &QAction::triggered, button, &QPushButton::click);
        }
    }
    if (menu->isEmpty()) {
        delete menu;
        return;
    }
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

} // namespace tincan
