#pragma once

#include "tests/lint/sourcefile.h"

namespace tincan {

inline constexpr int fileLinesMaximum = 500;
inline constexpr int functionLinesMaximum = 60;
inline constexpr int testFunctionLinesMaximum = 100; ///< tables of test data are long, and harmless

// Each check answers with one line per violation, "PATH:LINE: what is wrong"; empty means all is well.

/// Files longer than fileLinesMaximum and functions longer than allowed.
QStringList tooLong(const SourceFile &source);

/// What blocks an event loop, nests one, locks, throws, or was left for later.
QStringList forbiddenWords(const SourceFile &source);

/// Headers without `#pragma once` as their first line, and sources without the project's namespace.
QStringList badFrame(const SourceFile &source);

/// File names that are not lower case without separators. A platform may follow as in `_unix`, and the
/// programs' main files may have one.
QStringList badName(const SourceFile &source);

/// Text handed to a widget without tr().
QStringList untranslatedText(const SourceFile &source);

} // namespace tincan
