#include "server/slowmode.h"

#include <algorithm>

namespace tincan {

int SlowMode::wait(const RoomId &room, const QString &person, int slowSeconds, std::int64_t now) const
{
    const auto times = m_rooms.constFind(room);
    const auto last =
        times == m_rooms.cend() ? QHash<QString, std::int64_t>::const_iterator() : times->constFind(person);
    if (times == m_rooms.cend() || last == times->cend())
        return 0;
    const std::int64_t rest = *last + std::int64_t(slowSeconds) * 1000 - now;
    return int(std::max<std::int64_t>(0, (rest + 999) / 1000));
}

void SlowMode::wrote(const RoomId &room, const QString &person, int slowSeconds, std::int64_t now)
{
    QHash<QString, std::int64_t> &times = m_rooms[room];
    if (times.size() >= mostOfOneRoom)
        times.removeIf(
            [&](const auto &time) { return time.value() + std::int64_t(slowSeconds) * 1000 <= now; });
    if (times.size() < mostOfOneRoom)
        times.insert(person, now);
}

/// Who may write has waited long enough since the time before.
void SlowMode::takeBack(const RoomId &room, const QString &person)
{
    if (const auto times = m_rooms.find(room); times != m_rooms.end())
        times->remove(person);
}

} // namespace tincan
