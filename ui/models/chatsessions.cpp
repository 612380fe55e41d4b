#include "ui/models/chatsessions.h"

#include "protocol/nickname.h"
#include "ui/models/alertsettings.h"
#include "ui/models/draftstore.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tincan {

namespace {

constexpr auto goodbyeGrace = 2s;
constexpr qsizetype mostIgnored = 1000;

QString serverKey(const RoomAddress &address)
{
    return u"%1:%2"_s.arg(address.host).arg(address.port);
}

/// Lets a session say goodbye before it goes, but not for long.
void retire(ServerSession *session)
{
    QObject::connect(session, &ServerSession::stateChanged, session, [session] {
        if (session->state().phase == Phase::Idle) {
            session->deleteLater();
        }
    });
    QTimer::singleShot(goodbyeGrace, session, &QObject::deleteLater);
    session->close();
}

} // namespace

ChatSessions::ChatSessions(const Clock &clock, DraftStore *drafts, QObject *parent)
    : QObject(parent), m_clock(clock), m_drafts(drafts)
{
}

ChatSessions::~ChatSessions() = default;

ServerSession *ChatSessions::join(const ClientOptions &options, bool hostedHere)
{
    const auto known =
        std::find_if(m_sessions.cbegin(), m_sessions.cend(), [&options](const ServerSession *one) {
            return one->address().host == options.address.host && one->address().port == options.address.port;
        });
    if (known != m_sessions.cend()) {
        rejoin(*known, options);
        return *known;
    }
    ClientOptions remembering = options;
    remembering.knownHosts = m_knownHosts;
    remembering.copy = m_copy;
    remembering.identity = m_identity;
    auto *session = new ServerSession(m_nextKey++, remembering, hostedHere, m_clock, this);
    m_sessions.append(session);
    watch(session);
    updateServer(session);
    Q_EMIT sessionAdded(session);
    show(session, nullptr);
    session->open();
    return session;
}

void ChatSessions::rejoin(ServerSession *session, const ClientOptions &options)
{
    show(session, session->firstRoom());
    switch (session->state().phase) {
    case Phase::Idle:
    case Phase::Stopped:
        session->reopen(options);
        break;
    case Phase::Waiting:
        session->tryNow();
        break;
    case Phase::Connecting:
    case Phase::Entering:
    case Phase::Online:
        break;
    }
    if (!options.address.room.isEmpty()) {
        session->joinRoom(options.address.room.value(), true);
    }
}

RoomAddress ChatSessions::provenAddress(const ServerSession &session) const
{
    RoomAddress address = session.address();
    const auto key = m_knownHosts ? m_knownHosts->find(address.host, address.port) : std::nullopt;
    if (address.fingerprint.isEmpty() && key && !key->forOneRun) {
        address.fingerprint = QByteArray::fromHex(key->fingerprint);
    }
    return address;
}

void ChatSessions::leave(ServerSession *session)
{
    if (!m_sessions.removeOne(session)) {
        return;
    }
    Q_EMIT sessionAboutToBeRemoved(session);
    session->disconnect(this);
    const QList<Conversation *> conversations = session->conversations();
    for (Conversation *one : conversations) {
        one->disconnect(this);
    }
    m_rooms.removeServer(session->key());
    if (m_focus == session) {
        ServerSession *next = m_sessions.value(0);
        show(next, next ? next->firstRoom() : nullptr);
    }
    countUnread();
    retire(session);
}

ServerSession *ChatSessions::session(int key) const
{
    const auto found = std::find_if(m_sessions.cbegin(), m_sessions.cend(),
                                    [key](const ServerSession *one) { return one->key() == key; });
    return found == m_sessions.cend() ? nullptr : *found;
}

ServerSession *ChatSessions::hostedSession() const
{
    const auto found = std::find_if(m_sessions.cbegin(), m_sessions.cend(),
                                    [](const ServerSession *one) { return one->isHostedHere(); });
    return found == m_sessions.cend() ? nullptr : *found;
}

void ChatSessions::select(Conversation *conversation)
{
    if (conversation) {
        m_awaited.clear();
        show(session(conversation->server()), conversation);
    }
}

void ChatSessions::select(int server, const RoomId &room)
{
    if (const ServerSession *known = session(server)) {
        select(known->conversation(room));
    }
}

