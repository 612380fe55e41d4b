#pragma once

#include "server/deadlinequeue.h"

#include <QtGlobal>

namespace tincan {

/// Notices when much has gone through a server's memory, and has it tidied up a moment later: a burst leaves
/// holes in the heap, which nothing else may fill.
class BurstWatch
{
public:
    static constexpr qsizetype burstBytes = 1024 * 1024;
    static constexpr qsizetype connectionBytes = 4 * 1024; ///< what one that comes or goes counts as
    static constexpr qsizetype messageBytes = 512; ///< what one that came takes on its way, beside its text
    static constexpr int settleMs = 1'000;         ///< from a burst to the call of `tidy`

    /// The queue must outlive the watch.
    BurstWatch(DeadlineQueue &deadlines, std::function<void()> tidy)
        : m_deadlines(deadlines), m_tidy(std::move(tidy))
    {
    }

    /// So many bytes came in, or waited and have left.
    void passed(qsizetype bytes)
    {
        m_bytes += bytes;
        if (m_bytes >= burstBytes && !m_settling.isPending())
            settle();
    }

private:
    void settle();

    DeadlineQueue &m_deadlines;
    std::function<void()> m_tidy;
    qsizetype m_bytes = 0; ///< since it was tidied up
    Deadline m_settling;
};

} // namespace tincan
