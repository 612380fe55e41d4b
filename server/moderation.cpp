#include "server/moderation.h"

#include "protocol/duration.h"
#include "protocol/peerwords.h"
#include "server/moderationwords.h"
#include "server/randomword.h"

#include <QCryptographicHash>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int banIdBytes = 8;

Error notAllowed(const QString &message)
{
    return {ErrorCode::NotAllowed, message};
}

MemberId idOfAbsent(const QByteArray &key)
{
    constexpr qsizetype idCharacters = 24;
    const QByteArray digest = QCryptographicHash::hash("moderator " + key, QCryptographicHash::Sha256);
    return MemberId(QString::fromLatin1(digest.toHex().first(idCharacters)));
}

MemberRecord recordOf(const RankedKey &moderator)
{
    MemberRecord record;
    record.member.id = idOfAbsent(moderator.key);
    record.member.name = moderator.name;
    record.member.role = Role::Moderator;
    record.key = moderator.key;
    record.named = true;
    return record;
}

bool isOnRoom(Act act)
{
    return act == Act::Slow || act == Act::Writers || act == Act::Keep || act == Act::Drop;
}

} // namespace

Moderation::Moderation(const Parts &parts) : m_parts(parts)
{
    const QHash<RoomId, RoomRules> &rooms = m_parts.rules.rooms();
    for (auto room = rooms.begin(); room != rooms.end(); ++room) {
        if (room->keep)
            m_parts.store.keep(room.key(), room->keep);
    }
    watchTheEnd();
}

Moderation::Outcome Moderation::problemOf(const MemberRecord &actor)
{
    if (actor.member.role != Role::None)
        return std::nullopt;
    return notAllowed(PeerWords::tr("Only the owner and moderators may do that."));
}

Moderation::Outcome Moderation::perform(const MemberRecord &actor, const command::Moderate &act)
{
    if (const auto problem = problemOf(actor))
        return problem;
    if (isOnRoom(act.act))
        return performOnRoom(actor, act);
    if (act.act == Act::Unban)
        return lift(act.ban, actor, act.reason);
    const auto target = targetOf(act.member);
    if (!target)
        return Error{ErrorCode::BadField, PeerWords::tr("There is nobody with that id here.")};
    if (const auto problem = mayDo(actor, *target, act.act))
        return problem;
    const bool isOfUse =
        act.act == Act::Ban || act.act == Act::Mute || act.act == Act::Unmute || act.act == Act::Demote;
    if (!isOfUse && !m_parts.roster.people().find(act.member))
        return notAllowed(PeerWords::tr("%1 has left already.").arg(target->member.name));
    return performOn(*target, actor, act);
}

std::optional<MemberRecord> Moderation::targetOf(const MemberId &id) const
{
    if (const MemberRecord *present = m_parts.roster.people().find(id))
        return *present;
    MemberRecord target;
    if (const MemberRecord *left = m_parts.roster.departures().find(id))
        target = *left;
    else if (const RankedKey *moderator = moderatorOf(id))
        target = recordOf(*moderator);
    else
        return std::nullopt;
    m_parts.rules.recognise(target);
    return target;
}

const RankedKey *Moderation::moderatorOf(const MemberId &id) const
{
    const QList<RankedKey> &all = m_parts.rules.moderators();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&id](const RankedKey &moderator) {
        return idOfAbsent(moderator.key) == id;
    });
    return found == all.cend() ? nullptr : &*found;
}

Moderation::Outcome Moderation::mayDo(const MemberRecord &actor, const MemberRecord &target, Act act) const
{
    if (target.member.role == Role::Owner)
        return notAllowed(PeerWords::tr("Nobody can do that to the owner."));
    if (actor.member.role == Role::Owner)
        return std::nullopt;
    if (act == Act::Promote || act == Act::Demote)
        return notAllowed(PeerWords::tr("Only the owner decides who is a moderator."));
    if (target.member.role == Role::Moderator)
        return notAllowed(PeerWords::tr("Moderators can do nothing to each other."));
    return std::nullopt;
}

Moderation::Outcome Moderation::performOn(const MemberRecord &target, const MemberRecord &actor,
                                          const command::Moderate &act)
{
    switch (act.act) {
    case Act::Kick:
        return kick(target, actor, act);
    case Act::Ban:
        return ban(target, actor, act);
    case Act::Mute:
        return mute(target, actor, act);
    case Act::Unmute:
        return unmute(target, actor, act);
    case Act::Promote:
        return promote(target, actor);
    case Act::Demote:
        return demote(target, actor);
    case Act::Unban:
    case Act::Slow:
    case Act::Writers:
    case Act::Keep:
    case Act::Drop:
    case Act::Delete:
        break;
    }
    return Error{ErrorCode::BadField, PeerWords::tr("There is no such act.")};
}

