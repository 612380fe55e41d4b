#pragma once

#include <QString>

namespace tincan {

class Neighbourhood;

/// Adds the system's DNS-SD service to the means by which rooms nearby are found and shown, where there is
/// one that this program knows. `interface` is the only one to be used; empty: all.
void addDnsSd(Neighbourhood &neighbourhood, const QString &interface);

} // namespace tincan
