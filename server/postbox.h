#pragma once

#include "protocol/clock.h"
#include "server/roster.h"

namespace tincan {

/// Puts what members say into the rooms' logs, and what is stored before the rooms' people.
class Postbox
{
public:
    /// All must outlive the postbox.
    Postbox(EventStore &store, Courier &courier, Roster &roster, const Clock &clock);

    struct Draft
    {
        EventKind kind = EventKind::Message;
        QString text;
        PostId postId;
        Seq reply = 0;
        Seq target = 0;
    };
    /// `author` is in the room, and the other end of a direct room still on the server.
    void post(const MemberRecord &author, Room &room, Draft draft);

private:
    void openForOtherEnd(const MemberRecord &author, Room &room);
    void stored(const AppendResult &result);
    void answerAgain(const RoomEvent &event);
    void refuse(const RoomEvent &event, const Error &error);
    void tellRoom(Room &room, const AppendResult &result);
    void tellEnds(const Room &room, const RoomEvent &event, Fanout &fanout);

    EventStore &m_store;
    Courier &m_courier;
    Roster &m_roster;
    const Clock &m_clock;
};

} // namespace tincan
