#pragma once

#include "server/forgottenposts.h"
#include "server/roomtable.h"
#include "server/saidtable.h"

namespace tincan {

class LogStatement;

/// The events of a database: stores them, and reads them in pages.
class EventTable
{
public:
    /// All must outlive the table.
    EventTable(LogDatabase &database, RoomTable &rooms, const ForgottenPosts &forgotten)
        : m_database(database), m_rooms(rooms), m_forgotten(forgotten), m_said(database, rooms)
    {
    }

    void load(); ///< where the table ends

    /// In a transaction, which may fail yet. The room must be there.
    AppendResult append(RoomTable::Log &log, RoomEvent draft);
    /// What the same author posted under the same id before; without its text where that is forgotten.
    std::optional<RoomEvent> earlierPost(const RoomEvent &draft);

    // What is numbered up to `last`.
    EventPage readAfter(const RoomTable::Log &log, Seq seq, Seq last, int limit);
    EventPage readBefore(const RoomTable::Log &log, Seq seq, Seq last, int limit);
    qint64 lastId() const { return m_lastId; } ///< of all rows there are
    FoundPage search(const SearchQuestion &question, qint64 lastId)
    {
        return m_said.search(question, lastId + 1);
    }

private:
    std::optional<RoomEvent> at(const RoomTable::Log &log, Seq seq);
    std::optional<RoomEvent> storedPost(const RoomEvent &draft);
    void forgetPost(const RoomEvent &draft);
    bool insert(qint64 room, const RoomEvent &event);
    void redact(qint64 room, const RoomEvent &deletion);

    LogDatabase &m_database;
    RoomTable &m_rooms;
    const ForgottenPosts &m_forgotten;
    SaidTable m_said;
    qint64 m_lastId = 0;
};

/// Reads the columns seq, at, kind, member, name, via, verified, text, post, reply, target.
RoomEvent eventOf(const LogStatement &row, const RoomId &room);

} // namespace tincan
