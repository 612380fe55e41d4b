#pragma once

#include "tests/server/house.h"

namespace tincan {

/// Opens the talk, and answers the room that it is told of.
inline RoomInfo openDirect(NativePeer &asker, const MemberId &with)
{
    command::Direct direct;
    direct.with = with;
    asker.takeAll<serverevent::Joined>();
    asker.say(direct);
    const auto joined = asker.takeAll<serverevent::Joined>();
    return joined.isEmpty() ? RoomInfo() : joined.first().rooms.value(0);
}

} // namespace tincan
