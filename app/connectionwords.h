#pragma once

#include "protocol/roomaddress.h"
#include "ui/client/connectionstate.h"

#include <QString>

namespace tincan {

/// Why there is no connection, as one sentence for somebody at a terminal.
QString connectionWords(const ConnectionState &state, const RoomAddress &address);

} // namespace tincan
