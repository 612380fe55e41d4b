#include "ui/client/nativesession.h"
#include "protocol/clock.h"
#include "protocol/jsonvocabulary.h"
#include "protocol/textsanitizer.h"
#include "ui/client/announcer.h"
#include "ui/client/clientmemory.h"
#include "ui/client/copyrecorder.h"
#include "ui/client/recollection.h"
#include "ui/client/roomclient.h"
#include "ui/client/transport.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

// A welcome with many full rooms is the longest frame that a well-behaved server sends.
constexpr qsizetype frameCap = 16 * 1024 * 1024;

bool endsConnection(ErrorCode code)
{
    const ConnectFailure failure = failureFor(code);
    return failure == ConnectFailure::HostClosed || failure == ConnectFailure::CutOff ||
           failure == ConnectFailure::Full || failure == ConnectFailure::Banned;
}

} // namespace

NativeSession::NativeSession(const SessionContext &context, QObject *parent)
    : ClientSession(parent), m_context(context), m_framer(Delimiter::Nul, frameCap),
      m_rooms(context, [this](const Command &command) { ask(command); }),
      m_pump(context, [this](const command::Post &post) { deliver(post); }),
      m_liveness(context.timing, context.clock.monotonic())
{
    for (QTimer *timer : {&m_watchTimer, &m_gapTimer}) {
        timer->setSingleShot(true);
    }
    connect(&m_pump, &PostPump::due, this, &NativeSession::pump);
    connect(&m_watchTimer, &QTimer::timeout, this, &NativeSession::watch);
    connect(&m_gapTimer, &QTimer::timeout, this, [this] {
        if (m_context.memory.logs.isAsking()) {
            end({ConnectFailure::Lost, u"no answer to a request for missing events"_s, {}});
        }
    });
}

void NativeSession::start()
{
    ClientMemory &memory = m_context.memory;
    const QByteArray key = m_context.transport.serverKey().fingerprint;
    if (memory.session.isEmpty() || memory.sessionKey != key) {
        // Of our own making: should the welcome be lost, the next hello does not find its own name taken.
        memory.session = SessionToken(QUuid::createUuid().toString(QUuid::Id128));
        memory.sessionKey = key;
    }
    const ClientOptions &options = m_context.options;
    transmit(command::Hello{1, options.name, options.clientName, memory.session, options.password,
                            memory.logs.resumePoints()});
}

void NativeSession::receive(const QByteArray &bytes)
{
    m_liveness.heard(m_context.clock.monotonic());
    m_framer.feed(bytes);
    while (!m_over) {
        const auto frame = m_framer.next();
        if (!frame) {
            break;
        }
        take(*frame);
    }
}

void NativeSession::take(Framer::Frame frame)
{
    if (frame.overlong) {
        end({ConnectFailure::NotUnderstood, u"a message of the server was too long"_s, {}});
        return;
    }
    m_wasReplaced = false;
    const auto decoded = json::decodeServerEvent(frame.bytes);
    if (const auto *event = std::get_if<ServerEvent>(&decoded)) {
        const bool allowed = m_entered || std::holds_alternative<serverevent::Welcome>(*event) ||
                             std::holds_alternative<serverevent::Failed>(*event) ||
                             std::holds_alternative<serverevent::Ping>(*event);
        if (allowed) {
            std::visit([this](const auto &e) { take(e); }, *event);
        }
    } else if (!m_entered && frame.bytes.startsWith("! ")) {
        const QString words = sanitizeLine(QString::fromUtf8(frame.bytes.sliced(2)));
        m_lastWord = Ending{failureForWords(words), words, {}};
    }
}

void NativeSession::take(const serverevent::Welcome &welcome)
{
    if (m_entered) {
        return;
    }
    m_entered = true;
    m_lastWord.reset();
    meet(welcome);
    ClientMemory &memory = m_context.memory;
    memory.self = welcome.self;
    memory.limits = welcome.limits;
    m_context.options.name = welcome.self.name;
    m_pump.start(welcome.limits);
    Q_EMIT entered();
    m_rooms.welcome(welcome);
    askAll();
    sayAway();
    pump();
    watch();
}

/// Who the server is, and who we are to it.
void NativeSession::meet(const serverevent::Welcome &welcome)
{
    ClientMemory &memory = m_context.memory;
    const ServerKey key = m_context.transport.serverKey();
    const ServerIdentity identity{welcome.serverId, key.forOneRun ? QByteArray() : key.fingerprint};
    if (!memory.recalled.isEmpty() && memory.recalled != identity) {
        forgetRecollection(memory, m_context.announcer, m_context.copy);
    }
    memory.recalled = {};
    if (!memory.self.id.isEmpty() && memory.self.id != welcome.self.id) {
        memory.posts.doubt(memory.self.id);
    }
    memory.session = welcome.session;
    memory.sessionKey = key.fingerprint;
    const RoomAddress &address = m_context.options.address;
    m_context.copy.enter(
        identity,
        {{address.host, address.port}, welcome.serverName, welcome.self, welcome.session, key.fingerprint},
        memory.posts.all());
}

