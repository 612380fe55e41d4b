#pragma once

#include "protocol/ids.h"
#include "server/deadlinequeue.h"

#include <cstdint>
#include <functional>
#include <map>

namespace tincan {

/// Keeps lost members' places for a while. Bounded: past the bound the longest lost goes early.
class Reservations
{
public:
    using Expired = std::function<void(const MemberId &)>;

    /// `deadlines` must outlive this.
    Reservations(DeadlineQueue &deadlines, int milliseconds, int most, Expired expired);

    void keep(const MemberId &id);
    void release(const MemberId &id); ///< it is back

private:
    struct Place
    {
        std::uint64_t number = 0;
        Deadline deadline;
    };

    void expire(const MemberId &id);

    DeadlineQueue &m_deadlines;
    int m_milliseconds;
    std::size_t m_most;
    Expired m_expired;
    std::map<MemberId, Place> m_kept;
    std::map<std::uint64_t, MemberId> m_order; ///< by number: the longest lost first
    std::uint64_t m_lastNumber = 0;
};

} // namespace tincan
