#include "ui/client/reconnectpolicy.h"

#include <algorithm>
#include <utility>

namespace tincan {

ReconnectPolicy::ReconnectPolicy(const ClientTiming &timing, std::function<double()> random)
    : m_timing(timing), m_random(std::move(random))
{
}

void ReconnectPolicy::online(std::int64_t now)
{
    m_onlineSince = now;
}

int ReconnectPolicy::nextDelay(std::int64_t now)
{
    if (m_onlineSince >= 0 && now - m_onlineSince >= m_timing.stableAfter) {
        m_attempts = 0;
    }
    m_onlineSince = -1;
    double delay = m_timing.retryFirst;
    for (int i = 0; i < m_attempts && delay < m_timing.retryMost; ++i) {
        delay *= 2;
    }
    ++m_attempts;
    const double jittered = std::min<double>(delay, m_timing.retryMost) * (0.75 + 0.5 * m_random());
    return std::clamp(int(jittered), 0, m_timing.retryMost);
}

void ReconnectPolicy::reset()
{
    m_attempts = 0;
    m_onlineSince = -1;
}

} // namespace tincan
