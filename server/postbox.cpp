#include "server/postbox.h"

#include "protocol/peerwords.h"

#include <algorithm>

namespace tincan {

namespace {

bool isSpoken(EventKind kind)
{
    return kind == EventKind::Message || kind == EventKind::Action;
}

} // namespace

void Postbox::post(const MemberRecord &author, Room &room, Draft draft)
{
    RoomEvent event;
    event.room = room.id();
    event.at = m_parts.clock.utc();
    event.kind = draft.kind;
    event.from = {author.member.id, author.member.name, author.member.via, author.member.verified};
    event.text = std::move(draft.text);
    event.postId = std::move(draft.postId);
    event.reply = draft.reply;
    event.target = draft.target;
    event.byModerator = author.member.role != Role::None && !room.isDirect();
    if (const auto problem = problemOf(author, room, event.kind))
        return refuseUnlessRepeated(std::move(event), author, *problem);
    room.postSent();
    const QString person = HouseRules::personOf(author);
    if (event.kind == EventKind::Delete && event.byModerator && author.member.role == Role::Moderator)
        deleteAsModerator(std::move(event), person);
    else
        append(std::move(event), person);
}

void Postbox::refuse(const MemberRecord &author, const RoomId &room, const Draft &draft, const Error &problem)
{
    RoomEvent event;
    event.room = room;
    event.kind = draft.kind;
    event.from.id = author.member.id;
    event.postId = draft.postId;
    refuseUnlessRepeated(std::move(event), author, problem);
}

void Postbox::append(RoomEvent event, const QString &person)
{
    const RoomId id = event.room;
    m_parts.store.append(std::move(event), [this, id, person](const AppendResult &result) {
        if ((result.duplicate || result.refused) && isSpoken(result.event.kind))
            m_parts.rules.takeBack(id, person);
        stored(result);
        answered(id);
    });
}

/// Looks first who said it.
void Postbox::deleteAsModerator(RoomEvent event, const QString &person)
{
    m_parts.store.readBefore(event.room, event.target + 1, 1, [this, event, person](const EventPage &page) {
        const auto problem = page.refused ? page.refused : deletionProblem(event, person, page);
        if (!problem)
            return append(event, person);
        stored({event, false, {}, problem});
        answered(event.room);
    });
}

std::optional<Error> Postbox::deletionProblem(const RoomEvent &deletion, const QString &person,
                                              const EventPage &page) const
{
    if (page.events.isEmpty() || page.events.constLast().seq != deletion.target)
        return std::nullopt;
    const Author &author = page.events.constLast().from;
    const QByteArray key = m_parts.roster.keyOf(author);
    if (author.id == deletion.from.id || person == QLatin1String(key))
        return std::nullopt;
    switch (m_parts.rules.roleOf(key)) {
    case Role::Owner:
        return Error{ErrorCode::NotAllowed, PeerWords::tr("Nobody else can delete what the owner said.")};
    case Role::Moderator:
        return Error{ErrorCode::NotAllowed,
                     PeerWords::tr("Moderators cannot delete what other moderators said.")};
    case Role::None:
        break;
    }
    return std::nullopt;
}

/// A client whose acknowledgement was lost cannot know that it may not write what it has written.
void Postbox::refuseUnlessRepeated(RoomEvent event, const MemberRecord &author, const Error &problem)
{
    if (event.postId.isEmpty())
        return refuse(author, {}, problem);
    m_parts.store.answerRepeat(std::move(event), problem,
                               [this](const AppendResult &result) { stored(result); });
}

std::optional<Error> Postbox::problemOf(const MemberRecord &author, const Room &room, EventKind kind)
{
    if (const auto problem = m_parts.rules.writingProblem(author, room))
        return problem;
    if (const auto problem = room.isDirect() ? openingProblem(author, room) : std::nullopt)
        return problem;
    return isSpoken(kind) ? m_parts.rules.speakingProblem(author, room) : std::nullopt;
}

/// What is said opens the talk for the other end, once it is stored.
std::optional<Error> Postbox::openingProblem(const MemberRecord &author, const Room &direct)
{
    const MemberRecord *other = m_parts.roster.people().find(direct.otherEnd(author.member.id).id);
    if (!other || other->speaksText() || other->rooms.contains(direct.id()))
        return std::nullopt;
    const auto isOpening = [this, other](const RoomId &id) {
        const Room *room = m_parts.roster.rooms().find(id);
        return room && room->underWay() > 0 && !other->rooms.contains(id);
    };
    const auto opening = std::count_if(other->directs.cbegin(), other->directs.cend(), isOpening);
    if (direct.underWay() > 0 || other->rooms.size() + opening < m_parts.roster.limits().maxRoomsPerMember)
        return std::nullopt;
    return Error{ErrorCode::NotAllowed,
                 PeerWords::tr("%1 is in too many rooms for another talk. Say it in a room that you share.")
                     .arg(other->member.name)};
}

void Postbox::openForOtherEnd(const RoomEvent &event, Room &room)
{
    MemberRecord *other = m_parts.roster.people().find(room.otherEnd(event.from.id).id);
    if (!other || other->speaksText() || other->rooms.contains(room.id()))
        return;
    if (!other->isConnected()) {
        other->rooms.append(room.id());
        m_parts.roster.keep(*other);
        return;
    }
    m_parts.roster.enter(*other, room);
    RoomInfo info = m_parts.roster.describe(room, *other);
    info.head = event.seq - 1; // what is said now is news to this end
    m_parts.courier.send(other->connection, ServerEvent(serverevent::Joined{{info}, {}}));
    m_parts.roster.catchUp().pump(other->connection);
}

void Postbox::stored(const AppendResult &result)
{
    const MemberRecord *author = m_parts.roster.people().find(result.event.from.id);
    if (result.refused && author)
        refuse(*author, result.event.postId, *result.refused);
    if (result.refused)
        return;
    if (result.duplicate)
        answerAgain(result.event);
    else if (Room *room = m_parts.roster.rooms().find(result.event.room))
        tellRoom(*room, result);
    if (!result.duplicate)
        noteDeletion(result);
}

/// What one deletes of others is an act.
void Postbox::noteDeletion(const AppendResult &result)
{
    const RoomEvent &event = result.event;
    if (event.kind != EventKind::Delete || !result.about || result.about->from.id == event.from.id)
        return;
    m_parts.rules.note(
        {0, Act::Delete, event.from.name, result.about->from.name, event.room, 0, 0, Writers::All, {}});
}

void Postbox::answered(const RoomId &id)
{
    if (Room *room = m_parts.roster.rooms().find(id)) {
        room->postAnswered();
        m_parts.roster.rooms().dropIfUnused(id);
    }
}

/// Who has left the room meanwhile still wants to know.
void Postbox::acknowledge(const RoomEvent &event)
{
    if (event.postId.isEmpty())
        return;
    const MemberRecord *author = m_parts.roster.people().find(event.from.id);
    if (author && !author->speaksText() && !m_parts.roster.catchUp().follows(author->connection, event.room))
        m_parts.courier.send(author->connection, ServerEvent(serverevent::Happened{event}));
}

void Postbox::answerAgain(const RoomEvent &event)
{
    const MemberRecord *author = m_parts.roster.people().find(event.from.id);
    if (!author || author->speaksText() || m_parts.roster.catchUp().willBring(author->connection, event))
        return;
    m_parts.courier.send(author->connection, ServerEvent(serverevent::Happened{event}));
}

void Postbox::refuse(const MemberRecord &author, const PostId &post, const Error &error)
{
    if (author.speaksText())
        m_parts.courier.send(author.connection, plain::error(error));
    else
        m_parts.courier.send(author.connection, ServerEvent(serverevent::Failed{error, post.value(), {}}));
}

void Postbox::tellRoom(Room &room, const AppendResult &result)
{
    const RoomEvent &event = result.event;
    if (event.kind == EventKind::Topic)
        room.setTopic(event.text);
    m_parts.roster.presence().tellBefore(room, event.from.id);
    Fanout fanout(event, result.about);
    acknowledge(event);
    if (room.isDirect()) {
        openForOtherEnd(event, room);
        return tellEnds(room, event, fanout);
    }
    const MemberRecord *author = m_parts.roster.people().find(event.from.id);
    if (!author || author->member.via != Via::Line || !room.contains(event.from.id))
        return m_parts.roster.catchUp().tell(event, fanout, {});
    m_parts.roster.catchUp().tell(event, fanout, {author->connection});
    if (event.kind == EventKind::Topic)
        m_parts.courier.send(author->connection,
                             plain::notice(PeerWords::tr("The topic is: %1").arg(event.text)));
}

/// Text readers hear no direct room: what they are told names the other end.
void Postbox::tellEnds(const Room &room, const RoomEvent &event, Fanout &fanout)
{
    m_parts.roster.catchUp().tell(event, fanout, {});
    for (const Room::End &end : room.ends()) {
        const MemberRecord *reader = m_parts.roster.people().find(end.id);
        if (!reader || !reader->isConnected() || !reader->speaksText())
            continue;
        const bool isAuthor = event.from.id == end.id;
        if (!isAuthor)
            m_parts.courier.send(reader->connection, plain::told(event, {}, fanout.about()));
        else if (reader->member.via == Via::Plain)
            m_parts.courier.send(reader->connection,
                                 plain::told(event, room.otherEnd(end.id).name, fanout.about()));
    }
}

} // namespace tincan
