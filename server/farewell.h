#pragma once

#include "protocol/dialectsniffer.h"
#include "protocol/error.h"

#include <QByteArray>

namespace tincan {

/// An error in the words of a peer's dialect, delimiters included, for who is not let in or has to go.
/// Nothing for TLS; for who has not spoken yet it ends with LF and NUL.
QByteArray farewell(Verdict dialect, const Error &error);

/// Tells somebody who reads too slowly how many messages were dropped.
QByteArray lossNotice(Verdict dialect, int messages);

} // namespace tincan
