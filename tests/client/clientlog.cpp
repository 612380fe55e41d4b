#include "clientlog.h"

using namespace Qt::StringLiterals;
using namespace tincan;

ClientLog::ClientLog(RoomClient &client)
{
    connect(&client, &RoomClient::stateChanged, this, [this](const ConnectionState &s) { states.append(s); });
    connect(&client, &RoomClient::welcomed, this, [this] { signs.append(u"welcomed"_s); });
    connect(&client, &RoomClient::roomsJoined, this, [this](const QList<RoomInfo> &rooms) {
        for (const RoomInfo &room : rooms) {
            signs.append(u"joined "_s + room.id.value());
        }
    });
    connect(&client, &RoomClient::roomLeft, this,
            [this](const RoomId &r) { signs.append(u"left "_s + r.value()); });
    connect(&client, &RoomClient::roomRemoved, this,
            [this](const RoomId &r) { signs.append(u"removed "_s + r.value()); });
    connect(&client, &RoomClient::roomReset, this,
            [this](const RoomId &r) { signs.append(u"reset "_s + r.value()); });
    connect(&client, &RoomClient::eventsArrived, this,
            [this](const RoomId &room, const QList<RoomEvent> &events) {
                batches.append(events);
                QStringList numbers;
                for (const RoomEvent &event : events) {
                    numbers.append(QString::number(event.seq));
                }
                signs.append(u"events "_s + room.value() + u' ' + numbers.join(u','));
            });
    connect(&client, &RoomClient::historyArrived, this,
            [this](const serverevent::HistoryPage &page) { pages.append(page); });
    connect(&client, &RoomClient::historyFailed, this,
            [this](const RoomId &room) { signs.append(u"no history "_s + room.value()); });
    connect(&client, &RoomClient::failed, this, [this](const serverevent::Failed &f) { failures.append(f); });
    connect(&client, &RoomClient::noticeHeard, this,
            [this](const RoomId &, const QString &text) { notices.append(text); });
    connect(&client, &RoomClient::postStateChanged, this,
            [this](const PostId &id, PostState state, const Error &error) {
                posts.insert(id.value(), state);
                postErrors.insert(id.value(), error);
            });
}

QStringList ClientLog::texts() const
{
    QStringList list;
    for (const QList<RoomEvent> &batch : batches) {
        for (const RoomEvent &event : batch) {
            list.append(event.text);
        }
    }
    return list;
}

bool ClientLog::has(Phase phase) const
{
    return std::any_of(states.cbegin(), states.cend(),
                       [phase](const ConnectionState &state) { return state.phase == phase; });
}

ConnectionState ClientLog::ended() const
{
    const auto found = std::find_if(states.crbegin(), states.crend(), [](const ConnectionState &state) {
        return state.phase == Phase::Waiting || state.phase == Phase::Stopped;
    });
    return found == states.crend() ? ConnectionState() : *found;
}

ClientParts fastParts()
{
    ClientParts parts;
    parts.timing.greeting = 100;
    parts.timing.echo = 200;
    parts.timing.retryFirst = 20;
    parts.timing.retryMost = 100;
    parts.timing.tooFastPause = 50;
    parts.timing.goodbye = 300;
    parts.random = [] { return 0.5; };
    return parts;
}

ClientOptions optionsFor(quint16 port)
{
    ClientOptions options;
    options.address.host = u"127.0.0.1"_s;
    options.address.port = port;
    options.name = u"Ada"_s;
    return options;
}

namespace native {

RoomInfo room(const QString &id, Seq head, const QString &epoch)
{
    RoomInfo info;
    info.id = RoomId(id);
    info.name = id;
    info.head = head;
    info.epoch = Epoch(epoch);
    info.total = 1;
    return info;
}

serverevent::Welcome welcome(const QList<RoomInfo> &rooms)
{
    serverevent::Welcome w;
    w.serverName = u"A test"_s;
    w.serverId = ServerId(u"server"_s);
    w.serverVersion = u"0"_s;
    w.self = Member{MemberId(u"m1"_s), u"Ada"_s, Via::Native, false, MemberState::Here};
    w.session = SessionToken(u"secret"_s);
    w.limits.floodBurst = 0;
    w.rooms = rooms;
    return w;
}

RoomEvent event(const QString &roomId, Seq seq, const QString &text, const QString &postId)
{
    RoomEvent e;
    e.room = RoomId(roomId);
    e.seq = seq;
    e.at = 1'800'000'000'000;
    e.from = {MemberId(postId.isEmpty() ? u"m2"_s : u"m1"_s), postId.isEmpty() ? u"Bo"_s : u"Ada"_s,
              Via::Native};
    e.text = text;
    e.postId = PostId(postId);
    return e;
}

QByteArray frame(const ServerEvent &event)
{
    return json::encode(event);
}

QByteArray happened(const RoomEvent &event)
{
    return json::encode(ServerEvent(serverevent::Happened{event}));
}

} // namespace native
