#include "server/forgettingtime.h"

#include "protocol/clock.h"

namespace tincan {

ForgettingTime::ForgettingTime(const Clock &clock)
    : m_clock(clock), m_ahead(clock.utc() - clock.monotonic()), m_claimedAhead(m_ahead)
{
}

std::int64_t ForgettingTime::utc()
{
    const std::int64_t now = m_clock.monotonic();
    const std::int64_t ahead = m_clock.utc() - now;
    const bool isClaimed = m_claimedAhead > m_ahead;
    if (isClaimed && ahead > m_claimedAhead - smallestStepMs && now - m_claimedFrom >= believedAfterMs)
        m_ahead = m_claimedAhead; // whatever step came after it, each sleep of the computer is one
    if (ahead - m_ahead < smallestStepMs) {
        m_ahead = m_claimedAhead = ahead;
    } else if (m_claimedAhead == m_ahead || ahead <= m_claimedAhead - smallestStepMs) {
        m_claimedAhead = ahead;
        m_claimedFrom = now;
    }
    return now + m_ahead;
}

} // namespace tincan
