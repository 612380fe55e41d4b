#include "ui/client/sendqueue.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

constexpr int pauseTime = 1'000;
const RoomId lounge(u"lounge"_s);
const Error refused{ErrorCode::NotAllowed, u"No."_s};
const MemberId former(u"m1"_s);

PostId id(int number)
{
    return PostId(u"p%1"_s.arg(number));
}

command::Post post(int number, const RoomId &room = lounge)
{
    return {room, id(number), EventKind::Message, QString::number(number), 0};
}

Limits limits(int burst, int perSecond)
{
    Limits l;
    l.floodBurst = burst;
    l.floodPerSecond = perSecond;
    return l;
}

QStringList takeAll(SendQueue &queue, std::int64_t now, const QSet<RoomId> &held = {})
{
    QStringList texts;
    while (const auto next = queue.next(now, held)) {
        texts.append(next->text);
    }
    return texts;
}

} // namespace

class tst_SendQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postsGoOutInTheirOrder();
    void whatWasOnItsWayGoesOutAgainOnTheNextConnection();
    void anAcknowledgedPostIsGone();
    void aFailedPostWaitsForRetryOrDiscard();
    void theBurstAndThenTheRateAreKept();
    void aServerWithoutFloodControlGetsAWindowAtOnce();
    void aPostThatWasTooFastGoesOutAgainAfterAPauseAndIsNeverLost();
    void postsForAHeldRoomWaitAndOthersPass();
    void theQueueIsBounded();
    void postsOfAnEarlierRunGoOutAgainAndFailedOnesWait();
    void whatMayBeStoredForAFormerSelfWaitsUntilTheLogWasRead();
    void whatWasStoredForAFormerSelfIsRecognisedOnce();
    void whatNeverWentOutIsNotDoubted();
    void aRetryKeepsTheIdAndTheTime();
    void aLostLogTakesRepliesAndChangesAlongRefusedOnesToo();
};

void tst_SendQueue::postsGoOutInTheirOrder()
{
    SendQueue queue;
    queue.restart(limits(0, 0), pauseTime, 0);
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(queue.add(post(i)));
    }
    QCOMPARE(takeAll(queue, 0), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(queue.unacknowledged(), 3);
    QCOMPARE(queue.nextIn(0, {}), -1);
}

void tst_SendQueue::whatWasOnItsWayGoesOutAgainOnTheNextConnection()
{
    SendQueue queue;
    queue.restart(limits(0, 0), pauseTime, 0);
    for (int i = 1; i <= 3; ++i) {
        queue.add(post(i));
    }
    takeAll(queue, 0);
    queue.acknowledge(id(1));
    queue.interrupted();
    queue.add(post(4));
    queue.restart(limits(0, 0), pauseTime, 5);
    QCOMPARE(takeAll(queue, 5), (QStringList{u"2"_s, u"3"_s, u"4"_s}));
}

void tst_SendQueue::anAcknowledgedPostIsGone()
{
    SendQueue queue;
    queue.restart(limits(0, 0), pauseTime, 0);
    queue.add(post(1));
    takeAll(queue, 0);
    QVERIFY(queue.holds(id(1)));
    QVERIFY(queue.acknowledge(id(1)));
    QVERIFY(!queue.acknowledge(id(1)));
    QVERIFY(!queue.holds(id(1)));
    QCOMPARE(queue.unacknowledged(), 0);
}

void tst_SendQueue::aFailedPostWaitsForRetryOrDiscard()
{
    SendQueue queue;
    queue.restart(limits(0, 0), pauseTime, 0);
    queue.add(post(1));
    queue.add(post(2));
    takeAll(queue, 0);
    QVERIFY(queue.fail(id(1), refused));
    QVERIFY(!queue.fail(id(1), refused));
    QVERIFY(queue.fail(id(2), refused));
    QCOMPARE(queue.unacknowledged(), 0);
    queue.restart(limits(0, 0), pauseTime, 1);
    QCOMPARE(takeAll(queue, 1), QStringList());
    QVERIFY(queue.retry(id(1)));
    QCOMPARE(takeAll(queue, 1), QStringList{u"1"_s});
    queue.discard(id(2));
    QVERIFY(!queue.retry(id(2)));
    queue.discard(id(1)); // on its way: nothing to discard
    QVERIFY(queue.holds(id(1)));
}

