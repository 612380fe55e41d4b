#pragma once

#include <QString>

namespace tincan::bench {

/// Prints what the start of the program costs with 20 rooms and so many kept messages, beside that of a bare
/// window, each in a process of its own. False, and said on standard error, where the program does not show
/// what was kept.
bool measureStart(const QString &program, int messages, int runs);

/// The process that is measured: a bare window where `profile` is empty.
int showWindow(int argc, char **argv, const QString &profile);

} // namespace tincan::bench
