#include "ui/client/lifeline.h"
#include "protocol/clock.h"
#include "ui/client/announcer.h"
#include "ui/client/clientmemory.h"
#include "ui/client/copyrecorder.h"
#include "ui/client/nativesession.h"
#include "ui/client/plainsession.h"
#include "ui/client/recollection.h"
#include "ui/client/transport.h"

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

// A server that ends so many handshakes in a row has no TLS; a network ends one now and then.
constexpr int handshakesToBelieve = 3;
// As does one that is busy with others, for longer.
constexpr int silencesToBelieve = 8;

/// A server that demands TLS refuses who speaks in clear, and says with which command it could be done.
bool asksForTls(const GreetingWait &greeting)
{
    return greeting.ended() == GreetingWait::Verdict::Refused &&
           greeting.refusal().contains("openssl s_client"_L1);
}

} // namespace

Lifeline::Lifeline(const ClientParts &parts, ClientMemory &memory, Announcer &announcer, CopyRecorder &copy)
    : m_parts(parts), m_memory(memory), m_announcer(announcer), m_copy(copy),
      m_policy(parts.timing, parts.random)
{
    m_deadline.setSingleShot(true);
    m_retry.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Lifeline::deadlinePassed);
    connect(&m_retry, &QTimer::timeout, this, &Lifeline::attempt);
}

Lifeline::~Lifeline()
{
    dropConnection();
}

void Lifeline::prepare(const ClientOptions &options)
{
    m_options = options;
    setState({Phase::Connecting, ConnectFailure::None, {}, {}, 0, m_state.plain});
}

void Lifeline::open(const ClientOptions &options)
{
    m_policy.reset();
    m_options = options;
    if (!m_options.knownHosts) {
        m_options.knownHosts = std::make_shared<HostsInMemory>();
    }
    m_keys.begin();
    m_wasEncrypted = false;
    m_isAnother = false;
    m_brokenHandshakes = 0;
    attempt();
}

void Lifeline::close(bool returns)
{
    m_retry.stop();
    if (m_leaving) {
        return;
    }
    ClientSession *const current = session();
    // Who has posts under way will be back, as the same member, connected or not.
    const bool comesBack = m_copy.copy() && (returns || m_memory.posts.unacknowledged() > 0);
    if (!comesBack) {
        m_memory.session = SessionToken();
        m_copy.dropSession();
    }
    if (!current) {
        left();
        return;
    }
    m_leaving = true;
    m_deadline.start(m_parts.timing.goodbye);
    if (comesBack || !current->sayGoodbye()) {
        m_transport->finish();
    }
}

void Lifeline::retryNow()
{
    if (m_state.phase == Phase::Waiting || m_state.phase == Phase::Stopped) {
        attempt();
    }
}

void Lifeline::attempt()
{
    m_retry.stop();
    const auto demand = m_keys.demand(m_options);
    if (!demand) {
        lose({ConnectFailure::NeedsTls, u"it was encrypted before, or the address asks for it"_s, {}});
        return;
    }
    m_demand = *demand;
    if (m_demand.wanted && m_options.identity) {
        m_demand.own = m_options.identity();
    }
    setState({Phase::Connecting, ConnectFailure::None, {}, {}, 0, m_state.plain});
    m_greeting = GreetingWait();
    connectTransport();
    m_deadline.start(m_parts.timing.connect);
    m_transport->open(m_options.address.places(), m_demand);
}

void Lifeline::connectTransport()
{
    m_transport = m_parts.makeTransport(this);
    connect(m_transport, &Transport::opened, this, &Lifeline::connected);
    connect(m_transport, &Transport::received, this, &Lifeline::received);
    connect(m_transport, &Transport::ended, this, &Lifeline::connectionEnded);
    connect(m_transport, &Transport::drained, this, [this] {
        if (ClientSession *const current = session()) {
            current->pump();
        }
    });
}

