#include "protocol/roomevent.h"

#include "protocol/spellings.h"

namespace tincan {

namespace {

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
