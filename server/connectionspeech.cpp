#include "protocol/peerwords.h"
#include "server/connection.h"
#include "server/fanout.h"
#include "server/farewell.h"
#include "server/logging.h"

using namespace Qt::StringLiterals;

// How a connection speaks: what it is sent, in its dialect and within its bounds.

namespace tincan {

void Connection::send(const ServerEvent &event)
{
    if (m_dialect == Dialect::Native)
        queueNative(json::encode(event) + '\0');
}

void Connection::send(const plain::Message &message)
{
    if (m_dialect == Dialect::Native)
        return;
    if (m_greeted)
        queueText(plain::encode(message, framing()));
    else
        hold(message);
}

void Connection::send(Fanout &fanout, bool elsewhere)
{
    if (m_dialect == Dialect::Native)
        queueNative(fanout.native());
    else if (m_greeted)
        queueText(fanout.text(framing(), elsewhere));
    else
        hold(fanout.message(elsewhere));
}

void Connection::greet()
{
    if (m_greeted)
        return;
    m_greeted = true;
    queueText(plain::encode(m_events.greetingFor(id()), framing()));
    if (m_heldDropped > 0)
        queueText(lossNotice(m_heldDropped));
    for (const plain::Message &message : std::as_const(m_held))
        queueText(plain::encode(message, framing()));
    forgetHeld();
}

void Connection::forgetHeld()
{
    m_held.clear();
    m_heldCharge = 0;
    m_heldDropped = 0;
}

void Connection::hold(const plain::Message &message)
{
    const auto chargeOf = [](const plain::Message &held) {
        return (held.prefix.size() + held.body.size()) * qsizetype(sizeof(QChar)) + Outbox::overheadBytes;
    };
    m_held.append(message);
    m_heldCharge += chargeOf(message);
    while (m_held.size() > 1 && m_heldCharge > context().limits.outboxBytes) {
        m_heldCharge -= chargeOf(m_held.takeFirst());
        ++m_heldDropped;
    }
}

void Connection::queueText(const QByteArray &bytes)
{
    queueDroppingOldest(FrameRange::of(bytes));
}

void Connection::queueNative(const QByteArray &bytes)
{
    if (queue(FrameRange::of(bytes)))
        return;
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
