#pragma once

#include "server/directory.h"
#include "server/eventstore.h"
#include "server/room.h"

#include <map>

namespace tincan {

/// All rooms of a server. The first, the lounge, is always there. Rooms stay where they are until they are
/// dropped.
class RoomIndex
{
public:
    /// `store` must outlive the index.
    RoomIndex(EventStore &store, const Limits &limits);

    Room &lounge() { return *m_lounge; }
    const Room &lounge() const { return *m_lounge; }
    Room *find(const RoomId &id);
    const Room *find(const RoomId &id) const;

    /// A new room of this (checked) name; nothing where there are as many as may be.
    Room *create(const QString &name);
    /// The room that these two, and nobody else, may read; the first opens it where it is not there.
    Room &directBetween(MemberRecord &one, MemberRecord &other);

    void drop(const RoomId &id);
    /// Forgets it where nobody is in it, and it is empty.
    void dropIfUnused(const RoomId &id);
    /// Nothing that was said in it is still there, or about to be stored.
    bool isEmpty(const Room &room) const;
    /// Nothing was ever said in it, or is about to be stored.
    bool isUnused(const Room &room) const;

    /// All but direct rooms, ordered by id.
    QList<const Room *> open() const;
    QList<RoomId> ids() const; ///< of all rooms

private:
    Room &insert(Room room);

    EventStore &m_store;
    int m_maxRooms;
    int m_openRooms = 0;
    std::map<RoomId, Room> m_rooms;
    Room *m_lounge;
};

} // namespace tincan