Moderation::Outcome Moderation::kick(const MemberRecord &target, const MemberRecord &actor,
                                     const command::Moderate &act)
{
    const QString by = actor.member.name;
    m_parts.rules.note({0, Act::Kick, by, target.member.name, {}, 0, 0, Writers::All, act.reason});
    if (MemberRecord *record = m_parts.roster.people().find(target.member.id))
        expel(*record, actor, moderationwords::kicked(by, act.reason), act.reason);
    return std::nullopt;
}

Moderation::Outcome Moderation::ban(const MemberRecord &target, const MemberRecord &actor,
                                    const command::Moderate &act)
{
    const Sanction sanction = sanctionOn(target, actor, act);
    if (!sanction.ban.byName && !sanction.ban.byKey && sanction.ban.address.isEmpty())
        return notAllowed(
            PeerWords::tr("%1 has no key, no name of its own and no address to be known by; kick it instead.")
                .arg(target.member.name));
    if (target.member.role == Role::Moderator)
        demote(target, actor);
    impose(sanction);
    const Error why = moderationwords::banned(sanction.ban);
    // The same person may be here twice, or not any more.
    for (MemberRecord *record : m_parts.roster.people().all()) {
        const bool hasKey = !target.key.isEmpty() && record->key == target.key;
        if (hasKey || record->member.id == target.member.id)
            expel(*record, actor, why, act.reason);
    }
    return std::nullopt;
}

Moderation::Outcome Moderation::mute(const MemberRecord &target, const MemberRecord &actor,
                                     const command::Moderate &act)
{
    Sanction sanction = sanctionOn(target, actor, act);
    // What a guest is called until it says so is after its port, which may be another's later.
    if (target.key.isEmpty())
        sanction.member = target.member.id;
    else
        sanction.ban.address.clear();
    if (target.member.role == Role::Moderator)
        demote(target, actor);
    impose(sanction);
    refreshAll();
    return std::nullopt;
}

/// All mutes that hold for it.
Moderation::Outcome Moderation::unmute(const MemberRecord &target, const MemberRecord &actor,
                                       const command::Moderate &act)
{
    if (target.mute.isEmpty())
        return Error{ErrorCode::BadField, PeerWords::tr("It is not muted.")};
    const Visitor whom = HouseRules::visitorOf(target);
    while (const Sanction *mute = m_parts.rules.bans().find(Act::Mute, whom))
        m_parts.rules.lift(BanId(mute->ban.id));
    lifted(Act::Unmute, target.member.name, actor, act.reason);
    return std::nullopt;
}

Moderation::Outcome Moderation::lift(const BanId &id, const MemberRecord &actor, const QString &reason)
{
    const auto sanction = m_parts.rules.lift(id);
    if (!sanction)
        return Error{ErrorCode::BadField, PeerWords::tr("There is no such ban.")};
    lifted(sanction->ban.act == Act::Mute ? Act::Unmute : Act::Unban, sanction->ban.name, actor, reason);
    return std::nullopt;
}

void Moderation::lifted(Act done, const QString &name, const MemberRecord &actor, const QString &reason)
{
    m_parts.rules.note({0, done, actor.member.name, name, {}, 0, 0, Writers::All, reason});
    m_lifter = actor.member.name;
    refreshAll();
    m_lifter.clear();
    watchTheEnd();
}

Moderation::Outcome Moderation::promote(const MemberRecord &target, const MemberRecord &actor)
{
    const QString name = target.member.name;
    if (target.key.isEmpty())
        return notAllowed(PeerWords::tr("%1 showed no key to be known by as a moderator.").arg(name));
    if (target.member.role == Role::Moderator)
        return notAllowed(PeerWords::tr("%1 is a moderator already.").arg(name));
    if (!m_parts.rules.promote({target.key, name}))
        return Error{ErrorCode::Full, PeerWords::tr("There are too many moderators here already.")};
    m_parts.rules.note({0, Act::Promote, actor.member.name, name, {}, 0, 0, Writers::All, {}});
    refreshAll();
    return std::nullopt;
}

