#pragma once

#include "protocol/error.h"
#include "protocol/ids.h"
#include "protocol/limits.h"

#include <QString>

namespace tincan {

/// A name as people may carry it: sanitised, NFC, one line, 1 to Limits::nameCharacters code points, at least
/// one of them visible, no invisible characters, no colon, not starting with one of `/ # * ! @ > -`, nor
/// holding "->", so that "NAME: text" can be read in one way only. Error: BadName with the reason.
Result<QString> checkedName(const QString &wish, const Limits &limits);

/// Two names with the same key are the same name (NFKC and case folding).
QString nameKey(const QString &name);

/// The `attempt`-th (2, 3, …) free-looking variant of a taken name: "Ada-2", within the limit.
QString nameVariant(const QString &name, int attempt, const Limits &limits);

/// A room's display name, sanitised, without leading '#'. Error: BadName.
Result<QString> checkedRoomName(const QString &wish, const Limits &limits);

/// The id that a room of this name has: case-folded NFKC, white space as '-'. Accepts ids, too: roomIdFor(id)
/// == id.
RoomId roomIdFor(const QString &name);

} // namespace tincan
