#include "server/houserules.h"

#include "protocol/clock.h"
#include "protocol/peerwords.h"
#include "server/moderationwords.h"
#include "server/sourceaddress.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

HouseRules::HouseRules(const Parts &parts) : m_parts(parts)
{
    load();
}

HouseRules::~HouseRules()
{
    if (m_saving.isPending())
        save();
}

void HouseRules::load()
{
    if (!m_parts.options.moderationKeeper)
        return;
    const KeptModeration kept = m_parts.options.moderationKeeper->load();
    m_bans.restore(kept.sanctions, m_parts.clock.utc());
    m_moderators = kept.moderators.first(std::min(kept.moderators.size(), mostModerators));
    for (auto room = kept.rooms.begin(); room != kept.rooms.end() && m_rooms.size() < mostRooms; ++room)
        m_rooms.insert(room.key(), room.value());
    const qsizetype acts = std::min(kept.acts.size(), qsizetype(mostActs));
    for (const ActRecord &act : kept.acts.last(acts))
        m_acts.push_back(act);
}

void HouseRules::saveLater()
{
    if (!m_saving.isPending())
        saveIn(saveAfterMs);
}

void HouseRules::saveIn(int milliseconds)
{
    if (m_parts.options.moderationKeeper)
        m_saving = m_parts.deadlines.in(milliseconds, [this] { save(); });
}

void HouseRules::save()
{
    m_parts.options.moderationKeeper->save(
        {m_bans.all(), m_moderators, m_rooms, QList<ActRecord>(m_acts.begin(), m_acts.end())});
}

Role HouseRules::roleOf(const QByteArray &key) const
{
    if (key.isEmpty())
        return Role::None;
    if (m_parts.options.ownerKeys.contains(key))
        return Role::Owner;
    return moderatorAt(key) >= 0 ? Role::Moderator : Role::None;
}

qsizetype HouseRules::moderatorAt(const QByteArray &key) const
{
    const auto found = std::find_if(m_moderators.begin(), m_moderators.end(),
                                    [&key](const RankedKey &moderator) { return moderator.key == key; });
    return found == m_moderators.end() ? -1 : found - m_moderators.begin();
}

bool HouseRules::promote(const RankedKey &moderator)
{
    demote(moderator.key);
    if (m_moderators.size() >= mostModerators)
        return false;
    m_moderators.append(moderator);
    saveLater();
    return true;
}

void HouseRules::demote(const QByteArray &key)
{
    const qsizetype at = moderatorAt(key);
    if (at < 0)
        return;
    m_moderators.removeAt(at);
    saveLater();
}

void HouseRules::add(const Sanction &sanction)
{
    m_bans.add(sanction);
    saveLater();
}

std::optional<Sanction> HouseRules::lift(const BanId &id)
{
    const auto lifted = m_bans.lift(id);
    if (lifted)
        saveLater();
    return lifted;
}

bool HouseRules::expire()
{
    const bool expired = m_bans.expire(m_parts.clock.utc());
    if (expired)
        saveLater();
    return expired;
}

bool HouseRules::set(const RoomId &room, const RoomRules &rules)
{
    if (!m_rooms.contains(room) && !rules.areUsual() && m_rooms.size() >= mostRooms)
        return false;
    if (rules.areUsual())
        m_rooms.remove(room);
    else
        m_rooms.insert(room, rules);
    if (rules.slow == 0)
        m_slow.forget(room);
    saveLater();
    return true;
}

void HouseRules::note(ActRecord act)
{
    const bool isRemoval = act.act == Act::Drop;
    act.at = m_parts.clock.utc();
    m_acts.push_back(std::move(act));
    if (m_acts.size() > mostActs)
        m_acts.pop_front();
    if (isRemoval)
        saveIn(0); // the room is gone from the log as soon
    else
        saveLater();
}

QList<ActRecord> HouseRules::acts(int limit) const
{
    const auto count = std::min(std::size_t(std::max(0, limit)), m_acts.size());
    return QList<ActRecord>(m_acts.rbegin(), m_acts.rbegin() + std::ptrdiff_t(count));
}

QSet<RoomId> HouseRules::removedRooms() const
{
    QSet<RoomId> rooms;
    for (const ActRecord &act : m_acts) {
        if (act.act == Act::Drop)
            rooms.insert(act.room);
    }
    return rooms;
}

Visitor HouseRules::visitorOf(const MemberRecord &record)
{
    return {record.member.name, record.key, record.address, record.member.id};
}

void HouseRules::recognise(MemberRecord &record) const
{
    record.member.role = roleOf(record.key);
    const Sanction *mute =
        record.member.role == Role::None ? m_bans.find(Act::Mute, visitorOf(record)) : nullptr;
    record.mute = mute ? mute->ban.id : BanId();
    record.member.muted = mute;
}

std::optional<Error> HouseRules::barrier(const Visitor &visitor) const
{
    if (roleOf(visitor.key) != Role::None)
        return std::nullopt;
    const Sanction *ban = m_bans.find(Act::Ban, Visitor{{}, visitor.key, visitor.address});
    return ban ? std::optional(moderationwords::stillBanned(ban->ban, m_parts.clock.utc())) : std::nullopt;
}

std::optional<Error> HouseRules::nameProblem(const QString &name, const QByteArray &key) const
{
    if (roleOf(key) != Role::None)
        return std::nullopt;
    const Sanction *ban = m_bans.find(Act::Ban, Visitor{name, {}, {}});
    return ban ? std::optional(moderationwords::nameBanned(ban->ban, m_parts.clock.utc())) : std::nullopt;
}

std::optional<Error> HouseRules::renameProblem(const MemberRecord &record, const QString &name) const
{
    if (const Sanction *mute = m_bans.find(record.mute))
        return muteProblem(mute->ban);
    return nameProblem(name, record.key);
}

Error HouseRules::muteProblem(const Ban &mute) const
{
    return moderationwords::stillMuted(mute, m_parts.clock.utc());
}

std::optional<Error> HouseRules::writingProblem(const MemberRecord &record, const Room &room) const
{
    if (record.member.role != Role::None)
        return std::nullopt;
    if (const Sanction *mute = m_bans.find(record.mute))
        return muteProblem(mute->ban);
    const Writers writers = of(room.id()).writers;
    if (writers == Writers::Moderators)
        return Error{ErrorCode::NotAllowed, PeerWords::tr("Only moderators may write here.")};
    if (writers == Writers::Members && !record.member.verified)
        return Error{ErrorCode::NotAllowed,
                     PeerWords::tr("Only verified members may write here: come with a key, and with a name "
                                   "that belongs to it.")};
    return std::nullopt;
}

QString HouseRules::personOf(const MemberRecord &record)
{
    return record.key.isEmpty() ? record.member.id.value() : QString::fromLatin1(record.key);
}

QString HouseRules::originOf(const MemberRecord &record)
{
    const QHostAddress from = sourceNetwork(record.address);
    return from.isNull() || from.isLoopback() ? personOf(record) : from.toString();
}

std::optional<Error> HouseRules::speakingProblem(const MemberRecord &record, const Room &room)
{
    const int slow = of(room.id()).slow;
    if (slow == 0 || record.member.role != Role::None)
        return std::nullopt;
    const std::int64_t now = m_parts.clock.monotonic();
    const QString person = personOf(record);
    if (const int wait = m_slow.wait(room.id(), person, slow, now); wait > 0)
        return moderationwords::tooSoon(slow, wait);
    m_slow.wrote(room.id(), person, slow, now);
    return std::nullopt;
}

} // namespace tincan
