#include "ui/models/recentrooms.h"

#include <QLocale>

#include <algorithm>

namespace tincan {

namespace {

bool sameServer(const RoomAddress &a, const RoomAddress &b)
{
    return a.port == b.port && a.host.compare(b.host, Qt::CaseInsensitive) == 0;
}

} // namespace

void RecentRooms::visit(const RecentRoom &room)
{
    forget(room.address);
    const auto older = std::find_if(m_rooms.cbegin(), m_rooms.cend(),
                                    [&room](const RecentRoom &one) { return one.visited <= room.visited; });
    m_rooms.insert(older, room);
    if (m_rooms.size() > maximum) {
        m_rooms.removeLast();
    }
}

void RecentRooms::forget(const RoomAddress &address)
{
    m_rooms.removeIf([&address](const RecentRoom &one) { return sameServer(one.address, address); });
}

QString RecentRooms::visitedText(const QDateTime &visited, const QDateTime &now)
{
    const qint64 days = visited.date().daysTo(now.date());
    if (days <= 0) {
        return tr("last visited today");
    }
    if (days == 1) {
        return tr("last visited yesterday");
    }
    return days < 7 ? tr("last visited %n days ago", nullptr, int(days))
                    //: %1: a date
                    : tr("last visited on %1").arg(QLocale().toString(visited.date(), QLocale::ShortFormat));
}

} // namespace tincan
