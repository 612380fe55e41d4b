#pragma once

#include "protocol/clock.h"

namespace tincan {

/// Time that goes on when a test says so.
class ManualClock final : public Clock
{
public:
    std::int64_t monotonic() const override { return m_now; }
    std::int64_t utc() const override { return m_ahead + m_now; }
    void advance(int milliseconds) { m_now += milliseconds; }
    /// Somebody puts the computer's clock forward or back.
    void put(std::int64_t milliseconds) { m_ahead += milliseconds; }

private:
    std::int64_t m_now = 1000;
    std::int64_t m_ahead = 1'795'000'000'000;
};

} // namespace tincan