void tst_SendQueue::theBurstAndThenTheRateAreKept()
{
    SendQueue queue;
    queue.restart(limits(20, 10), pauseTime, 0);
    for (int i = 0; i < 100; ++i) {
        queue.add(post(i));
    }
    int sent = int(takeAll(queue, 0).size());
    QVERIFY(sent >= 10);
    // A server's bucket of 20 that refills with 10 a second never runs dry.
    double bucket = 20 - sent;
    for (std::int64_t now = 50; sent < 100; now += 50) {
        bucket = std::min(20.0, bucket + 0.5);
        for (const QString &text : takeAll(queue, now)) {
            queue.acknowledge(id(text.toInt()));
            ++sent;
            bucket -= 1;
        }
        QVERIFY(bucket >= 0);
        QVERIFY(now < 12'000);
    }
}

void tst_SendQueue::aServerWithoutFloodControlGetsAWindowAtOnce()
{
    SendQueue queue;
    queue.restart(limits(0, 10), pauseTime, 0);
    for (int i = 0; i < 200; ++i) {
        queue.add(post(i));
    }
    QCOMPARE(takeAll(queue, 0).size(), SendQueue::window);
    QCOMPARE(queue.nextIn(0, {}), -1);
    queue.acknowledge(id(0));
    QCOMPARE(takeAll(queue, 0).size(), 1);
}

void tst_SendQueue::aPostThatWasTooFastGoesOutAgainAfterAPauseAndIsNeverLost()
{
    SendQueue queue;
    queue.restart(limits(5, 5), pauseTime, 0);
    queue.add(post(1));
    queue.add(post(2));
    takeAll(queue, 0);
    queue.postpone(id(1), 100);
    QVERIFY(queue.holds(id(1)));
    QCOMPARE(queue.nextIn(100, {}), pauseTime);
    QVERIFY(!queue.next(100 + pauseTime - 1, {}));
    QCOMPARE(queue.next(100 + pauseTime, {})->id, id(1));
    queue.postpone(id(1), 2'000);
    QCOMPARE(queue.nextIn(2'000, {}), 2 * pauseTime); // a server that is asked too much is asked less
}

void tst_SendQueue::postsForAHeldRoomWaitAndOthersPass()
{
    SendQueue queue;
    queue.restart(limits(0, 0), pauseTime, 0);
    const RoomId lost(u"lost"_s);
    queue.add(post(1, lost));
    queue.add(post(2));
    QCOMPARE(takeAll(queue, 0, {lost}), QStringList{u"2"_s});
    QCOMPARE(queue.nextIn(0, {lost}), -1);
    QCOMPARE(takeAll(queue, 0), QStringList{u"1"_s});
}

void tst_SendQueue::theQueueIsBounded()
{
    SendQueue queue;
    for (int i = 0; i < SendQueue::most; ++i) {
        QVERIFY(queue.add(post(i)));
    }
    QVERIFY(!queue.add(post(-1)));
    QCOMPARE(queue.unacknowledgedIds().size(), SendQueue::most);
}

void tst_SendQueue::postsOfAnEarlierRunGoOutAgainAndFailedOnesWait()
{
    SendQueue queue;
    QVERIFY(queue.restore({post(1), 100, {}}));
    QVERIFY(queue.restore({post(2), 200, refused}));
    QVERIFY(!queue.restore({post(1), 100, {}}));
    QVERIFY(queue.add(post(3), 300));
    QCOMPARE(queue.unacknowledged(), 2);
    QCOMPARE(queue.all(),
             (QList<QueuedPost>{{post(1), 100, {}}, {post(2), 200, refused}, {post(3), 300, {}}}));
    queue.restart(limits(0, 0), pauseTime, 0);
    QCOMPARE(takeAll(queue, 0), (QStringList{u"1"_s, u"3"_s}));
}

void tst_SendQueue::whatMayBeStoredForAFormerSelfWaitsUntilTheLogWasRead()
{
    const RoomId attic(u"attic"_s);
    SendQueue queue;
    queue.restore({post(1), 100, {}});
    queue.restore({post(2, attic), 100, {}});
    queue.restore({post(3), 100, {}});
    queue.doubt(former);
    queue.restart(limits(0, 0), pauseTime, 0);
    QCOMPARE(takeAll(queue, 0), QStringList());
    QVERIFY(queue.holds(id(1)));
    queue.readAll(lounge);
    QCOMPARE(takeAll(queue, 0), (QStringList{u"1"_s, u"3"_s}));
    queue.readAllBut({attic});
    QCOMPARE(takeAll(queue, 0), QStringList());
    queue.readAllBut({lounge});
    QCOMPARE(takeAll(queue, 0), QStringList(u"2"_s));
}

void tst_SendQueue::whatWasStoredForAFormerSelfIsRecognisedOnce()
{
    SendQueue queue;
    queue.restore({{lounge, id(1), EventKind::Message, u"yes"_s, 0, 0}, 100, {}});
    queue.restore({{lounge, id(2), EventKind::Message, u"yes"_s, 0, 0}, 100, {}});
    queue.restore({{lounge, id(3), EventKind::Edit, u"no"_s, 0, 4}, 100, {}});
    queue.doubt(former);
    RoomEvent event;
    event.room = lounge;
    event.seq = 8;
    event.text = u"yes"_s;
    event.from.id = MemberId(u"somebody else"_s);
    QCOMPARE(queue.recognise(event), std::nullopt);
    event.from.id = former;
    QCOMPARE(queue.recognise(event), id(1));
    event.reply = 2;
    QCOMPARE(queue.recognise(event), std::nullopt);
    event.reply = 0;
    event.text = u"no"_s;
    QCOMPARE(queue.recognise(event), std::nullopt);
    event.kind = EventKind::Edit;
    event.target = 4;
    QCOMPARE(queue.recognise(event), id(3));
    QCOMPARE(queue.unacknowledgedIds(), QList<PostId>{id(2)});
    queue.readAll(lounge);
    queue.restart(limits(0, 0), pauseTime, 0);
    QCOMPARE(takeAll(queue, 0), QStringList(u"yes"_s));
}

void tst_SendQueue::whatNeverWentOutIsNotDoubted()
{
    SendQueue queue;
    queue.add(post(1));
    queue.add(post(2));
    queue.restart(limits(1, 1), pauseTime, 0);
    QCOMPARE(takeAll(queue, 0), QStringList(u"1"_s));
    queue.interrupted();
    queue.doubt(former);
    queue.restart(limits(0, 0), pauseTime, 0);
    QCOMPARE(takeAll(queue, 0), QStringList(u"2"_s));
    queue.readAll(lounge);
    QCOMPARE(takeAll(queue, 0), QStringList(u"1"_s));
}

void tst_SendQueue::aRetryKeepsTheIdAndTheTime()
{
    SendQueue queue;
    queue.add(post(1), 100);
    queue.fail(id(1), refused);
    QCOMPARE(queue.find(id(1)), (QueuedPost{post(1), 100, refused}));
    QVERIFY(queue.retry(id(1)));
    QCOMPARE(queue.find(id(1)), (QueuedPost{post(1), 100, {}}));
    QCOMPARE(queue.find(id(2)), std::nullopt);
}

void tst_SendQueue::aLostLogTakesRepliesAndChangesAlongRefusedOnesToo()
{
    const RoomId attic(u"attic"_s);
    SendQueue queue;
    queue.add({lounge, id(1), EventKind::Edit, u"one"_s, 0, 4});
    queue.add({lounge, id(2), EventKind::Message, u"two"_s, 5, 0});
    queue.add({lounge, id(3), EventKind::Delete, u" "_s, 0, 6});
    queue.add({lounge, id(4), EventKind::Message, u"four"_s, 7, 0});
    queue.add({attic, id(5), EventKind::Edit, u"five"_s, 0, 8});
    queue.fail(id(3), refused);
    queue.fail(id(4), refused);
    QCOMPARE(queue.detach(lounge), (QList<PostId>{id(1), id(3)}));
    QCOMPARE(queue.find(id(2))->post.reply, 0);
    QCOMPARE(queue.find(id(4))->post.reply, 0);
}

QTEST_APPLESS_MAIN(tst_SendQueue)
#include "tst_sendqueue.moc"
