#include "server/outbox.h"

#include <QTest>

using namespace tincan;

class TestOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesComeOutWholeAndInOrder();
    void oneMessageComesOutHoweverLargeItIs();
    void pastTheBoundNothingMoreIsTaken();
    void theOldestGoWhereRoomIsMade();
    void tinyMessagesAreBoundedToo();
    void bytesAreSharedUntilTheyAreSent();
};

void TestOutbox::messagesComeOutWholeAndInOrder()
{
    Outbox outbox(1000);
    QVERIFY(outbox.push("one"));
    QVERIFY(outbox.push("two"));
    QVERIFY(outbox.push("three"));
    QCOMPARE(outbox.take(4), "onetwo");
    QCOMPARE(outbox.take(100), "three");
    QVERIFY(outbox.isEmpty());
    QCOMPARE(outbox.charge(), 0);
    QCOMPARE(outbox.take(100), QByteArray());
}

void TestOutbox::oneMessageComesOutHoweverLargeItIs()
{
    Outbox outbox(1000);
    QVERIFY(outbox.push("a long one"));
    QVERIFY(outbox.push("b"));
    QCOMPARE(outbox.take(1), "a long one");
}

void TestOutbox::pastTheBoundNothingMoreIsTaken()
{
    Outbox outbox(2 * (Outbox::overheadBytes + 3));
    QVERIFY(outbox.push("one"));
    QVERIFY(outbox.push("two"));
    QVERIFY(!outbox.push("x"));
    QCOMPARE(outbox.takeDropped(), 0);
    QCOMPARE(outbox.take(100), "onetwo");
}

void TestOutbox::theOldestGoWhereRoomIsMade()
{
    Outbox outbox(2 * (Outbox::overheadBytes + 3));
    outbox.pushDroppingOldest("one");
    outbox.pushDroppingOldest("two");
    outbox.pushDroppingOldest("six");
    outbox.pushDroppingOldest("ten");
    QCOMPARE(outbox.takeDropped(), 2);
    QCOMPARE(outbox.takeDropped(), 0);
    QCOMPARE(outbox.take(100), "sixten");
}

void TestOutbox::tinyMessagesAreBoundedToo()
{
    Outbox outbox(10'000);
    for (int i = 0; i < 10'000; ++i)
        outbox.pushDroppingOldest("x");
    QVERIFY(outbox.take(10'000).size() <= 10'000 / Outbox::overheadBytes);
}

void TestOutbox::bytesAreSharedUntilTheyAreSent()
{
    const QByteArray message("shared by everybody");
    Outbox one(1000);
    Outbox other(1000);
    QVERIFY(one.push(message));
    QVERIFY(other.push(message));
    QCOMPARE(one.take(1).constData(), message.constData());
    QCOMPARE(other.take(1).constData(), message.constData());
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
