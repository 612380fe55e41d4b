#include "server/postbox.h"

namespace tincan {

Postbox::Postbox(EventStore &store, Courier &courier, Roster &roster, const Clock &clock)
    : m_store(store), m_courier(courier), m_roster(roster), m_clock(clock)
{
}

void Postbox::post(const MemberRecord &author, Room &room, Draft draft)
{
    if (room.isDirect())
        openForOtherEnd(author, room);
    RoomEvent event;
    event.room = room.id();
    event.at = m_clock.utc();
    event.kind = draft.kind;
    event.from = {author.member.id, author.member.name, author.member.via, author.member.verified};
    event.text = std::move(draft.text);
    event.postId = std::move(draft.postId);
    event.reply = draft.reply;
    event.target = draft.target;
    m_store.append(std::move(event), [this](const AppendResult &result) { stored(result); });
}

void Postbox::openForOtherEnd(const MemberRecord &author, Room &room)
{
    MemberRecord *other = m_roster.people().find(room.otherEnd(author.member.id).id);
    if (!other || other->speaksText() || other->rooms.contains(room.id()))
        return;
    if (!other->isConnected()) {
        other->rooms.append(room.id());
        return;
    }
    m_roster.enter(*other, room);
    m_courier.send(other->connection,
                   ServerEvent(serverevent::Joined{{m_roster.describe(room, *other)}, {}}));
    m_roster.catchUp().pump(other->connection);
}

void Postbox::stored(const AppendResult &result)
{
    Room *room = m_roster.rooms().find(result.event.room);
    if (result.refused)
        refuse(result.event, *result.refused);
    else if (result.duplicate)
        answerAgain(result.event);
    else if (room)
        tellRoom(*room, result);
}

void Postbox::answerAgain(const RoomEvent &event)
{
    const MemberRecord *author = m_roster.people().find(event.from.id);
    if (!author || author->speaksText() || m_roster.catchUp().willBring(author->connection, event))
        return;
    m_courier.send(author->connection, ServerEvent(serverevent::Happened{event}));
}

void Postbox::refuse(const RoomEvent &event, const Error &error)
{
    if (const MemberRecord *author = m_roster.people().find(event.from.id))
        m_courier.send(author->connection, ServerEvent(serverevent::Failed{error, event.postId.value(), {}}));
}

void Postbox::tellRoom(Room &room, const AppendResult &result)
{
    const RoomEvent &event = result.event;
    if (event.kind == EventKind::Topic)
        room.setTopic(event.text);
    m_roster.presence().tellBefore(room, event.from.id);
    Fanout fanout(event, result.about);
    if (room.isDirect())
        return tellEnds(room, event, fanout);
    const Room::Audience audience = room.audience();
    for (auto id = audience.keyBegin(); id != audience.keyEnd(); ++id) {
        const MemberRecord *reader = m_roster.people().find(*id);
        if (!reader)
            continue;
        if (!reader->speaksText())
            m_roster.catchUp().sendLive(reader->connection, event, fanout);
        else if (reader->member.via != Via::Line || event.from.id != *id)
            m_courier.send(reader->connection, fanout, reader->stands != event.room);
    }
}

void Postbox::tellEnds(const Room &room, const RoomEvent &event, Fanout &fanout)
{
    for (const Room::End &end : room.ends()) {
        const MemberRecord *reader = m_roster.people().find(end.id);
        if (!reader || !reader->isConnected())
            continue;
        const bool isAuthor = event.from.id == end.id;
        if (!reader->speaksText())
            m_roster.catchUp().sendLive(reader->connection, event, fanout);
        else if (!isAuthor)
            m_courier.send(reader->connection, plain::told(event, {}, fanout.about()));
        else if (reader->member.via == Via::Plain)
            m_courier.send(reader->connection,
                           plain::told(event, room.otherEnd(end.id).name, fanout.about()));
    }
}

} // namespace tincan
