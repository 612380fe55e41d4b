#include "app/chatcommands.h"
#include "protocol/nickname.h"
#include "protocol/plainvocabulary.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

/// "Ada (owner, away)"
QString withParticulars(const Member &member)
{
    QStringList words;
    if (member.role != Role::None) {
        words.append(member.role == Role::Owner ? ChatCommands::tr("owner") : ChatCommands::tr("moderator"));
    }
    if (member.muted) {
        words.append(ChatCommands::tr("muted"));
    }
    if (member.state == MemberState::Away) {
        words.append(ChatCommands::tr("away"));
    }
    return words.isEmpty() ? member.name : u"%1 (%2)"_s.arg(member.name, words.join(u", "_s));
}

} // namespace

ChatCommands::ChatCommands(RoomClient &client, RoomRoster &roster, const Clock &clock, QObject *parent)
    : QObject(parent), m_client(client), m_roster(roster), m_moderation(client, roster, clock)
{
    connect(&m_moderation, &ModerationCommands::remark, this, &ChatCommands::remark);
    connect(&m_moderation, &ModerationCommands::answered, this, &ChatCommands::answered);
}

void ChatCommands::type(const QString &line)
{
    std::visit([this](const auto &command) { run(command); }, plain::parseCommand(line));
}

void ChatCommands::roomsJoined(const QList<RoomInfo> &rooms)
{
    for (const RoomInfo &room : rooms) {
        if (!m_wanted.isEmpty() &&
            (room.id == roomIdFor(m_wanted) || nameKey(room.name) == nameKey(m_wanted))) {
            m_wanted.clear();
            Q_EMIT stand(room.id);
        }
        for (const Member &member : room.members) {
            const bool other = room.kind == RoomKind::Direct && member.id != m_client.self().id;
            const QStringList texts = other ? m_untold.take(member.id) : QStringList();
            for (const QString &text : texts) {
                m_client.post(room.id, text);
            }
        }
    }
}

void ChatCommands::run(const textcommand::Say &say)
{
    post(say.text, EventKind::Message);
}

void ChatCommands::run(const textcommand::Me &me)
{
    post(me.text, EventKind::Action);
}

void ChatCommands::run(const textcommand::Nick &nick)
{
    m_client.setName(nick.name);
}

void ChatCommands::run(const textcommand::Join &join)
{
    if (const RoomInfo *const room = m_roster.find(join.room)) {
        Q_EMIT stand(room->id);
        return;
    }
    m_wanted = join.room;
    m_client.join(join.room, true);
}

void ChatCommands::run(const textcommand::Leave &leave)
{
    const RoomInfo *const room =
        leave.room.isEmpty() ? m_roster.room(m_roster.standing()) : m_roster.find(leave.room);
    if (room) {
        m_client.leave(room->id);
    } else {
        Q_EMIT remark(tr("You are in no such room."));
    }
}

void ChatCommands::run(const textcommand::Rooms &)
{
    m_client.requestRooms();
}

void ChatCommands::run(const textcommand::Who &)
{
    const RoomInfo *const room = m_roster.room(m_roster.standing());
    if (!room) {
        Q_EMIT remark(tr("You are in no room."));
        return;
    }
    QStringList names;
    for (const Member &member : room->members) {
        names.append(withParticulars(member));
    }
    names.sort(Qt::CaseInsensitive);
    Q_EMIT remark(names.isEmpty() ? tr("%n people are here.", nullptr, room->total) : names.join(u", "_s));
}

void ChatCommands::run(const textcommand::Tell &tell)
{
    const auto addressee = m_roster.addressee(tell.rest);
    if (!addressee) {
        Q_EMIT remark(tr("Nobody of that name is here."));
        return;
    }
    const auto &[member, text] = *addressee;
    const QList<RoomInfo> rooms = m_roster.rooms();
    const auto open = std::find_if(rooms.cbegin(), rooms.cend(), [&id = member.id](const RoomInfo &room) {
        return room.kind == RoomKind::Direct && std::any_of(room.members.cbegin(), room.members.cend(),
                                                            [&id](const Member &m) { return m.id == id; });
    });
    if (open != rooms.cend()) {
        m_client.post(open->id, text);
    } else {
        m_untold[member.id].append(text);
        m_client.openDirect(member.id);
    }
}

void ChatCommands::run(const textcommand::Topic &topic)
{
    const RoomInfo *const room = m_roster.room(m_roster.standing());
    if (topic.text) {
        post(*topic.text, EventKind::Topic);
    } else if (room && !room->topic.isEmpty()) {
        Q_EMIT remark(tr("The topic is: %1").arg(room->topic));
    } else {
        Q_EMIT remark(tr("There is no topic."));
    }
}

void ChatCommands::run(const textcommand::History &history)
{
    m_client.requestHistory(m_roster.standing(), 0, history.count);
}

void ChatCommands::run(const textcommand::Since &)
{
    Q_EMIT remark(tr("Not needed here: what was missed is shown by itself. /history shows older messages."));
}

void ChatCommands::run(const textcommand::Search &)
{
    Q_EMIT remark(tr("This server cannot search."));
}

void ChatCommands::run(const textcommand::Away &away)
{
    m_client.setAway(true, away.status);
    Q_EMIT remark(tr("You are away; /back says that you are back."));
}

void ChatCommands::run(const textcommand::Back &)
{
    m_client.setAway(false, {});
    Q_EMIT remark(tr("You are back."));
}

void ChatCommands::run(const textcommand::Password &password)
{
    m_client.setPassword(password.word);
    m_client.retryNow();
}

void ChatCommands::run(const textcommand::Help &)
{
    Q_EMIT remark(plain::help(m_client.self().role != Role::None).join(u'\n'));
}

void ChatCommands::run(const textcommand::Quit &)
{
    Q_EMIT quit();
}

void ChatCommands::run(const textcommand::Misused &misused)
{
    Q_EMIT remark(misused.message);
}

void ChatCommands::post(const QString &text, EventKind kind)
{
    if (m_roster.standing().isEmpty()) {
        Q_EMIT remark(tr("You are in no room; /join ROOM enters one."));
    } else {
        m_client.post(m_roster.standing(), text, kind);
    }
}

} // namespace tincan
