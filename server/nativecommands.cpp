#include "server/nativecommands.h"

#include "protocol/nickname.h"
#include "protocol/peerwords.h"
#include "protocol/searchfold.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tincan {

void NativeCommands::serve(MemberRecord &asker, const Command &command)
{
    std::visit([this, &asker](const auto &kind) { ask(asker, kind); }, command);
}

void NativeCommands::ask(MemberRecord &asker, const command::Post &post)
{
    Postbox::Draft draft{post.kind, post.text, post.id, post.reply, post.target};
    if (const auto problem = problemOf(asker, post))
        m_parts.postbox.refuse(asker, post.room, draft, *problem);
    else
        m_parts.postbox.post(asker, *m_parts.roster.rooms().find(post.room), std::move(draft));
}

std::optional<Error> NativeCommands::problemOf(const MemberRecord &author, const command::Post &post) const
{
    if (auto problem = problemOf(author, post.room))
        return problem;
    const Room &room = *m_parts.roster.rooms().find(post.room);
    if (room.isDirect() && !m_parts.roster.people().find(room.otherEnd(author.member.id).id))
        return Error{ErrorCode::NotAllowed,
                     PeerWords::tr("%1 has left.").arg(room.otherEnd(author.member.id).name)};
    if (post.reply < 0 || post.reply > m_parts.store.state(room.id()).head)
        return Error{ErrorCode::BadField,
                     PeerWords::tr("There is no message %1 to reply to.").arg(post.reply)};
    return {};
}

void NativeCommands::ask(MemberRecord &asker, const command::Join &join)
{
    if (Room *room = roomToJoin(asker, join))
        enter(asker, *room, join.re);
}

Room *NativeCommands::roomToJoin(const MemberRecord &asker, const command::Join &join)
{
    Room *room = m_parts.roster.rooms().find(RoomId(join.room));
    if (!room)
        room = m_parts.roster.rooms().find(roomIdFor(join.room));
    const bool isAllowed = room && (!room->isDirect() || room->isEnd(asker.member.id));
    if (isAllowed && asker.rooms.contains(room->id()))
        return room;
    if (asker.rooms.size() >= m_parts.options.limits.maxRoomsPerMember) {
        fail(asker, ErrorCode::NotAllowed, PeerWords::tr("You are in too many rooms; leave one first."),
             join.re);
        return nullptr;
    }
    if (isAllowed)
        return room;
    if (room || !join.create) {
        fail(asker, ErrorCode::NoSuchRoom, PeerWords::tr("There is no such room."), join.re);
        return nullptr;
    }
    const auto checked = checkedRoomName(join.room, m_parts.options.limits);
    if (const auto *error = std::get_if<Error>(&checked)) {
        fail(asker, error->code, error->message, join.re);
        return nullptr;
    }
    const auto made = m_parts.maker.make(asker, std::get<QString>(checked));
    if (const auto *error = std::get_if<Error>(&made)) {
        fail(asker, *error, join.re);
        return nullptr;
    }
    return std::get<Room *>(made);
}

void NativeCommands::enter(MemberRecord &asker, Room &room, const QString &re)
{
    m_parts.roster.enter(asker, room);
    m_parts.courier.send(asker.connection,
                         ServerEvent(serverevent::Joined{{m_parts.roster.describe(room, asker)}, re}));
    m_parts.roster.catchUp().pump(asker.connection);
}

void NativeCommands::ask(MemberRecord &asker, const command::Leave &leave)
{
    Room *room = roomOf(asker, leave.room, leave.re);
    if (!room)
        return;
    m_parts.roster.exit(asker, *room);
    m_parts.courier.send(asker.connection, ServerEvent(serverevent::Left{leave.room, leave.re}));
}

void NativeCommands::ask(MemberRecord &asker, const command::ListRooms &list)
{
    serverevent::Rooms rooms{{}, list.re};
    for (const Room *room : m_parts.roster.rooms().open())
        rooms.rooms.append(m_parts.roster.describeWithoutMembers(*room));
    m_parts.courier.send(asker.connection, ServerEvent(std::move(rooms)));
}

void NativeCommands::ask(MemberRecord &asker, const command::Direct &direct)
{
    MemberRecord *other = m_parts.roster.people().find(direct.with);
    if (!other || !other->listed)
        return fail(asker, ErrorCode::NoSuchRoom, PeerWords::tr("There is nobody with that id here."),
                    direct.re);
    if (other == &asker)
        return fail(asker, ErrorCode::NotAllowed, PeerWords::tr("You cannot talk with yourself."), direct.re);
    if (asker.rooms.size() >= m_parts.options.limits.maxRoomsPerMember)
        return fail(asker, ErrorCode::NotAllowed,
                    PeerWords::tr("You are in too many rooms; leave one first."), direct.re);
    enter(asker, m_parts.roster.directBetween(asker, *other), direct.re);
}

void NativeCommands::ask(MemberRecord &asker, const command::ListMembers &list)
{
    const Room *room = roomOf(asker, list.room, list.re);
    if (!room)
        return;
    const int limit = std::clamp(list.limit, 1, m_parts.options.limits.pageEvents);
    const auto [members, more] = m_parts.roster.members(*room, list.after, limit);
    m_parts.courier.send(asker.connection,
                         ServerEvent(serverevent::Members{list.room, members, more, list.re}));
}

