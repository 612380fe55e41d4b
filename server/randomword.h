#pragma once

#include <QString>

namespace tincan {

/// `bytes` (a multiple of 4) from the system's generator, in hex: for ids and secrets.
QString randomWord(int bytes);

} // namespace tincan
