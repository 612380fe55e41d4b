#include "ui/client/roomclient.h"
#include "protocol/clock.h"
#include "ui/client/announcer.h"
#include "ui/client/clientmemory.h"
#include "ui/client/clientsession.h"
#include "ui/client/copyrecorder.h"
#include "ui/client/lifeline.h"
#include "ui/client/recollection.h"

#include <QSet>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace tincan {

class RoomClient::Private
{
public:
    Private(RoomClient &client, const ClientParts &parts)
        : clock(*parts.clock), announcer(client), lifeline(parts, memory, announcer, copy)
    {
    }

    void startAnew();
    void attach(RoomClient &client, const std::shared_ptr<MessageCopy> &used);
    QString request(Command command);
    PostId queue(command::Post post);
    void pump();

    const Clock &clock;
    ClientMemory memory;
    CopyRecorder copy;
    Announcer announcer;
    Lifeline lifeline;
    int copySearches = 0;           ///< that were begun
    QSet<QString> openCopySearches; ///< their tags, until the copy answers
    int attempt = 0;                ///< to open(): an answer of the copy belongs to one
};

/// Another server: what was known of the last one means nothing there, and least of all its posts.
void RoomClient::Private::startAnew()
{
    const QList<RoomId> rooms = memory.rooms.keys();
    for (const RoomId &room : rooms) {
        announcer.sayBetweenEvents(&RoomClient::roomLeft, room);
    }
    const QList<PostId> posts = memory.posts.unacknowledgedIds();
    for (const PostId &post : posts) {
        const Error error{ErrorCode::Closing, tr("It was meant for another server.")};
        memory.posts.fail(post, error);
        copy.record(copychange::Queued{*memory.posts.find(post)});
        announcer.say(&RoomClient::postStateChanged, post, PostState::Failed, error);
    }
    memory = ClientMemory();
    copy.leave();
    openCopySearches.clear();
}

void RoomClient::Private::attach(RoomClient &client, const std::shared_ptr<MessageCopy> &used)
{
    if (copy.copy() == used.get()) {
        return;
    }
    if (copy.copy()) {
        copy.copy()->disconnect(&client);
    }
    copy.setCopy(used);
    if (used) {
        connect(used.get(), &MessageCopy::restarted, &client, [this] { copy.sayAgain(memory.posts.all()); });
    }
}

QString RoomClient::Private::request(Command command)
{
    const auto tagged = memory.requests.add(std::move(command));
    if (ClientSession *const session = lifeline.session(); session && tagged) {
        session->request(*tagged);
    }
    return tagged ? tagOf(*tagged) : QString();
}

PostId RoomClient::Private::queue(command::Post post)
{
    post.id = PostId(QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (memory.posts.add(post, clock.utc())) {
        copy.record(copychange::Queued{*memory.posts.find(post.id)});
        pump();
    } else {
        const Error error{ErrorCode::TooFast, tr("Too many messages are waiting to be sent.")};
        announcer.say(&RoomClient::postStateChanged, post.id, PostState::Failed, error);
    }
    return post.id;
}

void RoomClient::Private::pump()
{
    if (ClientSession *const session = lifeline.session()) {
        session->pump();
    }
}

RoomClient::RoomClient(QObject *parent) : RoomClient(ClientParts(), parent) {}

RoomClient::RoomClient(const ClientParts &parts, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, parts.completed()))
{
}

RoomClient::~RoomClient() = default;

void RoomClient::open(const ClientOptions &options)
{
    const RoomAddress &before = d->lifeline.options().address;
    ++d->attempt;
    const bool sameServer = before.host == options.address.host && before.port == options.address.port;
    d->lifeline.leaveForAnother();
    if (!sameServer) {
        d->startAnew();
    }
    d->memory.dialect = ClientMemory::Dialect::Unknown;
    d->memory.addressRoomAsked = false;
    d->attach(*this, options.copy);
    if (!options.copy || options.plain || !d->copy.server().isEmpty()) {
        d->lifeline.open(options);
        return;
    }
    d->lifeline.prepare(options);
    const HostPort place{options.address.host, options.address.port};
    options.copy->recall(place, this, [this, attempt = d->attempt](const CopiedServer &copied) {
        if (attempt == d->attempt && d->lifeline.state().phase == Phase::Connecting) {
            if (!copied.identity.isEmpty()) {
                d->copy.resume(copied, d->memory.posts.all());
                recollect(copied, d->memory, d->announcer);
            }
            d->lifeline.open(ClientOptions(d->lifeline.options()));
        }
    });
}

void RoomClient::close()
{
    d->lifeline.close(false);
}

void RoomClient::pause()
{
    d->lifeline.close(true);
}

void RoomClient::checkConnection()
{
    if (ClientSession *const session = d->lifeline.session()) {
        session->doubt();
    } else if (state().phase == Phase::Waiting) {
        d->lifeline.retryNow();
    }
}

void RoomClient::retryNow()
{
    d->lifeline.retryNow();
}

const ConnectionState &RoomClient::state() const
{
    return d->lifeline.state();
}

const ClientOptions &RoomClient::options() const
{
    return d->lifeline.options();
}

const Limits &RoomClient::limits() const
{
    return d->memory.limits;
}

Member RoomClient::self() const
{
    return d->memory.self;
}

int RoomClient::roundTrip() const
{
    return d->memory.roundTrip;
}

