#include "server/deadlinequeue.h"
#include "tests/server/manualclock.h"

#include <QTest>

using namespace tincan;

class TestDeadlineQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsDueBeforeItsTime();
    void whatIsDueFiresInOrderAndOnce();
    void lettingGoCallsItOff();
    void assigningCallsTheOldOneOff();
    void whatACallAddsWaitsForTheNextTime();
    void aCallMayCallOffAnother();
    void theTimerFiresByItself();
};

void TestDeadlineQueue::nothingIsDueBeforeItsTime()
{
    ManualClock clock;
    DeadlineQueue queue(clock);
    int fired = 0;
    const Deadline deadline = queue.in(100, [&fired] { ++fired; });
    clock.advance(99);
    queue.fireDue();
    QCOMPARE(fired, 0);
    QVERIFY(deadline.isPending());
    clock.advance(1);
    queue.fireDue();
    QCOMPARE(fired, 1);
    QVERIFY(!deadline.isPending());
}

void TestDeadlineQueue::whatIsDueFiresInOrderAndOnce()
{
    ManualClock clock;
    DeadlineQueue queue(clock);
    QList<int> order;
    const Deadline late = queue.in(20, [&order] { order.append(2); });
    const Deadline early = queue.in(10, [&order] { order.append(1); });
    const Deadline alike = queue.in(20, [&order] { order.append(3); });
    clock.advance(50);
    queue.fireDue();
    queue.fireDue();
    QCOMPARE(order, QList<int>({1, 2, 3}));
}

void TestDeadlineQueue::lettingGoCallsItOff()
{
    ManualClock clock;
    DeadlineQueue queue(clock);
    int fired = 0;
    {
        const Deadline deadline = queue.in(0, [&fired] { ++fired; });
    }
    queue.fireDue();
    QCOMPARE(fired, 0);
}

void TestDeadlineQueue::assigningCallsTheOldOneOff()
{
    ManualClock clock;
    DeadlineQueue queue(clock);
    QList<int> fired;
    Deadline deadline = queue.in(0, [&fired] { fired.append(1); });
    deadline = queue.in(0, [&fired] { fired.append(2); });
    queue.fireDue();
    QCOMPARE(fired, QList<int>({2}));
}

void TestDeadlineQueue::whatACallAddsWaitsForTheNextTime()
{
    ManualClock clock;
    DeadlineQueue queue(clock);
    int fired = 0;
    Deadline again;
    const std::function<void()> call = [&] {
        ++fired;
        again = queue.in(0, call);
    };
    again = queue.in(0, call);
    queue.fireDue();
    QCOMPARE(fired, 1);
    queue.fireDue();
    QCOMPARE(fired, 2);
}

void TestDeadlineQueue::aCallMayCallOffAnother()
{
    ManualClock clock;
    DeadlineQueue queue(clock);
    bool fired = false;
    Deadline second;
    const Deadline first = queue.in(0, [&second] { second.cancel(); });
    second = queue.in(0, [&fired] { fired = true; });
    queue.fireDue();
    QVERIFY(!fired);
}

void TestDeadlineQueue::theTimerFiresByItself()
{
    const SystemClock clock;
    DeadlineQueue queue(clock);
    QList<int> order;
    const Deadline late = queue.in(30, [&order] { order.append(2); });
    const Deadline early = queue.in(0, [&order] { order.append(1); });
    QTRY_COMPARE(order, QList<int>({1, 2}));
}

QTEST_GUILESS_MAIN(TestDeadlineQueue)
#include "tst_deadlinequeue.moc"
