#include "server/nativecommands.h"

// What the native dialect asks of moderation.

namespace tincan {

void NativeCommands::ask(MemberRecord &asker, const command::Moderate &moderate)
{
    if (const auto problem = m_parts.moderation.perform(asker, moderate))
        return fail(asker, *problem, moderate.re);
    m_parts.courier.send(asker.connection, ServerEvent(serverevent::Moderated{moderate.re}));
}

void NativeCommands::ask(MemberRecord &asker, const command::ListBans &list)
{
    if (const auto problem = Moderation::problemOf(asker))
        return fail(asker, *problem, list.re);
    m_parts.courier.send(asker.connection,
                         ServerEvent(serverevent::Bans{m_parts.moderation.bans(), list.re}));
}

void NativeCommands::ask(MemberRecord &asker, const command::ListActs &list)
{
    if (const auto problem = Moderation::problemOf(asker))
        return fail(asker, *problem, list.re);
    m_parts.courier.send(asker.connection,
                         ServerEvent(serverevent::Acts{m_parts.rules.acts(list.limit), list.re}));
}

void NativeCommands::ask(MemberRecord &asker, const command::ListModerators &list)
{
    if (const auto problem = Moderation::problemOf(asker))
        return fail(asker, *problem, list.re);
    m_parts.courier.send(asker.connection,
                         ServerEvent(serverevent::Moderators{m_parts.moderation.moderators(), list.re}));
}

void NativeCommands::ask(MemberRecord &asker, const command::ListConnections &list)
{
    if (const auto problem = Moderation::problemOf(asker))
        return fail(asker, *problem, list.re);
    m_parts.courier.send(asker.connection,
                         ServerEvent(serverevent::Connections{m_parts.report.make(), list.re}));
}

} // namespace tincan
