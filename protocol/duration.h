#pragma once

#include <QString>
#include <QStringView>

#include <cstdint>
#include <optional>

namespace tincan {

/// How long a ban or a mute holds that nobody gave a time.
inline constexpr std::int64_t usualBanSeconds = 60 * 60;

/// The seconds in "90s", "10m", "2h" or "7d"; 0 for "forever". Nothing for any other word.
std::optional<std::int64_t> durationFromWord(QStringView word);

/// "10 minutes", in the language of PeerWords: whole units, rounded up. 0 is "ever", as in "for ever".
QString durationWords(std::int64_t seconds);

/// What stands behind the name in `/ban NAME [DURATION] [REASON]`.
struct BanTerms
{
    std::optional<std::int64_t> seconds; ///< none was given
    QString reason;

    friend bool operator==(const BanTerms &, const BanTerms &) = default;
};
BanTerms banTermsFrom(const QString &text);

} // namespace tincan
