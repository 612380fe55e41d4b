#pragma once

#include "server/storetask.h"

#include <QHash>
#include <QSet>

#include <map>

namespace tincan {

class LogDatabase;

/// The rooms of a database, and where their logs stand. A transaction that fails takes back what it counted;
/// rooms that it opened or dropped are opened and dropped with the next one.
class RoomTable
{
public:
    struct Stand
    {
        qint64 number = 0; ///< of the room in the database; 0: it is not there yet
        Seq trimmed = 0;   ///< the last event that is no longer there
        Seq head = 0;
        QString topic;
    };
    struct Log
    {
        Room room;
        Epoch epoch;
        Stand now;   ///< with the transaction that is under way
        Stand saved; ///< without it
    };

    /// `database` must outlive the table.
    explicit RoomTable(LogDatabase &database) : m_database(database) {}

    void load();
    std::vector<StoredLog> logs() const;
    const std::map<RoomId, Log> &all() const { return m_logs; }

    void open(const Room &room, const Epoch &epoch);
    void drop(const RoomId &id);

    /// Null where there is no such room.
    Log *find(const RoomId &id);
    /// Null where the room is gone.
    const Log *findNumber(qint64 number) const;

    // In a transaction.
    qint64 numberOf(Log &log); ///< makes the room in the database where it is not there
    void setHead(Log &log, Seq head);
    void setTopic(Log &log, const QString &topic);
    void setTrimmed(Log &log, Seq trimmed);
    bool hasUnwritten() const { return m_hasUnwritten; }
    void writeUnwritten();
    void settle(bool committed); ///< the transaction is over

private:
    void writeDropped();
    void insert(Log &log);

    LogDatabase &m_database;
    std::map<RoomId, Log> m_logs;
    QHash<qint64, RoomId> m_byNumber;
    QSet<RoomId> m_changed;      ///< in this transaction
    QList<qint64> m_dropped;     ///< the database still has them
    qsizetype m_droppedNow = 0;  ///< of these, dropped in this transaction
    QList<qint64> m_insertedNow; ///< in this transaction
    bool m_hasUnwritten = false;
};

} // namespace tincan
