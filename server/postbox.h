#pragma once

#include "protocol/clock.h"
#include "server/roster.h"

namespace tincan {

/// Puts what members say into the rooms' logs, and what is stored before the rooms' people.
class Postbox
{
public:
    struct Parts ///< all must outlive the postbox
    {
        EventStore &store;
        Courier &courier;
        Roster &roster;
        HouseRules &rules;
        const Clock &clock;
    };
    explicit Postbox(const Parts &parts) : m_parts(parts) {}

    struct Draft
    {
        EventKind kind = EventKind::Message;
        QString text;
        PostId postId;
        Seq reply = 0;
        Seq target = 0;
    };
    /// `author` is in the room, and the other end of a direct room still on the server. Who may not write is
    /// told why, unless it only repeats what it wrote before.
    void post(const MemberRecord &author, Room &room, Draft draft);
    /// The same where the problem is known already. There need not be such a room.
    void refuse(const MemberRecord &author, const RoomId &room, const Draft &draft, const Error &problem);

private:
    void openForOtherEnd(const RoomEvent &event, Room &room);
    void append(RoomEvent event, const QString &person);
    void deleteAsModerator(RoomEvent event, const QString &person);
    std::optional<Error> deletionProblem(const RoomEvent &deletion, const QString &person,
                                         const EventPage &page) const;
    void refuseUnlessRepeated(RoomEvent event, const MemberRecord &author, const Error &problem);
    void stored(const AppendResult &result);
    void answered(const RoomId &id);
    void acknowledge(const RoomEvent &event);
    void answerAgain(const RoomEvent &event);
    std::optional<Error> problemOf(const MemberRecord &author, const Room &room, EventKind kind);
    std::optional<Error> openingProblem(const MemberRecord &author, const Room &direct);
    void noteDeletion(const AppendResult &result);
    void refuse(const MemberRecord &author, const PostId &post, const Error &error);
    void tellRoom(Room &room, const AppendResult &result);
    void tellEnds(const Room &room, const RoomEvent &event, Fanout &fanout);

    Parts m_parts;
};

} // namespace tincan
