#include "tests/chaos/nativemember.h"

using namespace Qt::StringLiterals;

#include "ui/client/sqlitecopy.h"

namespace tincan::chaos {

namespace {

const RoomId lounge(u"lounge"_s);

/// A patient client's deadlines would make a run take hours.
ClientTiming impatient()
{
    ClientTiming timing;
    timing.greeting = 10'000; // a slow network must not make a plain server of a native one
    timing.pingAfter = 500;
    timing.lostAfter = 2'500;
    timing.retryFirst = 20;
    timing.retryMost = 200;
    return timing;
}

ClientParts partsFor(Dice &dice)
{
    ClientParts parts;
    parts.timing = impatient();
    parts.random = [&dice] { return dice.upTo(999) / 1000.0; };
    return parts;
}

ClientOptions optionsFor(const QString &name, const Access &access)
{
    ClientOptions options;
    options.address.host = u"127.0.0.1"_s;
    options.address.port = access.port;
    options.name = name;
    options.clientName = u"chaos"_s;
    options.knownNative = !access.greets;
    options.encryption =
        access.encrypted ? ClientOptions::Encryption::Always : ClientOptions::Encryption::Never;
    if (!access.copy.isEmpty()) {
        options.copy = std::make_shared<SqliteCopy>(access.copy);
    }
    return options;
}

} // namespace

NativeMember::NativeMember(const QString &name, const Access &access, Ledger &ledger, quint32 seed)
    : m_name(name), m_hasCopy(!access.copy.isEmpty()), m_inherited(access.open), m_ledger(ledger),
      m_dice(seed), m_client(partsFor(m_dice))
{
    connect(&m_client, &RoomClient::recalled, this, &NativeMember::recall);
    connect(&m_client, &RoomClient::eventsArrived, this,
            [this](const RoomId &, const QList<RoomEvent> &events) { take(events); });
    connect(&m_client, &RoomClient::historyArrived, this,
            [this](const serverevent::HistoryPage &page) { take(page); });
    connect(&m_client, &RoomClient::historyFailed, this, &NativeMember::readBack);
    connect(&m_client, &RoomClient::stateChanged, this, &NativeMember::changed);
    connect(&m_client, &RoomClient::roomReset, this, [this] { complain(u"was told to forget the room"_s); });
    connect(&m_client, &RoomClient::roomLeft, this, [this] { complain(u"was told that it left"_s); });
    connect(&m_client, &RoomClient::postStateChanged, this,
            [this](const PostId &id, PostState state, const Error &) {
                const Saying *const saying = m_ledger.find(id);
                if (saying && state != PostState::Sending) {
                    m_open.remove(saying->number);
                    state == PostState::Stored ? m_ledger.acknowledge(id) : m_ledger.refuse(id);
                }
            });
    m_client.open(optionsFor(name, access));
}

NativeMember::~NativeMember()
{
    m_client.disconnect(this);
    if (m_hasCopy) {
        return;
    }
    for (const int number : std::as_const(m_open)) {
        m_ledger.abandon(number);
    }
}

void NativeMember::say(int number)
{
    const Saying &saying = m_ledger.at(number);
    const bool changes = saying.target > 0;
    const PostId id = changes ? m_client.change(lounge, saying.kind, saying.target, saying.text)
                              : m_client.post(lounge, saying.text, saying.kind);
    m_ledger.posted(number, id);
    m_open.insert(number);
}

bool NativeMember::isQuiet() const
{
    return m_client.state().phase == Phase::Online && m_open.isEmpty() && m_client.unacknowledged() == 0;
}

void NativeMember::readBack()
{
    if (!hasReadBack()) {
        m_client.requestHistory(lounge, firstSeen(), 200);
    }
}

QString NativeMember::condition() const
{
    return u"%1: phase %2, failure %3 (%4), %5 open, has %6 to %7"_s.arg(
        m_name, QString::number(int(m_client.state().phase)), QString::number(int(m_client.state().failure)),
        m_client.state().detail, QString::number(m_open.size()), QString::number(firstSeen()),
        QString::number(lastSeen()));
}

void NativeMember::recall(const CopiedServer &server)
{
    for (const CopiedRoom &room : server.rooms) {
        m_recalled = room.info.head - room.newest.size();
        take(room.newest);
    }
    for (const QueuedPost &queued : server.outbox) {
        const Saying *const saying = m_ledger.find(queued.post.id);
        if (saying && m_inherited.remove(saying->number)) {
            queued.failure ? m_ledger.refuse(queued.post.id) : void(m_open.insert(saying->number));
        }
    }
    // The outbox lets go of what is stored, and of nothing else.
    for (const int number : std::exchange(m_inherited, {})) {
        m_ledger.acknowledge(number);
    }
}

void NativeMember::take(const QList<RoomEvent> &events)
{
    for (const RoomEvent &event : events) {
        if (lastSeen() > 0 && event.seq != lastSeen() + 1) {
            complain(u"saw event %1 where %2 was due"_s.arg(event.seq).arg(lastSeen() + 1));
        }
        m_seen.append(event);
    }
}

void NativeMember::take(const serverevent::HistoryPage &page)
{
    if (page.events.isEmpty() || page.events.constLast().seq != firstSeen() - 1) {
        complain(u"got a page of history that does not fit"_s);
        return;
    }
    m_seen = page.events + m_seen;
    readBack();
}

void NativeMember::changed(const ConnectionState &state)
{
    if (state.phase == Phase::Online) {
        // Of a server that it had never come into there is no copy, and no outbox.
        for (const int number : std::exchange(m_inherited, {})) {
            m_ledger.abandon(number);
        }
    } else if (state.phase == Phase::Stopped &&
               (state.failure == ConnectFailure::NeedsTls || state.failure == ConnectFailure::HidesTls)) {
        m_client.retryNow(); // so many handshakes are cut in a row only where everything is this fast
    } else if (state.phase == Phase::Stopped) {
        complain(u"gave up, for reason %1: %2"_s.arg(QString::number(int(state.failure)), state.detail));
    }
}

void NativeMember::complain(const QString &what)
{
    m_complaints.append(m_name + u' ' + what);
}

} // namespace tincan::chaos
