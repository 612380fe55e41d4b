#include "server/refusal.h"

#include "server/farewell.h"

namespace tincan {

Refusal::Refusal(ConnectionId id, std::unique_ptr<Link> link, const PeerContext &context, Error reason)
    : Peer(id, std::move(link), context), m_reason(std::move(reason)),
      m_sniffer(context.limits.messageBytes, context.limits.frameBytes())
{
    awaitWords();
}

void Refusal::awaitWords()
{
    m_patience = context().deadlines.in(context().timing.greetAfter, [this] { say(Verdict::NeedMore); });
}

void Refusal::received(QByteArrayView bytes)
{
    const Verdict verdict = m_sniffer.feed(bytes);
    if (verdict != Verdict::NeedMore && verdict != Verdict::AwaitNul)
        say(verdict);
}

void Refusal::say(Verdict dialect)
{
    endWith(farewell(dialect, m_reason));
}

} // namespace tincan