void Lifeline::connected()
{
    m_keys.trust(m_options, m_transport->serverKey());
    m_wasEncrypted = m_wasEncrypted || m_demand.wanted;
    m_brokenHandshakes = 0;
    setState({Phase::Entering, ConnectFailure::None, {}, {}, 0, m_state.plain});
    if (m_options.knownNative && !m_options.plain) {
        startSession(false);
        return;
    }
    // A server that was native before stays so: a slow greeting does not make it a plain one.
    const bool native = m_memory.dialect == ClientMemory::Dialect::Native && !m_options.plain;
    m_deadline.start(native ? m_parts.timing.welcome : m_parts.timing.greeting);
}

void Lifeline::received(const QByteArray &bytes)
{
    if (m_session) {
        m_session->receive(bytes);
    } else {
        judge(m_greeting.feed(bytes));
    }
}

void Lifeline::connectionEnded(ConnectFailure failure, const QString &detail)
{
    if (m_leaving) {
        left();
        return;
    }
    Ending ending{failure, detail, {}};
    if (m_session) {
        ending = m_session->explain(ending);
    } else if (asksForTls(m_greeting) && !m_demand.wanted && m_keys.upgrades(m_options)) {
        dropConnection();
        attempt();
        return;
    } else if (m_greeting.ended() == GreetingWait::Verdict::Refused) {
        ending = {failureForWords(m_greeting.refusal()), m_greeting.refusal(), {}};
    }
    lose(ending);
}

void Lifeline::deadlinePassed()
{
    if (m_leaving) {
        left();
    } else if (m_state.phase == Phase::Connecting) {
        lose({ConnectFailure::TimedOut, u"no connection within the time"_s, {}});
    } else if (m_session || m_memory.dialect == ClientMemory::Dialect::Native) {
        lose({ConnectFailure::TimedOut, u"no answer within the time"_s, {}});
    } else {
        judge(m_greeting.waitOver());
    }
}

void Lifeline::judge(GreetingWait::Verdict verdict)
{
    switch (verdict) {
    case GreetingWait::Verdict::Undecided:
    case GreetingWait::Verdict::Refused: // known only when the connection has ended
        break;
    case GreetingWait::Verdict::Native:
        if (!m_demand.wanted && m_greeting.offersTls() && m_keys.upgrades(m_options)) {
            dropConnection();
            attempt();
        } else {
            startSession(m_options.plain);
        }
        break;
    case GreetingWait::Verdict::Plain:
        if (m_memory.dialect == ClientMemory::Dialect::Native && !m_options.plain) {
            lose({ConnectFailure::NotUnderstood, u"another kind of server than before"_s, {}});
        } else {
            startSession(true);
        }
        break;
    }
}

void Lifeline::startSession(bool plain)
{
    const SessionContext context{*m_transport, m_memory,       m_announcer,   m_copy,
                                 m_options,    m_parts.timing, *m_parts.clock};
    if (plain) {
        if (!m_memory.recalled.isEmpty()) {
            forgetRecollection(m_memory, m_announcer, m_copy);
        }
        m_copy.leave();
        m_session = new PlainSession(context, this);
    } else {
        m_session = new NativeSession(context, this);
    }
    m_memory.dialect = plain ? ClientMemory::Dialect::Plain : ClientMemory::Dialect::Native;
    connect(m_session, &ClientSession::entered, this, &Lifeline::entered);
    connect(m_session, &ClientSession::over, this, &Lifeline::lose);
    m_deadline.start(m_parts.timing.welcome);
    const QPointer<ClientSession> session(m_session);
    m_session->start();
    if (const QByteArray held = m_greeting.takeHeld(); !held.isEmpty() && m_session == session) {
        m_session->receive(held);
    }
    if (m_session == session) {
        m_session->pump();
    }
}

void Lifeline::entered()
{
    m_deadline.stop();
    m_isAnother = false;
    m_policy.online(m_parts.clock->monotonic());
    const bool plain = m_memory.dialect == ClientMemory::Dialect::Plain;
    ConnectionState state{Phase::Online, ConnectFailure::None, {}, {}, 0, plain};
    state.encrypted = m_demand.wanted;
    const ServerKey key = m_transport->serverKey();
    state.foundKey = key.fingerprint;
    state.vouchedFor = key.vouchedFor;
    setState(state);
}

