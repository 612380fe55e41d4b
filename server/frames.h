#pragma once

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <vector>

namespace tincan {

/// Whole frames, delimiters included, one behind the other. Whoever is sent some of them shares the bytes.
class Frames
{
public:
    Frames() = default;
    explicit Frames(const QByteArray &frame) { append(frame); }

    void append(const QByteArray &frame);
    void clear(); ///< keeps a modest amount of memory for what comes

    int count() const { return int(m_ends.size()); }
    qsizetype size() const { return m_bytes.size(); }
    /// In bytes; that of count() is the end of all.
    qsizetype startOf(int frame) const { return frame == 0 ? 0 : m_ends[std::size_t(frame) - 1]; }
    /// Which one the byte belongs to; count() for the end of all.
    int frameAt(qsizetype position) const;
    /// Until a frame is appended.
    QByteArrayView bytes(qsizetype from, qsizetype to) const
    {
        return QByteArrayView(m_bytes.constData() + from, to - from);
    }

private:
    QByteArray m_bytes;
    std::vector<std::uint32_t> m_ends;
};

/// Some frames in a row.
struct FrameRange
{
    std::shared_ptr<const Frames> frames;
    int first = 0;
    int end = 0; ///< behind the last

    static FrameRange of(const QByteArray &frame) { return {std::make_shared<Frames>(frame), 0, 1}; }

    int count() const { return end - first; }
    qsizetype size() const { return frames->startOf(end) - frames->startOf(first); }
    QByteArrayView bytes() const { return frames->bytes(frames->startOf(first), frames->startOf(end)); }

    /// Leaves out the frames that lie within the first `bytes`, which must be less than all. Answers how many
    /// of these bytes belong to the frame that is first then.
    qsizetype leaveOut(qsizetype bytes);
};

} // namespace tincan

Q_DECLARE_TYPEINFO(tincan::FrameRange, Q_RELOCATABLE_TYPE);
