#pragma once

#include <cstdint>

namespace tincan {

/// Names one connection of a server; never used twice in a run.
enum class ConnectionId : std::uint64_t
{
    None = 0
};

} // namespace tincan
