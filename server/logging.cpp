#include "server/logging.h"

namespace tincan {

Q_LOGGING_CATEGORY(lcListener, "tincan.server.listener", QtInfoMsg)
Q_LOGGING_CATEGORY(lcConnection, "tincan.server.connection", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHub, "tincan.server.hub", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "tincan.server.store", QtInfoMsg)

} // namespace tincan