Moderation::Outcome Moderation::demote(const MemberRecord &target, const MemberRecord &actor)
{
    const QString name = target.member.name;
    if (target.member.role != Role::Moderator)
        return notAllowed(PeerWords::tr("%1 is no moderator.").arg(name));
    m_parts.rules.demote(target.key);
    m_parts.rules.note({0, Act::Demote, actor.member.name, name, {}, 0, 0, Writers::All, {}});
    refreshAll();
    return std::nullopt;
}

Moderation::Outcome Moderation::performOnRoom(const MemberRecord &actor, const command::Moderate &act)
{
    const Room *room = m_parts.roster.rooms().find(act.room);
    if (!room || room->isDirect())
        return Error{ErrorCode::NoSuchRoom, PeerWords::tr("There is no such room.")};
    if (act.act == Act::Drop)
        return drop(*room, actor, act);
    if (act.act == Act::Keep && actor.member.role != Role::Owner) // what is forgotten cannot be had back
        return notAllowed(PeerWords::tr("Only the owner decides what is kept."));
    if (const auto problem = changeRules(room->id(), act))
        return problem;
    const RoomRules rules = m_parts.rules.of(room->id());
    const QString by = actor.member.name;
    m_parts.rules.note({0,
                        act.act,
                        by,
                        {},
                        room->id(),
                        0,
                        act.act == Act::Slow ? rules.slow : 0,
                        act.act == Act::Writers ? rules.writers : Writers::All,
                        act.reason,
                        act.act == Act::Keep ? rules.keep : std::nullopt});
    tellRoom(*room, moderationwords::rulesChanged(by, act.act, m_parts.roster.describeWithoutMembers(*room)));
    return std::nullopt;
}

Moderation::Outcome Moderation::changeRules(const RoomId &room, const command::Moderate &act)
{
    RoomRules rules = m_parts.rules.of(room);
    if (act.act == Act::Keep && !m_parts.options.store.isDurable())
        return notAllowed(
            PeerWords::tr("Nothing is kept here once the server ends, so there is nothing to set."));
    if (act.act == Act::Keep)
        rules.keep = act.keep;
    else if (act.act == Act::Slow)
        rules.slow = int(act.seconds.value_or(0));
    else
        rules.writers = act.writers;
    if (!m_parts.rules.set(room, rules))
        return Error{ErrorCode::Full, PeerWords::tr("There are too many rooms with rules of their own.")};
    if (act.act == Act::Keep)
        m_parts.store.keep(room, rules.keep);
    return std::nullopt;
}

Moderation::Outcome Moderation::drop(const Room &room, const MemberRecord &actor,
                                     const command::Moderate &act)
{
    if (actor.member.role != Role::Owner)
        return notAllowed(PeerWords::tr("Only the owner removes rooms."));
    if (room.id() == m_parts.roster.rooms().lounge().id())
        return notAllowed(PeerWords::tr("The first room stays."));
    const RoomId id = room.id();
    m_parts.rules.note({0, Act::Drop, actor.member.name, {}, id, 0, 0, Writers::All, act.reason});
    m_parts.rules.set(id, {});
    m_parts.store.keep(id, std::nullopt);
    const QString words =
        PeerWords::tr("%1 removed #%2 and all that was said in it").arg(actor.member.name, id.value());
    for (const MemberRecord *reader : m_parts.roster.dropRoom(id)) {
        if (reader->speaksText())
            m_parts.courier.send(reader->connection, plain::notice(words));
        else
            m_parts.courier.send(reader->connection, ServerEvent(serverevent::Left{id, {}}));
    }
    return std::nullopt;
}

Sanction Moderation::sanctionOn(const MemberRecord &target, const MemberRecord &actor,
                                const command::Moderate &act) const
{
    Sanction sanction;
    sanction.key = target.key;
    Ban &ban = sanction.ban;
    ban.id = BanId(randomWord(banIdBytes));
    ban.act = act.act;
    ban.name = target.member.name;
    ban.byName = target.named;
    ban.byKey = !target.key.isEmpty();
    ban.address = bannedAddress(target.address);
    ban.at = m_parts.clock.utc();
    const std::int64_t seconds = act.seconds.value_or(usualBanSeconds);
    ban.until = seconds == 0 || seconds > longestSeconds ? 0 : ban.at + seconds * 1000;
    ban.by = actor.member.name;
    ban.reason = act.reason;
    return sanction;
}

