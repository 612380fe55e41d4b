#pragma once

#include <QByteArrayView>
#include <QString>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// What fuzz targets have in common. Each defines LLVMFuzzerTestOneInput, which libFuzzer or the replay
/// program calls.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// Ends the program where an invariant does not hold, in every kind of build.
#define FUZZ_CHECK(condition)                                                                                \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            std::fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                             \
            std::abort();                                                                                    \
        }                                                                                                    \
    } while (false)

namespace tincan::fuzz {

inline QByteArrayView viewOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), qsizetype(size)};
}

/// Whether a text is as the sanitiser leaves it, as far as single characters go.
inline bool isSafe(const QString &text)
{
    return text.isValidUtf16() && std::none_of(text.begin(), text.end(), [](QChar c) {
               const bool control = c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
               const bool direction =
                   (c >= u'\u202a' && c <= u'\u202e') || (c >= u'\u2066' && c <= u'\u2069');
               return control || direction || c == u'\u2028' || c == u'\u2029';
           });
}

} // namespace tincan::fuzz
