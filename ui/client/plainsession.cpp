#include "ui/client/plainsession.h"
#include "protocol/clock.h"
#include "protocol/textsanitizer.h"
#include "ui/client/announcer.h"
#include "ui/client/clientmemory.h"
#include "ui/client/roomclient.h"
#include "ui/client/transport.h"

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr qsizetype frameCap = 1024 * 1024;

/// What a frame holds as text that can be shown; what is no UTF-8 in it becomes U+FFFD.
QString textOf(QByteArrayView bytes)
{
    QString text = sanitizeText(QString::fromUtf8(bytes));
    if (text.endsWith(u'\n')) {
        text.chop(
            1); // a server that does not know yet whether lines are wanted ends its messages in both ways
    }
    return text;
}

Error unknownHere()
{
    return {ErrorCode::NotAllowed, RoomClient::tr("This server does not know that.")};
}

} // namespace

const RoomId PlainSession::room{u"plain"_s};

PlainSession::PlainSession(const SessionContext &context, QObject *parent)
    : ClientSession(parent), m_context(context), m_framer(Delimiter::Nul, frameCap),
      m_pump(context, [this](const command::Post &post) { send(post); })
{
    m_echoTimer.setSingleShot(true);
    connect(&m_pump, &PostPump::due, this, &PlainSession::pump);
    connect(&m_echoTimer, &QTimer::timeout, this, &PlainSession::expireEchoes);
}

/// What did not come back before the connection ended: at most once is all that such a server can promise, so
/// a post is never repeated unasked.
void PlainSession::finish()
{
    m_pump.stop();
    m_echoTimer.stop();
    const QList<command::Post> posts = m_echoes.takeAll();
    for (const command::Post &post : posts) {
        if (!m_echoes.echoes()) {
            stored(post);
        } else {
            m_pump.fail(post.id,
                        {ErrorCode::Closing, RoomClient::tr("The connection was lost before it came back.")});
        }
    }
}

void PlainSession::start()
{
    ClientMemory &memory = m_context.memory;
    const QString serverName = m_context.options.address.toString();
    RoomInfo info;
    info.id = room;
    info.name = serverName;
    info.head = memory.plainHead;
    info.total = 1;
    memory.self = Member{author(m_context.options.name).id, m_context.options.name, Via::Plain, false, {}};
    info.members = {memory.self};
    memory.limits = Limits();
    memory.rooms = {{room, {info.name, info.kind}}};
    Limits unlimited;
    unlimited.floodBurst = 0;
    m_pump.start(unlimited);
    Q_EMIT entered();
    serverevent::Welcome welcome;
    welcome.serverName = serverName;
    welcome.self = memory.self;
    welcome.limits = memory.limits;
    welcome.rooms = {info};
    m_context.announcer.say(&RoomClient::welcomed, welcome);
    m_context.announcer.sayBetweenEvents(&RoomClient::roomsJoined, welcome.rooms);
}

void PlainSession::receive(const QByteArray &bytes)
{
    m_framer.feed(bytes);
    while (const auto frame = m_framer.next()) {
        hear(*frame);
    }
    pump();
}

void PlainSession::hear(Framer::Frame frame)
{
    if (frame.overlong) {
        notice(RoomClient::tr("A message was too long and was left out."));
        return;
    }
    const QString text = textOf(frame.bytes);
    if (text.isEmpty()) {
        return;
    }
    if (const auto echo = m_echoes.match(text)) {
        echoed(*echo);
    } else {
        hear(plain::parse(text), text);
    }
}

void PlainSession::hear(const plain::Heard &heard, const QString &text)
{
    using Kind = plain::Heard::Kind;
    switch (heard.kind) {
    case Kind::Greeting:
        greeted();
        notice(text);
        break;
    case Kind::Message:
    case Kind::Action:
        if (heard.room.isEmpty()) {
            happened(heard.kind == Kind::Action ? EventKind::Action : EventKind::Message, author(heard.name),
                     heard.text, PostId());
        } else {
            notice(text);
        }
        break;
    case Kind::Error:
        m_lastWord = Ending{failureForWords(heard.text), heard.text, {}};
        notice(text);
        break;
    case Kind::Direct:
    case Kind::Notice:
    case Kind::Other:
        notice(text);
        break;
    }
}

void PlainSession::greeted()
{
    if (std::exchange(m_tincan, true)) {
        return;
    }
    m_pump.start(Limits());
    if (!m_context.options.password.isEmpty()) {
        transmit("/password " + m_context.options.password.toUtf8());
    }
    if (!m_context.options.name.isEmpty()) {
        transmit("/nick " + m_context.options.name.toUtf8());
    }
    if (!m_context.options.address.room.isEmpty()) {
        transmit("/join " + m_context.options.address.room.value().toUtf8());
    }
}

void PlainSession::pump()
{
    m_pump.run({});
}

