#pragma once

#include "server/forgottenposts.h"
#include "server/roomtable.h"
#include "server/saidtable.h"
#include "server/storeoptions.h"

#include <set>

namespace tincan {

/// Drops events that are too old, that are one too many of their room, or whose room is gone; some with each
/// call, so that nobody waits for long. Their texts go at once, their rows where no others are near: SQLite
/// moves the neighbours of a row that goes, and leaves copies of what it moves.
class EventEraser
{
public:
    static constexpr int mostAtOnce = 1000;   ///< events with each call
    static constexpr qint64 windowRows = 512; ///< rows go by so many, and only between windows without events

    /// All must outlive this.
    EventEraser(LogDatabase &database, RoomTable &rooms, ForgottenPosts &forgotten,
                const StoreOptions &options)
        : m_database(database), m_rooms(rooms), m_forgotten(forgotten), m_said(database, rooms),
          m_options(options)
    {
    }

    /// In a transaction, which may fail yet.
    Trimmed trim(const storetask::Trim &task);

private:
    void trimGoneRooms(Trimmed &done);
    void trimRoom(RoomTable::Log &log, const storetask::Trim &task, Trimmed &done);
    Seq lastToDrop(const RoomTable::Log &log, const Retention &keep, std::int64_t now);
    int erase(qint64 room, Seq last);
    void removeRows();
    bool hasEvents(qint64 window);

    LogDatabase &m_database;
    RoomTable &m_rooms;
    ForgottenPosts &m_forgotten;
    SaidTable m_said;
    StoreOptions m_options;
    std::set<qint64> m_windows; ///< that events were dropped from with this call
    int m_left = 0;             ///< that may be dropped with this call
};

} // namespace tincan
