#pragma once

#include "server/roomtable.h"

#include <optional>

namespace tincan {

class LogStatement;

/// The texts of a database as searches compare them: one row for each message as it reads now, at the place
/// of its last edit. Like the events', rows are only ever added at the end, and emptied before they go.
class SaidTable
{
public:
    static constexpr qint64 mostRows = 2'500;            ///< that one search looks at
    static constexpr qint64 longText = 300;              ///< characters; what has more counts by itself
    static constexpr qint64 mostCharacters = 256 * 1024; ///< of these that one search looks at

    /// Both must outlive the table.
    SaidTable(LogDatabase &database, RoomTable &rooms) : m_database(database), m_rooms(rooms) {}

    // In a transaction. `id`: that of the event's row.
    void add(qint64 id, qint64 room, const RoomEvent &event); ///< what was stored, of whatever kind
    void erase(qint64 room, Seq last);                        ///< of a room's oldest events
    void removeRows(qint64 first, qint64 end);                ///< that were erased

    /// Below that row.
    FoundPage search(const SearchQuestion &question, qint64 below);

private:
    void insert(qint64 id, qint64 of, qint64 room, const RoomEvent &event);
    void empty(qint64 room, Seq message);
    QString roomNumbers(const QList<RoomId> &rooms) const;
    std::optional<qint64> take(LogStatement &rows, int limit, FoundPage &page);

    LogDatabase &m_database;
    RoomTable &m_rooms;
};

} // namespace tincan
