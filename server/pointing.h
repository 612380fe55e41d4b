#pragma once

#include "protocol/error.h"
#include "protocol/roomevent.h"

#include <optional>

namespace tincan {

/// Whether it is a message or an action: what can be edited, deleted and searched.
bool isSpoken(const RoomEvent &event);

/// The number of the event that this one answers or points at; 0 where it does neither.
Seq pointsAt(const RoomEvent &event);

/// Why an event must not be stored: an edit of what is somebody else's, or a deletion of it by who is no
/// moderator, or a reaction to what is no message. `about` is the event at pointsAt(), null where the log has
/// none there. Errors: BadField, NotAllowed.
std::optional<Error> pointingProblem(const RoomEvent &event, const RoomEvent *about);

} // namespace tincan
