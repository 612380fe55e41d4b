#pragma once

#include "protocol/clock.h"
#include "protocol/error.h"
#include "protocol/limits.h"
#include "server/connectionid.h"
#include "server/deadlinequeue.h"
#include "server/link.h"
#include "server/outbox.h"

#include <memory>
#include <optional>

namespace tincan {

/// Who keeps the peers.
class PeerOwner
{
public:
    virtual void flushLater(ConnectionId id) = 0; ///< call flush() once in this turn of the event loop
    virtual void finished(ConnectionId id) = 0;   ///< the link is gone; destroy the peer, but later
    virtual void passed(qsizetype bytes) = 0;     ///< that came, or waited and have left

protected:
    ~PeerOwner() = default;
};

/// What all peers of a server share; outlives them.
struct PeerContext
{
    const Limits &limits;
    const Timing &timing;
    const Clock &clock;
    DeadlineQueue &deadlines;
    PeerOwner &owner;
    bool requiresTls = false;
};

/// One end of a link: queues what is said to it, hands it on as fast as it reads, and ends in good order.
class Peer : private LinkObserver
{
public:
    Peer(ConnectionId id, std::unique_ptr<Link> link, const PeerContext &context);
    virtual ~Peer() { m_link.reset(); } // goes first: it reports to this object

    ConnectionId id() const { return m_id; }
    const Link &link() const { return *m_link; }
    qsizetype queuedBytes() const { return m_outbox.charge(); }

    void flush();
    void end();   ///< reads no more, sends what is queued, closes; gives up after Timing::closingGrace
    void abort(); ///< closes at once
    bool isEnding() const { return m_ending; }

protected:
    virtual void received(QByteArrayView bytes) = 0;
    virtual void drained() {}
    /// Queues what somebody else keeps for it.
    virtual void collect() {}
    /// The link is gone: the last chance to serve what came.
    virtual void ended() {}
    /// Tells the peer that messages were lost because it read too slowly.
    virtual QByteArray lossNotice(int) const { return {}; }

    void queueDroppingOldest(const FrameRange &frames);
    /// Past the bound: answers false.
    [[nodiscard]] bool queue(const FrameRange &frames);
    /// Hands the link what it takes, if nothing else waits. Answers what is left to be queued.
    [[nodiscard]] std::optional<FrameRange> writeAtOnce(const FrameRange &frames);
    /// Says this and ends.
    void endWith(const QByteArray &lastWords);
    /// The same, with more patience for the last words to be read.
    void endWith(const QByteArray &lastWords, int grace);
    void forgetQueued();

    /// It speaks in clear where that is not allowed.
    bool lacksTls() const { return m_context.requiresTls && !m_link->isEncrypted(); }
    /// What such a peer is told.
    Error askForTls() const;

    const PeerContext &context() const { return m_context; }

private:
    void bytesCame(QByteArrayView bytes) final;
    void bytesLeft() final;
    void linkClosed() final;
    void endWithin(int grace);
    void writeQueued();
    void flushLater();

    // What each delivery looks at stands together.
    ConnectionId m_id;
    const PeerContext &m_context;
    std::unique_ptr<Link> m_link;
    bool m_flushQueued = false;
    bool m_isFull = false; ///< the link takes nothing for now
    bool m_ending = false;
    bool m_closed = false;
    Outbox m_outbox;
    Deadline m_closing;
};

} // namespace tincan
