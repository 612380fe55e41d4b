#pragma once

#include <cstdint>
#include <limits>

namespace tincan {

/// Lets the program open `enough` files and sockets, or as many as the system allows it. What it starts may
/// open as many, too.
void raiseDescriptorLimit(std::uint64_t enough = std::numeric_limits<std::uint64_t>::max());

} // namespace tincan