void ChatSessions::selectRow(int row)
{
    if (m_rooms.isRoom(row)) {
        const QModelIndex index = m_rooms.index(row);
        select(index.data(RoomListModel::ServerRole).toInt(),
               RoomId(index.data(RoomListModel::RoomIdRole).toString()));
    }
}

void ChatSessions::checkConnections()
{
    for (ServerSession *one : std::as_const(m_sessions)) {
        one->client()->checkConnection();
    }
}

void ChatSessions::setWindowActive(bool active)
{
    m_active = active;
    if (m_current) {
        m_current->setAttended(active);
    }
}

void ChatSessions::watch(ServerSession *session)
{
    connect(session, &ServerSession::conversationAdded, this, [this, session](Conversation *added) {
        watch(added);
        updateRoom(added);
        const bool awaited = !m_awaited.isEmpty() && roomKey(added) == m_awaited;
        if (awaited || (m_focus == session && !m_current)) {
            show(session, added);
        }
        if (awaited) {
            m_awaited.clear();
        }
    });
    connect(session, &ServerSession::conversationAboutToBeRemoved, this, &ChatSessions::forget);
    connect(session, &ServerSession::conversationWanted, this,
            [this](Conversation *wanted) { select(wanted); });
    connect(session, &ServerSession::problem, this, &ChatSessions::problem);
    connect(session, &ServerSession::lost, this, &ChatSessions::lost);
    connect(session, &ServerSession::hostPanelWanted, this, &ChatSessions::hostPanelWanted);
    connect(session, &ServerSession::stateChanged, this, [this, session] { reopenCurrent(session); });
    for (const auto signal : {&ServerSession::stateChanged, &ServerSession::titleChanged,
                              &ServerSession::selfChanged, &ServerSession::roundTripChanged}) {
        connect(session, signal, this, [this, session] {
            updateServer(session);
            if (session == m_focus) {
                Q_EMIT currentSessionChanged();
            }
        });
    }
}

/// What the copy could not bring is the server's to bring.
void ChatSessions::reopenCurrent(const ServerSession *session)
{
    if (m_current && session == m_focus && session->state().phase == Phase::Online) {
        m_current->open();
    }
}

void ChatSessions::watch(Conversation *conversation)
{
    if (m_drafts) {
        const Draft draft = m_drafts->draft(draftKey(conversation));
        conversation->setDraft(draft.text, draft.cursor);
    }
    applyIgnored(conversation);
    if (m_alerts) {
        conversation->setKeywords(m_alerts->keywordsOf(roomKey(conversation)));
    }
    connect(conversation, &Conversation::infoChanged, this,
            [this, conversation] { updateRoom(conversation); });
    connect(conversation, &Conversation::unreadChanged, this, [this, conversation] {
        updateRoom(conversation);
        countUnread();
    });
    connect(conversation, &Conversation::draftChanged, this, [this, conversation] {
        updateRoom(conversation);
        if (m_drafts) {
            m_drafts->setDraft(draftKey(conversation), {conversation->draft(), conversation->draftCursor()});
        }
    });
    connect(conversation, &Conversation::heard, this,
            [this, conversation](const RoomEvent &event, bool addressed) {
                Q_EMIT heard(conversation, event, addressed);
            });
}

void ChatSessions::updateServer(ServerSession *session)
{
    m_rooms.setServer(session->key(), {session->title(), session->subtitle(), session->state().phase});
}

void ChatSessions::updateRoom(Conversation *conversation)
{
    const ServerSession *server = session(conversation->server());
    if (!server) {
        return; // it was left a moment ago
    }
    RoomListModel::Room room;
    room.id = conversation->id();
    room.name = conversation->name();
    room.topic = conversation->topic();
    room.kind = conversation->isDirect() ? RoomKind::Direct : RoomKind::Room;
    room.first = server->firstRoom() == conversation && !conversation->isDirect();
    room.unread = conversation->unread();
    room.mentions = conversation->mentions();
    room.present = conversation->isDirect() && conversation->otherIsHere();
    room.draft = conversation != m_current && !conversation->draft().isEmpty();
    room.muted = m_alerts && m_alerts->isMuted(roomKey(conversation));
    m_rooms.setRoom(conversation->server(), room);
}

