#pragma once

#include "ui/models/desktopnotifier.h"

#include <memory>

namespace tincan {

/// The desktop's service for alerts, where it has one that this program knows; else null.
std::unique_ptr<DesktopNotifier> desktopNotifier();

} // namespace tincan
