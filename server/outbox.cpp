#include "server/outbox.h"

#include <algorithm>

namespace tincan {

namespace {

constexpr qsizetype smallBytes = 512;
constexpr qsizetype blockBytes = 4 * 1024; // goes as a whole

} // namespace

bool Outbox::push(const FrameRange &frames)
{
    if (m_charge + chargeOf(frames) > m_bound)
        return false;
    append(frames);
    return true;
}

void Outbox::pushDroppingOldest(const FrameRange &frames)
{
    append(frames);
    while (m_charge > m_bound && (m_queue.size() > 1 || m_queue.constFirst().count() > 1))
        dropOldest();
}

/// Alone a tiny frame would take several times what it is charged.
void Outbox::append(const FrameRange &frames)
{
    m_charge += chargeOf(frames);
    const bool isShared = frames.frames.use_count() > 1;
    if (m_queue.isEmpty() || isShared || frames.count() > 1 || frames.size() > smallBytes) {
        m_queue.append(frames);
        return;
    }
    if (!m_own || m_queue.constLast().frames != m_own || m_own->size() > blockBytes) {
        m_own = std::make_shared<Frames>();
        m_queue.append({m_own, 0, 0});
    }
    m_own->append(frames.bytes().toByteArray());
    ++m_queue.last().end;
}

void Outbox::pushFirst(const FrameRange &frames)
{
    m_charge += chargeOf(frames);
    m_queue.prepend(frames);
}

QByteArrayView Outbox::next(qsizetype enough, QByteArray &gathered) const
{
    if (m_started.isEmpty() && (m_queue.size() == 1 || m_queue.constFirst().size() >= enough))
        return m_queue.constFirst().bytes();
    gathered = m_started;
    for (const FrameRange &frames : m_queue) {
        if (gathered.size() >= enough)
            break;
        gathered += frames.bytes();
    }
    return gathered;
}

void Outbox::sent(qsizetype bytes)
{
    if (const qsizetype ofStarted = std::min(bytes, m_started.size()); ofStarted > 0) {
        m_started.remove(0, ofStarted);
        m_charge -= ofStarted + (m_started.isEmpty() ? overheadBytes : 0);
        bytes -= ofStarted;
    }
    while (bytes > 0 && bytes >= m_queue.constFirst().size()) {
        const FrameRange gone = m_queue.takeFirst();
        m_charge -= chargeOf(gone);
        bytes -= gone.size();
    }
    if (bytes > 0) {
        FrameRange &first = m_queue.first();
        m_charge -= chargeOf(first);
        start(first, bytes);
        m_charge += chargeOf(first);
        if (first.count() == 0)
            m_queue.removeFirst();
    }
    if (m_queue.isEmpty()) { // with the memory that a burst took
        m_queue = {};
        m_own.reset();
    }
}

void Outbox::start(FrameRange &frames, qsizetype sent)
{
    const qsizetype ofFrame = frames.leaveOut(sent);
    if (ofFrame == 0)
        return;
    const FrameRange started{frames.frames, frames.first, frames.first + 1};
    frames.first = started.end;
    m_started = started.bytes().sliced(ofFrame).toByteArray();
    m_charge += m_started.size() + overheadBytes;
}

void Outbox::clearUnsent()
{
    m_queue = {};
    m_own.reset();
    m_charge = m_started.isEmpty() ? 0 : m_started.size() + overheadBytes;
    m_dropped = 0;
}

void Outbox::clear()
{
    m_started = {};
    clearUnsent();
}

void Outbox::dropOldest()
{
    FrameRange &oldest = m_queue.first();
    m_charge -= chargeOf({oldest.frames, oldest.first, oldest.first + 1});
    ++m_dropped;
    if (++oldest.first == oldest.end)
        m_queue.removeFirst();
}

} // namespace tincan
