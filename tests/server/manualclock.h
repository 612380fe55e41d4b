#pragma once

#include "protocol/clock.h"

namespace tincan {

/// Time that goes on when a test says so.
class ManualClock final : public Clock
{
public:
    std::int64_t monotonic() const override { return m_now; }
    std::int64_t utc() const override { return 1'795'000'000'000 + m_now; }
    void advance(int milliseconds) { m_now += milliseconds; }

private:
    std::int64_t m_now = 1000;
};

} // namespace tincan
