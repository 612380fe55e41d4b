#include "ui/client/clocksteps.h"

#ifdef Q_OS_LINUX

#include "ui/client/watcheddescriptor.h"

#include <cstdint>
#include <limits>
#include <sys/timerfd.h>
#include <unistd.h>

namespace tincan {

/// A timer that never ends, but is cancelled whenever the clock makes a step, by sleep too.
class ClockSteps::Private
{
public:
    explicit Private(ClockSteps &steps) : m_timer(timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK))
    {
        itimerspec never{};
        never.it_value.tv_sec = std::numeric_limits<time_t>::max();
        constexpr int flags = TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET;
        if (m_timer.get() < 0 || timerfd_settime(m_timer.get(), flags, &never, nullptr) != 0)
            return;
        m_timer.watch([this, &steps] {
            std::uint64_t times = 0;
            if (read(m_timer.get(), &times, sizeof times) < 0) // which is what being cancelled says
                Q_EMIT steps.stepped();
        });
    }

    bool isTold() const { return m_timer.isWatched(); }

private:
    WatchedDescriptor m_timer;
};

ClockSteps::ClockSteps(QObject *parent) : QObject(parent), d(std::make_unique<Private>(*this)) {}

ClockSteps::~ClockSteps() = default;

bool ClockSteps::isTold() const
{
    return d->isTold();
}

} // namespace tincan

#endif