void PlainSession::send(const command::Post &post)
{
    const QString text = wireText(post);
    if (text.isEmpty()) {
        m_pump.fail(post.id, unknownHere());
        return;
    }
    const bool escaped = m_tincan && post.kind == EventKind::Message;
    transmit(escaped ? plain::say(text) : text.toUtf8());
    if (post.kind == EventKind::Topic || m_echoes.silent()) {
        stored(post);
        return;
    }
    m_echoes.sent(post, sanitizeText(post.text), m_context.clock.monotonic() + m_context.timing.echo);
    if (!m_echoTimer.isActive()) {
        m_echoTimer.start(m_context.timing.echo);
    }
}

/// A topic is nothing that a server without commands could be told; an action is a line of its own there.
QString PlainSession::wireText(const command::Post &post) const
{
    QString text = post.text;
    text.remove(QChar(u'\0'));
    switch (post.kind) {
    case EventKind::Action:
        return m_tincan ? u"/me "_s + text : u"* "_s + text;
    case EventKind::Topic:
        return m_tincan ? u"/topic "_s + text : QString();
    case EventKind::Message:
        return text;
    case EventKind::Edit:
    case EventKind::Delete:
    case EventKind::React:
    case EventKind::File:
    case EventKind::Kick:
    case EventKind::Rename:
    case EventKind::Unknown:
        return {};
    }
    return {};
}

void PlainSession::transmit(const QByteArray &message)
{
    m_context.transport.send(message + '\0');
}

void PlainSession::stored(const command::Post &post)
{
    if (m_context.memory.posts.acknowledge(post.id)) {
        m_context.announcer.say(&RoomClient::postStateChanged, post.id, PostState::Stored, Error());
        if (post.kind != EventKind::Topic) {
            const Member &self = m_context.memory.self;
            happened(post.kind, {self.id, self.name, self.via}, post.text, post.id);
        }
    }
}

void PlainSession::echoed(const EchoWatch::Echo &echo)
{
    rename(echo.name);
    stored(echo.post);
}

void PlainSession::expireEchoes()
{
    const std::int64_t now = m_context.clock.monotonic();
    while (const auto post = m_echoes.overdue(now)) {
        stored(*post);
    }
    if (const std::int64_t deadline = m_echoes.nextDeadline(); deadline >= 0) {
        m_echoTimer.start(int(std::max<std::int64_t>(1, deadline - now)));
    }
    pump();
}

void PlainSession::request(const Command &command)
{
    ClientMemory &memory = m_context.memory;
    const QString re = tagOf(command);
    memory.requests.take(re);
    if (const auto *history = std::get_if<command::History>(&command)) {
        m_context.announcer.say(&RoomClient::historyArrived,
                                serverevent::HistoryPage{history->room, {}, false, re});
    } else if (const auto *members = std::get_if<command::ListMembers>(&command)) {
        m_context.announcer.say(&RoomClient::membersArrived,
                                serverevent::Members{members->room, {}, false, re});
    } else if (std::holds_alternative<command::Search>(command)) {
        m_context.announcer.say(&RoomClient::searchFailed, re, unknownHere());
    } else if (const auto *nick = std::get_if<command::Nick>(&command)) {
        m_tincan ? transmit("/nick " + nick->name.toUtf8()) : rename(nick->name);
    } else if (const auto *join = std::get_if<command::Join>(&command); join && m_tincan) {
        transmit("/join " + join->room.toUtf8());
    } else if (const auto *set = std::get_if<command::SetAway>(&command); set && m_tincan) {
        transmit(set->away ? "/away " + set->status.toUtf8() : QByteArray("/back"));
    } else if (!std::holds_alternative<command::Typing>(command)) {
        m_context.announcer.say(&RoomClient::failed, serverevent::Failed{unknownHere(), re, {}});
    }
}

bool PlainSession::sayGoodbye()
{
    if (m_tincan) {
        transmit("/quit");
    }
    return m_tincan;
}

Ending PlainSession::explain(const Ending &ending) const
{
    return m_lastWord.value_or(ending);
}

void PlainSession::happened(EventKind kind, const Author &from, const QString &text, const PostId &postId)
{
    RoomEvent event;
    event.room = room;
    event.seq = ++m_context.memory.plainHead;
    event.at = m_context.clock.utc();
    event.kind = kind;
    event.from = from;
    event.text = text;
    event.postId = postId;
    m_context.announcer.sayEvents(room, {event});
}

void PlainSession::notice(const QString &text)
{
    m_context.announcer.sayBetweenEvents(&RoomClient::noticeHeard, room, text);
}

void PlainSession::rename(const QString &name)
{
    ClientMemory &memory = m_context.memory;
    if (name != memory.self.name) {
        memory.self.name = name;
        memory.self.id = author(name).id;
        m_context.announcer.sayBetweenEvents(&RoomClient::selfChanged, memory.self);
    }
}

Author PlainSession::author(const QString &name) const
{
    return {MemberId(u"plain:"_s + name), name, Via::Plain};
}

} // namespace tincan
