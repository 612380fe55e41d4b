#include "protocol/framer.h"

#include <QTest>

using namespace tincan;

namespace {

/// What came out of a framer: each frame's bytes, or "OVERLONG".
using Frames = QList<QByteArray>;

Frames drain(Framer &framer, QByteArrayView chunk)
{
    Frames frames;
    framer.feed(chunk);
    while (const auto frame = framer.next()) {
        frames.append(frame->overlong ? QByteArray("OVERLONG") : frame->bytes.toByteArray());
    }
    return frames;
}

/// Feeds `bytes` in pieces that end at `cuts`; each piece is wiped after its loop, as a socket's buffer would
/// be.
Frames drainInPieces(Framer &framer, const QByteArray &bytes, const QList<qsizetype> &cuts)
{
    Frames frames;
    qsizetype start = 0;
    for (const qsizetype end : cuts + QList<qsizetype>{bytes.size()}) {
        QByteArray piece = bytes.sliced(start, end - start);
        frames += drain(framer, piece);
        piece.fill('?');
        start = end;
    }
    return frames;
}

} // namespace

class FramerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeMessagesComeOutWhereverTheyAreSplit_data();
    void threeMessagesComeOutWhereverTheyAreSplit();
    void bytesOneByOneMakeTheSameFrames();
    void framesInsideOneChunkAreViewsOfIt();
    void emptyMessagesAreFrames();
    void aMessageOfTheLimitPasses_data();
    void aMessageOfTheLimitPasses();
    void aMessageOverTheLimitIsDroppedUpToItsDelimiter_data();
    void aMessageOverTheLimitIsDroppedUpToItsDelimiter();
    void anEndlessMessageIsReportedOnceAndNeverHeld();
    void heldBytesNeverPassTheCap();
    void heldBytesAreOnlyThoseOfTheUnfinishedFrame();
    void crLfEndsALine_data();
    void crLfEndsALine();
    void onlyOneCarriageReturnBelongsToTheDelimiter();
    void aCarriageReturnDoesNotMakeALineOverlong_data();
    void aCarriageReturnDoesNotMakeALineOverlong();
    void aCarriageReturnIsTextBeforeNul();
    void nulIsTextInALine();
    void skippingStartsInTheMiddleOfAFrame();
};

void FramerTest::threeMessagesComeOutWhereverTheyAreSplit_data()
{
    QTest::addColumn<Delimiter>("delimiter");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("NUL") << Delimiter::Nul << QByteArray("caerphilly\0illchester\0brie\0", 27);
    QTest::newRow("LF") << Delimiter::Line << QByteArray("caerphilly\nillchester\nbrie\n");
    QTest::newRow("CR LF") << Delimiter::Line << QByteArray("caerphilly\r\nillchester\r\nbrie\r\n");
}

void FramerTest::threeMessagesComeOutWhereverTheyAreSplit()
{
    QFETCH(Delimiter, delimiter);
    QFETCH(QByteArray, bytes);
    for (qsizetype first = 0; first <= bytes.size(); ++first) {
        for (qsizetype second = first; second <= bytes.size(); ++second) {
            Framer framer(delimiter, 64);
            QCOMPARE(drainInPieces(framer, bytes, {first, second}),
                     Frames({"caerphilly", "illchester", "brie"}));
            QCOMPARE(framer.heldBytes(), 0);
        }
    }
}

void FramerTest::bytesOneByOneMakeTheSameFrames()
{
    const QByteArray bytes("a\0bc\0\0", 6);
    Framer framer(Delimiter::Nul, 2);
    QCOMPARE(drainInPieces(framer, bytes, {1, 2, 3, 4, 5}), Frames({"a", "bc", ""}));
}

void FramerTest::framesInsideOneChunkAreViewsOfIt()
{
    const QByteArray chunk("first\0second\0", 13);
    Framer framer(Delimiter::Nul, 64);
    framer.feed(chunk);
    QCOMPARE(framer.next()->bytes.data(), chunk.constData());
    QCOMPARE(framer.next()->bytes.data(), chunk.constData() + 6);
    QVERIFY(!framer.next());
}

void FramerTest::emptyMessagesAreFrames()
{
    Framer framer(Delimiter::Nul, 64);
    QCOMPARE(drain(framer, QByteArrayView("\0\0a\0", 4)), Frames({"", "", "a"}));
    QCOMPARE(drain(framer, QByteArrayView()), Frames());
}

