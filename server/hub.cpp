#include "server/hub.h"

#include "protocol/peerwords.h"
#include "server/freememory.h"
#include "server/logging.h"
#include "server/randomword.h"
#include "server/requesttag.h"

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr std::size_t mostHeld = 16;

} // namespace

Hub::Hub(const Parts &parts, std::function<void(int)> countChanged)
    : m_parts(parts), m_serverId(parts.options.serverId.isEmpty() ? randomWord(16) : parts.options.serverId),
      m_rules({parts.options, parts.clock, parts.deadlines}),
      m_roster(
          {parts.options, parts.store, parts.courier, parts.deadlines, parts.clock, m_rules, parts.sessions}),
      m_postbox({parts.store, parts.courier, m_roster, m_rules, parts.clock}),
      m_moderation({m_rules, m_roster, m_postbox, parts.courier, parts.deadlines, parts.clock, parts.store,
                    parts.options}),
      m_maker({m_roster, parts.deadlines, parts.clock}), m_searches({parts.store, parts.deadlines}),
      m_report(m_sessions, m_roster.people(), parts.courier),
      m_native({parts.options, parts.store, m_roster, m_postbox, parts.courier, m_rules, m_moderation,
                m_report, m_maker, m_searches}),
      m_text({parts.options, parts.store, m_roster, m_postbox, parts.courier, parts.clock, m_rules,
              m_moderation, m_report, m_maker, m_searches}),
      m_reception({parts.options, m_serverId, m_roster, m_rules, parts.courier}),
      m_gate({parts.options.passwordHash, parts.passwords, parts.clock}),
      m_forgetting(parts.deadlines, giveBackFreeMemory),
      m_reservations(parts.deadlines, parts.options.timing.keepSession, parts.options.limits.maxConnections,
                     [this](const MemberId &id) { giveUp(id); }),
      m_countChanged(std::move(countChanged))
{
    const QList<MemberId> lost = m_roster.restore();
    for (const MemberId &id : lost)
        m_reservations.keep(id);
}

void Hub::arrived(ConnectionId id, const Arrival &arrival)
{
    Session &session = m_sessions[id];
    session.id = id;
    session.port = arrival.port;
    session.encrypted = arrival.encrypted;
    session.key = arrival.key;
    session.address = arrival.address;
    session.since = m_parts.clock.utc();
    const auto barrier = m_rules.barrier({{}, session.key, session.address});
    session.barred = barrier.has_value();
    // It reads that behind the greeting. Who has TLS to prove a key with that may come in comes again.
    if (barrier)
        m_parts.courier.send(id, plain::error(*barrier));
    else if (!m_gate.isLocked())
        m_reception.letInText(session, Via::Plain);
}

void Hub::listens(ConnectionId id)
{
    Session *session = find(id);
    if (session && session->barred)
        return m_parts.courier.end(id);
    if (MemberRecord *record = session ? memberOf(*session) : nullptr) {
        m_roster.announce(*record);
        noticeCount();
    }
}

void Hub::speaksText(ConnectionId id, Via via)
{
    Session *session = find(id);
    if (!session)
        return;
    session->via = via;
    if (session->barred)
        return m_parts.courier.end(id);
    if (MemberRecord *record = memberOf(*session)) {
        m_roster.changeVia(*record, via);
        m_roster.announce(*record);
        noticeCount();
    }
}

void Hub::speaksNative(ConnectionId id)
{
    Session *session = find(id);
    if (!session)
        return;
    depart(*session, true);
    session->member = {};
    session->native = true;
    session->patience =
        m_parts.deadlines.in(Reception::helloPatienceMs, [this, id] { m_parts.courier.end(id); });
}

void Hub::asked(ConnectionId id, const TextCommand &command)
{
    Session *session = find(id);
    if (!session)
        return;
    if (MemberRecord *record = memberOf(*session))
        m_text.serve(*record, command);
    else if (!holdBack(*session, command))
        askedBeforeLetIn(*session, command);
}

/// A script says its password and goes on at once: what it says then waits for the answer.
bool Hub::holdBack(Session &session, const TextCommand &command)
{
    if (!session.isChecked || session.held.size() >= mostHeld)
        return false;
    session.held.push_back(command);
    return true;
}

void Hub::askedBeforeLetIn(Session &session, const TextCommand &command)
{
    if (const auto *password = std::get_if<textcommand::Password>(&command)) {
        tryPassword(session, password->word, [this](Session &passed) { letIn(passed); });
    } else if (std::holds_alternative<textcommand::Help>(command)) {
        m_text.sendHelp(session.id);
    } else if (std::holds_alternative<textcommand::Quit>(command)) {
        m_parts.courier.end(session.id);
    } else {
        fail(session, ErrorCode::NotAllowed, PeerWords::tr("A password is needed: /password WORD"));
    }
}

void Hub::tryPassword(Session &session, const QString &word, LetIn letIn)
{
    if (session.isChecked)
        return m_reception.refuse(
            session, {Error{ErrorCode::TooFast, PeerWords::tr("One password at a time, please.")}, false});
    session.isChecked = true;
    m_gate.attempt(session.address, word,
                   [this, id = session.id, letIn = std::move(letIn)](const PasswordGate::Verdict &verdict) {
                       passwordTried(id, verdict, letIn);
                   });
}