void Moderation::impose(const Sanction &sanction)
{
    const Ban &ban = sanction.ban;
    m_parts.rules.add(sanction);
    m_parts.rules.note({0, ban.act, ban.by, ban.name, {}, ban.until, 0, Writers::All, ban.reason});
    watchTheEnd();
}

void Moderation::expel(MemberRecord &target, const MemberRecord &actor, const Error &why,
                       const QString &reason)
{
    const QList<RoomId> rooms = target.rooms;
    const QString name = target.member.name;
    if (target.isConnected()) {
        tell(target, why);
        m_parts.courier.end(target.connection);
    }
    m_parts.roster.remove(target);
    for (const RoomId &id : rooms) {
        Room *room = m_parts.roster.rooms().find(id);
        if (room && !room->isDirect())
            m_parts.postbox.post(actor, *room,
                                 {EventKind::Kick, reason.isEmpty() ? name : name + ": "_L1 + reason, {}, 0});
    }
}

void Moderation::refreshAll()
{
    for (MemberRecord *record : m_parts.roster.people().all()) {
        const Member before = record->member;
        const BanId muteBefore = record->mute;
        m_parts.roster.refresh(*record);
        if (!record->isConnected())
            continue;
        if (record->member.role != before.role)
            tellRole(*record);
        if (record->mute != muteBefore)
            tellMute(*record, m_lifter);
    }
}

void Moderation::tellRole(const MemberRecord &record)
{
    if (!record.speaksText()) {
        m_parts.courier.send(record.connection, ServerEvent(serverevent::Self{record.member, {}}));
        return;
    }
    m_parts.courier.send(
        record.connection,
        plain::notice(record.member.role == Role::None
                          ? PeerWords::tr("You are no moderator any more")
                          : PeerWords::tr("You are a moderator now; /help lists what you can do")));
}

void Moderation::tellMute(const MemberRecord &record, const QString &by)
{
    const Sanction *mute = m_parts.rules.bans().find(record.mute);
    if (!record.speaksText()) {
        const serverevent::Muted told =
            mute ? serverevent::Muted{true, mute->ban.by, mute->ban.reason, mute->ban.until}
                 : serverevent::Muted{false, by, {}, 0};
        m_parts.courier.send(record.connection, ServerEvent(told));
    } else if (mute) {
        m_parts.courier.send(record.connection, plain::error(moderationwords::muted(mute->ban)));
    } else {
        m_parts.courier.send(record.connection, plain::notice(PeerWords::tr("You may write again")));
    }
}

void Moderation::tellRoom(const Room &room, const QString &words)
{
    Fanout native{ServerEvent(serverevent::RoomChanged{m_parts.roster.describeWithoutMembers(room)})};
    Fanout text = Fanout::notice(words, room.id());
    m_parts.courier.send(room.id(), native, {});
    m_parts.courier.send(room.id(), text, {});
}

void Moderation::tell(const MemberRecord &record, const Error &error)
{
    if (record.speaksText())
        m_parts.courier.send(record.connection, plain::error(error));
    else
        m_parts.courier.send(record.connection, ServerEvent(serverevent::Failed{error, {}, {}}));
}

/// A mute that is over is told; a ban is simply over.
void Moderation::watchTheEnd()
{
    constexpr std::int64_t longestWait = 60 * 1000; // the computer may sleep, or its clock be set
    const std::int64_t next = m_parts.rules.bans().nextEnd();
    if (next == 0)
        return m_end.cancel();
    const std::int64_t wait = std::clamp<std::int64_t>(next - m_parts.clock.utc(), 1, longestWait);
    m_end = m_parts.deadlines.in(int(wait), [this] {
        if (m_parts.rules.expire())
            refreshAll();
        watchTheEnd();
    });
}

QList<Member> Moderation::moderators() const
{
    QHash<QByteArray, Member> present;
    for (const MemberRecord *record : m_parts.roster.people().all()) {
        if (record->member.role == Role::Moderator)
            present.insert(record->key, record->member);
    }
    QList<Member> moderators;
    for (const RankedKey &moderator : m_parts.rules.moderators())
        moderators.append(present.value(moderator.key, recordOf(moderator).member));
    return moderators;
}

QList<Ban> Moderation::bans() const
{
    QList<Ban> bans;
    for (const Sanction &sanction : m_parts.rules.bans().all())
        bans.prepend(sanction.ban);
    return bans;
}

} // namespace tincan
