#include "ui/models/sessioncommands.h"

#include "protocol/clock.h"
#include "protocol/duration.h"
#include "protocol/nickname.h"
#include "protocol/roomrules.h"
#include "ui/models/completionsource.h"
#include "ui/models/emojitable.h"
#include "ui/models/joinform.h"
#include "ui/models/powers.h"
#include "ui/models/serversession.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr qint64 answerAwaited = 30'000; // ms

} // namespace

SessionCommands::SessionCommands(ServerSession &session, Conversation &conversation, const Clock &clock,
                                 Seq reply)
    : m_session(session), m_conversation(conversation), m_clock(clock), m_now(clock.utc()), m_reply(reply)
{
}

bool SessionCommands::run(const TextCommand &command)
{
    return std::visit(*this, command);
}

bool SessionCommands::operator()(const textcommand::Say &say)
{
    if (say.text.toUtf8().size() > m_session.client()->limits().messageBytes) {
        return refuse(tr("The message is too long for this room."));
    }
    m_session.post(&m_conversation, say.text, EventKind::Message, m_reply);
    return true;
}

bool SessionCommands::operator()(const textcommand::Me &me)
{
    m_session.post(&m_conversation, me.text, EventKind::Action, m_reply);
    return true;
}

bool SessionCommands::operator()(const textcommand::Nick &nick)
{
    if (const QString problem = JoinForm::userNameProblem(nick.name); !problem.isEmpty()) {
        return refuse(problem);
    }
    m_session.useName(nick.name);
    return true;
}

bool SessionCommands::operator()(const textcommand::Join &join)
{
    m_session.joinRoom(join.room, true);
    return true;
}

bool SessionCommands::operator()(const textcommand::Leave &leave)
{
    const RoomId room = leave.room.isEmpty() ? m_conversation.id() : roomIdFor(leave.room);
    if (!m_session.conversation(room)) {
        return refuse(tr("You are not in a room called %1.").arg(leave.room));
    }
    m_session.leaveRoom(room);
    return true;
}

bool SessionCommands::operator()(const textcommand::Rooms &)
{
    m_session.client()->requestRooms();
    QObject::connect(
        &m_session, &ServerSession::roomsListed, &m_conversation,
        [conversation = &m_conversation, now = m_now](const QList<RoomInfo> &rooms) {
            QStringList names;
            for (const RoomInfo &room : rooms) {
                names.append(u'#' + room.name);
            }
            conversation->messages()->addNotice(tr("Rooms here: %1").arg(names.join(u' ')), now);
        },
        Qt::SingleShotConnection);
    return true;
}

bool SessionCommands::operator()(const textcommand::Who &)
{
    return notice(tr("Here: %1").arg(m_conversation.members()->names().join(tr(", "))));
}

bool SessionCommands::operator()(const textcommand::Tell &tell)
{
    const Member *found = memberNamedBy(tell.rest);
    const QString text = found ? tell.rest.mid(found->name.size()).trimmed() : QString();
    if (text.isEmpty()) {
        return refuse(tr("Nobody of that name is here."));
    }
    const Phase phase = m_session.state().phase;
    if (phase != Phase::Online && phase != Phase::Idle) {
        return refuse(tr("There is no connection. Write to %1 once there is one again.").arg(found->name));
    }
    m_session.tell(*found, text, m_conversation.id());
    return true;
}

bool SessionCommands::operator()(const textcommand::Topic &topic)
{
    if (topic.text) {
        m_session.post(&m_conversation, *topic.text, EventKind::Topic);
        return true;
    }
    return notice(m_conversation.topic().isEmpty() ? tr("This room has no topic.")
                                                   : tr("Topic: %1").arg(m_conversation.topic()));
}

bool SessionCommands::operator()(const textcommand::History &)
{
    return older();
}

bool SessionCommands::operator()(const textcommand::Since &)
{
    return older();
}

bool SessionCommands::operator()(const textcommand::Search &)
{
    return refuse(tr("This command is for terminals only."));
}

bool SessionCommands::operator()(const textcommand::Away &away)
{
    m_session.setAway(true, away.status);
    return notice(tr("You are away; /back says that you are back."));
}

bool SessionCommands::operator()(const textcommand::Back &)
{
    m_session.setAway(false);
    return notice(tr("You are back."));
}

bool SessionCommands::operator()(const textcommand::Moderate &moderate)
{
    if (!mayModerate()) {
        return false;
    }
    if (moderate.act == Act::Drop) {
        command::Moderate command;
        command.act = Act::Drop;
        command.room = roomIdFor(moderate.rest.trimmed());
        m_session.moderate(command);
        return true;
    }
    const Member *found = memberNamedBy(moderate.rest);
    if (moderate.act == Act::Unban || (moderate.act == Act::Unmute && !found)) {
        return lift(moderate.act, moderate.rest.trimmed());
    }
    if (!found && moderate.act == Act::Demote) {
        return showPanel(HostPage::Moderators); // where it is found, here or not
    }
    if (!found) {
        return refuse(tr("Nobody of that name is here."));
    }
    const QString rest = moderate.rest.mid(found->name.size()).trimmed();
    command::Moderate command;
    command.act = moderate.act;
    command.member = found->id;
    command.reason = rest;
    if (moderate.act == Act::Ban || moderate.act == Act::Mute) {
        const BanTerms terms = banTermsFrom(rest);
        command.seconds = terms.seconds;
        command.reason = terms.reason;
    }
    m_session.moderate(command);
    return true;
}

