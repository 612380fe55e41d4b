#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace tincan {

enum class Delimiter : char
{
    Nul = '\0',
    Line = '\n'
};

/// Bytes in, frames out, incrementally. No byte is looked at twice, and between two feeds no more than `cap`
/// bytes are held. A frame over the cap is dropped up to its delimiter and reported once, as overlong, when
/// the cap is passed.
///
///     framer.feed(chunk);
///     while (auto frame = framer.next()) …
///
/// `chunk` must outlive the loop; what it leaves unfinished is kept for the next feed when next() says
/// nothing.
class Framer
{
public:
    struct Frame
    {
        QByteArrayView bytes; ///< without the delimiter (nor CR before LF); valid until the next call of
                              ///< next() or feed()
        bool overlong = false;
    };

    Framer(Delimiter delimiter, qsizetype cap);

    void feed(QByteArrayView chunk);
    std::optional<Frame> next();

    /// Starts in the middle of an overlong frame that has been reported already: drops up to the next
    /// delimiter.
    void skipToDelimiter();

    qsizetype heldBytes() const { return m_held.size(); }

private:
    std::optional<Frame> keepTail();
    Frame finish(QByteArrayView piece);
    QByteArrayView withoutCarriageReturn(QByteArrayView line) const;

    Delimiter m_delimiter;
    bool m_skipping = false;
    /// Cap bytes are held, and behind them came a CR that may belong to the delimiter.
    bool m_heldReturn = false;
    qsizetype m_cap;
    QByteArray m_held;
    QByteArray m_finished; ///< backs the view of a frame that came in several chunks
    QByteArrayView m_chunk;
};

} // namespace tincan
