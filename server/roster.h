#pragma once

#include "server/absentees.h"
#include "server/catchup.h"
#include "server/departures.h"
#include "server/houserules.h"
#include "server/namedesk.h"
#include "server/presenceboard.h"
#include "server/sessionkeeper.h"

namespace tincan {

/// Who is in which room: keeps people, rooms, subscriptions and presence in step.
class Roster
{
public:
    struct Parts ///< all must outlive the roster
    {
        const HostOptions &options;
        EventStore &store;
        Courier &courier;
        DeadlineQueue &deadlines;
        const Clock &clock;
        const HouseRules &rules;
        SessionKeeper *sessions = nullptr; ///< none: nobody comes back after a restart
    };
    explicit Roster(const Parts &parts);

    const Limits &limits() const { return m_parts.options.limits; }
    Directory &people() { return m_people; }
    const Departures &departures() const { return m_departures; }
    NameDesk &names() { return m_names; }
    RoomIndex &rooms() { return m_rooms; }
    CatchUp &catchUp() { return m_catchUp; }
    PresenceBoard &presence() { return m_presence; }

    /// A text member that is in the lounge and hears it, but is not announced.
    MemberRecord &addListener(const QString &name, Via via, ConnectionId connection);
    /// A native member, in no room yet but those of its talks that it comes back to. `token` is what its
    /// client brought.
    MemberRecord &addNative(const QString &name, ConnectionId connection, const SessionToken &token = {});

    /// Those of an earlier run, who are lost, and may come back. Rooms that nobody can come back to go.
    QList<MemberId> restore();
    /// Rooms that nobody is in or can come back to, and of which nothing would be lost, go.
    void dropForsaken();
    /// What a native member needs after a restart has changed.
    void keep(const MemberRecord &record);

    /// `have`: the number of the last event that a native member has of the room; nothing: it gets the last
    /// ones.
    void enter(MemberRecord &record, Room &room, std::optional<Seq> have = {});
    void exit(MemberRecord &record, Room &room);
    /// Where a text member's messages go from now on. It must be in the room.
    void stand(MemberRecord &record, const Room &room);
    /// Whoever was in the room is out of it, and its log is gone; answers who of these is connected. Who
    /// stood there stands in the lounge.
    QList<const MemberRecord *> dropRoom(const RoomId &id);
    /// The room of these two, which the first opens. They are its members as long as they are connected,
    /// whether it is open on their side or not.
    Room &directBetween(MemberRecord &one, MemberRecord &other);

    void announce(MemberRecord &record);
    void changeVia(MemberRecord &record, Via via);
    /// What its connection shows of it.
    void identify(MemberRecord &record, bool tls, const QByteArray &key);
    /// The house rules may say something else of it now.
    void refresh(MemberRecord &record);
    /// `name` must be checked and free for it.
    void rename(MemberRecord &record, const QString &name);
    void setAway(MemberRecord &record, bool away, const QString &status);

    /// The connection is gone, the member may come back: it is out of its rooms, and remembers them.
    void lose(MemberRecord &record);
    /// It is back, on another connection, which follows no room's log yet.
    void returnOn(MemberRecord &record, ConnectionId connection);
    /// It is back, and seen in its direct rooms.
    void enterDirects(const MemberRecord &record);
    /// Its place is no longer kept. It may come back all the same, with its token.
    void giveUp(MemberRecord &record);
    /// For good.
    void remove(MemberRecord &record);

    /// The room as this member sees it.
    RoomInfo describe(const Room &room, const MemberRecord &viewer) const;
    RoomInfo describeWithoutMembers(const Room &room) const;
    /// Listed members behind `after`, ordered by id, at most `limit`, and whether there are more.
    std::pair<QList<Member>, bool> members(const Room &room, const MemberId &after, int limit) const;

    /// Of who said something, be it here or not: what its connection showed, or else what its name belongs
    /// to. Empty where nothing is known.
    QByteArray keyOf(const Author &author) const;

    int connected() const { return m_connected; } ///< listed members with a connection

private:
    QList<Room *> roomsOf(const MemberRecord &record);
    void listen(const MemberRecord &record, const RoomId &room);
    void tellChange(const MemberRecord &record, const Member &before);
    void recallDirects(MemberRecord &record);
    void noteAbsentEnds(const Room &room);
    void dropSurplus();
    void dropIfOver(const RoomId &direct);

    Parts m_parts;
    Directory m_people;
    Departures m_departures;
    Absentees m_absentees;
    NameDesk m_names;
    RoomIndex m_rooms;
    CatchUp m_catchUp;
    PresenceBoard m_presence;
    int m_connected = 0;
};

} // namespace tincan
