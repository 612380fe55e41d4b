#pragma once

#include <QString>

namespace tincan::bench {

/// Prints what the program costs that is in a room where nothing happens, with nobody at the keyboard, beside
/// a bare window. False, and said on standard error, where it is not connected all the time.
bool measureIdle(const QString &program, const QString &server, bool quick);

/// The process that is measured: a bare window where `port` is 0.
int idleWindow(int argc, char **argv, quint16 port, bool quick);

} // namespace tincan::bench
