#include "server/burstwatch.h"
#include "tests/server/manualclock.h"

#include <QTest>

using namespace tincan;

namespace {

struct Bench
{
    ManualClock clock;
    DeadlineQueue queue{clock};
    int tidied = 0;
    BurstWatch watch{queue, [this] { ++tidied; }};

    void wait(int milliseconds)
    {
        clock.advance(milliseconds);
        queue.fireDue();
    }
};

} // namespace

class TestBurstWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBurstIsTidiedUpAMomentLater();
    void littleIsNoBurst();
    void littleAddsUp();
    void aBurstThatGoesOnIsTidiedUpAgain();
    void aCrowdThatComesIsABurst();
};

void TestBurstWatch::aBurstIsTidiedUpAMomentLater()
{
    Bench bench;
    bench.watch.passed(10 * BurstWatch::burstBytes);
    bench.wait(BurstWatch::settleMs - 1);
    QCOMPARE(bench.tidied, 0);
    bench.wait(1);
    QCOMPARE(bench.tidied, 1);
    bench.wait(10 * BurstWatch::settleMs);
    QCOMPARE(bench.tidied, 1);
}

void TestBurstWatch::littleIsNoBurst()
{
    Bench bench;
    bench.watch.passed(BurstWatch::burstBytes - 1);
    bench.wait(10 * BurstWatch::settleMs);
    QCOMPARE(bench.tidied, 0);
}

void TestBurstWatch::littleAddsUp()
{
    Bench bench;
    for (int i = 0; i < 1024; ++i) {
        bench.watch.passed(BurstWatch::burstBytes / 1024);
        bench.wait(BurstWatch::settleMs);
    }
    bench.wait(BurstWatch::settleMs);
    QCOMPARE(bench.tidied, 1);
}

void TestBurstWatch::aBurstThatGoesOnIsTidiedUpAgain()
{
    Bench bench;
    bench.watch.passed(BurstWatch::burstBytes);
    bench.wait(BurstWatch::settleMs / 2);
    bench.watch.passed(BurstWatch::burstBytes);
    bench.wait(BurstWatch::settleMs / 2);
    QCOMPARE(bench.tidied, 1);
    bench.watch.passed(BurstWatch::burstBytes);
    bench.wait(BurstWatch::settleMs);
    QCOMPARE(bench.tidied, 2);
}

void TestBurstWatch::aCrowdThatComesIsABurst()
{
    Bench bench;
    for (int i = 0; i < 256; ++i)
        bench.watch.passed(BurstWatch::connectionBytes);
    bench.wait(BurstWatch::settleMs);
    QCOMPARE(bench.tidied, 1);
}

QTEST_GUILESS_MAIN(TestBurstWatch)
#include "tst_burstwatch.moc"
