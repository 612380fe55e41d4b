#pragma once

#include <cstdint>

namespace tincan {

/// A token bucket for one connection's messages. Pure: time comes in as milliseconds of a monotonic clock.
class RateLimiter
{
public:
    enum class Verdict
    {
        Pass,
        Drop,   ///< over the limit: this message is not served
        CutOff, ///< goes on and on: more than `patience` dropped without a calm second
    };
    static constexpr int patience = 100;

    /// `burst` messages at once, then `perSecond`. A burst of 0 lets everything pass.
    RateLimiter(int burst, int perSecond);

    /// One message came.
    Verdict count(std::int64_t now);

private:
    void refill(std::int64_t now);

    std::int64_t m_capacity; ///< in thousandths of a message, as are the tokens
    std::int64_t m_perMillisecond;
    std::int64_t m_tokens;
    std::int64_t m_filledAt = 0;
    std::int64_t m_droppedAt = 0;
    int m_dropped = 0;
    bool m_started = false;
};

} // namespace tincan
