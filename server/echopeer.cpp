#include "server/echopeer.h"

#include "protocol/peerwords.h"
#include "server/farewell.h"

using namespace Qt::StringLiterals;

namespace tincan {

EchoPeer::EchoPeer(ConnectionId id, std::unique_ptr<Link> link, const PeerContext &context)
    : Peer(id, std::move(link), context), m_sniffer(context.limits.messageBytes, context.limits.messageBytes)
{
}

void EchoPeer::received(QByteArrayView bytes)
{
    if (m_framer)
        serve(bytes);
    else
        decide(m_sniffer.feed(bytes));
}

void EchoPeer::ended()
{
    if (m_awaitNul.isPending())
        decide(m_sniffer.waitOver());
}

void EchoPeer::decide(Verdict verdict)
{
    switch (verdict) {
    case Verdict::NeedMore:
        return;
    case Verdict::AwaitNul:
        if (!m_awaitNul.isPending())
            m_awaitNul =
                context().deadlines.in(context().timing.awaitNul, [this] { decide(m_sniffer.waitOver()); });
        return;
    case Verdict::Tls:
    case Verdict::Http:
        endWith(farewell(verdict, {ErrorCode::NotAllowed, PeerWords::tr("This is an echo service.")}));
        return;
    case Verdict::Native:
    case Verdict::Plain:
    case Verdict::Irc:
    case Verdict::Line:
        break;
    }
    m_awaitNul.cancel();
    if (lacksTls())
        return endWith(farewell(verdict, askForTls()));
    const bool lines = verdict == Verdict::Line || verdict == Verdict::Irc;
    m_dialect = lines ? Verdict::Line : Verdict::Plain;
    m_framer.emplace(lines ? Delimiter::Line : Delimiter::Nul, context().limits.messageBytes);
    const QByteArray held = m_sniffer.takeHeld();
    m_delimiter = !lines ? QByteArray(1, '\0') : QByteArray(held.contains("\r\n") ? "\r\n" : "\n");
    if (m_sniffer.overlong())
        answer({{}, true});
    serve(held);
}

void EchoPeer::serve(QByteArrayView bytes)
{
    m_framer->feed(bytes);
    while (!isEnding()) {
        const auto frame = m_framer->next();
        if (!frame)
            return;
        answer(*frame);
    }
}

void EchoPeer::answer(const Framer::Frame &frame)
{
    if (frame.overlong)
        queueDroppingOldest(FrameRange::of(
            farewell(m_dialect, {ErrorCode::TooLong, PeerWords::tr("That message is too long.")})));
    else
        queueDroppingOldest(FrameRange::of(frame.bytes.toByteArray() + m_delimiter));
}

QByteArray EchoPeer::lossNotice(int messages) const
{
    return tincan::lossNotice(m_dialect, messages);
}

} // namespace tincan
