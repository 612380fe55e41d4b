#pragma once

#include "protocol/error.h"
#include "protocol/moderation.h"

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

/// What the people of a room are told of its rules.
QString slowChanged(const QString &by, int seconds);
QString writersChanged(const QString &by, Writers writers);

} // namespace tincan::moderationwords