void NativeCommands::ask(MemberRecord &asker, const command::Nick &nick)
{
    const auto checked = checkedName(nick.name, m_parts.options.limits);
    if (const auto *error = std::get_if<Error>(&checked))
        return fail(asker, error->code, error->message, nick.re);
    const QString &name = std::get<QString>(checked);
    const NameDesk &names = m_parts.roster.names();
    if (!names.isFree(name, asker.key, asker.member.id))
        return fail(asker, ErrorCode::NameTaken, PeerWords::tr("That name is taken."), nick.re,
                    names.freeVariant(name, asker.key));
    if (const auto problem = m_parts.rules.renameProblem(asker, name); problem && name != asker.member.name)
        return fail(asker, *problem, nick.re);
    if (name != asker.member.name)
        m_parts.roster.rename(asker, name);
    m_parts.courier.send(asker.connection, ServerEvent(serverevent::Self{asker.member, nick.re}));
}

void NativeCommands::ask(MemberRecord &asker, const command::History &history)
{
    if (!roomOf(asker, history.room, history.re))
        return;
    const int limit = std::clamp(history.limit, 1, m_parts.options.limits.pageEvents);
    m_parts.store.readBefore(
        history.room, history.before, limit,
        [this, to = asker.connection, room = history.room, re = history.re](const EventPage &page) {
            if (page.refused)
                m_parts.courier.send(to, ServerEvent(serverevent::Failed{*page.refused, re, {}}));
            else
                m_parts.courier.send(to,
                                     ServerEvent(serverevent::HistoryPage{room, page.events, page.more, re}));
        });
}

void NativeCommands::ask(MemberRecord &asker, const command::Search &search)
{
    if (!search.room.isEmpty() && !roomOf(asker, search.room, search.re))
        return;
    SearchQuestion question;
    question.rooms = search.room.isEmpty() ? asker.rooms : QList<RoomId>{search.room};
    question.terms = searchTerms(search.text);
    question.from = searchFold(search.from);
    question.after = search.after;
    question.before = search.before;
    question.limit = std::clamp(search.limit, 1, m_parts.options.limits.pageEvents);
    question.cursor = search.cursor;
    const auto answer = [this, to = asker.connection, re = search.re](const FoundPage &page) {
        if (page.refused)
            return m_parts.courier.send(to, ServerEvent(serverevent::Failed{*page.refused, re, {}}));
        m_parts.courier.send(to, ServerEvent(serverevent::Found{page.events, page.cursor, re}));
    };
    m_parts.searches.search(asker.connection, question, answer);
}

void NativeCommands::ask(MemberRecord &asker, const command::SetAway &set)
{
    m_parts.roster.setAway(asker, set.away, set.status);
    m_parts.courier.send(asker.connection, ServerEvent(serverevent::Self{asker.member, set.re}));
}

/// In a large room too many write at once for anybody to be told of each.
void NativeCommands::ask(MemberRecord &asker, const command::Typing &typing)
{
    const Room *room = m_parts.roster.rooms().find(typing.room);
    if (!room || problemOf(asker, typing.room) || room->total() > m_parts.options.limits.memberListMaximum ||
        m_parts.rules.writingProblem(asker, *room))
        return;
    Fanout fanout{ServerEvent(serverevent::Typing{typing.room, asker.member.id})};
    m_parts.courier.send(typing.room, fanout, {asker.connection});
}

void NativeCommands::ask(MemberRecord &asker, const command::Hello &)
{
    fail(asker, ErrorCode::NotAllowed, PeerWords::tr("You have said hello already."), {});
}

void NativeCommands::ask(MemberRecord &asker, const command::Quit &)
{
    m_parts.courier.end(asker.connection);
}

Room *NativeCommands::roomOf(const MemberRecord &asker, const RoomId &id, const QString &re)
{
    const auto problem = problemOf(asker, id);
    if (problem)
        fail(asker, *problem, re);
    return problem ? nullptr : m_parts.roster.rooms().find(id);
}

std::optional<Error> NativeCommands::problemOf(const MemberRecord &asker, const RoomId &id) const
{
    const Room *room = m_parts.roster.rooms().find(id);
    if (room && asker.rooms.contains(id))
        return {};
    if (room && !room->isDirect())
        return Error{ErrorCode::NotAllowed, PeerWords::tr("Join this room first.")};
    return Error{ErrorCode::NoSuchRoom, PeerWords::tr("There is no such room.")};
}

void NativeCommands::fail(const MemberRecord &asker, ErrorCode code, const QString &message,
                          const QString &re, const QString &suggestion)
{
    m_parts.courier.send(asker.connection, ServerEvent(serverevent::Failed{{code, message}, re, suggestion}));
}

void NativeCommands::fail(const MemberRecord &asker, const Error &error, const QString &re)
{
    m_parts.courier.send(asker.connection, ServerEvent(serverevent::Failed{error, re, {}}));
}

} // namespace tincan
