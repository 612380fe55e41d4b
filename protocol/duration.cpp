#include "protocol/duration.h"

#include "protocol/peerwords.h"

#include <algorithm>
#include <array>

namespace tincan {

using namespace Qt::StringLiterals;

namespace {

struct Unit
{
    char16_t letter;
    std::int64_t seconds;
};

constexpr std::array<Unit, 4> units = {{{u's', 1}, {u'm', 60}, {u'h', 60 * 60}, {u'd', 24 * 60 * 60}}};
constexpr int mostOfOneUnit = 100'000;

QString wordsFor(char16_t unit, std::int64_t count)
{
    switch (unit) {
    case u'm':
        return count == 1 ? PeerWords::tr("1 minute") : PeerWords::tr("%1 minutes").arg(count);
    case u'h':
        return count == 1 ? PeerWords::tr("1 hour") : PeerWords::tr("%1 hours").arg(count);
    case u'd':
        return count == 1 ? PeerWords::tr("1 day") : PeerWords::tr("%1 days").arg(count);
    default:
        return count == 1 ? PeerWords::tr("1 second") : PeerWords::tr("%1 seconds").arg(count);
    }
}

} // namespace

std::optional<std::int64_t> durationFromWord(QStringView word)
{
    if (word.compare("forever"_L1, Qt::CaseInsensitive) == 0) {
        return 0;
    }
    if (word.size() < 2) {
        return std::nullopt;
    }
    const auto unit = std::find_if(units.begin(), units.end(), [&word](const Unit &candidate) {
        return word.back().toLower() == QChar(candidate.letter);
    });
    bool isNumber = false;
    const qlonglong count = word.chopped(1).toLongLong(&isNumber);
    if (unit == units.end() || !isNumber || count < 1 || count > mostOfOneUnit) {
        return std::nullopt;
    }
    return count * unit->seconds;
}

QString durationWords(std::int64_t seconds)
{
    if (seconds <= 0) {
        return PeerWords::tr("ever");
    }
    // The largest unit of which there is exactly one, or more than two.
    const auto fits = [seconds](const Unit &unit) {
        return seconds == unit.seconds || seconds >= 2 * unit.seconds;
    };
    const auto unit = std::find_if(units.rbegin(), units.rend(), fits);
    const Unit &chosen = unit == units.rend() ? units.front() : *unit;
    return wordsFor(chosen.letter, (seconds + chosen.seconds - 1) / chosen.seconds);
}

BanTerms banTermsFrom(const QString &text)
{
    const auto end = std::find_if(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
    const qsizetype length = end - text.begin();
    if (const auto seconds = durationFromWord(QStringView(text).first(length))) {
        return {seconds, text.sliced(length).trimmed()};
    }
    return {std::nullopt, text.trimmed()};
}

} // namespace tincan
