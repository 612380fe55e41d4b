#include "ui/widgets/recentroomslist.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/labels.h"

#include <QFrame>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

RecentRoomsList::RecentRoomsList(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(makeLabel(tr("Recent"), LabelKind::Section));
    hide();
}

void RecentRoomsList::setRooms(const RecentRooms &rooms, const QDateTime &now)
{
    if (m_rows) {
        layout()->removeWidget(m_rows);
        m_rows->hide();
        m_rows->deleteLater(); // it may be one of its buttons that is being clicked
    }
    m_rows = new QWidget;
    auto *column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    const qsizetype count = std::min<qsizetype>(rooms.rooms().size(), shownAtMost);
    for (qsizetype i = 0; i < count; ++i) {
        column->addWidget(makeRow(rooms.rooms().at(i), now));
    }
    layout()->addWidget(m_rows);
    setVisible(count > 0);
}

QWidget *RecentRoomsList::makeRow(const RecentRoom &room, const QDateTime &now)
{
    auto *row = new QFrame;
    row->setProperty("card", true);
    auto *columns = new QHBoxLayout(row);
    columns->setContentsMargins(9, 5, 8, 5);
    columns->setSpacing(8);
    const QString address = room.address.toString();
    const QString title = room.serverName.isEmpty() ? address : room.serverName;
    auto *name = new ElidedLabel;
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    name->setFullText(title);
    const QDateTime visited = QDateTime::fromMSecsSinceEpoch(room.visited, now.timeZone());
    const QString when = RecentRooms::visitedText(visited, now);
    auto *hint = new ElidedLabel;
    hint->setProperty("kind", u"hint"_s);
    //: a server's address, and when one was there last
    hint->setFullText(room.serverName.isEmpty() ? when : tr("%1 · %2").arg(address, when));
    auto *join = new QPushButton(tr("Join"));
    join->setAccessibleName(tr("Join %1").arg(title));
    connect(join, &QPushButton::clicked, this,
            [this, target = room.address] { Q_EMIT joinRequested(target); });
    columns->addWidget(name);
    columns->addWidget(hint, 1);
    columns->addWidget(join);
    return row;
}

} // namespace tincan
