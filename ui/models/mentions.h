#pragma once

#include <QString>

namespace tincan {

/// Whether `text` names `name`: as a whole word, with or without '@', in any case. A name in a script without
/// spaces between words (Chinese, Japanese, Thai, …) is found anywhere.
bool mentions(const QString &text, const QString &name);

} // namespace tincan
