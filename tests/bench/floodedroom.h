#pragma once

#include <QString>

#include <optional>

namespace tincan::bench {

/// The whole program in a room into which somebody else says `perSecond` messages for so many seconds: how
/// often it paints, how soon a key that is typed meanwhile shows, and what a message costs. That is given
/// back, in microseconds of the program's own CPU; nothing, and said on standard error, where a message is
/// missing, doubled or out of order at the end.
std::optional<double> measureFlood(const QString &server, int perSecond, int seconds);

/// The same while another room is open: what it costs to count a message. False where the count is wrong.
bool measureFloodAside(const QString &server, int perSecond, int seconds, double cpuInOpenRoom);

} // namespace tincan::bench
