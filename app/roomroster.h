#pragma once

#include "protocol/serverevent.h"

#include <QHash>
#include <QString>

#include <optional>
#include <utility>

namespace tincan {

/// The rooms that a terminal client is in, the one it stands in, and who is there.
class RoomRoster
{
public:
    void enter(const RoomInfo &room) { m_rooms.insert(room.id, room); }
    void leave(const RoomId &room);
    void clear() { m_rooms.clear(); }

    /// Who came and went, in words; empty where nothing is worth saying.
    QStringList apply(const serverevent::Presence &presence);
    /// A new topic or name counts.
    void apply(const RoomEvent &event);

    void stand(const RoomId &room) { m_standing = room; }
    const RoomId &standing() const { return m_standing; } ///< empty: in no room
    const RoomInfo *room(const RoomId &room) const;
    const RoomInfo *find(const QString &name) const; ///< by id or name
    QList<RoomInfo> rooms() const { return m_rooms.values(); }

    /// "NAME TEXT" with the longest name of somebody here that fits.
    using Addressee = std::optional<std::pair<Member, QString>>;
    Addressee addressee(const QString &text) const;
    /// The same of somebody who left lately.
    Addressee lateAddressee(const QString &text) const;

private:
    QHash<RoomId, RoomInfo> m_rooms;
    RoomId m_standing;
    QList<Member> m_gone; ///< the last to leave first; bounded
};

} // namespace tincan