void Hub::passwordTried(ConnectionId id, const PasswordGate::Verdict &verdict, const LetIn &letIn)
{
    Session *session = find(id);
    if (!session || !std::exchange(session->isChecked, false))
        return;
    if (verdict.problem)
        m_reception.refuse(*session, verdict);
    else
        letIn(*session);
    const auto held = std::exchange(session->held, {});
    for (const TextCommand &command : held)
        asked(id, command);
}

void Hub::letIn(Session &session)
{
    if (m_reception.turnAway(session))
        return;
    MemberRecord &record = m_reception.letInText(session, session.via);
    m_roster.announce(record);
    const Room &lounge = m_roster.rooms().lounge();
    m_parts.courier.send(session.id, plain::notice(PeerWords::tr("You are in, %1 here").arg(lounge.total())));
    noticeCount();
}

void Hub::asked(ConnectionId id, const Command &command)
{
    Session *session = find(id);
    if (!session || !session->native)
        return;
    MemberRecord *record = memberOf(*session);
    if (!record)
        return askedBeforeLetIn(*session, command);
    m_native.serve(*record, command);
    if (std::holds_alternative<command::Quit>(command)) {
        depart(*session, true);
        session->member = {};
        session->native = false;
    }
}

void Hub::askedBeforeLetIn(Session &session, const Command &command)
{
    if (const auto *hello = std::get_if<command::Hello>(&command)) {
        if (m_reception.turnAway(session, *hello))
            return;
        if (!m_gate.isLocked() || m_reception.wasHereThisRun(session, *hello))
            welcome(session, *hello);
        else
            tryPassword(session, hello->password, [this, hello = *hello](Session &passed) {
                // Meanwhile it may have been banned, or come in with a token.
                if (!memberOf(passed) && !m_reception.turnAway(passed, hello))
                    welcome(passed, hello);
            });
    } else if (std::holds_alternative<command::Quit>(command)) {
        m_parts.courier.end(session.id);
    } else {
        m_parts.courier.send(
            session.id,
            ServerEvent(serverevent::Failed{
                {ErrorCode::NotAllowed, PeerWords::tr("Say hello first.")}, requestTag(command), {}}));
    }
}

void Hub::welcome(Session &session, const command::Hello &hello)
{
    const ConnectionId before = m_reception.hello(session, hello);
    m_reservations.release(session.member);
    if (before != ConnectionId::None)
        replaced(before);
    noticeCount();
}

void Hub::replaced(ConnectionId id)
{
    Session *session = find(id);
    if (!session)
        return;
    session->member = {};
    session->native = false;
    m_parts.courier.send(
        id,
        ServerEvent(serverevent::Failed{
            {ErrorCode::NotAllowed, PeerWords::tr("You have come back on another connection.")}, {}, {}}));
    m_parts.courier.end(id);
}

void Hub::drained(ConnectionId id)
{
    m_roster.catchUp().pump(id);
}

void Hub::gone(ConnectionId id)
{
    const auto session = m_sessions.find(id);
    if (session == m_sessions.end())
        return;
    depart(session->second, !session->second.native);
    m_searches.forget(id);
    m_sessions.erase(session);
    noticeCount(); // whoever was sent away has left the roster before
}

void Hub::depart(const Session &session, bool forGood)
{
    MemberRecord *record = memberOf(session);
    if (!record)
        return;
    if (forGood) {
        m_roster.remove(*record);
    } else {
        m_roster.lose(*record);
        m_reservations.keep(session.member);
    }
    noticeCount();
}

void Hub::giveUp(const MemberId &id)
{
    MemberRecord *record = m_roster.people().find(id);
    if (!record)
        return;
    m_roster.giveUp(*record);
    m_forgetting.passed(BurstWatch::connectionBytes);
}

plain::Message Hub::greetingFor(ConnectionId id)
{
    const Session *session = find(id);
    const MemberRecord *record = session ? memberOf(*session) : nullptr;
    const int here = m_roster.connected() + (record && !record->listed ? 1 : 0);
    return plain::greeting(m_parts.options.offersTls(), m_parts.options.name, here,
                           !record && m_gate.isLocked());
}

void Hub::close()
{
    const Error closing{ErrorCode::Closing, PeerWords::tr("The host closed the room.")};
    for (const auto &[id, session] : m_sessions) {
        if (session.native)
            m_parts.courier.send(id, ServerEvent(serverevent::Failed{closing, {}, {}}));
        else
            m_parts.courier.send(id, plain::error(closing));
        m_parts.courier.end(id);
    }
}

/// Who was sent away may have come back by another connection, as the same member.
MemberRecord *Hub::memberOf(const Session &session)
{
    MemberRecord *record = m_roster.people().find(session.member);
    return record && record->connection == session.id ? record : nullptr;
}

Session *Hub::find(ConnectionId id)
{
    const auto session = m_sessions.find(id);
    return session == m_sessions.end() ? nullptr : &session->second;
}

void Hub::fail(const Session &session, ErrorCode code, const QString &message)
{
    m_parts.courier.send(session.id, plain::error({code, message}));
}

void Hub::noticeCount()
{
    if (!m_countTurn.isPending())
        m_countTurn = m_parts.deadlines.in(0, [this] {
            if (std::exchange(m_countTold, memberCount()) != memberCount())
                m_countChanged(memberCount());
        });
}

} // namespace tincan
