#include "ui/widgets/memberlistview.h"

#include "ui/models/memberlistmodel.h"
#include "ui/widgets/memberrowdelegate.h"

#include <QContextMenuEvent>

namespace tincan {

MemberListView::MemberListView(QWidget *parent) : QListView(parent)
{
    setAccessibleName(tr("Members"));
    setItemDelegate(new MemberRowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    connect(this, &QAbstractItemView::activated, this, &MemberListView::choose);
}

void MemberListView::choose(const QModelIndex &index)
{
    if (index.isValid() && !index.data(MemberListModel::MeRole).toBool())
        Q_EMIT messageWanted(index.data(MemberListModel::IdRole).toString());
}

void MemberListView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid() || index.data(MemberListModel::MeRole).toBool())
        return;
    Q_EMIT menuRequested(index.data(MemberListModel::IdRole).toString(),
                         byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

} // namespace tincan
