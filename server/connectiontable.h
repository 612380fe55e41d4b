#pragma once

#include "server/admission.h"
#include "server/broadcast.h"
#include "server/burstwatch.h"
#include "server/connection.h"
#include "server/courier.h"
#include "server/hostoptions.h"

#include <functional>
#include <unordered_map>
#include <vector>

namespace tincan {

/// Keeps all peers of a server, whether let in or not. What a turn of the event loop brings is read first;
/// then each peer is written to once, and those that are gone are destroyed.
class ConnectionTable final : public Courier, private PeerOwner
{
public:
    /// All must outlive the table.
    ConnectionTable(const HostOptions &options, const Clock &clock, DeadlineQueue &deadlines);

    /// Before the first accept(); must outlive the table.
    void setEvents(SessionEvents *events) { m_events = events; }

    void accept(std::unique_ptr<Link> link);

    /// Ends all peers. `empty` is called when the last one is gone, or at once.
    void endAll(std::function<void()> empty);

    void send(ConnectionId to, const ServerEvent &event) override;
    void send(ConnectionId to, const plain::Message &message) override;
    void send(ConnectionId to, Fanout &fanout, Stance stance) override;
    void listen(ConnectionId who, const RoomId &room, Stance stance) override;
    void unlisten(ConnectionId who, const RoomId &room) override;
    void send(const RoomId &to, Fanout &fanout, const QList<ConnectionId> &except) override;
    void end(ConnectionId to) override;
    qsizetype queuedBytes(ConnectionId to) const override;
    Traffic traffic(ConnectionId of) const override;

private:
    struct Entry
    {
        std::unique_ptr<Peer> peer;
        Connection *connection = nullptr; ///< the peer, where it takes part
        bool admitted = false;            ///< counts against the limits
    };

    void flushLater(ConnectionId id) override;
    void finished(ConnectionId id) override;
    void passed(qsizetype bytes) override { m_bursts.passed(bytes); }
    void endTurn();
    void endTurnLater();
    void flushAll();
    void destroyFinished();
    void admit(ConnectionId id, std::unique_ptr<Link> link);
    void refuse(ConnectionId id, std::unique_ptr<Link> link);
    Connection *find(ConnectionId id) const;

    const HostOptions &m_options;
    DeadlineQueue &m_deadlines;
    PeerContext m_context;
    Admission m_admission;
    BurstWatch m_bursts;
    SessionEvents *m_events = nullptr;
    Broadcast m_broadcast; ///< outlives the connections, which leave it
    std::unordered_map<ConnectionId, Entry> m_entries;
    std::vector<ConnectionId> m_toFlush;
    std::vector<ConnectionId> m_finished;
    std::function<void()> m_empty;
    std::uint64_t m_lastId = 0;
    Deadline m_turn;
};

} // namespace tincan