int RoomClient::unacknowledged() const
{
    return d->memory.posts.unacknowledged();
}

QList<QueuedPost> RoomClient::outbox() const
{
    return d->memory.posts.all();
}

PostId RoomClient::post(const RoomId &room, const QString &text, EventKind kind, Seq reply)
{
    return d->queue({room, {}, kind, text, reply, 0});
}

PostId RoomClient::change(const RoomId &room, EventKind kind, Seq target, const QString &text)
{
    return d->queue({room, {}, kind, text, 0, target});
}

void RoomClient::retryPost(const PostId &id)
{
    if (d->memory.posts.retry(id)) {
        const QueuedPost queued = *d->memory.posts.find(id);
        d->copy.record(copychange::Queued{queued});
        if (const auto room = d->memory.rooms.value(queued.post.room);
            room.gone && room.kind == RoomKind::Room) {
            d->request(command::Join{room.name, true, {}}); // it is there before the post arrives
        }
        d->announcer.say(&RoomClient::postStateChanged, id, PostState::Sending, Error());
        d->pump();
    }
}

void RoomClient::discardPost(const PostId &id)
{
    d->memory.posts.discard(id);
    d->copy.record(copychange::Settled{id});
}

void RoomClient::markRead(const RoomId &room, Seq upTo)
{
    d->copy.record(copychange::Read{room, upTo});
}

void RoomClient::setName(const QString &name)
{
    if (d->lifeline.session()) {
        d->request(command::Nick{name, {}});
        return;
    }
    d->lifeline.options().name = name;
    if (!d->memory.session.isEmpty()) {
        d->request(command::Nick{name, {}}); // a server that still knows this member knows it by the old name
    }
}

void RoomClient::setPassword(const QString &password)
{
    d->lifeline.options().password = password;
}

void RoomClient::join(const QString &room, bool create)
{
    d->request(command::Join{room, create, {}});
}

void RoomClient::leave(const RoomId &room)
{
    const bool isGone = d->memory.rooms.value(room).gone;
    if (!isGone) {
        d->request(command::Leave{room, {}});
    }
    if ((isGone || !d->lifeline.session()) && d->memory.rooms.remove(room) > 0) {
        d->memory.logs.forget(room);
        d->copy.leaveRoom(room);
        d->announcer.sayBetweenEvents(&RoomClient::roomLeft, room);
    }
}

QString RoomClient::openDirect(const MemberId &with)
{
    return d->request(command::Direct{with, {}});
}

void RoomClient::setAway(bool away, const QString &status)
{
    d->memory.away = away;
    d->memory.status = status;
    if (d->lifeline.session()) {
        d->request(command::SetAway{away, status, {}});
    }
}

void RoomClient::sendTyping(const RoomId &room)
{
    if (ClientSession *const session = d->lifeline.session()) {
        session->request(command::Typing{room});
    }
}

void RoomClient::requestRooms()
{
    d->request(command::ListRooms{});
}

void RoomClient::requestHistory(const RoomId &room, Seq before, int limit)
{
    if (!d->copy.copy() || d->copy.server().isEmpty()) {
        d->request(command::History{room, before, limit, {}});
        return;
    }
    const auto epoch = [this, room] { return d->memory.logs.resumePoints().value(room).epoch; };
    d->copy.copy()->page(d->copy.server(), room, before, limit, this,
                         [this, room, before, limit, epoch, then = epoch()](const QList<RoomEvent> &events) {
                             const bool joins =
                                 !events.isEmpty() && (before == 0 || events.constLast().seq + 1 == before);
                             if (!then.isEmpty() && epoch() != then) { // the number means another event now
                                 d->announcer.say(&RoomClient::historyFailed, room);
                             } else if (joins && epoch() == then) {
                                 d->announcer.say(&RoomClient::historyArrived,
                                                  serverevent::HistoryPage{room, events, true, {}});
                             } else {
                                 d->request(command::History{room, before, limit, {}});
                             }
                         });
}

void RoomClient::requestMembers(const RoomId &room, const MemberId &after)
{
    d->request(command::ListMembers{room, after, 200, {}});
}

QString RoomClient::moderate(const command::Moderate &act)
{
    return d->request(act);
}

QString RoomClient::requestBans()
{
    return d->request(command::ListBans{});
}

void RoomClient::requestModerators()
{
    d->request(command::ListModerators{});
}

void RoomClient::requestActs(int limit)
{
    d->request(command::ListActs{limit, {}});
}

void RoomClient::requestConnections()
{
    d->request(command::ListConnections{});
}

QString RoomClient::search(const command::Search &question)
{
    const bool canAsk = state().phase == Phase::Online && !state().plain;
    return canAsk ? d->request(question) : QString();
}

QString RoomClient::searchCopy(const command::Search &question)
{
    if (!d->copy.copy() || d->copy.server().isEmpty()) {
        return {};
    }
    command::Search tagged = question;
    tagged.re = u"c-%1"_s.arg(++d->copySearches); // no tag of a request
    d->openCopySearches.insert(tagged.re);
    d->copy.copy()->search(d->copy.server(), tagged, this, [this](const serverevent::Found &found) {
        if (d->openCopySearches.remove(found.re)) {
            d->announcer.say(&RoomClient::found, found);
        }
    });
    return tagged.re;
}

void RoomClient::abandonSearch(const QString &tag)
{
    d->openCopySearches.remove(tag);
    d->memory.requests.take(tag);
}

} // namespace tincan
