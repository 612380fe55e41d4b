#include "ui/models/serversession.h"

#include "protocol/clock.h"
#include "protocol/nickname.h"
#include "protocol/plainvocabulary.h"
#include "protocol/textsanitizer.h"
#include "ui/client/requests.h"
#include "ui/models/connectionwords.h"
#include "ui/models/isolated.h"
#include "ui/models/sessioncommands.h"

#include <algorithm>
#include <utility>

namespace tincan {

namespace {

constexpr int membersListed = 5000; ///< of a large room; who speaks is known from the message

bool isTopic(const PostId &id, const QList<QueuedPost> &outbox)
{
    return std::any_of(outbox.cbegin(), outbox.cend(), [&id](const QueuedPost &one) {
        return one.post.id == id && one.post.kind == EventKind::Topic;
    });
}

} // namespace

ServerSession::ServerSession(int key, const ClientOptions &options, bool hostedHere, const Clock &clock,
                             QObject *parent)
    : QObject(parent), m_key(key), m_hostedHere(hostedHere), m_options(options), m_clock(clock),
      m_wantedRoom(options.address.room.isEmpty() ? RoomId() : roomIdFor(options.address.room.value()))
{
    connectClient();
}

ServerSession::~ServerSession() = default;

void ServerSession::open()
{
    m_client.open(m_options);
}

void ServerSession::reopen(const ClientOptions &options)
{
    m_options.name = options.name;
    m_options.password = options.password;
    if (!options.address.fingerprint.isEmpty()) {
        m_options.address.fingerprint = options.address.fingerprint;
        m_options.address.others = options.address.others;
    }
    open();
}

void ServerSession::close()
{
    m_client.close();
}

void ServerSession::pause()
{
    m_client.pause();
}

QString ServerSession::title() const
{
    return m_serverName.isEmpty() ? m_options.address.host : m_serverName;
}

QString ServerSession::subtitle() const
{
    return m_hostedHere ? tr("hosted here") : m_options.address.toString();
}

const ConnectionState &ServerSession::state() const
{
    return m_client.state();
}

int ServerSession::roundTrip() const
{
    return m_client.roundTrip();
}

Conversation *ServerSession::conversation(const RoomId &id) const
{
    const auto found = std::find_if(m_conversations.cbegin(), m_conversations.cend(),
                                    [&id](const Conversation *one) { return one->id() == id; });
    return found == m_conversations.cend() ? nullptr : *found;
}

Conversation *ServerSession::firstRoom() const
{
    const auto found = std::find_if(m_conversations.cbegin(), m_conversations.cend(),
                                    [](const Conversation *one) { return !one->isDirect(); });
    return found == m_conversations.cend() ? m_conversations.value(0) : *found;
}

bool ServerSession::submit(Conversation *conversation, const QString &text, Seq reply)
{
    const QString clean = sanitizeText(text);
    if (clean.trimmed().isEmpty()) {
        return true;
    }
    return SessionCommands(*this, *conversation, m_clock, reply).run(plain::parseCommand(clean));
}

void ServerSession::post(Conversation *conversation, const QString &text, EventKind kind, Seq reply)
{
    const PostId id = m_client.post(conversation->id(), text, kind, reply);
    showPost(conversation, {{conversation->id(), id, kind, text, reply, 0}, m_clock.utc(), {}});
    if (kind == EventKind::Message || kind == EventKind::Action) {
        m_writing.wait(conversation->id(), conversation->info().slow, m_clock.monotonic());
        Q_EMIT writingChanged();
    }
}

WritingLimit ServerSession::writingLimit(const Conversation &conversation) const
{
    return m_writing.of(conversation.info(), m_self, m_clock.monotonic());
}

void ServerSession::moderate(const command::Moderate &act)
{
    m_acts.append(m_client.moderate(act));
    if (m_acts.size() > Requests::most) {
        m_acts.removeFirst();
    }
}

void ServerSession::edit(Conversation *conversation, Seq seq, const QString &text)
{
    change(conversation, EventKind::Edit, seq, text);
}

void ServerSession::erase(Conversation *conversation, Seq seq)
{
    change(conversation, EventKind::Delete, seq, {});
}

void ServerSession::react(Conversation *conversation, Seq seq, const QString &emoji)
{
    if (conversation->messages()->isReacting(seq, emoji)) {
        return; // one thing after the other
    }
    const Seq mine = conversation->messages()->reactionOfMine(seq, emoji);
    if (mine > 0) {
        erase(conversation, mine);
    } else {
        change(conversation, EventKind::React, seq, emoji);
    }
}

void ServerSession::change(Conversation *conversation, EventKind kind, Seq target, const QString &text)
{
    const PostId id = m_client.change(conversation->id(), kind, target, text);
    showPost(conversation, {{conversation->id(), id, kind, text, 0, target}, m_clock.utc(), {}});
}

void ServerSession::retryPost(Conversation *conversation, const QString &key)
{
    const ConversationModel *messages = conversation->messages();
    if (const PostId id = messages->postAt(messages->rowOfKey(key)); !id.isEmpty()) {
        m_client.retryPost(id);
    }
}

QString ServerSession::discardPost(Conversation *conversation, const QString &key)
{
    ConversationModel *messages = conversation->messages();
    const int row = messages->rowOfKey(key);
    const PostId id = messages->postAt(row);
    if (id.isEmpty()) {
        return {};
    }
    const bool change = messages->index(row).data(conversation::SeqRole).toLongLong() > 0;
    const QString text =
        change ? messages->changeText(id) : messages->index(row).data(conversation::TextRole).toString();
    m_client.discardPost(id);
    messages->removePost(id);
    m_postRooms.remove(id);
    return text;
}

void ServerSession::setAway(bool away, const QString &status)
{
    m_awayByHand = away;
    m_client.setAway(away, status);
}

void ServerSession::setIdle(bool idle)
{
    if (!m_awayByHand && !state().plain) {
        m_client.setAway(idle, {});
    }
}

void ServerSession::tryNow()
{
    if (state().phase == Phase::Idle) {
        open();
    } else {
        m_client.retryNow();
    }
}

void ServerSession::useName(const QString &name)
{
    m_options.name = name;
    m_client.setName(name);
    if (state().phase == Phase::Stopped) {
        m_client.retryNow();
    }
}

void ServerSession::usePassword(const QString &password)
{
    m_options.password = password;
    m_client.setPassword(password);
    if (state().phase == Phase::Stopped) {
        m_client.retryNow();
    }
}

void ServerSession::joinRoom(const QString &name, bool create)
{
    m_wantedRoom = roomIdFor(name);
    if (Conversation *known = conversation(m_wantedRoom)) {
        wantIfAsked(known);
    } else {
        m_client.join(name, create);
    }
}

void ServerSession::leaveRoom(const RoomId &id)
{
    m_client.leave(id);
}

void ServerSession::openDirect(const MemberId &with)
{
    m_wantedMember = with;
    if (Conversation *known = directWith(with)) {
        wantIfAsked(known);
    } else {
        m_client.openDirect(with);
    }
}

void ServerSession::connectClient()
{
    connect(&m_client, &RoomClient::stateChanged, this, &ServerSession::onState);
    connect(&m_client, &RoomClient::recalled, this, &ServerSession::onRecalled);
    connect(&m_client, &RoomClient::welcomed, this, &ServerSession::onWelcomed);
    connect(&m_client, &RoomClient::selfChanged, this, &ServerSession::onSelf);
    connect(&m_client, &RoomClient::roomsJoined, this, &ServerSession::onRoomsJoined);
    connect(&m_client, &RoomClient::roomLeft, this, &ServerSession::onRoomLeft);
    connect(&m_client, &RoomClient::roomRemoved, this, [this](const RoomId &room) {
        if (const Conversation *known = conversation(room)) {
            Q_EMIT lost(tr("%1 was removed, with all that was said in it.").arg(isolated(known->title())));
        }
    });
    connect(&m_client, &RoomClient::membersArrived, this, &ServerSession::onPage);
    connect(&m_client, &RoomClient::postStateChanged, this, &ServerSession::onPostState);
    connect(&m_client, &RoomClient::roomsListed, this, &ServerSession::roomsListed);
    connect(&m_client, &RoomClient::roundTripChanged, this, &ServerSession::roundTripChanged);
    connect(&m_client, &RoomClient::failed, this, [this](const serverevent::Failed &failure) {
        const bool isAct = m_acts.removeOne(failure.re);
        giveBackUntold(failure.re);
        Q_EMIT problem(isAct ? ConnectionWords::forRefusedAct(failure.error)
                             : ConnectionWords::forError(failure.error));
    });
    connect(&m_client, &RoomClient::moderated, this,
            [this](const command::Moderate &act) { m_acts.removeOne(act.re); });
    connect(&m_client, &RoomClient::muteChanged, this, [this](const serverevent::Muted &mute) {
        m_writing.setMute(mute);
        Q_EMIT writingChanged();
    });
    connectRooms();
}

/// What goes straight on to one conversation.
void ServerSession::connectRooms()
{
    connect(&m_client, &RoomClient::roomReset, this, [this](const RoomId &room) {
        if (Conversation *known = conversation(room)) {
            known->reset();
        }
    });
    connect(&m_client, &RoomClient::eventsArrived, this,
            [this](const RoomId &room, const QList<RoomEvent> &events) {
                if (Conversation *known = conversation(room)) {
                    known->takeEvents(events);
                }
            });
    connect(&m_client, &RoomClient::historyArrived, this, [this](const serverevent::HistoryPage &page) {
        if (Conversation *known = conversation(page.room)) {
            known->takeHistory(page);
        }
    });
    connect(&m_client, &RoomClient::historyFailed, this, [this](const RoomId &room) {
        if (Conversation *known = conversation(room)) {
            known->messages()->abandonOlder();
        }
    });
    connect(&m_client, &RoomClient::presenceChanged, this, [this](const serverevent::Presence &presence) {
        if (Conversation *known = conversation(presence.room)) {
            known->takePresence(presence, m_clock.utc());
        }
        onPresence(presence);
    });
    connect(&m_client, &RoomClient::roomChanged, this, [this](const RoomInfo &room) {
        if (Conversation *known = conversation(room.id)) {
            known->takeSettings(room, m_clock.utc());
            Q_EMIT writingChanged();
        }
    });
    connect(&m_client, &RoomClient::typing, this, [this](const RoomId &room, const MemberId &from) {
        if (Conversation *known = conversation(room)) {
            known->takeTyping(from);
        }
    });
    connect(&m_client, &RoomClient::noticeHeard, this, [this](const RoomId &room, const QString &text) {
        if (Conversation *known = conversation(room)) {
            known->messages()->addNotice(text, m_clock.utc());
        }
    });
}

void ServerSession::onWelcomed(const serverevent::Welcome &welcome)
{
    m_serverName = welcome.serverName;
    m_writing.clearMute(); // one that holds is told of again
    onSelf(welcome.self);
    Q_EMIT titleChanged();
}

void ServerSession::onSelf(const Member &self)
{
    m_self = self;
    if (!self.name.isEmpty()) {
        m_options.name = self.name;
    }
    for (Conversation *one : std::as_const(m_conversations)) {
        introduce(one);
    }
    Q_EMIT selfChanged();
    Q_EMIT writingChanged();
}

/// One's own role and mute are told like those of others.
void ServerSession::onPresence(const serverevent::Presence &presence)
{
    for (const Member &member : presence.changed) {
        if (member.id == m_self.id && member != m_self) {
            onSelf(member);
        }
    }
}

void ServerSession::onRoomsJoined(const QList<RoomInfo> &rooms)
{
    for (const RoomInfo &info : rooms) {
        Conversation *known = conversation(info.id);
        if (known) {
            known->setInfo(info);
        } else {
            known = addConversation(info);
            showOutbox(known);
        }
        if (info.members.isEmpty() && info.total > 0) {
            m_client.requestMembers(info.id, {});
        }
        wantIfAsked(known);
    }
}

void ServerSession::onRoomLeft(const RoomId &room)
{
    if (Conversation *left = conversation(room)) {
        Q_EMIT conversationAboutToBeRemoved(left);
        m_conversations.removeOne(left);
        left->deleteLater();
    }
}

void ServerSession::onPage(const serverevent::Members &page)
{
    Conversation *known = conversation(page.room);
    if (!known) {
        return;
    }
    known->members()->addMembers(page.members);
    if (page.more && !page.members.isEmpty() && known->members()->rowCount() < membersListed) {
        m_client.requestMembers(page.room, page.members.last().id);
    }
}

void ServerSession::onPostState(const PostId &id, PostState state, const Error &error)
{
    Conversation *where = conversation(m_postRooms.value(id));
    const bool change = where && where->messages()->isChange(id);
    const QString failure = state != PostState::Failed ? QString()
                            : change                   ? ConnectionWords::forChangeError(error)
                                                       : ConnectionWords::forPostError(error);
    if (where) {
        where->messages()->setPostState(id, state, failure);
    }
    if (where && error.code == ErrorCode::TooFast && error.seconds > 0) {
        m_writing.wait(where->id(), error.seconds, m_clock.monotonic());
        Q_EMIT writingChanged();
    }
    if (state == PostState::Failed && (!where || where->messages()->rowOfPost(id) < 0)) {
        if (isTopic(id, m_client.outbox())) {
            Q_EMIT problem(failure);
        } else {
            Q_EMIT lost(failure);
        }
        if (where && !where->messages()->holdsPost(id)) {
            m_client.discardPost(id); // such as a topic: nothing shows it, so nobody can try it again
            m_postRooms.remove(id);
        }
    } else if (state == PostState::Stored) {
        m_postRooms.remove(id);
    }
}

void ServerSession::onState()
{
    if (state().phase != Phase::Online) {
        for (Conversation *one : std::as_const(m_conversations)) {
            one->messages()->abandonOlder();
        }
    }
    Q_EMIT stateChanged();
}

Conversation *ServerSession::addConversation(const RoomInfo &info)
{
    auto *added = new Conversation(m_key, info, this);
    introduce(added);
    connect(added->messages(), &ConversationModel::olderWanted, this,
            [this, id = info.id](Seq before) { m_client.requestHistory(id, before); });
    connect(added, &Conversation::unreadChanged, this,
            [this, added] { m_client.markRead(added->id(), added->readUpTo()); });
    m_conversations.append(added);
    Q_EMIT conversationAdded(added);
    return added;
}

void ServerSession::introduce(Conversation *conversation)
{
    conversation->setMe(m_self);
    if (m_hostedHere) {
        conversation->members()->setHost(m_self.id);
    }
}

Conversation *ServerSession::directWith(const MemberId &member) const
{
    const auto found =
        std::find_if(m_conversations.cbegin(), m_conversations.cend(), [&member](const Conversation *one) {
            return one->isDirect() && one->members()->member(member);
        });
    return found == m_conversations.cend() ? nullptr : *found;
}

void ServerSession::wantIfAsked(Conversation *conversation)
{
    const bool room = conversation->id() == m_wantedRoom;
    const bool direct = conversation->isDirect() && !m_wantedMember.isEmpty() &&
                        conversation->members()->member(m_wantedMember);
    if (conversation->isDirect()) {
        tellUntold(conversation);
    }
    if (direct) {
        m_wantedMember = {};
    }
    if (room) {
        m_wantedRoom = {};
    }
    if (room || direct) {
        Q_EMIT conversationWanted(conversation);
    }
}

} // namespace tincan
