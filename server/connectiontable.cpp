#include "server/connectiontable.h"

#include "protocol/peerwords.h"
#include "server/echopeer.h"
#include "server/freememory.h"
#include "server/logging.h"
#include "server/refusal.h"

using namespace Qt::StringLiterals;

namespace tincan {

ConnectionTable::ConnectionTable(const HostOptions &options, const Clock &clock, DeadlineQueue &deadlines)
    : m_options(options),
      m_deadlines(deadlines), m_context{options.limits, options.timing, clock,
                                        deadlines,      *this,          options.requireTls},
      m_admission(options.limits), m_bursts(deadlines, giveBackFreeMemory)
{
}

void ConnectionTable::accept(std::unique_ptr<Link> link)
{
    const auto id = ConnectionId(++m_lastId);
    m_bursts.passed(BurstWatch::connectionBytes);
    switch (m_admission.arrived(link->peerAddress())) {
    case Admission::Verdict::Admit:
        admit(id, std::move(link));
        return;
    case Admission::Verdict::Refuse:
        refuse(id, std::move(link));
        return;
    case Admission::Verdict::RefuseAtOnce:
        qCDebug(lcConnection) << "a connection is refused at once";
        return;
    }
}

void ConnectionTable::admit(ConnectionId id, std::unique_ptr<Link> link)
{
    qCDebug(lcConnection) << "connection" << quint64(id) << "from" << link->peerAddress() << link->peerPort();
    Entry &entry = m_entries[id];
    entry.admitted = true;
    if (m_options.echo) {
        entry.peer = std::make_unique<EchoPeer>(id, std::move(link), m_context);
        return;
    }
    auto connection = std::make_unique<Connection>(id, std::move(link), m_context, *m_events, m_broadcast);
    entry.connection = connection.get();
    entry.peer = std::move(connection);
    entry.connection->start();
}

void ConnectionTable::refuse(ConnectionId id, std::unique_ptr<Link> link)
{
    qCDebug(lcConnection) << "connection" << quint64(id) << "from" << link->peerAddress()
                          << "is refused: full";
    const Error full{ErrorCode::Full, PeerWords::tr("The room is full. Try again later.")};
    m_entries[id].peer = std::make_unique<Refusal>(id, std::move(link), m_context, full);
}

void ConnectionTable::endAll(std::function<void()> empty)
{
    m_empty = std::move(empty);
    for (const auto &[id, entry] : m_entries)
        entry.peer->end();
    endTurnLater();
}

void ConnectionTable::send(ConnectionId to, const ServerEvent &event)
{
    if (Connection *connection = find(to))
        connection->send(event);
}

void ConnectionTable::send(ConnectionId to, const plain::Message &message)
{
    if (Connection *connection = find(to))
        connection->send(message);
}

void ConnectionTable::send(ConnectionId to, Fanout &fanout, Stance stance)
{
    if (Connection *connection = find(to))
        connection->send(fanout, stance);
}

void ConnectionTable::listen(ConnectionId who, const RoomId &room, Stance stance)
{
    if (Connection *connection = find(who))
        m_broadcast.listen(*connection, room, stance);
}

void ConnectionTable::unlisten(ConnectionId who, const RoomId &room)
{
    if (Connection *connection = find(who))
        m_broadcast.unlisten(*connection, room);
}

void ConnectionTable::send(const RoomId &to, Fanout &fanout, const QList<ConnectionId> &except)
{
    std::vector<Connection *> without;
    for (const ConnectionId id : except) {
        if (Connection *connection = find(id))
            without.push_back(connection);
    }
    m_broadcast.send(to, fanout, without);
    endTurnLater();
}

void ConnectionTable::end(ConnectionId to)
{
    if (Connection *connection = find(to))
        connection->end();
}

qsizetype ConnectionTable::queuedBytes(ConnectionId to) const
{
    const Connection *connection = find(to);
    return connection ? connection->queuedBytes() : 0;
}

Traffic ConnectionTable::traffic(ConnectionId of) const
{
    const Connection *connection = find(of);
    return connection ? connection->traffic() : Traffic();
}

Connection *ConnectionTable::find(ConnectionId id) const
{
    const auto entry = m_entries.find(id);
    return entry == m_entries.end() ? nullptr : entry->second.connection;
}

void ConnectionTable::flushLater(ConnectionId id)
{
    m_toFlush.push_back(id);
    endTurnLater();
}

void ConnectionTable::finished(ConnectionId id)
{
    m_finished.push_back(id);
    endTurnLater();
}

void ConnectionTable::endTurnLater()
{
    if (!m_turn.isPending())
        m_turn = m_deadlines.in(0, [this] { endTurn(); });
}

void ConnectionTable::endTurn()
{
    m_broadcast.endTurn();
    flushAll();
    destroyFinished();
    if (m_entries.empty() && m_empty)
        std::exchange(m_empty, nullptr)();
}

void ConnectionTable::flushAll()
{
    // A flush may bring new ones: they wait for the next turn.
    const auto toFlush = std::exchange(m_toFlush, {});
    for (const ConnectionId id : toFlush) {
        const auto entry = m_entries.find(id);
        if (entry != m_entries.end())
            entry->second.peer->flush();
    }
}

void ConnectionTable::destroyFinished()
{
    const auto finished = std::exchange(m_finished, {});
    for (const ConnectionId id : finished) {
        m_bursts.passed(BurstWatch::connectionBytes);
        const auto node = m_entries.extract(id);
        const Entry &entry = node.mapped();
        if (entry.admitted)
            m_admission.left(entry.peer->link().peerAddress());
        else
            m_admission.refusalEnded();
        if (entry.connection)
            m_events->gone(id);
        qCDebug(lcConnection) << "connection" << quint64(id) << "is gone";
    }
}

} // namespace tincan
