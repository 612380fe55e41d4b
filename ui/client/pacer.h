#pragma once

#include <cstdint>

namespace tincan {

/// A token bucket that stays a little below what the server allows, so that the jitter of a network, which
/// bunches messages, does not make a well-behaved client look too fast. Times in milliseconds. Pure.
class Pacer
{
public:
    /// A new connection: the bucket is full. `burst` 0: no limit.
    void restart(int burst, int perSecond, std::int64_t now);

    void spend(std::int64_t now); ///< something went out, whether there was a token for it or not
    void empty(std::int64_t now); ///< the server found us too fast
    bool ready(std::int64_t now) const { return readyIn(now) == 0; }
    int readyIn(std::int64_t now) const; ///< until there is a token

private:
    double tokens(std::int64_t now) const;

    double m_capacity = 0; ///< 0: no limit
    double m_perMillisecond = 0;
    double m_tokens = 0;
    std::int64_t m_at = 0;
};

} // namespace tincan
