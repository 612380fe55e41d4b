#pragma once

#include "ui/client/clocksteps.h"
#include "ui/client/networkchanges.h"

#include <QObject>
#include <QTimer>

#include <cstdint>

namespace tincan {

class Clock;

/// Notices what ends connections without a word: the computer slept, or changed its network. The operating
/// system tells of both. Where it does not tell of sleep, that is seen by clocks that went on further than a
/// timer did.
class ConnectionWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr int lookEvery = 2'000; ///< ms; where nobody tells
    static constexpr int jump = 10'000;     ///< ms that a clock may be ahead of what was to be expected

    /// `clock` must outlive the watch.
    explicit ConnectionWatch(const Clock &clock, QObject *parent = nullptr);

    void look(); ///< at the clocks

    /// From now on by the timer, as where the operating system does not tell of sleep.
    void lookByItself();
    bool isTicking() const { return m_timer.isActive(); }

Q_SIGNALS:
    void doubtful(); ///< connections may be gone: better ask

private:
    bool hasSlept(std::int64_t passed, std::int64_t shown) const;

    const Clock &m_clock;
    ClockSteps m_steps;
    NetworkChanges m_networks;
    QTimer m_timer;
    std::int64_t m_monotonic;
    std::int64_t m_utc;
};

} // namespace tincan
