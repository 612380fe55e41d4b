#include "server/reception.h"

#include "protocol/nickname.h"
#include "protocol/peerwords.h"

using namespace Qt::StringLiterals;

namespace tincan {

MemberRecord &Reception::letInText(Session &session, Via via)
{
    MemberRecord &record = m_parts.roster.addListener(defaultName(session), via, session.id);
    record.member.tls = session.encrypted;
    record.key = session.key;
    record.address = session.address;
    m_parts.roster.refresh(record);
    session.member = record.member.id;
    tellMute(record);
    return record;
}

bool Reception::turnAway(const Session &session)
{
    const auto problem = m_parts.rules.barrier({{}, session.key, session.address});
    if (!problem)
        return false;
    fail(session, *problem);
    m_parts.courier.end(session.id);
    return true;
}

bool Reception::turnAway(const Session &session, const command::Hello &hello)
{
    if (turnAway(session))
        return true;
    const auto name = checkedName(hello.name, m_parts.options.limits);
    if (returning(session, hello) || !std::holds_alternative<QString>(name))
        return false;
    const auto problem = m_parts.rules.nameProblem(std::get<QString>(name), session.key);
    if (problem)
        fail(session, *problem);
    return problem.has_value();
}

/// Who is muted learns it at the door, whatever it does next.
void Reception::tellMute(const MemberRecord &record)
{
    const Sanction *mute = m_parts.rules.bans().find(record.mute);
    if (!mute)
        return;
    const Ban &ban = mute->ban;
    if (record.speaksText())
        m_parts.courier.send(record.connection, plain::error(m_parts.rules.muteProblem(ban)));
    else
        m_parts.courier.send(record.connection,
                             ServerEvent(serverevent::Muted{true, ban.by, ban.reason, ban.until}));
}

void Reception::refuse(Session &session, const PasswordGate::Verdict &verdict)
{
    fail(session, *verdict.problem);
    if (verdict.guessed && ++session.wrongPasswords >= mostWrongPasswords)
        m_parts.courier.end(session.id);
}

/// Whose token it brings. A member with a key, or with a key's name, comes back with that key alone, so that
/// a token that somebody else got hold of is of no use.
MemberRecord *Reception::returning(const Session &session, const command::Hello &hello)
{
    MemberRecord *record = m_parts.roster.people().findByToken(hello.session);
    if (!record || (!record->key.isEmpty() && record->key != session.key))
        return nullptr;
    const Member &member = record->member;
    return m_parts.roster.names().isFree(member.name, session.key, member.id) ? record : nullptr;
}

bool Reception::wasHereThisRun(const Session &session, const command::Hello &hello)
{
    const MemberRecord *record = returning(session, hello);
    return record && !record->restored;
}

ConnectionId Reception::hello(Session &session, const command::Hello &hello)
{
    if (MemberRecord *known = returning(session, hello))
        return welcomeBack(session, *known, hello);
    if (MemberRecord *record = namedMember(session, hello)) {
        record->address = session.address;
        m_parts.roster.identify(*record, session.encrypted, session.key);
        welcome(session, *record, hello);
    }
    return ConnectionId::None;
}

/// Whoever has a name's key need not wait until a lost member of that name is given up: it was the same
/// person.
void Reception::giveBack(const QString &name, const Session &session)
{
    MemberRecord *lost = m_parts.roster.people().findNamed(name);
    if (lost && !lost->isConnected() && m_parts.roster.names().belongsTo(name, session.key))
        m_parts.roster.giveUp(*lost);
}

MemberRecord *Reception::namedMember(const Session &session, const command::Hello &hello)
{
    const NameDesk &names = m_parts.roster.names();
    if (hello.name.isEmpty())
        return &m_parts.roster.addNative(defaultName(session), session.id, hello.session);
    const auto checked = checkedName(hello.name, m_parts.options.limits);
    if (const auto *error = std::get_if<Error>(&checked)) {
        fail(session, *error);
        return nullptr;
    }
    const QString &name = std::get<QString>(checked);
    giveBack(name, session);
    if (!names.isFree(name, session.key)) {
        fail(session, {ErrorCode::NameTaken, PeerWords::tr("That name is taken.")},
             names.freeVariant(name, session.key));
        return nullptr;
    }
    MemberRecord &record = m_parts.roster.addNative(name, session.id, hello.session);
    record.named = true;
    return &record;
}

ConnectionId Reception::welcomeBack(Session &session, MemberRecord &record, const command::Hello &hello)
{
    const ConnectionId before = record.connection;
    record.address = session.address;
    m_parts.roster.identify(record, session.encrypted, session.key);
    m_parts.roster.returnOn(record, session.id);
    welcome(session, record, hello);
    return before;
}

void Reception::welcome(Session &session, MemberRecord &record, const command::Hello &hello)
{
    session.member = record.member.id;
    session.patience.cancel();
    enterAll(record, hello);
    m_parts.roster.keep(record);
    serverevent::Welcome welcome;
    welcome.serverName = m_parts.options.name;
    welcome.serverId = m_parts.serverId;
    welcome.serverVersion = QStringLiteral(TINCAN_VERSION);
    welcome.self = record.member;
    welcome.session = record.token;
    welcome.limits = m_parts.options.limits;
    for (const RoomId &id : std::as_const(record.rooms)) {
        if (const Room *room = m_parts.roster.rooms().find(id))
            welcome.rooms.append(m_parts.roster.describe(*room, record));
    }
    welcome.removed = removedOf(hello);
    m_parts.courier.send(session.id, ServerEvent(std::move(welcome)));
    tellMute(record);
    m_parts.roster.catchUp().pump(session.id);
}

void Reception::enterAll(MemberRecord &record, const command::Hello &hello)
{
    RoomIndex &rooms = m_parts.roster.rooms();
    QList<RoomId> ids = record.rooms.isEmpty() ? QList<RoomId>{rooms.lounge().id()} : record.rooms;
    for (const RoomId &id : hello.resume.keys()) {
        const Room *room = rooms.find(id);
        if (room && !ids.contains(id) && mayEnter(record, *room) &&
            ids.size() < m_parts.options.limits.maxRoomsPerMember)
            ids.append(id);
    }
    for (const RoomId &id : std::as_const(ids)) {
        Room *room = rooms.find(id);
        if (!room)
            record.rooms.removeAll(id);
        else
            m_parts.roster.enter(record, *room, resumedAt(*room, hello));
    }
    m_parts.roster.enterDirects(record);
}

/// A room that is gone because nothing was left in it is not removed.
QList<RoomId> Reception::removedOf(const command::Hello &hello) const
{
    QList<RoomId> removed;
    const QSet<RoomId> all = hello.resume.isEmpty() ? QSet<RoomId>() : m_parts.rules.removedRooms();
    for (auto point = hello.resume.keyBegin(); point != hello.resume.keyEnd(); ++point) {
        if (all.contains(*point) && !m_parts.roster.rooms().find(*point))
            removed.append(*point);
    }
    return removed;
}

std::optional<Seq> Reception::resumedAt(const Room &room, const command::Hello &hello) const
{
    const auto point = hello.resume.constFind(room.id());
    if (point == hello.resume.constEnd())
        return {};
    const RoomInfo log = m_parts.roster.describeWithoutMembers(room);
    const bool isInLog = point->epoch == log.epoch && point->seq >= log.first - 1 && point->seq <= log.head;
    return isInLog ? std::optional(point->seq) : std::nullopt;
}

bool Reception::mayEnter(const MemberRecord &record, const Room &room) const
{
    return !room.isDirect() || room.isEnd(record.member.id);
}

void Reception::fail(const Session &session, const Error &error, const QString &suggestion)
{
    if (session.native)
        m_parts.courier.send(session.id, ServerEvent(serverevent::Failed{error, {}, suggestion}));
    else
        m_parts.courier.send(session.id, plain::error(error));
}

QString Reception::defaultName(const Session &session)
{
    return m_parts.roster.names().freeVariant(u"guest-%1"_s.arg(session.port), session.key);
}

} // namespace tincan
