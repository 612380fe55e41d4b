#pragma once

#include "protocol/ids.h"

#include <QHash>

#include <cstdint>

namespace tincan {

/// Who wrote last when, in rooms where that matters. Pure, and bounded; times in milliseconds of a monotonic
/// clock.
class SlowMode
{
public:
    static constexpr qsizetype mostOfOneRoom = 10'000;

    /// Seconds until this person may write again, rounded up; 0: at once.
    int wait(const RoomId &room, const QString &person, int slowSeconds, std::int64_t now) const;
    void wrote(const RoomId &room, const QString &person, int slowSeconds, std::int64_t now);
    /// What wrote() was told of last was nothing new after all.
    void takeBack(const RoomId &room, const QString &person);
    void forget(const RoomId &room) { m_rooms.remove(room); }

private:
    QHash<RoomId, QHash<QString, std::int64_t>> m_rooms;
};

} // namespace tincan
