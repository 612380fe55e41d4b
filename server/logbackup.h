#pragma once

#include "server/storefailure.h"

#include <optional>

namespace tincan {

// Both take as long as the disk takes, and are for programs that do nothing else meanwhile.

/// Copies the log of the directory into a new file, as it is at one moment; a server may be running on it.
/// Sessions are left out. There is nothing, or the whole of it, under the file's name.
std::optional<StoreFailure> backUpLog(const QString &directory, const QString &file);

/// Puts a backup in the place of the directory's log, which is kept beside it under another name. No server
/// may be running on it. The rooms get new epochs, so that nobody takes a number for what it was later.
std::optional<StoreFailure> restoreLog(const QString &directory, const QString &file);

} // namespace tincan
