#include "protocol/clock.h"

#include <chrono>

namespace tincan {

namespace {

template <typename ClockType>
std::int64_t millisecondsOf(typename ClockType::time_point moment)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(moment.time_since_epoch()).count();
}

} // namespace

std::int64_t SystemClock::monotonic() const
{
    return millisecondsOf<std::chrono::steady_clock>(std::chrono::steady_clock::now());
}

std::int64_t SystemClock::utc() const
{
    return millisecondsOf<std::chrono::system_clock>(std::chrono::system_clock::now());
}

} // namespace tincan
