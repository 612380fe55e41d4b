#include "ui/client/liveness.h"

#include <algorithm>

namespace tincan {

Liveness::Liveness(const ClientTiming &timing, std::int64_t now) : m_timing(timing), m_heard(now) {}

void Liveness::heard(std::int64_t now)
{
    m_heard = now;
    m_doubted = -1;
}

void Liveness::doubt(std::int64_t now)
{
    if (m_doubted < 0) {
        m_doubted = now;
        m_asked = false;
    }
}

Liveness::Need Liveness::check(std::int64_t now) const
{
    if (now >= giveUpAt()) {
        return Need::GiveUp;
    }
    return now >= pingAt() ? Need::Ping : Need::Nothing;
}

int Liveness::checkIn(std::int64_t now) const
{
    const std::int64_t next = std::min(pingAt(), giveUpAt());
    return int(std::max<std::int64_t>(0, next - now));
}

QString Liveness::ping(std::int64_t now)
{
    m_pinged = now;
    m_asked = true;
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

std::int64_t Liveness::giveUpAt() const
{
    const std::int64_t patience = m_heard + m_timing.lostAfter;
    return m_doubted < 0 ? patience : std::min(patience, m_doubted + m_timing.doubtAnswer);
}

std::int64_t Liveness::pingAt() const
{
    if (m_pinged < 0) {
        return m_heard;
    }
    if (m_doubted >= 0 && !m_asked) {
        return m_doubted;
    }
    const std::int64_t afterSilence = std::max(m_heard, m_pinged) + m_timing.pingAfter;
    const int again = m_pings == 1 ? m_timing.measureAgain : m_timing.measureEvery;
    return std::min(afterSilence, m_pinged + again);
}

} // namespace tincan
