#pragma once

#include <cstdint>

namespace tincan {

class Clock;

/// The time by which a store forgets what is old. A computer's clock that is put forward is believed only
/// after a while, since what is forgotten by mistake cannot be had back.
class ForgettingTime
{
public:
    static constexpr int believedAfterMs = 60 * 60 * 1'000;
    static constexpr int smallestStepMs = 60 * 1'000; ///< less is a clock that is set right

    /// `clock` must outlive this.
    explicit ForgettingTime(const Clock &clock);

    std::int64_t utc(); ///< milliseconds since 1970

private:
    const Clock &m_clock;
    std::int64_t m_ahead;           ///< of the monotonic clock, as it is believed
    std::int64_t m_claimedAhead;    ///< as the computer's clock says
    std::int64_t m_claimedFrom = 0; ///< since when, by the monotonic clock
};

} // namespace tincan
