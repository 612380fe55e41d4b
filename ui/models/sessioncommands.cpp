#include "ui/models/sessioncommands.h"

#include "protocol/nickname.h"
#include "ui/models/joinform.h"
#include "ui/models/serversession.h"

using namespace Qt::StringLiterals;

namespace tincan {

SessionCommands::SessionCommands(ServerSession &session, Conversation &conversation, qint64 now, Seq reply)
    : m_session(session), m_conversation(conversation), m_now(now), m_reply(reply)
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

/// Names may hold spaces: the longest name that the text starts with is meant.
bool SessionCommands::operator()(const textcommand::Tell &tell)
{
    const Member *found = nullptr;
    const QStringList names = m_conversation.members()->names();
    for (const QString &name : names) {
        const bool fits = tell.rest.startsWith(name + u' ', Qt::CaseInsensitive);
        if (fits && (!found || name.size() > found->name.size())) {
            found = m_conversation.members()->memberCalled(name);
        }
    }
    if (!found) {
        return refuse(tr("Nobody of that name is here."));
    }
    m_session.tell(found->id, tell.rest.mid(found->name.size()).trimmed());
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

bool SessionCommands::operator()(const textcommand::Password &password)
{
    m_session.usePassword(password.word);
    return true;
}

bool SessionCommands::operator()(const textcommand::Help &)
{
    return notice(tr("/me TEXT · /nick NAME · /join ROOM · /leave · /topic TEXT · /msg NAME TEXT · /rooms · "
                     "/who · /away TEXT · /back · /password WORD · /history · /help · /quit · "
                     "//TEXT says /TEXT"));
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

bool SessionCommands::older()
{
    m_conversation.messages()->requestOlder();
    return notice(tr("Scroll up to read what was said before."));
}

} // namespace tincan
