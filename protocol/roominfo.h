#pragma once

#include "protocol/ids.h"
#include "protocol/moderation.h"
#include "protocol/roomevent.h"

#include <QList>
#include <QString>

namespace tincan {

enum class MemberState
{
    Here,
    Away
};
enum class RoomKind
{
    Room,
    Direct
};

struct Member
{
    MemberId id;
    QString name;
    Via via = Via::Native;
    bool tls = false;
    MemberState state = MemberState::Here;
    QString status = {};   ///< what it says about itself; one line
    bool verified = false; ///< it proved to have the key that its name belongs to on this server
    Role role = Role::None;
    bool muted = false; ///< it may read, and not write

    friend bool operator==(const Member &, const Member &) = default;
};

/// A room as one member sees it: a direct room's name is the other member's.
struct RoomInfo
{
    RoomId id;
    QString name;
    RoomKind kind = RoomKind::Room;
    QString topic;
    Seq first = 1; ///< the oldest event that is still there (head + 1 in an empty log)
    Seq head = 0;  ///< the newest event; 0 where nothing was ever said
    Epoch epoch;
    int total = 0;         ///< members
    QList<Member> members; ///< empty in a room of more than Limits::memberListMaximum
    int slow = 0;          ///< seconds between two messages of one member; 0: as fast as one likes
    Writers writers = Writers::All;
    Retention keep = {}; ///< what the server keeps of its history

    friend bool operator==(const RoomInfo &, const RoomInfo &) = default;
};

} // namespace tincan
