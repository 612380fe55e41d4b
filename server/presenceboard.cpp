#include "server/presenceboard.h"

#include "protocol/peerwords.h"

using namespace Qt::StringLiterals;

namespace tincan {

using Change = PresenceSummary::Change;
using What = PresenceSummary::What;

namespace {

serverevent::Presence presenceOf(const Room &room, const QList<Change> &changes,
                                 PresenceSummary::Moment reader)
{
    serverevent::Presence presence{room.id(), {}, {}, {}, room.total()};
    for (const Change &change : changes) {
        if (!change.concerns(reader))
            continue;
        switch (change.what) {
        case What::Joined:
            presence.joined.append(change.member);
            break;
        case What::Left:
            presence.left.append(change.member.id);
            break;
        case What::Changed:
            presence.changed.append(change.member);
            break;
        }
    }
    return presence;
}

bool isEmpty(const serverevent::Presence &presence)
{
    return presence.joined.isEmpty() && presence.left.isEmpty() && presence.changed.isEmpty();
}

QString noticeOf(const Change &change)
{
    switch (change.what) {
    case What::Joined:
        return PeerWords::tr("%1 joined").arg(change.member.name);
    case What::Left:
        return PeerWords::tr("%1 left").arg(change.member.name);
    case What::Changed:
        const bool renamed = !change.nameBefore.isEmpty() && change.nameBefore != change.member.name;
        return renamed ? PeerWords::tr("%1 is now %2").arg(change.nameBefore, change.member.name) : QString();
    }
    return {};
}

/// A direct room that is not open on somebody's side is nothing to them.
bool knows(const MemberRecord &reader, const Room &room)
{
    return !room.isDirect() || reader.rooms.contains(room.id());
}

} // namespace

void PresenceBoard::joined(const Room &room, const Member &member)
{
    if (PresenceSummary *summary = summaryOf(room))
        summary->joined(member);
}

void PresenceBoard::left(const Room &room, const Member &member)
{
    if (PresenceSummary *summary = summaryOf(room))
        summary->left(member);
}

void PresenceBoard::changed(const Room &room, const Member &member, const QString &nameBefore)
{
    if (PresenceSummary *summary = summaryOf(room))
        summary->changed(member, nameBefore);
}

void PresenceBoard::tellBefore(const Room &room, const MemberId &speaker)
{
    const auto pending = m_pending.find(room.id());
    if (pending != m_pending.end() && pending->second.summary.mentions(speaker) && !isLarge(room))
        tell(room.id());
}

PresenceSummary *PresenceBoard::summaryOf(const Room &room)
{
    Pending &pending = m_pending[room.id()];
    if (!pending.due.isPending())
        pending.due =
            m_parts.deadlines.in(isLarge(room) ? largeRoomMs : 0, [this, id = room.id()] { tell(id); });
    return isLarge(room) ? nullptr : &pending.summary;
}

void PresenceBoard::tell(const RoomId &id)
{
    const auto node = m_pending.find(id);
    const Room *room = m_parts.rooms.find(id);
    if (!room) {
        m_pending.erase(node);
        return;
    }
    Pending &pending = node->second;
    pending.due.cancel();
    const Changes changes = pending.summary.take();
    if (isLarge(*room)) {
        tellTotal(*room, pending);
        return;
    }
    m_pending.erase(node);
    tellChanges(*room, changes);
}

void PresenceBoard::tellTotal(const Room &room, Pending &pending)
{
    if (pending.totalTold == room.total())
        return;
    pending.totalTold = room.total();
    Fanout fanout(ServerEvent(serverevent::Presence{room.id(), {}, {}, {}, room.total()}));
    m_parts.courier.send(room.id(), fanout, {});
}

/// Who entered the room in this turn is told by itself what it does not know.
void PresenceBoard::tellChanges(const Room &room, const Changes &changes)
{
    QList<ConnectionId> fresh;
    for (const Change &change : changes) {
        const MemberRecord *reader = change.entered > 0 ? m_parts.people.find(change.member.id) : nullptr;
        if (!reader || !room.contains(change.member.id) || !knows(*reader, room))
            continue;
        fresh.append(reader->connection);
        tellOne(room, *reader, changes, change.entered);
    }
    const auto common = presenceOf(room, changes, 0);
    if (!isEmpty(common)) {
        Fanout native{ServerEvent(common)};
        m_parts.courier.send(room.id(), native, fresh);
    }
    for (const Change &change : changes)
        tellNotice(room, change, fresh);
}

/// A line for text clients; whom it is about has been told already.
void PresenceBoard::tellNotice(const Room &room, const Change &change, const QList<ConnectionId> &fresh)
{
    const QString text = change.concerns(0) ? noticeOf(change) : QString();
    if (text.isEmpty())
        return;
    QList<ConnectionId> except = fresh;
    if (const MemberRecord *about = m_parts.people.find(change.member.id))
        except.append(about->connection);
    Fanout notice = Fanout::notice(text, room.id());
    m_parts.courier.send(room.id(), notice, except);
}

void PresenceBoard::tellOne(const Room &room, const MemberRecord &reader, const Changes &changes,
                            PresenceSummary::Moment moment)
{
    Changes others = changes;
    others.removeIf([&reader](const Change &change) { return change.member.id == reader.member.id; });
    if (!reader.speaksText()) {
        const auto presence = presenceOf(room, others, moment);
        if (!isEmpty(presence))
            m_parts.courier.send(reader.connection, ServerEvent(presence));
        return;
    }
    for (const Change &change : std::as_const(others)) {
        const QString text = change.concerns(moment) ? noticeOf(change) : QString();
        if (!text.isEmpty())
            m_parts.courier.send(reader.connection,
                                 plain::notice(text, reader.stands == room.id() ? RoomId() : room.id()));
    }
}

} // namespace tincan
