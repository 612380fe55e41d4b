#include "protocol/dialectsniffer.h"
#include "tests/fuzz/fuzzcheck.h"

using namespace tincan;

namespace {

bool isSettled(Verdict verdict)
{
    return verdict != Verdict::NeedMore && verdict != Verdict::AwaitNul;
}

/// A unit that is whole stays what it is, whatever follows; but a line may turn out to be the start of a
/// frame.
void checkPrefixes(QByteArrayView bytes)
{
    Sniff before;
    for (qsizetype size = 0; size <= bytes.size(); ++size) {
        const Sniff now = sniff(bytes.first(size), before.verdict == Verdict::NeedMore ? before.scanned : 0);
        FUZZ_CHECK(now.verdict == sniff(bytes.first(size)).verdict);
        FUZZ_CHECK(now.scanned <= size);
        if (isSettled(before.verdict) && before.verdict != Verdict::Irc) {
            FUZZ_CHECK(now.verdict == before.verdict);
        }
        before = now;
    }
}

void checkPieces(QByteArrayView bytes, qsizetype step)
{
    constexpr qsizetype textCap = 24;
    constexpr qsizetype frameCap = 48;
    DialectSniffer sniffer(textCap, frameCap);
    Verdict verdict = Verdict::NeedMore;
    qsizetype fed = 0;
    while (fed < bytes.size() && !isSettled(verdict)) {
        const qsizetype size = std::min(step, bytes.size() - fed);
        verdict = sniffer.feed(bytes.sliced(fed, size));
        fed += size;
        FUZZ_CHECK(isSettled(verdict) || sniffer.heldBytes() <= frameCap + 2);
    }
    const QByteArray held = sniffer.takeHeld();
    if (!sniffer.overlong()) {
        FUZZ_CHECK(held == bytes.first(fed));
        return;
    }
    FUZZ_CHECK(bytes.first(fed).endsWith(held));
    FUZZ_CHECK(verdict != Verdict::Native && verdict != Verdict::Irc);
    FUZZ_CHECK(verdict != Verdict::Http || bytes.first(fed).contains(" HTTP/1."));
}

} // namespace

/// The first byte chooses the size of the pieces.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::size_t longest = 1024;
    if (size < 1 || size > longest) {
        return 0;
    }
    const QByteArrayView bytes = fuzz::viewOf(data + 1, size - 1);
    checkPrefixes(bytes);
    checkPieces(bytes, data[0] % 64 + 1);
    return 0;
}