void ChatSessions::forget(Conversation *conversation)
{
    conversation->disconnect(this);
    if (m_current == conversation) {
        ServerSession *server = session(conversation->server());
        const QList<Conversation *> others = server ? server->conversations() : QList<Conversation *>();
        const auto next =
            std::find_if(others.cbegin(), others.cend(),
                         [conversation](const Conversation *one) { return one != conversation; });
        show(server, next == others.cend() ? nullptr : *next);
    }
    m_rooms.removeRoom(conversation->server(), conversation->id());
    countUnread(conversation);
}

/// Without the conversation that is going.
void ChatSessions::countUnread(const Conversation *going)
{
    int unread = 0;
    int addressed = 0;
    for (const ServerSession *server : std::as_const(m_sessions)) {
        const QList<Conversation *> conversations = server->conversations();
        for (const Conversation *one : conversations) {
            unread += one == going ? 0 : one->unread();
            addressed += one == going ? 0 : counted(*one);
        }
    }
    if (unread != m_unread || addressed != m_addressed) {
        m_unread = unread;
        m_addressed = addressed;
        Q_EMIT unreadChanged(unread, addressed);
    }
}

int ChatSessions::counted(const Conversation &conversation) const
{
    return m_alerts
               ? m_alerts->counted(roomKey(&conversation), conversation.unread(), conversation.addressed())
               : conversation.addressed();
}

void ChatSessions::setAlerts(AlertSettings *alerts)
{
    m_alerts = alerts;
    const auto apply = [this] {
        for (const ServerSession *one : std::as_const(m_sessions)) {
            const QList<Conversation *> conversations = one->conversations();
            for (Conversation *conversation : conversations) {
                conversation->setKeywords(m_alerts->keywordsOf(roomKey(conversation)));
                updateRoom(conversation);
            }
        }
        countUnread();
    };
    connect(m_alerts, &AlertSettings::changed, this, apply);
    apply();
}

void ChatSessions::show(ServerSession *session, Conversation *conversation)
{
    Conversation *before = std::exchange(m_current, conversation);
    const ServerSession *focus = std::exchange(m_focus, session);
    if (before != conversation) {
        if (before) {
            before->setAttended(false);
            updateRoom(before);
        }
        if (conversation) {
            conversation->setAttended(m_active);
            conversation->open();
            updateRoom(conversation);
        }
        Q_EMIT currentChanged(conversation);
    }
    if (focus != session) {
        Q_EMIT currentSessionChanged();
    }
}

/// Rooms are told apart by their server's address, which is the same in the next run of the program.
void ChatSessions::ignore(const Conversation *conversation, const QString &name, bool on)
{
    const ServerSession *server = session(conversation->server());
    if (!server) {
        return;
    }
    const QString key = serverKey(server->address()) + u'/' + nameKey(name);
    m_ignored.removeAll(key);
    if (on) {
        m_ignored.append(key);
    }
    setIgnored(m_ignored);
    Q_EMIT ignoredChanged(m_ignored);
}

void ChatSessions::setIgnored(const QStringList &ignored)
{
    m_ignored = ignored.size() > mostIgnored ? ignored.last(mostIgnored) : ignored;
    for (const ServerSession *one : std::as_const(m_sessions)) {
        const QList<Conversation *> conversations = one->conversations();
        for (Conversation *conversation : conversations) {
            applyIgnored(conversation);
        }
    }
}

void ChatSessions::applyIgnored(Conversation *conversation) const
{
    const ServerSession *server = session(conversation->server());
    const QString prefix = server ? serverKey(server->address()) + u'/' : QString();
    QSet<QString> people;
    for (const QString &key : m_ignored) {
        if (!prefix.isEmpty() && key.startsWith(prefix)) {
            people.insert(key.sliced(prefix.size()));
        }
    }
    conversation->setIgnored(people);
}

QString ChatSessions::draftKey(const Conversation *conversation) const
{
    const ServerSession *server = session(conversation->server());
    const RoomAddress address = server ? server->address() : RoomAddress();
    return u"%1:%2/%3"_s.arg(address.host).arg(address.port).arg(conversation->id().value());
}

} // namespace tincan
