#pragma once

#include "protocol/identity.h"

#include <QString>

namespace tincan {

/// The key by which servers know this profile again, so that names stay its own. It is kept in a folder of
/// the profile's, and made at first use. Empty where that cannot be done: one is nobody in particular then.
Identity ownIdentity(const QString &profile);

} // namespace tincan
