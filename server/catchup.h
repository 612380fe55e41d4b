#pragma once

#include "server/courier.h"
#include "server/deadlinequeue.h"
#include "server/eventstore.h"

#include <QHash>

#include <map>
#include <optional>
#include <set>

namespace tincan {

/// Brings native connections the events of their rooms: each event once, in order, without a gap. Who is
/// behind gets them from the store, page by page, as fast as it reads; who has caught up is level with the
/// room, and hears its events with everybody else.
class CatchUp
{
public:
    /// No further page is read while more than this waits for the peer.
    static constexpr qsizetype refillBelow = 128 * 1024;
    static constexpr int retryFirstMs =
        1'000; ///< after the store could not read; then twice as long each time
    static constexpr int retryMostMs = 15'000;

    /// All must outlive this.
    CatchUp(EventStore &store, Courier &courier, DeadlineQueue &deadlines, int pageEvents);

    /// From now on `reader` gets the room's events behind number `have`.
    void follow(ConnectionId reader, const RoomId &room, Seq have);
    void unfollow(ConnectionId reader, const RoomId &room);
    void forget(ConnectionId reader);
    bool follows(ConnectionId reader, const RoomId &room) const;

    /// An event was stored, and `fanout` is its words: tells all who hear the room, but for `except`. Who is
    /// behind gets it in its turn.
    void tell(const RoomEvent &event, Fanout &fanout, const QList<ConnectionId> &except);
    /// Whether the event is still on its way to `reader`.
    bool willBring(ConnectionId reader, const RoomEvent &event) const;

    /// Goes on where the peer has read enough.
    void pump(ConnectionId reader);

private:
    struct Place
    {
        Seq next = 0;           ///< the number of the next event
        bool isLevel = false;   ///< it is that of the log instead, and the event comes by the room
        bool isRefused = false; ///< the store could not read it, and is asked again later
    };
    struct Reader
    {
        std::map<RoomId, Place> places;
        bool reading = false; ///< the store has been asked
        int refusals = 0;     ///< in a row
        Deadline retry;
    };
    struct Log
    {
        Seq next = 0; ///< the number of the event that is told next, once one was told
        std::set<ConnectionId> behind;
        int followers = 0;
    };

    void tellBehind(ConnectionId id, const RoomEvent &event, Fanout &fanout);
    void fallBehind(ConnectionId id, Reader &reader);
    void allFallBehind(const RoomId &room);
    void leave(ConnectionId id, const RoomId &room);
    Seq nextOf(const RoomId &room, const Place &place) const;
    std::optional<RoomId> behindIn(const Reader &reader) const;
    void retryLater(ConnectionId id, Reader &reader, const RoomId &room);
    void retry(ConnectionId id);
    void deliver(ConnectionId to, const RoomId &room, const EventPage &page);

    EventStore &m_store;
    Courier &m_courier;
    DeadlineQueue &m_deadlines;
    int m_pageEvents;
    std::map<ConnectionId, Reader> m_readers;
    std::map<RoomId, Log> m_logs; ///< that are followed
};

} // namespace tincan
