#include "ui/client/connectionwatch.h"

#include "protocol/clock.h"

#include <QNetworkInformation>

#include <utility>

namespace tincan {

ConnectionWatch::ConnectionWatch(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_monotonic(clock.monotonic()), m_utc(clock.utc())
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &ConnectionWatch::look);
    m_timer.start();
}

/// Whether the steady clock goes on in sleep depends on the system, so both are looked at. A wall clock that
/// was set right asks for nothing more than a ping.
void ConnectionWatch::look()
{
    const std::int64_t passed = m_clock.monotonic() - std::exchange(m_monotonic, m_clock.monotonic());
    const std::int64_t shown = m_clock.utc() - std::exchange(m_utc, m_clock.utc());
    if (passed > lookEvery + jump || shown > lookEvery + jump) {
        Q_EMIT doubtful();
    }
}

void ConnectionWatch::followNetwork()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        return;
    }
    const QNetworkInformation *network = QNetworkInformation::instance();
    connect(network, &QNetworkInformation::reachabilityChanged, this, &ConnectionWatch::doubtful);
}

} // namespace tincan
