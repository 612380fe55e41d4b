#include "server/roommaker.h"

#include "protocol/clock.h"
#include "protocol/duration.h"
#include "protocol/peerwords.h"

#include <algorithm>

namespace tincan {

RoomMaker::RoomMaker(const Parts &parts) : m_parts(parts)
{
    sweepLater();
}

std::variant<Room *, Error> RoomMaker::make(const MemberRecord &maker, const QString &name)
{
    const QString person = HouseRules::originOf(maker);
    const bool isCounted = maker.member.role == Role::None;
    if (const int wait = isCounted ? waitOf(person) : 0; wait > 0)
        return Error{
            ErrorCode::Full,
            PeerWords::tr("You made many rooms: wait another %1 for the next.").arg(durationWords(wait)),
            wait};
    Room *room = m_parts.roster.rooms().create(name);
    if (!room) {
        m_parts.roster.dropForsaken();
        room = m_parts.roster.rooms().create(name);
    }
    if (!room)
        return Error{ErrorCode::Full, PeerWords::tr("There are too many rooms here already.")};
    if (isCounted)
        count(person);
    return room;
}

/// Seconds, rounded up.
int RoomMaker::waitOf(const QString &person) const
{
    const std::int64_t now = m_parts.clock.monotonic();
    const std::int64_t restedAt = std::max(now, m_restedAt.value(person, now)) + oneMoreEveryMs;
    const std::int64_t wait = restedAt - now - std::int64_t(roomsAtOnce) * oneMoreEveryMs;
    return int((std::max<std::int64_t>(0, wait) + 999) / 1000);
}

void RoomMaker::count(const QString &person)
{
    const std::int64_t now = m_parts.clock.monotonic();
    if (m_restedAt.size() >= mostMakers)
        m_restedAt.removeIf([now](const auto &maker) { return maker.value() <= now; });
    if (m_restedAt.size() >= mostMakers && !m_restedAt.contains(person))
        m_restedAt.erase(m_restedAt.cbegin());
    m_restedAt.insert(person, std::max(now, m_restedAt.value(person, now)) + oneMoreEveryMs);
}

void RoomMaker::sweepLater()
{
    m_sweep = m_parts.deadlines.in(sweepEveryMs, [this] {
        m_parts.roster.dropForsaken();
        sweepLater();
    });
}

} // namespace tincan
