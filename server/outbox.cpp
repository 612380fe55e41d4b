#include "server/outbox.h"

#include <algorithm>

namespace tincan {

bool Outbox::push(const FrameRange &frames)
{
    if (m_charge + chargeOf(frames) > m_bound)
        return false;
    m_charge += chargeOf(frames);
    m_queue.append(frames);
    return true;
}

void Outbox::pushDroppingOldest(const FrameRange &frames)
{
    m_charge += chargeOf(frames);
    m_queue.append(frames);
    while (m_charge > m_bound && (m_queue.size() > 1 || m_queue.constFirst().count() > 1))
        dropOldest();
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
    if (m_queue.isEmpty())
        m_queue = {}; // with the memory that a burst took
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
