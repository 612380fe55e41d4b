#pragma once

#include <QString>

namespace tincan::bench {

/// The whole program in a room into which somebody else says `perSecond` messages for so many seconds: how
/// often it paints, and how soon a key that is typed meanwhile shows. False, and said on standard error,
/// where a message is missing, doubled or out of order at the end.
bool measureFlood(const QString &server, int perSecond, int seconds);

/// The same while another room is open: what it costs to count them. False where the count is wrong.
bool measureFloodAside(const QString &server, int perSecond, int seconds);

} // namespace tincan::bench
