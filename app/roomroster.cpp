#include "app/roomroster.h"
#include "protocol/nickname.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr qsizetype mostGone = 100;

/// Takes the first of these members whose name fits and is longer than that of the best so far.
void takeLonger(RoomRoster::Addressee &best, const QString &text, const QList<Member> &members)
{
    for (const Member &member : members) {
        const QString start = text.left(member.name.size());
        const bool fits = text.size() > start.size() && text.at(start.size()).isSpace() &&
                          nameKey(start) == nameKey(member.name);
        if (fits && (!best || best->first.name.size() < member.name.size())) {
            best = {member, text.mid(start.size()).trimmed()};
        }
    }
}

} // namespace

void RoomRoster::leave(const RoomId &room)
{
    m_rooms.remove(room);
    if (m_standing == room) {
        m_standing = m_rooms.isEmpty() ? RoomId() : m_rooms.constBegin().key();
    }
}

QStringList RoomRoster::apply(const serverevent::Presence &presence)
{
    const auto found = m_rooms.find(presence.room);
    if (found == m_rooms.end()) {
        return {};
    }
    QStringList words;
    QList<Member> &members = found->members;
    const auto at = [&members](const MemberId &id) {
        return std::find_if(members.begin(), members.end(), [&id](const Member &m) { return m.id == id; });
    };
    for (const Member &member : presence.joined) {
        if (at(member.id) == members.end()) {
            members.append(member);
            words.append(member.name + u" joined"_s);
        }
    }
    for (const MemberId &id : presence.left) {
        if (const auto member = at(id); member != members.end()) {
            words.append(member->name + u" left"_s);
            m_gone.prepend(*member);
            m_gone.resize(std::min(m_gone.size(), mostGone));
            members.erase(member);
        }
    }
    for (const Member &member : presence.changed) {
        if (const auto known = at(member.id); known != members.end()) {
            if (known->name != member.name) {
                words.append(known->name + u" is now "_s + member.name);
            }
            *known = member;
        }
    }
    found->total = presence.total;
    // In a direct talk it would be said twice: everybody is in a room, too.
    return found->kind == RoomKind::Direct ? QStringList() : words;
}

void RoomRoster::apply(const RoomEvent &event)
{
    const auto found = m_rooms.find(event.room);
    if (found == m_rooms.end()) {
        return;
    }
    if (event.kind == EventKind::Topic) {
        found->topic = event.text;
    } else if (event.kind == EventKind::Rename && found->kind != RoomKind::Direct) {
        found->name = event.text;
    }
}

const RoomInfo *RoomRoster::room(const RoomId &room) const
{
    const auto found = m_rooms.constFind(room);
    return found == m_rooms.constEnd() ? nullptr : &*found;
}

const RoomInfo *RoomRoster::find(const QString &name) const
{
    const auto found = std::find_if(m_rooms.cbegin(), m_rooms.cend(), [&name](const RoomInfo &room) {
        return nameKey(room.name) == nameKey(name) || room.id == roomIdFor(name);
    });
    return found == m_rooms.cend() ? nullptr : &*found;
}

RoomRoster::Addressee RoomRoster::addressee(const QString &text) const
{
    Addressee best;
    for (const RoomInfo &room : m_rooms) {
        takeLonger(best, text, room.members);
    }
    return best;
}

RoomRoster::Addressee RoomRoster::lateAddressee(const QString &text) const
{
    Addressee best;
    takeLonger(best, text, m_gone);
    return best;
}

} // namespace tincan
