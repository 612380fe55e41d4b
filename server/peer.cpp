#include "server/peer.h"

#include "protocol/peerwords.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tincan {

Peer::Peer(ConnectionId id, std::unique_ptr<Link> link, const PeerContext &context)
    : m_id(id), m_context(context), m_link(std::move(link)), m_outbox(context.limits.outboxBytes)
{
    m_link->setObserver(this);
}

void Peer::flush()
{
    m_flushQueued = false;
    if (m_closed)
        return;
    const bool hadSome = !m_outbox.isEmpty();
    writeQueued();
    if (auto successor = m_link->takeSuccessor())
        m_link = std::move(successor);
    if (!m_outbox.isEmpty())
        return;
    if (m_ending)
        m_link->closeAfterWriting();
    else if (hadSome)
        drained();
}

void Peer::writeQueued()
{
    if (m_isFull)
        return;
    if (const int dropped = m_outbox.takeDropped(); dropped > 0)
        m_outbox.pushFirst(FrameRange::of(lossNotice(dropped)));
    QByteArray gathered;
    while (!m_outbox.isEmpty() && !m_isFull) {
        const QByteArrayView next = m_outbox.next(Link::mostPending, gathered);
        const qsizetype taken = m_link->write(next);
        m_isFull = taken < next.size();
        m_outbox.sent(taken);
        m_context.owner.passed(taken);
    }
}

void Peer::end()
{
    endWithin(m_context.timing.closingGrace);
}

void Peer::endWithin(int grace)
{
    if (m_closed)
        return;
    collect();
    m_closing = m_context.deadlines.in(grace, [this] { m_link->abort(); });
    if (!std::exchange(m_ending, true))
        flushLater();
}

void Peer::abort()
{
    m_ending = true;
    m_context.owner.passed(m_outbox.charge());
    m_outbox.clear();
    m_link->abort();
}

void Peer::forgetQueued()
{
    m_context.owner.passed(m_outbox.charge());
    m_outbox.clearUnsent();
}

void Peer::queueDroppingOldest(const FrameRange &frames)
{
    if (m_ending || m_closed)
        return;
    m_outbox.pushDroppingOldest(frames);
    flushLater();
}

bool Peer::queue(const FrameRange &frames)
{
    if (m_ending || m_closed)
        return true;
    if (!m_outbox.push(frames))
        return false;
    flushLater();
    return true;
}

std::optional<FrameRange> Peer::writeAtOnce(const FrameRange &frames)
{
    if (m_ending || m_closed)
        return {};
    if (!m_outbox.isEmpty())
        return frames;
    const QByteArrayView bytes = frames.bytes();
    const qsizetype taken = m_link->write(bytes);
    if (taken == bytes.size())
        return {};
    m_isFull = true;
    FrameRange rest = frames;
    m_outbox.start(rest, taken);
    return rest.count() > 0 ? std::optional(rest) : std::nullopt;
}

void Peer::endWith(const QByteArray &lastWords)
{
    endWith(lastWords, m_context.timing.closingGrace);
}

void Peer::endWith(const QByteArray &lastWords, int grace)
{
    collect();
    if (!lastWords.isEmpty())
        queueDroppingOldest(FrameRange::of(lastWords));
    endWithin(grace);
}

Error Peer::askForTls() const
{
    return {
        ErrorCode::NotAllowed,
        PeerWords::tr("This server takes encrypted connections alone: openssl s_client -quiet -connect %1")
            .arg(m_link->ownEndpoint().toString())};
}

void Peer::bytesCame(QByteArrayView bytes)
{
    m_context.owner.passed(bytes.size());
    if (!m_ending)
        received(bytes);
}

void Peer::bytesLeft()
{
    m_isFull = false;
    if (!m_outbox.isEmpty())
        flushLater();
}

void Peer::linkClosed()
{
    if (m_closed)
        return;
    if (!m_ending)
        ended();
    m_closed = true;
    m_ending = true;
    m_context.owner.passed(m_outbox.charge());
    m_outbox.clear();
    m_context.owner.finished(m_id);
}

void Peer::flushLater()
{
    if (!m_flushQueued) {
        m_flushQueued = true;
        m_context.owner.flushLater(m_id);
    }
}

} // namespace tincan