ConnectionState Lifeline::endState(const Ending &ending)
{
    ConnectionState state{Phase::Stopped, ending.failure, ending.detail, ending.suggestion, 0, m_state.plain};
    if (ending.failure == ConnectFailure::WrongKey && m_transport) {
        state.expectedKey = m_demand.key;
        state.foundKey = m_transport->serverKey().fingerprint;
    } else if (ending.failure == ConnectFailure::Banned) {
        state.sentAway = m_state.phase == Phase::Online;
        state.until =
            ending.seconds > 0 ? m_parts.clock->utc() + std::int64_t(ending.seconds) * 1000 : state.until;
    } else if (ending.failure == ConnectFailure::WrongPassword && m_options.password.isEmpty()) {
        state.failure = ConnectFailure::NeedsPassword;
    } else if (ending.failure == ConnectFailure::NeedsTls && m_transport && m_options.reconnect &&
               (m_options.ownHost || ++m_brokenHandshakes < handshakesToBelieve)) {
        state.phase = Phase::Waiting; // it may yet
        state.failure = HostKeyPolicy::isPromised(m_options) ? ending.failure : ConnectFailure::Lost;
    } else if (ending.failure == ConnectFailure::Busy && !m_wasEncrypted && !m_keys.isOffered() &&
               (!m_options.reconnect || ++m_brokenHandshakes >= silencesToBelieve)) {
        state.failure = ConnectFailure::NeedsTls;
    }
    if (state.failure == ConnectFailure::NeedsTls && m_transport && HostKeyPolicy::isPromised(m_options)) {
        state.failure = ConnectFailure::HidesTls;
    }
    return state;
}

void Lifeline::lose(const Ending &ending)
{
    if (ending.failure != ConnectFailure::NeedsTls && ending.failure != ConnectFailure::Busy) {
        m_brokenHandshakes = 0;
    }
    ConnectionState state = endState(ending);
    dropConnection();
    if (m_leaving) {
        left();
        return;
    }
    if (ending.replaced) {
        becomeAnother();
    } else if (m_isAnother && ending.failure == ConnectFailure::NameTaken && !ending.suggestion.isEmpty()) {
        m_options.name = ending.suggestion; // the name is one's own, on the other computer
        m_isAnother = false;
        attempt();
        return;
    }
    if (state.phase == Phase::Waiting || (m_options.reconnect && passes(state.failure))) {
        state.phase = Phase::Waiting;
        state.retryIn = m_policy.nextDelay(m_parts.clock->monotonic());
        m_retry.start(state.retryIn);
    }
    setState(state);
}

/// Who comes with a copy of one's profile comes with the same token. Two would send each other away for ever.
void Lifeline::becomeAnother()
{
    m_isAnother = true;
    m_memory.session = SessionToken();
    m_copy.dropSession();
}

void Lifeline::left()
{
    m_leaving = false;
    dropConnection();
    setState({});
}

void Lifeline::dropConnection()
{
    m_deadline.stop();
    // Either may be in the middle of telling us something.
    if (m_session) {
        m_session->disconnect(this);
        m_session->finish();
        m_session->deleteLater();
        m_session = nullptr;
    }
    if (m_transport) {
        m_transport->disconnect(this);
        m_transport->abort();
        m_transport->deleteLater();
        m_transport = nullptr;
    }
    m_memory.posts.interrupted();
    m_memory.logs.interrupted();
    m_memory.requests.interrupted();
}

/// The connection goes its own way.
void Lifeline::leaveForAnother()
{
    m_retry.stop();
    m_leaving = false;
    if (ClientSession *const current = session(); current && m_transport) {
        current->sayGoodbye();
        Transport *const old = m_transport;
        m_transport = nullptr;
        old->disconnect(this);
        connect(old, &Transport::ended, old, &QObject::deleteLater);
        QTimer::singleShot(m_parts.timing.goodbye, old, &QObject::deleteLater);
        old->finish();
    }
    dropConnection();
}

void Lifeline::setState(const ConnectionState &state)
{
    if (state == m_state) {
        return;
    }
    m_state = state;
    m_announcer.say(&RoomClient::stateChanged, state);
}

} // namespace tincan
