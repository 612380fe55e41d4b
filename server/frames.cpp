#include "server/frames.h"

#include <algorithm>

namespace tincan {

namespace {

constexpr qsizetype keptBytes = 64 * 1024;
constexpr std::size_t keptFrames = 1024;

} // namespace

void Frames::append(const QByteArray &frame)
{
    if (m_bytes.isEmpty() && m_bytes.capacity() == 0)
        m_bytes = frame; // of a single one nothing is copied
    else
        m_bytes.append(frame);
    m_ends.push_back(std::uint32_t(m_bytes.size()));
}

void Frames::clear()
{
    if (m_bytes.capacity() > keptBytes)
        m_bytes = {};
    else
        m_bytes.resize(0);
    if (m_ends.capacity() > keptFrames)
        m_ends = {};
    else
        m_ends.clear();
}

int Frames::frameAt(qsizetype position) const
{
    return int(std::upper_bound(m_ends.begin(), m_ends.end(), position) - m_ends.begin());
}

qsizetype FrameRange::leaveOut(qsizetype bytes)
{
    const qsizetype position = frames->startOf(first) + bytes;
    first = frames->frameAt(position);
    return position - frames->startOf(first);
}

} // namespace tincan
