#pragma once

#include "server/courier.h"
#include "server/deadlinequeue.h"
#include "server/presencesummary.h"
#include "server/roomindex.h"

namespace tincan {

/// Tells the people in a room who came, went or changed: once a turn of the event loop, and in large rooms,
/// where only the total is told, once a second.
class PresenceBoard
{
public:
    static constexpr int largeRoomMs = 1000;

    struct Parts ///< all must outlive the board
    {
        const Limits &limits;
        const Directory &people;
        const RoomIndex &rooms;
        Courier &courier;
        DeadlineQueue &deadlines;
    };
    explicit PresenceBoard(const Parts &parts) : m_parts(parts) {}

    void joined(const Room &room, const Member &member);
    void left(const Room &room, const Member &member);
    void changed(const Room &room, const Member &member, const QString &nameBefore);

    /// Before this member is heard: tells now what is to be told of it.
    void tellBefore(const Room &room, const MemberId &speaker);

private:
    struct Pending
    {
        PresenceSummary summary;
        Deadline due;
        int totalTold = -1;
    };
    using Change = PresenceSummary::Change;
    using Changes = QList<Change>;

    /// Something is to be told of the room; nothing is kept where that is its total alone.
    PresenceSummary *summaryOf(const Room &room);
    void tell(const RoomId &id);
    void tellTotal(const Room &room, Pending &pending);
    void tellChanges(const Room &room, const Changes &changes);
    void tellNotice(const Room &room, const Change &change, const QList<ConnectionId> &fresh);
    void tellOne(const Room &room, const MemberRecord &reader, const Changes &changes,
                 PresenceSummary::Moment moment);
    bool isLarge(const Room &room) const { return room.total() > m_parts.limits.memberListMaximum; }

    Parts m_parts;
    std::map<RoomId, Pending> m_pending;
};

} // namespace tincan
