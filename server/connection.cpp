#include "server/connection.h"

#include "protocol/peerwords.h"
#include "protocol/textsanitizer.h"
#include "server/burstwatch.h"
#include "server/farewell.h"
#include "server/logging.h"
#include "server/requesttag.h"

using namespace Qt::StringLiterals;

namespace tincan {

Connection::Connection(ConnectionId id, std::unique_ptr<Link> link, const PeerContext &context,
                       SessionEvents &events, Broadcast &broadcast)
    : Peer(id, std::move(link), context), m_events(events), m_broadcast(broadcast),
      m_opening(std::make_unique<Opening>(
          Opening{DialectSniffer(context.limits.messageBytes, context.limits.frameBytes())})),
      m_limiter(context.limits.floodBurst, context.limits.floodPerSecond)
{
}

Connection::~Connection()
{
    m_broadcast.leave(*this);
}

void Connection::start()
{
    if (!lacksTls())
        m_events.arrived(id(),
                         {link().peerPort(), link().isEncrypted(), link().peerKey(), link().peerAddress()});
    m_waiting = context().deadlines.in(context().timing.greetAfter, [this] { stayedSilent(); });
}

/// Who is busy with a handshake is nobody's member yet.
void Connection::paused()
{
    m_waiting.cancel();
    forgetHeld();
    m_events.gone(id());
}

void Connection::resumed()
{
    if (!isEnding())
        start();
}

void Connection::stayedSilent()
{
    if (lacksTls())
        return endWith(farewell(verdict(), askForTls()));
    greet();
    const int rest = context().timing.announceAfter - context().timing.greetAfter;
    m_waiting = context().deadlines.in(rest, [this] { m_events.listens(id()); });
}

void Connection::received(QByteArrayView bytes)
{
    m_lastHeard = context().clock.monotonic();
    if (std::exchange(m_pinged, false))
        watchSilence();
    if (m_framer)
        serve(bytes);
    else
        decide(m_opening->sniffer.feed(bytes));
}

void Connection::ended()
{
    if (m_opening && m_opening->awaitNul.isPending())
        decide(m_opening->sniffer.waitOver());
}

void Connection::decide(Verdict verdict)
{
    if (lacksTls() && verdict != Verdict::NeedMore && verdict != Verdict::AwaitNul)
        return refuse(verdict, askForTls());
    switch (verdict) {
    case Verdict::NeedMore:
        return;
    case Verdict::AwaitNul:
        if (!m_opening->awaitNul.isPending())
            m_opening->awaitNul = context().deadlines.in(context().timing.awaitNul,
                                                         [this] { decide(m_opening->sniffer.waitOver()); });
        return;
    case Verdict::Native:
        becomeNative();
        return;
    case Verdict::Plain:
        becomeText(Dialect::Plain);
        return;
    case Verdict::Line:
        becomeText(Dialect::Line);
        return;
    case Verdict::Tls:
    case Verdict::Irc:
    case Verdict::Http:
        refuse(verdict, {ErrorCode::NotAllowed, PeerWords::tr("This server does not speak your protocol.")});
        return;
    }
}

void Connection::refuse(Verdict verdict, const Error &error)
{
    qCInfo(lcConnection) << "connection" << quint64(id()) << (link().isEncrypted() ? "encrypted" : "in clear")
                         << "speaks a dialect that is not served:" << int(verdict);
    m_waiting.cancel();
    m_opening->awaitNul.cancel();
    endWith(farewell(verdict, error));
}

void Connection::becomeText(Dialect dialect)
{
    m_waiting.cancel();
    m_opening->awaitNul.cancel();
    m_dialect = dialect;
    m_broadcast.reseat(*this);
    greet();
    m_events.speaksText(id(), dialect == Dialect::Plain ? Via::Plain : Via::Line);
    serveHeld(dialect == Dialect::Plain ? Delimiter::Nul : Delimiter::Line, context().limits.messageBytes);
}

void Connection::becomeNative()
{
    m_opening->awaitNul.cancel();
    m_dialect = Dialect::Native;
    forgetHeld();
    watchSilence();
    m_events.speaksNative(id());
    serveHeld(Delimiter::Nul, context().limits.frameBytes());
}

void Connection::serveHeld(Delimiter delimiter, qsizetype cap)
{
    m_framer.emplace(delimiter, cap);
    const bool overlong = m_opening->sniffer.overlong();
    const QByteArray held = m_opening->sniffer.takeHeld();
    m_opening.reset();
    if (overlong)
        serveText({{}, true});
    serve(held);
}

void Connection::serve(QByteArrayView bytes)
{
    m_framer->feed(bytes);
    while (!isEnding()) {
        const auto frame = m_framer->next();
        if (!frame)
            return;
        context().owner.passed(BurstWatch::messageBytes);
        if (m_dialect == Dialect::Native)
            serveNative(*frame);
        else
            serveText(*frame);
    }
}

void Connection::serveText(const Framer::Frame &frame)
{
    if (!passesLimiter())
        return;
    const auto text = frame.overlong ? std::nullopt : decodeUtf8(frame.bytes);
    if (!frame.overlong && !text)
        return fail(ErrorCode::BadUtf8, PeerWords::tr("That was not UTF-8 text, so it was dropped."));
    const QString clean = text ? sanitizeText(*text) : QString();
    if (frame.overlong || exceeds(clean, context().limits.messageBytes))
        return fail(ErrorCode::TooLong,
                    PeerWords::tr("That message was too long, so it was dropped; the limit is %1 bytes.")
                        .arg(context().limits.messageBytes));
    if (!clean.isEmpty())
        m_events.asked(id(), plain::parseCommand(clean));
}

void Connection::serveNative(const Framer::Frame &frame)
{
    if (frame.overlong) {
        if (passesLimiter())
            fail(ErrorCode::TooLong, PeerWords::tr("That frame was too long, so it was dropped."));
        return;
    }
    const auto decoded = json::decodeCommand(frame.bytes, context().limits);
    if (const auto *rejected = std::get_if<json::Rejected>(&decoded))
        return serveRejected(*rejected);
    const Command &command = std::get<Command>(decoded);
    if (const auto *ping = std::get_if<command::Ping>(&command))
        send(ServerEvent(serverevent::Pong{ping->re}));
    else if (!std::holds_alternative<command::Pong>(command) && passesLimiter(requestTag(command)))
        m_events.asked(id(), command);
}

void Connection::serveRejected(const json::Rejected &rejected)
{
    if (passesLimiter(rejected.re))
        fail(rejected.error.code, rejected.error.message, rejected.re);
}

Traffic Connection::traffic() const
{
    return {queuedBytes() + link().pendingBytes(), m_tally.total(),
            m_tally.lately(context().clock.monotonic()), link().roundTrip(), isEnding()};
}

bool Connection::passesLimiter(const QString &re)
{
    m_tally.count(context().clock.monotonic());
    switch (m_limiter.count(context().clock.monotonic())) {
    case RateLimiter::Verdict::Pass:
        return true;
    case RateLimiter::Verdict::Drop:
        fail(ErrorCode::TooFast, PeerWords::tr("Too fast: that message was dropped."), re);
        return false;
    case RateLimiter::Verdict::CutOff:
        qCInfo(lcConnection) << "connection" << quint64(id()) << "is cut off: it floods";
        endWith(farewell(verdict(), {ErrorCode::TooFast, PeerWords::tr("Too fast for too long.")}));
        return false;
    }
    return false;
}

void Connection::fail(ErrorCode code, const QString &message, const QString &re)
{
    const Error error{code, message};
    if (m_dialect == Dialect::Native)
        send(ServerEvent(serverevent::Failed{error, re, {}}));
    else
        send(plain::error(error));
}

void Connection::watchSilence()
{
    const auto &timing = context().timing;
    const std::int64_t heardUntil = m_lastHeard + (m_pinged ? timing.goneAfter : timing.pingAfter);
    const std::int64_t wait = std::max<std::int64_t>(heardUntil - context().clock.monotonic(), 1);
    m_waiting = context().deadlines.in(int(wait), [this] { silenceLasted(); });
}

void Connection::silenceLasted()
{
    const std::int64_t silence = context().clock.monotonic() - m_lastHeard;
    if (m_pinged && silence >= context().timing.goneAfter) {
        qCInfo(lcConnection) << "connection" << quint64(id()) << "is gone: nothing came for" << silence
                             << "ms";
        return abort();
    }
    if (!m_pinged && silence >= context().timing.pingAfter) {
        m_pinged = true;
        send(ServerEvent(serverevent::Ping{}));
    }
    watchSilence();
}

} // namespace tincan
