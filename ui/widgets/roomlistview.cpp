#include "ui/widgets/roomlistview.h"

#include "ui/models/roomlistmodel.h"
#include "ui/widgets/roomrowdelegate.h"
#include "ui/widgets/sidepainting.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>

namespace tincan {

RoomListView::RoomListView(QWidget *parent) : QListView(parent)
{
    setAccessibleName(tr("Rooms"));
    setItemDelegate(new RoomRowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    viewport()->setAutoFillBackground(false); // the sidebar shows through
}

void RoomListView::showCurrent(int row)
{
    const QScopedValueRollback showing(m_showing, true);
    if (row < 0 || !model())
        setCurrentIndex({});
    else
        setCurrentIndex(model()->index(row, 0));
}

void RoomListView::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    fold(0, model ? model->rowCount() - 1 : -1);
}

void RoomListView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                               const QList<int> &roles)
{
    QListView::dataChanged(topLeft, bottomRight, roles);
    fold(topLeft.row(), bottomRight.row());
}

void RoomListView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QListView::rowsInserted(parent, start, end);
    fold(start, end);
}

/// The room that is shown stays in sight.
void RoomListView::fold(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = model()->index(row, 0);
        const bool hidden = index.data(RoomListModel::FoldedRole).toBool() && index != currentIndex();
        if (isRowHidden(row) != hidden) {
            setRowHidden(row, hidden);
            updateGeometry();
        }
    }
}

void RoomListView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    const bool onServer =
        index.data(RoomListModel::RowTypeRole).toInt() == int(RoomListModel::RowType::ServerHeader);
    if (!index.isValid() || !onServer || event->button() != Qt::LeftButton)
        return QListView::mousePressEvent(event);
    Q_EMIT collapseChosen(index.data(RoomListModel::ServerRole).toInt(),
                          !index.data(RoomListModel::CollapsedRole).toBool());
}

void RoomListView::keyPressEvent(QKeyEvent *event)
{
    const bool toLeft = event->key() == Qt::Key_Left;
    const bool sideways = toLeft || event->key() == Qt::Key_Right;
    if (!sideways || event->modifiers() != Qt::NoModifier || !currentIndex().isValid())
        return QListView::keyPressEvent(event);
    Q_EMIT collapseChosen(currentIndex().data(RoomListModel::ServerRole).toInt(), toLeft != isRightToLeft());
}

void RoomListView::updateGeometries()
{
    QListView::updateGeometries();
    updateGeometry();
}

void RoomListView::enterEvent(QEnterEvent *event)
{
    QListView::enterEvent(event);
    Q_EMIT hovered(true);
}

void RoomListView::leaveEvent(QEvent *event)
{
    QListView::leaveEvent(event);
    Q_EMIT hovered(false);
}

void RoomListView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (index.isValid() && (index.flags() & Qt::ItemIsEnabled))
        Q_EMIT menuRequested(index.row(), byKey ? viewport()->mapToGlobal(visualRect(index).center())
                                                : event->globalPos());
}

QSize RoomListView::sizeHint() const
{
    return {QListView::sizeHint().width(), rowsHeight(*this)};
}

void RoomListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (previous.isValid())
        fold(previous.row(), previous.row());
    if (current.isValid())
        fold(current.row(), current.row());
    if (current.isValid() && !m_showing)
        Q_EMIT roomChosen(current.row());
}

} // namespace tincan
