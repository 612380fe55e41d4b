#pragma once

#include "protocol/clock.h"
#include "tests/models/roomevents.h"

namespace tincan::sample {

/// A clock that stands until it is set.
class FixedClock final : public Clock
{
public:
    std::int64_t monotonic() const override { return now; }
    std::int64_t utc() const override { return now; }

    std::int64_t now = morning;
};

} // namespace tincan::sample
