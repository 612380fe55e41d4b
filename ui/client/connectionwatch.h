#pragma once

#include <QObject>
#include <QTimer>

#include <cstdint>

namespace tincan {

class Clock;

/// Notices what ends connections without a word: the computer slept, or changed its network. The first is
/// seen by clocks that went on further than the timer did; the second is told by the operating system, where
/// Qt can ask it.
class ConnectionWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr int lookEvery = 2'000; ///< ms
    static constexpr int jump = 10'000;     ///< ms that a clock may be ahead of what was to be expected

    /// `clock` must outlive the watch.
    explicit ConnectionWatch(const Clock &clock, QObject *parent = nullptr);

    void look(); ///< at the clocks; the timer does

    /// Asks the operating system to tell of its networks; once in a program.
    void followNetwork();

Q_SIGNALS:
    void doubtful(); ///< connections may be gone: better ask

private:
    const Clock &m_clock;
    QTimer m_timer;
    std::int64_t m_monotonic;
    std::int64_t m_utc;
};

} // namespace tincan
