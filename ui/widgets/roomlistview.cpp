#include "ui/widgets/roomlistview.h"

#include "ui/widgets/roomrowdelegate.h"
#include "ui/widgets/theme.h"

#include <QEvent>
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
    setMouseTracking(true);
    setTabKeyNavigation(false);
    applyColors();
}

void RoomListView::showCurrent(int row)
{
    const QScopedValueRollback showing(m_showing, true);
    if (row < 0 || !model())
        setCurrentIndex({});
    else
        setCurrentIndex(model()->index(row, 0));
}

void RoomListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid() && !m_showing)
        Q_EMIT roomChosen(current.row());
}

void RoomListView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

void RoomListView::applyColors()
{
    if (m_coloring)
        return;
    const QScopedValueRollback coloring(m_coloring, true);
    QPalette own;
    own.setColor(QPalette::Base, tokensFor(palette()).sidebar);
    viewport()->setPalette(own);
}

} // namespace tincan
