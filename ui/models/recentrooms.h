#pragma once

#include "protocol/roomaddress.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QList>

namespace tincan {

struct RecentRoom
{
    RoomAddress address;
    QString serverName;
    qint64 visited = 0; ///< UTC, milliseconds
    friend bool operator==(const RecentRoom &, const RecentRoom &) = default;
};

/// The servers joined last, newest first, each address once, 20 at most.
class RecentRooms
{
    Q_DECLARE_TR_FUNCTIONS(tincan::RecentRooms)

public:
    static constexpr int maximum = 20;

    void visit(const RecentRoom &room);
    void forget(const RoomAddress &address);
    const QList<RecentRoom> &rooms() const { return m_rooms; }

    /// "last visited yesterday", by local days; both moments in the zone they are to be told in.
    static QString visitedText(const QDateTime &visited, const QDateTime &now);

private:
    QList<RecentRoom> m_rooms;
};

} // namespace tincan
