#include "server/roomindex.h"

#include "protocol/nickname.h"
#include "server/houserules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

/// No open room's id starts with '@'.
RoomId directId(const MemberId &one, const MemberId &other)
{
    const auto [first, second] = std::minmax(one, other);
    return RoomId(u'@' + first.value() + u':' + second.value());
}

} // namespace

RoomIndex::RoomIndex(EventStore &store, const Limits &limits) : m_store(store), m_maxRooms(limits.maxRooms)
{
    for (Room &room : store.rooms())
        insert(std::move(room));
    const RoomId lounge(u"lounge"_s);
    Room *kept = find(lounge);
    m_lounge = kept ? kept : &insert(Room(lounge, u"Lounge"_s));
}

Room *RoomIndex::find(const RoomId &id)
{
    const auto room = m_rooms.find(id);
    return room == m_rooms.end() ? nullptr : &room->second;
}

const Room *RoomIndex::find(const RoomId &id) const
{
    const auto room = m_rooms.find(id);
    return room == m_rooms.end() ? nullptr : &room->second;
}

Room *RoomIndex::create(const QString &name)
{
    if (m_openRooms >= m_maxRooms)
        return nullptr;
    return &insert(Room(roomIdFor(name), name));
}

Room &RoomIndex::directBetween(MemberRecord &one, MemberRecord &other)
{
    const RoomId id = directId(one.member.id, other.member.id);
    for (MemberRecord *end : {&one, &other}) {
        if (!end->directs.contains(id))
            end->directs.append(id);
    }
    if (Room *room = find(id))
        return *room;
    return insert(Room(id, {one.member.id, one.member.name}, {other.member.id, other.member.name},
                       HouseRules::originOf(one)));
}

void RoomIndex::drop(const RoomId &id)
{
    const auto node = m_rooms.extract(id); // `id` may be the room's own
    if (node.empty())
        return;
    m_openRooms -= node.mapped().isDirect() ? 0 : 1;
    m_store.dropRoom(node.key());
}

void RoomIndex::dropIfUnused(const RoomId &id)
{
    const Room *room = find(id);
    if (room && room != m_lounge && !room->isDirect() && room->audience().isEmpty() && isEmpty(*room))
        drop(id);
}

bool RoomIndex::isEmpty(const Room &room) const
{
    const LogState log = m_store.state(room.id());
    return room.underWay() == 0 && log.first > log.head;
}

bool RoomIndex::isUnused(const Room &room) const
{
    return room.underWay() == 0 && m_store.state(room.id()).head == 0;
}

QList<const Room *> RoomIndex::open() const
{
    QList<const Room *> result;
    for (const auto &[id, room] : m_rooms) {
        if (!room.isDirect())
            result.append(&room);
    }
    return result;
}

QList<RoomId> RoomIndex::ids() const
{
    QList<RoomId> result;
    for (const auto &entry : m_rooms)
        result.append(entry.first);
    return result;
}

Room &RoomIndex::insert(Room room)
{
    const RoomId id = room.id();
    m_openRooms += room.isDirect() ? 0 : 1;
    m_store.openRoom(room);
    return m_rooms.emplace(id, std::move(room)).first->second;
}

} // namespace tincan
