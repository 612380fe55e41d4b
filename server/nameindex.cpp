#include "server/nameindex.h"

#include "protocol/nickname.h"

#include <unicode/uspoof.h>

#include <array>
#include <memory>

namespace tincan {

namespace {

constexpr int longestSkeleton = 1024; // of a name of 32 characters
constexpr char16_t asciiEnd = 128;

struct CheckerCloser
{
    void operator()(USpoofChecker *checker) const { uspoof_close(checker); }
};

/// The prototype of each character in place of it; what ICU cannot do stays as it is.
QString askedSkeleton(QStringView text)
{
    static const std::unique_ptr<USpoofChecker, CheckerCloser> checker = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<USpoofChecker, CheckerCloser>(uspoof_open(&status));
    }();
    if (!checker)
        return text.toString();
    QString skeleton(longestSkeleton, Qt::Uninitialized);
    UErrorCode status = U_ZERO_ERROR;
    const int32_t size = uspoof_getSkeleton(checker.get(), 0, reinterpret_cast<const UChar *>(text.utf16()),
                                            int32_t(text.size()), reinterpret_cast<UChar *>(skeleton.data()),
                                            longestSkeleton, &status);
    return U_SUCCESS(status) && size <= longestSkeleton ? skeleton.first(size) : text.toString();
}

using Prototypes = std::array<QString, asciiEnd>;

Prototypes askedPrototypes()
{
    Prototypes prototypes;
    for (char16_t character = 0; character < asciiEnd; ++character)
        prototypes[character] = askedSkeleton(QStringView(&character, 1));
    return prototypes;
}

/// The same. Characters of ASCII do not touch one another, and most names have no others: these are asked for
/// once.
QString skeletonOf(const QString &text)
{
    static const Prototypes prototypes = askedPrototypes();
    QString skeleton;
    for (const QChar character : text) {
        if (character.unicode() >= asciiEnd)
            return askedSkeleton(text);
        skeleton += prototypes[character.unicode()];
    }
    return skeleton;
}

/// Where emoji are not drawn as one picture, these two make no difference.
QString withoutGlue(QString name)
{
    constexpr char16_t zeroWidthJoiner = 0x200d;
    constexpr char16_t emojiVariation = 0xfe0f;
    return name.remove(QChar(zeroWidthJoiner)).remove(QChar(emojiVariation));
}

} // namespace

NameLikeness likenessOf(const QString &name)
{
    const QString shown = withoutGlue(name);
    const QString key = nameKey(shown);
    const QString read = nameKey(skeletonOf(key));
    if (key == shown)
        return {read, read};
    const QString seen = nameKey(skeletonOf(shown));
    return {read, seen == read ? read : seen}; // mostly they are the same, and kept once
}

} // namespace tincan
