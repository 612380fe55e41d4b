#include "protocol/peerwords.h"
#include "server/connection.h"
#include "server/farewell.h"
#include "server/logging.h"

using namespace Qt::StringLiterals;

// How a connection speaks: what it is sent, in its dialect and within its bounds.

namespace tincan {

void Connection::send(const ServerEvent &event)
{
    if (m_dialect == Dialect::Native)
        queueFrame(json::encode(event) + '\0');
}

void Connection::send(const plain::Message &message)
{
    if (m_dialect == Dialect::Native)
        return;
    if (m_greeted)
        queueFrame(plain::encode(message, framing()));
    else
        hold(std::make_shared<SharedMessage>(message));
}

void Connection::send(Fanout &fanout, Stance stance)
{
    if (hearing() != Hearing::NotYet)
        queueFrame(fanout.bytes(hearing(), stance));
    else if (const auto &message = fanout.message(stance))
        hold(message);
}

void Connection::greet()
{
    if (m_greeted)
        return;
    m_greeted = true;
    const auto first = std::make_shared<Frames>(plain::encode(m_events.greetingFor(id()), framing()));
    if (m_heldDropped > 0)
        first->append(lossNotice(m_heldDropped));
    for (const auto &message : std::as_const(m_held))
        first->append(message->bytes(framing()));
    keep({first, 0, first->count()});
    forgetHeld();
    m_broadcast.reseat(*this);
}

void Connection::forgetHeld()
{
    m_held = {}; // with its memory
    m_heldCharge = 0;
    m_heldDropped = 0;
}

void Connection::hold(const std::shared_ptr<SharedMessage> &message)
{
    m_held.append(message);
    m_heldCharge += message->size() + Outbox::overheadBytes;
    while (m_held.size() > 1 && m_heldCharge > context().limits.outboxBytes) {
        m_heldCharge -= m_held.takeFirst()->size() + Outbox::overheadBytes;
        ++m_heldDropped;
    }
}

void Connection::queueFrame(const QByteArray &frame)
{
    if (frame.isEmpty())
        return;
    collect();
    keep(FrameRange::of(frame));
}

void Connection::hear(const FrameRange &frames)
{
    if (const auto rest = writeAtOnce(frames))
        keep(*rest);
}

void Connection::keep(const FrameRange &frames)
{
    if (m_dialect != Dialect::Native)
        queueDroppingOldest(frames);
    else if (!queue(frames))
        cutOff();
}

void Connection::cutOff()
{
    qCInfo(lcConnection) << "connection" << quint64(id()) << "is cut off: it reads too slowly";
    forgetQueued();
    // The others need not wait until it has read this.
    m_waiting = context().deadlines.in(0, [this] { m_events.gone(id()); });
    endWith(
        farewell(verdict(),
                 {ErrorCode::SlowConsumer,
                  PeerWords::tr("You read too slowly, so the connection is closed. Come back with resume.")}),
        context().timing.slowGrace);
}

QByteArray Connection::lossNotice(int messages) const
{
    return tincan::lossNotice(verdict(), messages);
}

Hearing Connection::hearing() const
{
    if (m_dialect == Dialect::Native)
        return Hearing::Native;
    if (!m_greeted)
        return Hearing::NotYet;
    switch (framing()) {
    case plain::Framing::Both:
        return Hearing::Both;
    case plain::Framing::Nul:
        return Hearing::Nul;
    case plain::Framing::Line:
        return Hearing::Line;
    }
    Q_UNREACHABLE();
}

plain::Framing Connection::framing() const
{
    switch (m_dialect) {
    case Dialect::Undecided:
        return plain::Framing::Both;
    case Dialect::Line:
        return plain::Framing::Line;
    case Dialect::Plain:
    case Dialect::Native:
        return plain::Framing::Nul;
    }
    return plain::Framing::Nul;
}

Verdict Connection::verdict() const
{
    switch (m_dialect) {
    case Dialect::Undecided:
        return Verdict::NeedMore;
    case Dialect::Plain:
        return Verdict::Plain;
    case Dialect::Line:
        return Verdict::Line;
    case Dialect::Native:
        return Verdict::Native;
    }
    return Verdict::NeedMore;
}

} // namespace tincan
