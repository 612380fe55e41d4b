#include "protocol/framer.h"

#include <cstring>
#include <utility>

namespace tincan {

namespace {

qsizetype positionOf(Delimiter delimiter, QByteArrayView bytes)
{
    if (bytes.isEmpty()) {
        return -1;
    }
    const void *found = std::memchr(bytes.data(), static_cast<char>(delimiter), size_t(bytes.size()));
    return found ? static_cast<const char *>(found) - bytes.data() : -1;
}

constexpr Framer::Frame overlongFrame()
{
    return {QByteArrayView(), true};
}

} // namespace

Framer::Framer(Delimiter delimiter, qsizetype cap) : m_delimiter(delimiter), m_cap(cap)
{
    Q_ASSERT(cap > 0);
}

void Framer::feed(QByteArrayView chunk)
{
    Q_ASSERT(m_chunk.isEmpty());
    m_chunk = chunk;
}

std::optional<Framer::Frame> Framer::next()
{
    m_finished.clear();
    while (!m_chunk.isEmpty()) {
        const qsizetype end = positionOf(m_delimiter, m_chunk);
        if (end < 0) {
            return keepTail();
        }
        const QByteArrayView piece = m_chunk.first(end);
        m_chunk = m_chunk.sliced(end + 1);
        if (!std::exchange(m_skipping, false)) {
            return finish(piece);
        }
    }
    return std::nullopt;
}

void Framer::skipToDelimiter()
{
    m_held.clear();
    m_heldReturn = false;
    m_skipping = true;
}

std::optional<Framer::Frame> Framer::keepTail()
{
    QByteArrayView tail = std::exchange(m_chunk, {});
    if (m_skipping) {
        return std::nullopt;
    }
    const qsizetype total = m_held.size() + tail.size();
    const bool mayEndInDelimiter =
        m_delimiter == Delimiter::Line && total == m_cap + 1 && tail.back() == '\r';
    if (m_heldReturn || (total > m_cap && !mayEndInDelimiter)) {
        skipToDelimiter();
        return overlongFrame();
    }
    if (mayEndInDelimiter) {
        m_heldReturn = true;
        tail.chop(1);
    }
    m_held.append(tail);
    return std::nullopt;
}

Framer::Frame Framer::finish(QByteArrayView piece)
{
    const bool heldReturn = std::exchange(m_heldReturn, false);
    if (m_held.isEmpty() && !heldReturn) {
        const QByteArrayView whole = withoutCarriageReturn(piece);
        return whole.size() > m_cap ? overlongFrame() : Frame{whole, false};
    }
    const QByteArrayView rest = withoutCarriageReturn(piece);
    if ((heldReturn && !piece.isEmpty()) || m_held.size() + rest.size() > m_cap) {
        m_held.clear();
        return overlongFrame();
    }
    m_finished = std::exchange(m_held, {});
    m_finished.append(rest);
    const bool returnIsHeld = piece.isEmpty() && !heldReturn;
    return {returnIsHeld ? withoutCarriageReturn(m_finished) : QByteArrayView(m_finished), false};
}

QByteArrayView Framer::withoutCarriageReturn(QByteArrayView line) const
{
    return m_delimiter == Delimiter::Line && line.endsWith('\r') ? line.chopped(1) : line;
}

} // namespace tincan
