#include "ui/client/connectionwatch.h"

#include "protocol/clock.h"

#include <utility>

namespace tincan {

ConnectionWatch::ConnectionWatch(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_monotonic(clock.monotonic()), m_utc(clock.utc())
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &ConnectionWatch::look);
    connect(&m_steps, &ClockSteps::stepped, this, &ConnectionWatch::look);
    connect(&m_networks, &NetworkChanges::changed, this, &ConnectionWatch::doubtful);
    if (!m_steps.isTold()) {
        lookByItself();
    }
}

void ConnectionWatch::lookByItself()
{
    m_timer.start();
}

/// Whether the steady clock goes on in sleep depends on the system, so both are looked at. A wall clock that
/// was set right asks for nothing more than a ping.
void ConnectionWatch::look()
{
    const std::int64_t passed = m_clock.monotonic() - std::exchange(m_monotonic, m_clock.monotonic());
    const std::int64_t shown = m_clock.utc() - std::exchange(m_utc, m_clock.utc());
    if (hasSlept(passed, shown)) {
        Q_EMIT doubtful();
    }
}

bool ConnectionWatch::hasSlept(std::int64_t passed, std::int64_t shown) const
{
    const bool late = isTicking() && passed > lookEvery + jump;
    return late || shown - passed > jump;
}

} // namespace tincan
