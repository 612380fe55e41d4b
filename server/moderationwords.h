#pragma once

#include "protocol/error.h"
#include "protocol/moderation.h"
#include "protocol/roominfo.h"

/// What is said to those whom an act concerns. Times are UTC in milliseconds.
namespace tincan::moderationwords {

Error kicked(const QString &by, const QString &reason);

// At the moment of the act.
Error banned(const Ban &ban);
Error muted(const Ban &mute);

// As long as it holds.
Error stillBanned(const Ban &ban, std::int64_t now);
Error nameBanned(const Ban &ban, std::int64_t now);
Error stillMuted(const Ban &mute, std::int64_t now);

/// In a room with `slow` seconds between messages there are `wait` left.
Error tooSoon(int slow, int wait);

/// What the people of a room are told of its rules, as they are after the act.
QString rulesChanged(const QString &by, Act act, const RoomInfo &room);

} // namespace tincan::moderationwords
