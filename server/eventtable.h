#pragma once

#include "server/roomtable.h"

namespace tincan {

/// The events of a database: stores them, and reads them in pages.
class EventTable
{
public:
    /// Both must outlive the table.
    EventTable(LogDatabase &database, RoomTable &rooms) : m_database(database), m_rooms(rooms) {}

    void load(); ///< where the table ends

    /// In a transaction, which may fail yet. The room must be there.
    AppendResult append(RoomTable::Log &log, RoomEvent draft);

    // What is numbered up to `last`.
    EventPage readAfter(const RoomTable::Log &log, Seq seq, Seq last, int limit);
    EventPage readBefore(const RoomTable::Log &log, Seq seq, Seq last, int limit);
    /// Looks back over so many bytes of text at most.
    EventPage search(const RoomTable::Log &log, const QString &text, Seq last, int limit,
                     qsizetype searchedBytes);

private:
    std::optional<RoomEvent> at(const RoomTable::Log &log, Seq seq);
    std::optional<RoomEvent> earlierPost(const RoomEvent &draft);
    void insert(qint64 room, const RoomEvent &event);
    void redact(qint64 room, const RoomEvent &deletion);

    LogDatabase &m_database;
    RoomTable &m_rooms;
    qint64 m_lastId = 0;
};

} // namespace tincan
