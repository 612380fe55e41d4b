#include "ui/client/clocksteps.h"

#ifdef Q_OS_LINUX

#include <QSocketNotifier>

#include <cstdint>
#include <limits>
#include <sys/timerfd.h>
#include <unistd.h>

namespace tincan {

/// A timer that never ends, but is cancelled whenever the clock makes a step, by sleep too.
class ClockSteps::Private
{
public:
    explicit Private(ClockSteps &steps)
        : m_descriptor(timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK))
    {
        itimerspec never{};
        never.it_value.tv_sec = std::numeric_limits<time_t>::max();
        constexpr int flags = TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET;
        if (m_descriptor < 0 || timerfd_settime(m_descriptor, flags, &never, nullptr) != 0)
            return;
        m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, &steps, [this, &steps] {
            std::uint64_t times = 0;
            if (read(m_descriptor, &times, sizeof times) < 0) // which is what being cancelled says
                Q_EMIT steps.stepped();
        });
    }

    ~Private()
    {
        m_notifier.reset(); // before what it watches
        if (m_descriptor >= 0)
            close(m_descriptor);
    }

    bool isTold() const { return m_notifier != nullptr; }

private:
    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

ClockSteps::ClockSteps(QObject *parent) : QObject(parent), d(std::make_unique<Private>(*this)) {}

ClockSteps::~ClockSteps() = default;

bool ClockSteps::isTold() const
{
    return d->isTold();
}

} // namespace tincan

#endif
