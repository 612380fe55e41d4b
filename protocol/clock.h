#pragma once

#include <cstdint>

namespace tincan {

/// Where time comes from, so that tests can set it. Both in milliseconds.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual std::int64_t monotonic() const = 0; ///< never goes back; the origin means nothing
    virtual std::int64_t utc() const = 0;       ///< since 1970-01-01T00:00:00Z
};

/// The computer's own clocks.
class SystemClock final : public Clock
{
public:
    std::int64_t monotonic() const override;
    std::int64_t utc() const override;
};

} // namespace tincan
