#pragma once

#include "server/courier.h"
#include "server/eventstore.h"

#include <QHash>

#include <map>
#include <optional>

namespace tincan {

/// Brings native connections the events of their rooms: each event once, in order, without a gap. Who is
/// behind gets them from the store, page by page, as fast as it reads; live events of a room are left out
/// until it has caught up.
class CatchUp
{
public:
    /// No further page is read while more than this waits for the peer.
    static constexpr qsizetype refillBelow = 128 * 1024;

    /// Both must outlive this.
    CatchUp(EventStore &store, Courier &courier, int pageEvents);

    /// From now on `reader` gets the room's events behind number `have`.
    void follow(ConnectionId reader, const RoomId &room, Seq have);
    void unfollow(ConnectionId reader, const RoomId &room);
    void forget(ConnectionId reader);
    bool follows(ConnectionId reader, const RoomId &room) const;

    /// An event was stored: sends it to `reader` if it has all that came before.
    void sendLive(ConnectionId reader, const RoomEvent &event, Fanout &fanout);
    /// Whether the event is still on its way to `reader`.
    bool willBring(ConnectionId reader, const RoomEvent &event) const;

    /// Goes on where the peer has read enough.
    void pump(ConnectionId reader);

private:
    struct Reader
    {
        std::map<RoomId, Seq> next; ///< the number of the next event, for each room
        bool reading = false;       ///< the store has been asked
    };

    std::optional<RoomId> behindIn(const Reader &reader) const;
    void deliver(ConnectionId to, const RoomId &room, const EventPage &page);

    EventStore &m_store;
    Courier &m_courier;
    int m_pageEvents;
    std::map<ConnectionId, Reader> m_readers;
};

} // namespace tincan
