#include "protocol/framer.h"
#include "tests/fuzz/fuzzcheck.h"

#include <QList>

using namespace tincan;

namespace {

constexpr char overlongMark[] = "\xff overlong";

/// What the frames must be, found the simple way: with all bytes at hand.
QList<QByteArray> expectedFrames(Delimiter delimiter, qsizetype cap, QByteArrayView bytes)
{
    QList<QByteArray> frames;
    const QByteArray all = bytes.toByteArray();
    qsizetype start = 0;
    for (qsizetype end = all.indexOf(char(delimiter)); end >= 0; end = all.indexOf(char(delimiter), start)) {
        QByteArray frame = all.mid(start, end - start);
        if (delimiter == Delimiter::Line && frame.endsWith('\r')) {
            frame.chop(1);
        }
        frames.append(frame.size() > cap ? QByteArray(overlongMark) : frame);
        start = end + 1;
    }
    const qsizetype tail = all.size() - start;
    const bool mayEndInCrLf = delimiter == Delimiter::Line && tail == cap + 1 && all.endsWith('\r');
    if (tail > cap && !mayEndInCrLf) {
        frames.append(overlongMark);
    }
    return frames;
}

} // namespace

/// The first three bytes choose the delimiter, the cap and the sizes of the pieces.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 3) {
        return 0;
    }
    const Delimiter delimiter = data[0] % 2 == 0 ? Delimiter::Nul : Delimiter::Line;
    const qsizetype cap = data[1] % 16 + 1;
    const qsizetype step = data[2] % 32 + 1;
    const QByteArrayView bytes = fuzz::viewOf(data + 3, size - 3);

    Framer framer(delimiter, cap);
    QList<QByteArray> frames;
    for (qsizetype start = 0; start < bytes.size(); start += step) {
        QByteArray piece = bytes.sliced(start, std::min(step, bytes.size() - start)).toByteArray();
        framer.feed(piece);
        while (const auto frame = framer.next()) {
            FUZZ_CHECK(frame->bytes.size() <= cap);
            frames.append(frame->overlong ? QByteArray(overlongMark) : frame->bytes.toByteArray());
        }
        FUZZ_CHECK(framer.heldBytes() <= cap);
        piece.fill('?');
    }
    FUZZ_CHECK(frames == expectedFrames(delimiter, cap, bytes));
    return 0;
}
