#include "server/forgettingtime.h"

#include "protocol/clock.h"

#include <cstdlib>

namespace tincan {

ForgettingTime::ForgettingTime(const Clock &clock)
    : m_clock(clock), m_ahead(clock.utc() - clock.monotonic()), m_claimedAhead(m_ahead)
{
}

std::int64_t ForgettingTime::utc()
{
    const std::int64_t now = m_clock.monotonic();
    const std::int64_t ahead = m_clock.utc() - now;
    if (std::abs(ahead - m_claimedAhead) >= smallestStepMs) {
        m_claimedAhead = ahead;
        m_claimedFrom = now;
    }
    const bool isPutForward = ahead - m_ahead >= smallestStepMs;
    if (!isPutForward || now - m_claimedFrom >= believedAfterMs)
        m_ahead = m_claimedAhead = ahead;
    return now + m_ahead;
}

} // namespace tincan
