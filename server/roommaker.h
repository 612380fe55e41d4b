#pragma once

#include "protocol/error.h"
#include "server/roster.h"

#include <variant>

namespace tincan {

/// Makes rooms for members: so many each in a time, so that nobody uses up all that there may be; owner and
/// moderators as many as they like. Rooms that nobody needs any more go. Bounded.
class RoomMaker
{
public:
    static constexpr int roomsAtOnce = 20; ///< then one more each
    static constexpr int oneMoreEveryMs = 5 * 60 * 1'000;
    static constexpr int sweepEveryMs = 60 * 60 * 1'000;
    static constexpr qsizetype mostMakers = 10'000;

    struct Parts ///< all must outlive this
    {
        Roster &roster;
        DeadlineQueue &deadlines;
        const Clock &clock;
    };
    explicit RoomMaker(const Parts &parts);

    /// `name` must be checked, and no room's yet. Errors: Full, with the seconds to wait where it is that.
    std::variant<Room *, Error> make(const MemberRecord &maker, const QString &name);

private:
    int waitOf(const QString &person) const;
    void count(const QString &person);
    void sweepLater();

    Parts m_parts;
    QHash<QString, std::int64_t> m_restedAt; ///< when somebody may make as many at once as anybody
    Deadline m_sweep;
};

} // namespace tincan
