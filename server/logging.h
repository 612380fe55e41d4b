#pragma once

#include <QLoggingCategory>

namespace tincan {

// What is logged names connections and causes, never texts, names' secrets or tokens.
Q_DECLARE_LOGGING_CATEGORY(lcListener)
Q_DECLARE_LOGGING_CATEGORY(lcConnection)
Q_DECLARE_LOGGING_CATEGORY(lcHub)
Q_DECLARE_LOGGING_CATEGORY(lcStore)

} // namespace tincan
