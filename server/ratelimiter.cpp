#include "server/ratelimiter.h"

#include <algorithm>

namespace tincan {

namespace {
constexpr std::int64_t oneMessage = 1000;
constexpr std::int64_t calmMs = 1000;
} // namespace

RateLimiter::RateLimiter(int burst, int perSecond)
    : m_capacity(burst * oneMessage), m_perMillisecond(perSecond), m_tokens(m_capacity)
{
}

RateLimiter::Verdict RateLimiter::count(std::int64_t now)
{
    if (m_capacity == 0)
        return Verdict::Pass;
    refill(now);
    if (m_tokens >= oneMessage) {
        m_tokens -= oneMessage;
        return Verdict::Pass;
    }
    if (now - m_droppedAt >= calmMs)
        m_dropped = 0;
    m_droppedAt = now;
    return ++m_dropped > patience ? Verdict::CutOff : Verdict::Drop;
}

void RateLimiter::refill(std::int64_t now)
{
    if (m_started)
        m_tokens = std::min(m_capacity, m_tokens + (now - m_filledAt) * m_perMillisecond);
    m_filledAt = now;
    m_started = true;
}

} // namespace tincan
