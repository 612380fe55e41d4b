#pragma once

#include "protocol/plainvocabulary.h"
#include "protocol/serverevent.h"
#include "server/connectionid.h"
#include "server/fanout.h"

#include <cstdint>

namespace tincan {

/// What goes on on one connection.
struct Traffic
{
    qsizetype queued = 0;      ///< bytes that wait for the peer
    std::int64_t messages = 0; ///< that came from it
    int lately = 0;            ///< those of the last ten seconds
    int roundTrip = -1;        ///< milliseconds; -1: not known
    bool isEnding = true;      ///< nothing is read from it any more, or it is gone
};

/// The hub's way to the peers. No call ever reports back before it returns, and a connection that is gone
/// swallows what it is sent. A native message goes to a native connection only, a text to a text connection
/// only.
class Courier
{
public:
    virtual void send(ConnectionId to, const ServerEvent &event) = 0;
    virtual void send(ConnectionId to, const plain::Message &message) = 0;
    virtual void send(ConnectionId to, Fanout &fanout, Stance stance) = 0;

    /// From now on, and until it is told otherwise or is gone, the connection hears what is said to the room.
    virtual void listen(ConnectionId who, const RoomId &room, Stance stance) = 0;
    virtual void unlisten(ConnectionId who, const RoomId &room) = 0;
    /// To all who hear the room, but for some. Costs the same however many these are.
    virtual void send(const RoomId &to, Fanout &fanout, const QList<ConnectionId> &except) = 0;

    /// Reads no more, sends what is queued, closes.
    virtual void end(ConnectionId to) = 0;

    /// Bytes that wait for the peer.
    virtual qsizetype queuedBytes(ConnectionId to) const = 0;
    virtual Traffic traffic(ConnectionId of) const = 0;

protected:
    ~Courier() = default;
};

} // namespace tincan
