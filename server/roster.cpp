#include "server/roster.h"

#include <algorithm>
#include <utility>

namespace tincan {

Roster::Roster(const Parts &parts)
    : m_parts(parts), m_people(parts.options.limits),
      m_names({m_people, parts.options.limits, parts.options.nameKeeper.get(), parts.clock, parts.deadlines}),
      m_rooms(parts.store, parts.options.limits),
      m_catchUp(parts.store, parts.courier, parts.deadlines, parts.options.limits.pageEvents),
      m_presence({parts.options.limits, m_people, m_rooms, parts.courier, parts.deadlines})
{
}

MemberRecord &Roster::addListener(const QString &name, Via via, ConnectionId connection)
{
    MemberRecord &record = m_people.add(name, via);
    record.connection = connection;
    record.stands = m_rooms.lounge().id();
    enter(record, m_rooms.lounge());
    return record;
}

MemberRecord &Roster::addNative(const QString &name, ConnectionId connection, const SessionToken &token)
{
    MemberRecord &record = m_people.addNative(name, token);
    record.connection = connection;
    record.listed = true;
    ++m_connected;
    recallDirects(record);
    return record;
}

void Roster::recallDirects(MemberRecord &record)
{
    const QList<Absentees::Talk> talks = m_absentees.take(record.member.id);
    for (const Absentees::Talk &talk : talks) {
        if (!m_rooms.find(talk.room))
            continue;
        record.directs.append(talk.room);
        if (!talk.isOpen)
            continue;
        if (record.rooms.isEmpty())
            record.rooms.append(m_rooms.lounge().id());
        record.rooms.append(talk.room);
    }
}

QList<MemberId> Roster::restore()
{
    QList<MemberId> lost;
    const QList<KeptSession> sessions =
        m_parts.sessions ? m_parts.sessions->sessions() : QList<KeptSession>();
    for (const KeptSession &session : sessions) {
        if (m_people.restore(session))
            lost.append(session.member);
        else
            m_parts.sessions->forgetSession(session.member);
    }
    for (const RoomId &id : m_rooms.ids()) {
        const Room &room = *m_rooms.find(id);
        if (room.isDirect())
            noteAbsentEnds(room);
    }
    dropSurplus();
    dropForsaken();
    return lost;
}

void Roster::noteAbsentEnds(const Room &room)
{
    for (const Room::End &end : room.ends()) {
        if (MemberRecord *record = m_people.find(end.id))
            record->directs.append(room.id());
        else if (!m_rooms.isUnused(room))
            m_absentees.note(end.id, {room.id()}, room.opener());
    }
}

/// A direct room is over when neither of its ends can come back, or when one cannot, nothing was ever said
/// and the other has not opened it; any room when nobody is in it and nothing is left of what was said in it.
void Roster::dropForsaken()
{
    const QSet<RoomId> used = m_people.roomsInUse();
    for (const RoomId &id : m_rooms.ids()) {
        if (m_rooms.find(id)->isDirect())
            dropIfOver(id);
        else if (!used.contains(id))
            m_rooms.dropIfUnused(id);
    }
}

void Roster::keep(const MemberRecord &record)
{
    if (m_parts.sessions && !record.token.isEmpty())
        m_parts.sessions->keepSession(
            {record.member.id, record.member.name, record.named, record.token, record.rooms});
}

void Roster::enter(MemberRecord &record, Room &room, std::optional<Seq> have)
{
    if (!record.rooms.contains(room.id())) {
        record.rooms.reserve(record.rooms.size() + 1); // most are in one room for good
        record.rooms.append(room.id());
        keep(record);
    }
    if (!room.contains(record.member.id)) {
        room.enter(record.member.id, record.listed);
        if (record.listed)
            m_presence.joined(room, record.member);
    }
    if (record.speaksText())
        return listen(record, room.id());
    if (!have && m_catchUp.follows(record.connection, room.id()))
        return;
    const LogState log = m_parts.store.state(room.id());
    m_catchUp.follow(record.connection, room.id(),
                     have.value_or(std::max(log.first - 1, log.head - m_parts.options.limits.welcomeEvents)));
}

void Roster::exit(MemberRecord &record, Room &room)
{
    record.rooms.removeAll(room.id());
    keep(record);
    m_catchUp.unfollow(record.connection, room.id());
    m_parts.courier.unlisten(record.connection, room.id());
    if (!room.isDirect() && room.contains(record.member.id)) {
        room.exit(record.member.id);
        if (record.listed)
            m_presence.left(room, record.member);
    }
    m_rooms.dropIfUnused(room.id());
}

void Roster::stand(MemberRecord &record, const Room &room)
{
    const RoomId before = std::exchange(record.stands, room.id());
    if (record.rooms.contains(before))
        listen(record, before);
    listen(record, room.id());
}

void Roster::listen(const MemberRecord &record, const RoomId &room)
{
    m_parts.courier.listen(record.connection, room, record.stands == room ? Stance::Here : Stance::Aside);
}

QList<const MemberRecord *> Roster::dropRoom(const RoomId &id)
{
    QList<const MemberRecord *> told;
    for (MemberRecord *record : m_people.all()) {
        if (record->rooms.removeAll(id) == 0)
            continue;
        keep(*record);
        if (!record->isConnected())
            continue;
        m_catchUp.unfollow(record->connection, id);
        m_parts.courier.unlisten(record->connection, id);
        if (record->stands == id) {
            enter(*record, m_rooms.lounge());
            stand(*record, m_rooms.lounge());
        }
        told.append(record);
    }
    m_rooms.drop(id);
    return told;
}

Room &Roster::directBetween(MemberRecord &one, MemberRecord &other)
{
    Room &room = m_rooms.directBetween(one, other);
    for (const MemberRecord *end : {&one, &other}) {
        if (end->isConnected() && !room.contains(end->member.id))
            room.enter(end->member.id, end->listed);
    }
    return room;
}

void Roster::announce(MemberRecord &record)
{
    if (record.listed)
        return;
    record.listed = true;
    ++m_connected;
    for (Room *room : roomsOf(record)) {
        room->list(record.member.id);
        m_presence.joined(*room, record.member);
    }
}

void Roster::changeVia(MemberRecord &record, Via via)
{
    if (record.member.via == via)
        return;
    record.member.via = via;
    if (!record.listed)
        return;
    for (const Room *room : roomsOf(record))
        m_presence.changed(*room, record.member, {});
}

void Roster::identify(MemberRecord &record, bool tls, const QByteArray &key)
{
    const Member before = record.member;
    record.key = key;
    record.member.tls = tls;
    m_names.verify(record);
    m_parts.rules.recognise(record);
    tellChange(record, before);
}

void Roster::refresh(MemberRecord &record)
{
    const Member before = record.member;
    m_parts.rules.recognise(record);
    tellChange(record, before);
}

void Roster::tellChange(const MemberRecord &record, const Member &before)
{
    if (record.member == before || !record.listed)
        return;
    for (const Room *room : roomsOf(record))
        m_presence.changed(*room, record.member, {});
}

void Roster::rename(MemberRecord &record, const QString &name)
{
    const QString before = record.member.name;
    m_people.rename(record, name);
    record.named = true;
    m_names.verify(record);
    m_parts.rules.recognise(record);
    keep(record);
    if (!record.listed)
        return;
    for (const Room *room : roomsOf(record))
        m_presence.changed(*room, record.member, before);
}

void Roster::setAway(MemberRecord &record, bool away, const QString &status)
{
    Member &member = record.member;
    const MemberState state = away ? MemberState::Away : MemberState::Here;
    if (member.state == state && member.status == status)
        return;
    member.state = state;
    member.status = status;
    if (!record.listed)
        return;
    for (const Room *room : roomsOf(record))
        m_presence.changed(*room, member, {});
}

void Roster::lose(MemberRecord &record)
{
    m_catchUp.forget(record.connection);
    for (const RoomId &id : std::as_const(record.rooms))
        m_parts.courier.unlisten(record.connection, id);
    record.connection = ConnectionId::None;
    m_connected -= record.listed ? 1 : 0;
    for (Room *room : roomsOf(record)) {
        room->exit(record.member.id);
        if (record.listed)
            m_presence.left(*room, record.member);
    }
}

void Roster::returnOn(MemberRecord &record, ConnectionId connection)
{
    if (record.isConnected()) {
        m_catchUp.forget(record.connection);
    } else {
        ++m_connected;
    }
    record.connection = connection;
    record.restored = false;
}

void Roster::giveUp(MemberRecord &record)
{
    for (const RoomId &id : std::as_const(record.directs)) {
        const Room *room = m_rooms.find(id);
        if (room && !m_rooms.isUnused(*room))
            m_absentees.note(record.member.id, {id, record.rooms.contains(id)}, room->opener());
    }
    remove(record);
    dropSurplus();
}

void Roster::remove(MemberRecord &record)
{
    if (record.isConnected())
        lose(record);
    if (record.listed)
        m_departures.note(record);
    if (m_parts.sessions && !record.token.isEmpty())
        m_parts.sessions->forgetSession(record.member.id);
    const QList<RoomId> rooms = record.rooms;
    const QList<RoomId> directs = record.directs;
    m_people.remove(record.member.id);
    for (const RoomId &id : rooms)
        m_rooms.dropIfUnused(id);
    for (const RoomId &id : directs)
        dropIfOver(id);
}

QList<Room *> Roster::roomsOf(const MemberRecord &record)
{
    QList<Room *> rooms;
    for (const RoomId &id : record.rooms + record.directs) {
        Room *room = m_rooms.find(id);
        if (room && room->contains(record.member.id) && !rooms.contains(room))
            rooms.append(room);
    }
    return rooms;
}

void Roster::enterDirects(const MemberRecord &record)
{
    for (const RoomId &id : record.directs) {
        Room *room = m_rooms.find(id);
        if (!room || room->contains(record.member.id))
            continue;
        room->enter(record.member.id, record.listed);
        m_presence.joined(*room, record.member);
    }
}

void Roster::dropSurplus()
{
    while (const auto room = m_absentees.takeSurplus())
        dropIfOver(*room);
}

void Roster::dropIfOver(const RoomId &direct)
{
    const Room *room = m_rooms.find(direct);
    if (!room || m_absentees.isAwaited(direct))
        return;
    MemberRecord *one = m_people.find(room->ends()[0].id);
    MemberRecord *other = m_people.find(room->ends()[1].id);
    MemberRecord *left = one ? one : other; // of the two
    if ((one && other) || (left && (left->rooms.contains(direct) || !m_rooms.isUnused(*room))))
        return;
    if (left)
        left->directs.removeAll(direct);
    m_rooms.drop(direct);
}

RoomInfo Roster::describe(const Room &room, const MemberRecord &viewer) const
{
    RoomInfo info = describeWithoutMembers(room);
    if (room.isDirect()) {
        const Room::End &other = room.otherEnd(viewer.member.id);
        const MemberRecord *record = m_people.find(other.id);
        info.kind = RoomKind::Direct;
        info.name = record ? record->member.name : other.name;
    }
    if (room.total() <= m_parts.options.limits.memberListMaximum)
        info.members = members(room, {}, room.total()).first;
    return info;
}

RoomInfo Roster::describeWithoutMembers(const Room &room) const
{
    const LogState log = m_parts.store.state(room.id());
    const RoomRules rules = m_parts.rules.of(room.id());
    const StoreOptions &store = m_parts.options.store;
    const Retention keep = store.isDurable() ? rules.keep.value_or(store.keep) : Retention();
    return {room.id(),    room.name(), RoomKind::Room, room.topic(),  log.first, log.head, log.epoch,
            room.total(), {},          rules.slow,     rules.writers, keep};
}

QByteArray Roster::keyOf(const Author &author) const
{
    const MemberRecord *record = m_people.find(author.id);
    if (!record)
        record = m_departures.find(author.id);
    if (record && !record->key.isEmpty())
        return record->key;
    return author.verified ? m_names.keyOf(author.name) : QByteArray();
}

std::pair<QList<Member>, bool> Roster::members(const Room &room, const MemberId &after, int limit) const
{
    QList<Member> found;
    const Room::Audience &audience = room.audience();
    for (auto it = audience.upperBound(after); it != audience.end(); ++it) {
        if (!*it)
            continue;
        if (found.size() >= limit)
            return {found, true};
        if (const MemberRecord *record = m_people.find(it.key()))
            found.append(record->member);
    }
    return {found, false};
}

} // namespace tincan
