#pragma once

#include <QString>

namespace tincan::bench {

/// Makes a profile in `directory` as somebody leaves it who is in 20 rooms of a server, of which `messages`
/// messages are kept; the server is not there any more. False where it cannot be written.
bool prepareProfile(const QString &directory, int messages);

} // namespace tincan::bench
