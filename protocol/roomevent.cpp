#include "protocol/roomevent.h"

#include <array>
#include <utility>

namespace tincan {

namespace {

template <typename Enum, std::size_t Size>
using Spellings = std::array<std::pair<Enum, QLatin1String>, Size>;

constexpr Spellings<EventKind, 10> kinds = {{
    {EventKind::Message, QLatin1String("message")},
    {EventKind::Action, QLatin1String("action")},
    {EventKind::Edit, QLatin1String("edit")},
    {EventKind::Delete, QLatin1String("delete")},
    {EventKind::React, QLatin1String("react")},
    {EventKind::Topic, QLatin1String("topic")},
    {EventKind::File, QLatin1String("file")},
    {EventKind::Kick, QLatin1String("kick")},
    {EventKind::Rename, QLatin1String("rename")},
    {EventKind::Unknown, QLatin1String("unknown")},
}};

constexpr Spellings<Via, 5> vias = {{
    {Via::Native, QLatin1String("native")},
    {Via::Plain, QLatin1String("plain")},
    {Via::Line, QLatin1String("line")},
    {Via::Irc, QLatin1String("irc")},
    {Via::Web, QLatin1String("web")},
}};

template <typename Enum, std::size_t Size>
QLatin1String spellingOf(const Spellings<Enum, Size> &spellings, Enum value)
{
    for (const auto &[candidate, word] : spellings) {
        if (candidate == value) {
            return word;
        }
    }
    Q_UNREACHABLE();
}

template <typename Enum, std::size_t Size>
std::optional<Enum> valueOf(const Spellings<Enum, Size> &spellings, QStringView word)
{
    for (const auto &[value, candidate] : spellings) {
        if (word == candidate) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace

QLatin1String wireName(EventKind kind)
{
    return spellingOf(kinds, kind);
}

EventKind eventKindFromWire(QStringView word)
{
    return valueOf(kinds, word).value_or(EventKind::Unknown);
}

QLatin1String wireName(Via via)
{
    return spellingOf(vias, via);
}

std::optional<Via> viaFromWire(QStringView word)
{
    return valueOf(vias, word);
}

} // namespace tincan