void NativeSession::take(const serverevent::Happened &happened)
{
    m_rooms.happened(happened.event);
    pump();
}

void NativeSession::take(const serverevent::Failed &failed)
{
    const Ending ending{failureFor(failed.error.code), failed.error.message, failed.suggestion,
                        failed.error.seconds};
    if (!m_entered) {
        end(ending);
        return;
    }
    if (refusedPost(failed) || refusedRequest(failed)) {
        return;
    }
    if (m_rooms.refused(failed)) {
        if (failed.error.code == ErrorCode::TooFast || failed.error.code == ErrorCode::Full) {
            QTimer::singleShot(m_context.timing.tooFastPause, this,
                               [this, re = failed.re] { m_rooms.askAgain(re); });
        }
        return;
    }
    if (failed.re.isEmpty() && endsConnection(failed.error.code)) {
        m_lastWord = ending;
    }
    // Where nothing follows, the server has ended the connection with it.
    m_wasReplaced = failed.re.isEmpty() && failed.error.code == ErrorCode::NotAllowed;
    m_context.announcer.say(&RoomClient::failed, failed);
}

void NativeSession::take(const serverevent::Presence &presence)
{
    if (m_context.memory.rooms.contains(presence.room)) {
        m_context.announcer.say(&RoomClient::presenceChanged, presence);
    }
}

void NativeSession::take(const serverevent::Joined &joined)
{
    m_context.memory.requests.take(joined.re);
    m_rooms.joined(joined);
    pump();
}

void NativeSession::take(const serverevent::Left &left)
{
    m_context.memory.requests.take(left.re) ? m_rooms.left(left.room) : m_rooms.removed(left.room);
}

void NativeSession::take(const serverevent::Rooms &rooms)
{
    m_context.memory.requests.take(rooms.re);
    m_context.announcer.say(&RoomClient::roomsListed, rooms.rooms);
}

void NativeSession::take(const serverevent::Members &members)
{
    m_context.memory.requests.take(members.re);
    m_context.announcer.say(&RoomClient::membersArrived, members);
}

void NativeSession::take(const serverevent::HistoryPage &page)
{
    m_context.memory.requests.take(page.re);
    m_rooms.page(page);
}

void NativeSession::take(const serverevent::Found &found)
{
    if (m_context.memory.requests.take(found.re)) {
        m_context.announcer.say(&RoomClient::found, found);
    }
}

void NativeSession::take(const serverevent::Self &self)
{
    m_context.memory.requests.take(self.re);
    m_context.memory.self = self.self;
    m_context.options.name = self.self.name;
    m_context.copy.setSelf(self.self);
    m_context.announcer.say(&RoomClient::selfChanged, self.self);
}

void NativeSession::take(const serverevent::Moderated &moderated)
{
    const auto request = m_context.memory.requests.take(moderated.re);
    if (const auto *act = request ? std::get_if<command::Moderate>(&*request) : nullptr) {
        m_context.announcer.say(&RoomClient::moderated, *act);
    }
}

void NativeSession::take(const serverevent::Bans &bans)
{
    m_context.memory.requests.take(bans.re);
    m_context.announcer.say(&RoomClient::bansListed, bans.bans);
}

void NativeSession::take(const serverevent::Moderators &moderators)
{
    m_context.memory.requests.take(moderators.re);
    m_context.announcer.say(&RoomClient::moderatorsListed, moderators.moderators);
}

void NativeSession::take(const serverevent::Acts &acts)
{
    m_context.memory.requests.take(acts.re);
    m_context.announcer.say(&RoomClient::actsListed, acts.acts);
}

void NativeSession::take(const serverevent::Connections &connections)
{
    m_context.memory.requests.take(connections.re);
    m_context.announcer.say(&RoomClient::connectionsListed, connections.connections);
}

void NativeSession::take(const serverevent::RoomChanged &changed)
{
    if (m_context.memory.rooms.contains(changed.room.id)) {
        m_context.announcer.say(&RoomClient::roomChanged, changed.room);
    }
}

void NativeSession::take(const serverevent::Muted &muted)
{
    m_context.memory.self.muted = muted.muted;
    m_context.announcer.say(&RoomClient::muteChanged, muted);
}

void NativeSession::take(const serverevent::Typing &typing)
{
    if (m_context.memory.rooms.contains(typing.room)) {
        m_context.announcer.say(&RoomClient::typing, typing.room, typing.from);
    }
}

void NativeSession::take(const serverevent::Ping &ping)
{
    transmit(command::Pong{ping.re});
}

void NativeSession::take(const serverevent::Pong &pong)
{
    if (const auto roundTrip = m_liveness.answered(pong.re, m_context.clock.monotonic())) {
        m_context.memory.roundTrip = *roundTrip;
        m_context.announcer.say(&RoomClient::roundTripChanged, *roundTrip);
    }
}

void NativeSession::pump()
{
    m_pump.run(m_rooms.held());
}

void NativeSession::deliver(const command::Post &post)
{
    if (post.text.toUtf8().size() > m_context.memory.limits.messageBytes) {
        m_pump.fail(post.id,
                    {ErrorCode::TooLong, RoomClient::tr("The message is longer than this server allows.")});
    } else {
        transmit(post);
    }
}

