#include "ui/client/liveness.h"

#include <algorithm>

namespace tincan {

Liveness::Liveness(const ClientTiming &timing, std::int64_t now) : m_timing(timing), m_heard(now) {}

Liveness::Need Liveness::check(std::int64_t now) const
{
    if (now - m_heard >= m_timing.lostAfter) {
        return Need::GiveUp;
    }
    return now >= pingAt() ? Need::Ping : Need::Nothing;
}

int Liveness::checkIn(std::int64_t now) const
{
    const std::int64_t next = std::min(pingAt(), m_heard + m_timing.lostAfter);
    return int(std::max<std::int64_t>(0, next - now));
}

QString Liveness::ping(std::int64_t now)
{
    m_pinged = now;
    m_open = true;
    return QString::number(++m_pings);
}

std::optional<int> Liveness::answered(const QString &tag, std::int64_t now)
{
    if (!m_open || tag != QString::number(m_pings)) {
        return std::nullopt;
    }
    m_open = false;
    return int(now - m_pinged);
}

std::int64_t Liveness::pingAt() const
{
    if (m_pinged < 0) {
        return m_heard;
    }
    const std::int64_t afterSilence = std::max(m_heard, m_pinged) + m_timing.pingAfter;
    return std::min(afterSilence, m_pinged + m_timing.measureEvery);
}

} // namespace tincan
