#pragma once

#include "protocol/command.h"
#include "protocol/error.h"

#include <cstdint>
#include <optional>

namespace tincan {

/// A post that no server has acknowledged.
struct QueuedPost
{
    command::Post post;
    std::int64_t at = 0;          ///< when it was made: UTC, milliseconds
    std::optional<Error> failure; ///< why it is not sent again unasked
    friend bool operator==(const QueuedPost &, const QueuedPost &) = default;
};

} // namespace tincan
