#pragma once

#include "server/frames.h"

#include <QList>

#include <utility>

namespace tincan {

/// What waits for one peer: frames, bounded. Their bytes are shared with other peers' outboxes.
class Outbox
{
public:
    /// What each frame is charged on top of its bytes, so that tiny ones are bounded, too.
    static constexpr qsizetype overheadBytes = 32;

    explicit Outbox(qsizetype bound) : m_bound(bound) {}

    /// Takes the frames unless the bound is passed. Answers whether it did.
    [[nodiscard]] bool push(const FrameRange &frames);
    /// Makes room by letting the oldest frames go, but for the last one, and one that is partly sent.
    void pushDroppingOldest(const FrameRange &frames);
    /// Before all others, but behind one that is partly sent.
    void pushFirst(const FrameRange &frames);

    /// What is to be sent next, at least `enough` bytes if there are as many; `gathered` backs it where it is
    /// not in one piece. Until the outbox changes.
    QByteArrayView next(qsizetype enough, QByteArray &gathered) const;
    /// So many of these bytes are on their way.
    void sent(qsizetype bytes);

    /// So many bytes of these frames, and not all, are on their way already: leaves out what needs no more
    /// care, and takes the one that is partly sent.
    void start(FrameRange &frames, qsizetype sent);

    /// How many frames were let go of since it was last asked.
    int takeDropped() { return std::exchange(m_dropped, 0); }

    void clear();
    void clearUnsent(); ///< keeps a frame that is partly sent
    bool isEmpty() const { return m_charge == 0; }
    qsizetype charge() const { return m_charge; } ///< bytes and overhead of all frames

private:
    static qsizetype chargeOf(const FrameRange &frames)
    {
        return frames.size() + frames.count() * overheadBytes;
    }
    void append(const FrameRange &frames);
    void dropOldest();

    qsizetype m_charge = 0;
    qsizetype m_bound;
    int m_dropped = 0;
    QByteArray m_started; ///< the rest of a frame that is partly sent
    QList<FrameRange> m_queue;
    std::shared_ptr<Frames> m_own; ///< small ones that nobody shares, put together
};

} // namespace tincan