void FramerTest::aMessageOfTheLimitPasses_data()
{
    QTest::addColumn<qsizetype>("cut");
    for (const qsizetype cut : {0, 1, 30'000, 65'535, 65'536}) {
        QTest::addRow("cut at %lld", qlonglong(cut)) << cut;
    }
}

void FramerTest::aMessageOfTheLimitPasses()
{
    QFETCH(qsizetype, cut);
    const QByteArray message(65'536, 'x');
    Framer framer(Delimiter::Nul, 65'536);
    const Frames frames = drainInPieces(framer, message + '\0' + QByteArray("next\0", 5), {cut});
    QCOMPARE(frames, Frames({message, "next"}));
}

void FramerTest::aMessageOverTheLimitIsDroppedUpToItsDelimiter_data()
{
    QTest::addColumn<qsizetype>("cut");
    for (const qsizetype cut : {0, 1, 65'535, 65'536, 65'537, 65'538}) {
        QTest::addRow("cut at %lld", qlonglong(cut)) << cut;
    }
}

void FramerTest::aMessageOverTheLimitIsDroppedUpToItsDelimiter()
{
    QFETCH(qsizetype, cut);
    Framer framer(Delimiter::Nul, 65'536);
    const QByteArray bytes = QByteArray(65'537, 'x') + '\0' + QByteArray("next\0", 5);
    QCOMPARE(drainInPieces(framer, bytes, {cut}), Frames({"OVERLONG", "next"}));
}

void FramerTest::anEndlessMessageIsReportedOnceAndNeverHeld()
{
    Framer framer(Delimiter::Nul, 100);
    const QByteArray piece(60, 'x');
    QCOMPARE(drain(framer, piece), Frames());
    QCOMPARE(drain(framer, piece), Frames({"OVERLONG"}));
    for (int i = 0; i < 1000; ++i) {
        QCOMPARE(drain(framer, piece), Frames());
        QCOMPARE(framer.heldBytes(), 0);
    }
    QCOMPARE(drain(framer, QByteArrayView("\0ok\0", 4)), Frames({"ok"}));
}

void FramerTest::heldBytesNeverPassTheCap()
{
    for (const Delimiter delimiter : {Delimiter::Nul, Delimiter::Line}) {
        Framer framer(delimiter, 7);
        const QByteArray bytes =
            QByteArray("1234567\r", 8).repeated(3) + static_cast<char>(delimiter) + "12345";
        for (const char byte : bytes) {
            drain(framer, QByteArrayView(&byte, 1));
            QVERIFY(framer.heldBytes() <= 7);
        }
        QCOMPARE(framer.heldBytes(), 5);
    }
}

void FramerTest::heldBytesAreOnlyThoseOfTheUnfinishedFrame()
{
    // A frame that grows byte by byte is held once. Since the framer looks for a delimiter in the new chunk
    // only, and the chunk is one byte here, half a MiB in single bytes is half a million looks and not a
    // hundred thousand million.
    constexpr qsizetype size = 512 * 1024;
    Framer framer(Delimiter::Nul, size);
    const char byte = 'x';
    for (qsizetype i = 1; i <= size; ++i) {
        framer.feed(QByteArrayView(&byte, 1));
        QVERIFY(!framer.next());
        QCOMPARE(framer.heldBytes(), i);
    }
    QCOMPARE(drain(framer, QByteArrayView("\0", 1)), Frames({QByteArray(size, 'x')}));
}

void FramerTest::crLfEndsALine_data()
{
    QTest::addColumn<qsizetype>("cut");
    for (qsizetype cut = 0; cut <= 12; ++cut) {
        QTest::addRow("cut at %lld", qlonglong(cut)) << cut;
    }
}

void FramerTest::crLfEndsALine()
{
    QFETCH(qsizetype, cut);
    Framer framer(Delimiter::Line, 64);
    QCOMPARE(drainInPieces(framer, "one\r\ntwo\n\r\n", {qMin(cut, qsizetype(11))}),
             Frames({"one", "two", ""}));
}

void FramerTest::onlyOneCarriageReturnBelongsToTheDelimiter()
{
    Framer framer(Delimiter::Line, 64);
    QCOMPARE(drain(framer, "a\r\r\nb\rc\n"), Frames({"a\r", "b\rc"}));
}

void FramerTest::aCarriageReturnDoesNotMakeALineOverlong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Frames>("frames");
    QTest::newRow("cap and CR") << QByteArray("1234\r\nok\n") << Frames({"1234", "ok"});
    QTest::newRow("cap and two CR") << QByteArray("1234\r\r\nok\n") << Frames({"OVERLONG", "ok"});
    QTest::newRow("cap, of which one CR, and CR") << QByteArray("123\r\r\nok\n") << Frames({"123\r", "ok"});
    QTest::newRow("CR at the cap") << QByteArray("123\r\nok\n") << Frames({"123", "ok"});
    QTest::newRow("CR inside, over the cap") << QByteArray("1234\r5\nok\n") << Frames({"OVERLONG", "ok"});
    QTest::newRow("one over and CR") << QByteArray("12345\r\nok\n") << Frames({"OVERLONG", "ok"});
    QTest::newRow("only CR") << QByteArray("\r\r\r\r\r\nok\n") << Frames({"\r\r\r\r", "ok"});
}

void FramerTest::aCarriageReturnDoesNotMakeALineOverlong()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Frames, frames);
    for (qsizetype first = 0; first <= bytes.size(); ++first) {
        for (qsizetype second = first; second <= bytes.size(); ++second) {
            Framer framer(Delimiter::Line, 4);
            QCOMPARE(drainInPieces(framer, bytes, {first, second}), frames);
        }
    }
}

void FramerTest::aCarriageReturnIsTextBeforeNul()
{
    Framer framer(Delimiter::Nul, 64);
    QCOMPARE(drain(framer, QByteArrayView("a\r\n\0", 4)), Frames({"a\r\n"}));
}

void FramerTest::nulIsTextInALine()
{
    Framer framer(Delimiter::Line, 64);
    QCOMPARE(drain(framer, QByteArrayView("a\0b\n", 4)), Frames({QByteArray("a\0b", 3)}));
}

void FramerTest::skippingStartsInTheMiddleOfAFrame()
{
    Framer framer(Delimiter::Nul, 64);
    framer.skipToDelimiter();
    QCOMPARE(drain(framer, "rest of"), Frames());
    QCOMPARE(drain(framer, QByteArrayView(" it\0next\0", 9)), Frames({"next"}));
}

QTEST_GUILESS_MAIN(FramerTest)
#include "tst_framer.moc"
