#include "server/textcommands.h"

#include "protocol/nickname.h"
#include "protocol/peerwords.h"
#include "protocol/textsanitizer.h"

using namespace Qt::StringLiterals;

// Commands that change something. Those that print lists stand in textlistings.cpp.

namespace tincan {

void TextCommands::serve(MemberRecord &asker, const TextCommand &command)
{
    std::visit([this, &asker](const auto &kind) { ask(asker, kind); }, command);
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Say &say)
{
    if (!isBlank(say.text))
        post(asker, EventKind::Message, say.text);
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Me &me)
{
    post(asker, EventKind::Action, me.text);
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Nick &nick)
{
    const auto checked = checkedName(nick.name, m_parts.options.limits);
    if (const auto *error = std::get_if<Error>(&checked))
        return fail(asker, error->code, error->message);
    const QString &name = std::get<QString>(checked);
    const NameDesk &names = m_parts.roster.names();
    if (!names.isFree(name, asker.key, asker.member.id)) {
        const QString free = names.freeVariant(name, asker.key);
        return fail(asker, ErrorCode::NameTaken, PeerWords::tr("That name is taken. %1 is free.").arg(free));
    }
    const QString before = asker.member.name;
    if (name == before)
        return notice(asker, PeerWords::tr("You are %1 already").arg(name));
    if (const auto problem = m_parts.rules.renameProblem(asker, name))
        return fail(asker, problem->code, problem->message);
    m_parts.roster.rename(asker, name);
    notice(asker, PeerWords::tr("%1 is now %2").arg(before, name));
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Join &join)
{
    Room *room = roomToJoin(asker, join.room);
    if (!room)
        return;
    m_parts.roster.enter(asker, *room);
    stand(asker, *room);
}

Room *TextCommands::roomToJoin(const MemberRecord &asker, const QString &name)
{
    Room *room = m_parts.roster.rooms().find(roomIdFor(name));
    if (room && room->contains(asker.member.id))
        return room;
    if (asker.rooms.size() >= m_parts.options.limits.maxRoomsPerMember) {
        fail(asker, ErrorCode::NotAllowed, PeerWords::tr("You are in too many rooms; leave one first."));
        return nullptr;
    }
    const auto checked = checkedRoomName(name, m_parts.options.limits);
    if (const auto *error = std::get_if<Error>(&checked)) {
        fail(asker, error->code, error->message);
        return nullptr;
    }
    if (room)
        return room;
    const auto made = m_parts.maker.make(asker, std::get<QString>(checked));
    if (const auto *error = std::get_if<Error>(&made)) {
        fail(asker, error->code, error->message);
        return nullptr;
    }
    return std::get<Room *>(made);
}

void TextCommands::stand(MemberRecord &asker, const Room &room)
{
    m_parts.roster.stand(asker, room);
    const QString here = QString::number(room.total());
    notice(asker, room.topic().isEmpty()
                      ? PeerWords::tr("You are in #%1, %2 here").arg(room.id().value(), here)
                      : PeerWords::tr("You are in #%1, %2 here. The topic is: %3")
                            .arg(room.id().value(), here, room.topic()));
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Leave &leave)
{
    const RoomId id = leave.room.isEmpty() ? asker.stands : roomIdFor(leave.room);
    Room *room = m_parts.roster.rooms().find(id);
    if (!room || !asker.rooms.contains(id))
        return fail(asker, ErrorCode::NoSuchRoom, PeerWords::tr("You are not in that room."));
    Room &lounge = m_parts.roster.rooms().lounge();
    if (room == &lounge && asker.rooms.size() == 1)
        return fail(asker, ErrorCode::NotAllowed,
                    PeerWords::tr("You are in no other room; /quit leaves the server."));
    m_parts.roster.exit(asker, *room);
    notice(asker, PeerWords::tr("You left #%1").arg(id.value()));
    if (asker.stands != id)
        return;
    if (asker.rooms.isEmpty())
        m_parts.roster.enter(asker, lounge);
    stand(asker, *m_parts.roster.rooms().find(asker.rooms.last()));
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Tell &tell)
{
    const auto addressed = m_parts.roster.people().splitAddress(tell.rest);
    if (!addressed || !addressed->to->listed)
        return fail(asker, ErrorCode::BadName, PeerWords::tr("There is nobody of that name here."));
    if (addressed->to == &asker)
        return fail(asker, ErrorCode::NotAllowed, PeerWords::tr("You cannot talk with yourself."));
    if (isBlank(addressed->text))
        return;
    Room &room = m_parts.roster.directBetween(asker, *addressed->to);
    m_parts.postbox.post(asker, room, {EventKind::Message, addressed->text, {}, 0});
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Topic &topic)
{
    const Room &room = roomOf(asker);
    if (topic.text) {
        if (codePoints(*topic.text) > m_parts.options.limits.topicCharacters)
            return fail(asker, ErrorCode::TooLong,
                        PeerWords::tr("A topic has at most %1 characters.")
                            .arg(m_parts.options.limits.topicCharacters));
        return post(asker, EventKind::Topic, *topic.text);
    }
    notice(asker, room.topic().isEmpty() ? PeerWords::tr("#%1 has no topic").arg(room.id().value())
                                         : PeerWords::tr("The topic is: %1").arg(room.topic()));
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Away &away)
{
    const int most = m_parts.options.limits.statusCharacters;
    if (codePoints(away.status) > most)
        return fail(asker, ErrorCode::TooLong,
                    PeerWords::tr("A status has at most %1 characters.").arg(most));
    m_parts.roster.setAway(asker, true, away.status);
    notice(asker, PeerWords::tr("You are away; /back says that you are back"));
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Back &)
{
    m_parts.roster.setAway(asker, false, {});
    notice(asker, PeerWords::tr("You are back"));
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Password &)
{
    notice(asker, PeerWords::tr("You are in already"));
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Quit &)
{
    m_parts.courier.end(asker.connection);
}

void TextCommands::ask(MemberRecord &asker, const textcommand::Misused &misused)
{
    fail(asker, ErrorCode::UnknownKind, misused.message);
}

void TextCommands::post(const MemberRecord &asker, EventKind kind, const QString &text)
{
    m_parts.postbox.post(asker, roomOf(asker), {kind, text, {}, 0});
}

Room &TextCommands::roomOf(const MemberRecord &asker)
{
    Room *room = m_parts.roster.rooms().find(asker.stands);
    return room ? *room : m_parts.roster.rooms().lounge();
}

void TextCommands::notice(const MemberRecord &to, const QString &text)
{
    m_parts.courier.send(to.connection, plain::notice(text));
}

void TextCommands::fail(const MemberRecord &to, ErrorCode code, const QString &message)
{
    m_parts.courier.send(to.connection, plain::error({code, message}));
}

} // namespace tincan
