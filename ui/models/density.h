#pragma once

namespace tincan {

/// How much room there is between messages.
enum class Density
{
    Comfortable,
    Compact
};

} // namespace tincan
