#include "protocol/clock.h"
#include "protocol/duration.h"
#include "protocol/nickname.h"
#include "protocol/peerwords.h"
#include "protocol/plainlists.h"
#include "protocol/roomrules.h"
#include "protocol/textsanitizer.h"
#include "server/textcommands.h"

using namespace Qt::StringLiterals;

// What owner and moderators ask in the plain and line dialects.

namespace tincan {

namespace {

constexpr int actsShown = 20;

/// Acts on somebody have a time, where they hold for one.
void readTerms(const QString &text, command::Moderate &moderate)
{
    if (moderate.act == Act::Ban || moderate.act == Act::Mute) {
        const BanTerms terms = banTermsFrom(text);
        moderate.seconds = terms.seconds;
        moderate.reason = terms.reason;
    } else {
        moderate.reason = text;
    }
}

} // namespace

bool TextCommands::mayModerate(const MemberRecord &asker)
{
    const auto problem = Moderation::problemOf(asker);
    if (problem)
        fail(asker, problem->code, problem->message);
    return !problem;
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Moderate &moderate)
{
    if (!mayModerate(asker))
        return;
    if (moderate.act == Act::Unban)
        return lift(asker, Act::Ban, moderate.rest);
    if (moderate.act == Act::Drop) {
        command::Moderate act;
        act.act = Act::Drop;
        act.room = roomIdFor(sanitizeLine(moderate.rest));
        return perform(asker, act, u'#' + act.room.value());
    }
    const QString rest = moderate.rest + u' ';
    const auto addressed = m_parts.roster.people().splitAddress(rest);
    const auto left = addressed ? std::nullopt : m_parts.roster.departures().splitAddress(rest);
    if (!addressed && moderate.act == Act::Unmute)
        return lift(asker, Act::Mute, moderate.rest);
    if (!addressed && !left && moderate.act == Act::Demote)
        return demoteAbsent(asker, sanitizeLine(moderate.rest));
    if (!addressed && !left)
        return fail(asker, ErrorCode::BadName, PeerWords::tr("There is nobody of that name here."));
    const Member whom = addressed ? addressed->to->member : left->whom->member;
    command::Moderate act;
    act.act = moderate.act;
    act.member = whom.id;
    readTerms(sanitizeLine(addressed ? addressed->text : left->text), act);
    perform(asker, act, whom.name);
}

void TextCommands::demoteAbsent(MemberRecord &asker, const QString &name)
{
    for (const Member &moderator : m_parts.moderation.moderators()) {
        if (nameKey(moderator.name) != nameKey(name))
            continue;
        command::Moderate act;
        act.act = Act::Demote;
        act.member = moderator.id;
        return perform(asker, act, moderator.name);
    }
    fail(asker, ErrorCode::BadName,
         PeerWords::tr("Nobody of that name is a moderator; /moderators lists who is."));
}

/// Whom a ban keeps out is not here to be named otherwise.
void TextCommands::lift(MemberRecord &asker, Act kind, const QString &name)
{
    const Sanction *sanction = m_parts.rules.bans().find(kind, sanitizeLine(name));
    if (!sanction)
        return fail(asker, ErrorCode::BadName,
                    kind == Act::Ban ? PeerWords::tr("Nobody of that name is banned; /bans lists who is.")
                                     : PeerWords::tr("Nobody of that name is muted; /bans lists who is."));
    command::Moderate act;
    act.act = Act::Unban;
    act.ban = sanction->ban.id;
    perform(asker, act, sanction->ban.name);
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Slow &slow)
{
    perform(asker, ruleFor(asker.stands, slow), {});
}

void TextCommands::ask(MemberRecord &asker, const textcommand::WhoWrites &who)
{
    perform(asker, ruleFor(asker.stands, who), {});
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Keep &keep)
{
    perform(asker, ruleFor(asker.stands, keep), {});
}

/// The people of a room, the asker among them, are told of its rules in any case.
void TextCommands::perform(MemberRecord &asker, const command::Moderate &act, const QString &whom)
{
    const int most = m_parts.options.limits.reasonCharacters;
    if (codePoints(act.reason) > most)
        return fail(asker, ErrorCode::TooLong,
                    PeerWords::tr("A reason has at most %1 characters.").arg(most));
    if (const auto problem = m_parts.moderation.perform(asker, act))
        return fail(asker, problem->code, problem->message);
    if (!whom.isEmpty())
        notice(asker, plain::done(act.act, whom));
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Bans &)
{
    if (!mayModerate(asker))
        return;
    const QList<Ban> bans = m_parts.moderation.bans();
    if (bans.isEmpty())
        notice(asker, PeerWords::tr("Nobody is banned or muted"));
    for (const Ban &ban : bans)
        notice(asker, plain::describe(ban, m_parts.clock.utc()));
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Moderators &)
{
    if (!mayModerate(asker))
        return;
    const QList<Member> moderators = m_parts.moderation.moderators();
    if (moderators.isEmpty())
        notice(asker, PeerWords::tr("Nobody is a moderator"));
    for (const Member &moderator : moderators)
        notice(asker, m_parts.roster.people().find(moderator.id)
                          ? PeerWords::tr("%1 is a moderator").arg(moderator.name)
                          : PeerWords::tr("%1 is a moderator, and not here").arg(moderator.name));
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Acts &)
{
    if (!mayModerate(asker))
        return;
    const QList<ActRecord> acts = m_parts.rules.acts(actsShown);
    if (acts.isEmpty())
        notice(asker, PeerWords::tr("Nothing was done yet"));
    for (auto act = acts.rbegin(); act != acts.rend(); ++act)
        notice(asker, plain::describe(*act));
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Connections &)
{
    if (!mayModerate(asker))
        return;
    for (const ConnectionInfo &connection : m_parts.report.make())
        notice(asker, plain::describe(connection, m_parts.clock.utc()));
}

} // namespace tincan
