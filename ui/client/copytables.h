#pragma once

#include "ui/client/copydatabase.h"
#include "ui/client/messagecopy.h"

namespace tincan {

/// Reads and writes the tables of a copy. Everything in it is bounded: the newest events of each room are
/// kept, and the servers that were visited last.
class CopyTables
{
public:
    struct Bounds
    {
        int events = 100'000;  ///< of each room
        int rooms = 1'000;     ///< of each server
        int servers = 100;     ///< those at whose place another one was found go first
        int outbox = 10'000;   ///< of each server
        int searched = 10'000; ///< events that one page of a search looks at
    };

    CopyTables(CopyDatabase &database, const Bounds &bounds) : m_database(database), m_bounds(bounds) {}

    CopiedServer recall(const HostPort &place);
    QList<RoomEvent> page(const ServerIdentity &server, const RoomId &room, Seq before, int limit);
    serverevent::Found search(const ServerIdentity &server, const command::Search &question);

    /// Errors are the database's. What belongs to an unknown server or room is passed over.
    void apply(const ServerIdentity &server, const CopyChange &change);

private:
    struct Range
    {
        qint64 row = 0; ///< of the room; 0: unknown
        Seq low = 0;
        Seq high = -1; ///< -1: unknown
        QString epoch;
    };
    struct Between
    {
        Seq after = 0;
        Seq before = 0; ///< 0: up to the end
    };

    void take(qint64 server, const copychange::Room &room);
    void take(qint64 server, const copychange::Left &left);
    void take(qint64 server, const copychange::Reset &reset);
    void take(qint64 server, const copychange::Events &events);
    void take(qint64 server, const copychange::Read &read);
    void take(qint64 server, const copychange::Queued &queued);
    void take(qint64 server, const copychange::Settled &settled);

    void enter(const ServerIdentity &server, const Membership &membership);
    qint64 find(const ServerIdentity &server);
    Range rangeOf(qint64 server, const RoomId &room);
    void insert(qint64 room, const RoomEvent &event);
    void follow(qint64 room, const RoomEvent &event);
    void setRange(qint64 room, Seq low, Seq high);
    void empty(qint64 room);
    QList<RoomEvent> events(qint64 row, const RoomId &room, const Between &between, int limit);
    QList<CopiedRoom> rooms(qint64 server, const QList<QueuedPost> &outbox);
    QList<QueuedPost> outbox(qint64 server);

    CopyDatabase &m_database;
    Bounds m_bounds;
};

/// Reads the columns seq, at, kind, member, name, via, verified, text, post, reply, target.
RoomEvent readCopiedEvent(const QSqlQuery &row, const RoomId &room);

} // namespace tincan
