#pragma once

#include "ui/client/clienttiming.h"

#include <cstdint>
#include <functional>

namespace tincan {

/// How long to wait before the next attempt: doubles from ClientTiming::retryFirst to retryMost, with a
/// quarter of jitter either way so that the members of a restarted server do not come back in one instant.
/// Pure.
class ReconnectPolicy
{
public:
    /// `random` answers with a number from 0 (included) to 1 (excluded).
    ReconnectPolicy(const ClientTiming &timing, std::function<double()> random);

    void online(std::int64_t now); ///< a connection was established
    int nextDelay(std::int64_t now);
    void reset();

private:
    ClientTiming m_timing;
    std::function<double()> m_random;
    std::int64_t m_onlineSince = -1;
    int m_attempts = 0;
};

} // namespace tincan
