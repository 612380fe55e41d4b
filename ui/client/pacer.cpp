#include "ui/client/pacer.h"

#include <algorithm>
#include <cmath>

namespace tincan {

namespace {

constexpr double reserve = 0.2; // of the burst is left unused

} // namespace

void Pacer::restart(int burst, int perSecond, std::int64_t now)
{
    m_capacity = burst > 0 ? std::max(1.0, std::floor(burst * (1 - reserve))) : 0;
    m_perMillisecond = std::max(1, perSecond) / 1000.0;
    m_tokens = m_capacity;
    m_at = now;
}

void Pacer::spend(std::int64_t now)
{
    m_tokens = tokens(now) - 1;
    m_at = now;
}

void Pacer::empty(std::int64_t now)
{
    m_tokens = 0;
    m_at = now;
}

int Pacer::readyIn(std::int64_t now) const
{
    const double missing = 1 - tokens(now);
    return m_capacity <= 0 || missing <= 0 ? 0 : int(std::ceil(missing / m_perMillisecond));
}

double Pacer::tokens(std::int64_t now) const
{
    return std::min(m_capacity, m_tokens + double(now - m_at) * m_perMillisecond);
}

} // namespace tincan
