#pragma once

#include "protocol/ids.h"
#include "server/deadlinequeue.h"

#include <deque>
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
    void expire(const MemberId &id);

    DeadlineQueue &m_deadlines;
    int m_milliseconds;
    std::size_t m_most;
    Expired m_expired;
    std::map<MemberId, Deadline> m_kept;
    std::deque<MemberId> m_order;
};

} // namespace tincan
