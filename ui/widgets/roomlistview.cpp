#include "ui/widgets/roomlistview.h"

#include "ui/widgets/roomrowdelegate.h"
#include "ui/widgets/sidepainting.h"

#include <QContextMenuEvent>
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
    if (current.isValid() && !m_showing)
        Q_EMIT roomChosen(current.row());
}

} // namespace tincan
