#include "server/outbox.h"

#include <QTest>

using namespace tincan;

namespace {

/// These frames, shared in one piece.
FrameRange together(const QList<QByteArray> &frames)
{
    auto all = std::make_shared<Frames>();
    for (const QByteArray &frame : frames)
        all->append(frame);
    return {all, 0, int(frames.size())};
}

/// Sends at most so much, as one write.
QByteArray send(Outbox &outbox, qsizetype most, qsizetype enough = 1000)
{
    if (outbox.isEmpty())
        return {};
    QByteArray gathered;
    const QByteArray bytes = outbox.next(enough, gathered)
                                 .toByteArray()
                                 .first(std::min(most, outbox.next(enough, gathered).size()));
    outbox.sent(bytes.size());
    return bytes;
}

} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesComeOutInOrder();
    void framesOfOneTurnAreOneWrite();
    void whatIsPartlySentGoesOn_data();
    void whatIsPartlySentGoesOn();
    void pastTheBoundNothingMoreIsTaken();
    void theOldestGoWhereRoomIsMade();
    void theOldestGoOutOfTheMiddleOfWhatIsShared();
    void whatIsPartlySentIsNotDropped();
    void whatIsPartlySentOutlivesTheRest();
    void theLastFrameStaysHoweverLargeItIs();
    void tinyFramesAreBoundedToo();
    void bytesAreSharedUntilTheyAreSent();
    void tinyFramesOfOnesOwnStandTogether();
};

void TestOutbox::framesComeOutInOrder()
{
    Outbox outbox(1000);
    QVERIFY(outbox.push(FrameRange::of("one")));
    QVERIFY(outbox.push(together({"two", "three"})));
    QCOMPARE(send(outbox, 1000, 3), "one");
    QCOMPARE(send(outbox, 1000, 3), "twothree");
    QVERIFY(outbox.isEmpty());
    QCOMPARE(outbox.charge(), 0);
}

void TestOutbox::framesOfOneTurnAreOneWrite()
{
    Outbox outbox(1000);
    QVERIFY(outbox.push(FrameRange::of("one")));
    QVERIFY(outbox.push(together({"two", "three"})));
    QCOMPARE(send(outbox, 1000), "onetwothree");
    QVERIFY(outbox.isEmpty());
}

void TestOutbox::whatIsPartlySentGoesOn_data()
{
    QTest::addColumn<int>("most");
    for (int most = 1; most <= 12; ++most)
        QTest::addRow("%d at a time", most) << most;
}

void TestOutbox::whatIsPartlySentGoesOn()
{
    QFETCH(int, most);
    Outbox outbox(1000);
    QVERIFY(outbox.push(together({"one", "two"})));
    QVERIFY(outbox.push(together({"three", "4"})));
    QByteArray all;
    while (!outbox.isEmpty())
        all += send(outbox, most);
    QCOMPARE(all, "onetwothree4");
    QCOMPARE(outbox.charge(), 0);
}

void TestOutbox::pastTheBoundNothingMoreIsTaken()
{
    Outbox outbox(2 * (Outbox::overheadBytes + 3));
    QVERIFY(outbox.push(together({"one", "two"})));
    QVERIFY(!outbox.push(FrameRange::of("x")));
    QCOMPARE(outbox.takeDropped(), 0);
    QCOMPARE(send(outbox, 1000), "onetwo");
}

void TestOutbox::theOldestGoWhereRoomIsMade()
{
    Outbox outbox(2 * (Outbox::overheadBytes + 3));
    for (const char *frame : {"one", "two", "six", "ten"})
        outbox.pushDroppingOldest(FrameRange::of(frame));
    QCOMPARE(outbox.takeDropped(), 2);
    QCOMPARE(outbox.takeDropped(), 0);
    QCOMPARE(send(outbox, 1000), "sixten");
}

void TestOutbox::theOldestGoOutOfTheMiddleOfWhatIsShared()
{
    Outbox outbox(2 * (Outbox::overheadBytes + 3));
    outbox.pushDroppingOldest(together({"one", "two"}));
    outbox.pushDroppingOldest(FrameRange::of("six"));
    QCOMPARE(outbox.takeDropped(), 1);
    QCOMPARE(send(outbox, 1000), "twosix");
    outbox.pushDroppingOldest(together({"one", "two", "six", "ten"}));
    QCOMPARE(outbox.takeDropped(), 2);
    QCOMPARE(send(outbox, 1000), "sixten");
}

void TestOutbox::whatIsPartlySentIsNotDropped()
{
    Outbox outbox(2 * (Outbox::overheadBytes + 3));
    outbox.pushDroppingOldest(together({"one", "two"}));
    QCOMPARE(send(outbox, 1), "o");
    outbox.pushDroppingOldest(together({"six", "ten"}));
    outbox.pushFirst(FrameRange::of("lost: "));
    QVERIFY(outbox.takeDropped() > 0);
    const QByteArray rest = send(outbox, 1000);
    QVERIFY2(rest.startsWith("nelost: ") && rest.endsWith("ten"), rest.constData());
    QCOMPARE(outbox.charge(), 0);
}

void TestOutbox::whatIsPartlySentOutlivesTheRest()
{
    Outbox outbox(1000);
    QVERIFY(outbox.push(together({"one", "two"})));
    QCOMPARE(send(outbox, 1), "o");
    outbox.clearUnsent();
    QVERIFY(outbox.push(FrameRange::of("bye")));
    QCOMPARE(send(outbox, 1000), "nebye");
    QCOMPARE(outbox.charge(), 0);
}

void TestOutbox::theLastFrameStaysHoweverLargeItIs()
{
    Outbox outbox(10);
    outbox.pushDroppingOldest(together({"one", "a long one that is over the bound"}));
    QCOMPARE(send(outbox, 1000), "a long one that is over the bound");
}

void TestOutbox::tinyFramesAreBoundedToo()
{
    Outbox outbox(10'000);
    for (int i = 0; i < 10'000; ++i)
        outbox.pushDroppingOldest(FrameRange::of("x"));
    QVERIFY(send(outbox, 10'000, 10'000).size() <= 10'000 / Outbox::overheadBytes);
}

void TestOutbox::bytesAreSharedUntilTheyAreSent()
{
    const FrameRange message = FrameRange::of("shared by everybody");
    Outbox one(1000);
    Outbox other(1000);
    QVERIFY(one.push(message));
    QVERIFY(other.push(message));
    QByteArray gathered;
    QCOMPARE(one.next(1, gathered).constData(), message.bytes().constData());
    QCOMPARE(other.next(1, gathered).constData(), message.bytes().constData());
    QVERIFY(gathered.isEmpty());
}

void TestOutbox::tinyFramesOfOnesOwnStandTogether()
{
    constexpr int count = 10'000;
    Outbox outbox(1024 * 1024);
    QByteArray said;
    for (int i = 0; i < count; ++i) {
        const QByteArray frame = QByteArray::number(i) + '.';
        said += frame;
        if (i % 1000 == 0)
            QVERIFY(outbox.push(together({frame})));
        else
            QVERIFY(outbox.push(FrameRange::of(frame)));
    }
    QByteArray sent;
    int pieces = 0;
    for (; !outbox.isEmpty(); ++pieces)
        sent += send(outbox, count, 1);
    QCOMPARE(sent, said);
    QVERIFY2(pieces < count / 100, QByteArray::number(pieces));
    QCOMPARE(outbox.charge(), 0);
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
