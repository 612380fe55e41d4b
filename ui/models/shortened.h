#pragma once

#include <QString>

namespace tincan {

/// The first `count` code points at most, never ending inside of what a reader takes for one character, such
/// as a letter with its accents or a family of emoji.
QString shortened(const QString &text, qsizetype count);

} // namespace tincan
