#pragma once

#include "protocol/command.h"
#include "protocol/textcommand.h"

namespace tincan {

/// What a command of the text dialects sets in a room, as the native dialect asks for it.
command::Moderate ruleFor(const RoomId &room, const textcommand::Slow &slow);
command::Moderate ruleFor(const RoomId &room, const textcommand::WhoWrites &who);
command::Moderate ruleFor(const RoomId &room, const textcommand::Keep &keep);

} // namespace tincan
