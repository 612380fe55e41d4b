#pragma once

#include "protocol/ids.h"

#include <QHash>
#include <QList>

#include <deque>

namespace tincan {

/// The direct talks of members whose places are no longer kept. A session token gives the same member each
/// time, so they may come back to them, however late. Bounded: past the bound who is away longest is
/// forgotten.
class Absentees
{
public:
    static constexpr int mostTalks = 1'000; ///< one of two absentees counts twice

    struct Talk
    {
        RoomId room;
        bool isOpen = true; ///< on its side
    };
    void note(const MemberId &id, const Talk &talk);
    bool holds(const MemberId &id) const { return m_talks.contains(id); }
    /// It is back: what it has here.
    QList<Talk> take(const MemberId &id);
    /// The talks of who is forgotten because there are too many; call until it says nothing.
    QList<Talk> takeSurplus();

private:
    QHash<MemberId, QList<Talk>> m_talks;
    std::deque<MemberId> m_order; ///< who is away longest at the front
    qsizetype m_count = 0;
};

} // namespace tincan
