#include "protocol/moderation.h"

#include "protocol/spellings.h"

namespace tincan {

namespace {

constexpr Spellings<Act, 12> acts = {{
    {Act::Kick, QLatin1String("kick")},
    {Act::Ban, QLatin1String("ban")},
    {Act::Unban, QLatin1String("unban")},
    {Act::Mute, QLatin1String("mute")},
    {Act::Unmute, QLatin1String("unmute")},
    {Act::Promote, QLatin1String("promote")},
    {Act::Demote, QLatin1String("demote")},
    {Act::Slow, QLatin1String("slow")},
    {Act::Writers, QLatin1String("writers")},
    {Act::Keep, QLatin1String("keep")},
    {Act::Drop, QLatin1String("drop")},
    {Act::Delete, QLatin1String("delete")},
}};

constexpr Spellings<Writers, 3> writersWords = {{
    {Writers::All, QLatin1String("all")},
    {Writers::Members, QLatin1String("members")},
    {Writers::Moderators, QLatin1String("moderators")},
}};

constexpr Spellings<Role, 2> roles = {{
    {Role::Moderator, QLatin1String("moderator")},
    {Role::Owner, QLatin1String("owner")},
}};

} // namespace

QLatin1String wireName(Act act)
{
    return spellingOf(acts, act);
}

std::optional<Act> actFromWire(QStringView word)
{
    return valueOf(acts, word);
}

QLatin1String wireName(Writers writers)
{
    return spellingOf(writersWords, writers);
}

std::optional<Writers> writersFromWire(QStringView word)
{
    return valueOf(writersWords, word);
}

QLatin1String wireName(Role role)
{
    return spellingOf(roles, role);
}

Role roleFromWire(QStringView word)
{
    return valueOf(roles, word).value_or(Role::None);
}

} // namespace tincan