void NativeSession::request(const Command &command)
{
    if (m_entered && !m_over) {
        ask(command);
        m_context.memory.requests.sent(tagOf(command), m_context.clock.monotonic() + m_context.timing.answer);
        armWatch();
    }
}

bool NativeSession::sayGoodbye()
{
    transmit(command::Quit{});
    return true;
}

void NativeSession::doubt()
{
    if (m_entered && !m_over) {
        m_liveness.doubt(m_context.clock.monotonic());
        watch();
    }
}

void NativeSession::finish()
{
    m_over = true;
    m_pump.stop();
    m_watchTimer.stop();
    m_gapTimer.stop();
}

Ending NativeSession::explain(const Ending &ending) const
{
    Ending last = m_lastWord.value_or(ending);
    last.replaced = m_wasReplaced && !m_lastWord;
    return last;
}

void NativeSession::transmit(const Command &command)
{
    m_context.transport.send(json::encode(command) + '\0');
}

void NativeSession::ask(const Command &command)
{
    transmit(command);
    m_context.memory.posts.spend(m_context.clock.monotonic());
    if (m_context.memory.logs.asked(tagOf(command))) {
        m_gapTimer.start(m_context.timing.answer);
    }
}

void NativeSession::askAll()
{
    ClientMemory &memory = m_context.memory;
    for (const Command &open : memory.requests.all()) {
        const auto *nick = std::get_if<command::Nick>(&open);
        if (nick && nick->name == memory.self.name) {
            memory.requests.take(nick->re);
        } else {
            request(open);
        }
    }
}

/// A server that forgot this member meanwhile takes it for present.
void NativeSession::sayAway()
{
    const ClientMemory &memory = m_context.memory;
    if ((memory.self.state == MemberState::Away) == memory.away && memory.self.status == memory.status) {
        return;
    }
    if (const auto tagged = m_context.memory.requests.add(command::SetAway{memory.away, memory.status, {}})) {
        request(*tagged);
    }
}

bool NativeSession::refusedPost(const serverevent::Failed &failed)
{
    const PostId id(failed.re);
    if (!m_context.memory.posts.holds(id)) {
        return false;
    }
    // In a slow room it may be hours: whoever wrote it decides then.
    if (failed.error.code == ErrorCode::TooFast && failed.error.seconds == 0) {
        m_pump.postpone(id);
    } else if (failed.error.code != ErrorCode::Closing) {
        m_pump.fail(id, failed.error);
    }
    pump();
    return true;
}

bool NativeSession::refusedRequest(const serverevent::Failed &failed)
{
    Requests &requests = m_context.memory.requests;
    if (failed.error.code == ErrorCode::TooFast && requests.holds(failed.re)) {
        QTimer::singleShot(m_context.timing.tooFastPause, this, [this, re = failed.re] {
            if (const auto command = m_context.memory.requests.find(re)) {
                request(*command);
            }
        });
        return true;
    }
    const auto command = requests.take(failed.re);
    if (!command) {
        return false;
    }
    const auto *leave = std::get_if<command::Leave>(&*command);
    if (leave && (failed.error.code == ErrorCode::NoSuchRoom || failed.error.code == ErrorCode::NotAllowed)) {
        m_rooms.left(leave->room); // one was not there any more
        return true;
    }
    unanswered(*command, failed.error);
    if (!std::holds_alternative<command::Search>(*command)) {
        m_context.announcer.say(&RoomClient::failed, failed);
    }
    return true;
}

void NativeSession::unanswered(const Command &command, const Error &error)
{
    if (const auto *history = std::get_if<command::History>(&command)) {
        m_context.announcer.say(&RoomClient::historyFailed, history->room);
    } else if (const auto *search = std::get_if<command::Search>(&command)) {
        m_context.announcer.say(&RoomClient::searchFailed, search->re, error);
    }
}

void NativeSession::watch()
{
    const std::int64_t now = m_context.clock.monotonic();
    dropExpired();
    switch (m_liveness.check(now)) {
    case Liveness::Need::GiveUp:
        end({ConnectFailure::Lost, u"nothing was heard for too long"_s, {}});
        return;
    case Liveness::Need::Ping:
        transmit(command::Ping{m_liveness.ping(now)});
        break;
    case Liveness::Need::Nothing:
        break;
    }
    armWatch();
}

void NativeSession::dropExpired()
{
    while (const auto dropped = m_context.memory.requests.expired(m_context.clock.monotonic())) {
        unanswered(*dropped, {ErrorCode::Closing, RoomClient::tr("The server did not answer.")});
    }
}

void NativeSession::armWatch()
{
    const std::int64_t now = m_context.clock.monotonic();
    std::int64_t wait = m_liveness.checkIn(now);
    if (const std::int64_t deadline = m_context.memory.requests.nextDeadline(); deadline >= 0) {
        wait = std::min(wait, std::max<std::int64_t>(0, deadline - now));
    }
    m_watchTimer.start(int(wait));
}

void NativeSession::end(const Ending &ending)
{
    if (!m_over) {
        finish();
        Q_EMIT over(ending);
    }
}

} // namespace tincan