bool SessionCommands::operator()(const textcommand::Slow &slow)
{
    return setRule(ruleFor(m_conversation.id(), slow));
}

bool SessionCommands::operator()(const textcommand::WhoWrites &who)
{
    return setRule(ruleFor(m_conversation.id(), who));
}

bool SessionCommands::operator()(const textcommand::Keep &keep)
{
    return setRule(ruleFor(m_conversation.id(), keep));
}

bool SessionCommands::setRule(const command::Moderate &rule)
{
    if (!mayModerate()) {
        return false;
    }
    m_session.moderate(rule);
    return true;
}

bool SessionCommands::operator()(const textcommand::Bans &)
{
    return showPanel(HostPage::Bans);
}

bool SessionCommands::operator()(const textcommand::Moderators &)
{
    return showPanel(HostPage::Moderators);
}

bool SessionCommands::operator()(const textcommand::Acts &)
{
    return showPanel(HostPage::Acts);
}

bool SessionCommands::operator()(const textcommand::Connections &)
{
    return showPanel(HostPage::Connections);
}

bool SessionCommands::operator()(const textcommand::Password &password)
{
    m_session.usePassword(password.word);
    return true;
}

bool SessionCommands::operator()(const textcommand::Help &)
{
    const auto known = CompletionSource::entries(CompletionKind::SlashCommand, &m_session, nullptr, {});
    QStringList lines;
    for (const CompletionEntry &each : known) {
        const QString usage =
            each.argument.isEmpty() ? each.insertion : each.insertion + u' ' + each.argument;
        //: %1: a command and what belongs behind it; %2: what it does
        lines.append(tr("%1 — %2").arg(usage, each.detail));
    }
    lines.append(tr("//TEXT — say /TEXT"));
    return notice(lines.join(u'\n'));
}

bool SessionCommands::operator()(const textcommand::Quit &)
{
    m_session.close();
    return true;
}

bool SessionCommands::operator()(const textcommand::Misused &)
{
    return refuse(tr("There is no such command, or something is missing behind it. /help lists the commands; "
                     "begin with // "
                     "to say something that starts with a slash."));
}

bool SessionCommands::notice(const QString &text)
{
    m_conversation.messages()->addNotice(text, m_now);
    return true;
}

bool SessionCommands::refuse(const QString &sentence)
{
    Q_EMIT m_session.problem(sentence);
    return false;
}

bool SessionCommands::mayModerate()
{
    return isModerating(m_session.self().role) || refuse(tr("Only the owner and moderators may do that."));
}

/// Who is banned is not here: the list of bans knows the name. A list that comes late answers somebody else,
/// who may not want anything to be done.
bool SessionCommands::lift(Act act, const QString &name)
{
    const auto found = [session = &m_session, clock = &m_clock, asked = m_clock.monotonic(), act,
                        name](const QList<Ban> &bans) {
        const bool late = clock->monotonic() - asked > answerAwaited;
        const Act imposed = act == Act::Unmute ? Act::Mute : Act::Ban;
        const auto ban = std::find_if(bans.cbegin(), bans.cend(), [&](const Ban &one) {
            return one.act == imposed && nameKey(one.name) == nameKey(name);
        });
        if (late && ban != bans.cend()) {
            Q_EMIT session->problem(
                tr("%1 is still banned or muted: the server answered too late. Ask again.").arg(ban->name));
        } else if (!late && ban == bans.cend()) {
            Q_EMIT session->problem(tr("Nobody of that name is banned or muted."));
        }
        if (late || ban == bans.cend()) {
            return;
        }
        command::Moderate command;
        command.act = Act::Unban;
        command.ban = ban->id;
        session->moderate(command);
    };
    QObject::connect(m_session.client(), &RoomClient::bansListed, &m_session, found,
                     Qt::SingleShotConnection);
    m_session.client()->requestBans();
    return true;
}

bool SessionCommands::showPanel(HostPage page)
{
    if (!mayModerate()) {
        return false;
    }
    Q_EMIT m_session.hostPanelWanted(page);
    return true;
}

/// Names may hold spaces: the longest name that the text starts with is meant.
const Member *SessionCommands::memberNamedBy(const QString &text) const
{
    const Member *found = nullptr;
    const QStringList names = m_conversation.members()->names();
    for (const QString &name : names) {
        const bool fits =
            text.compare(name, Qt::CaseInsensitive) == 0 || text.startsWith(name + u' ', Qt::CaseInsensitive);
        if (fits && (!found || name.size() > found->name.size())) {
            found = m_conversation.members()->memberCalled(name);
        }
    }
    return found;
}

bool SessionCommands::older()
{
    m_conversation.messages()->requestOlder();
    return notice(tr("Scroll up to read what was said before."));
}

} // namespace tincan
