#include "protocol/clock.h"
#include "ui/client/connectionwatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace tincan;

namespace {

class TwoClocks final : public Clock
{
public:
    std::int64_t monotonic() const override { return steady; }
    std::int64_t utc() const override { return wall; }

    void pass(int milliseconds)
    {
        steady += milliseconds;
        wall += milliseconds;
    }

    std::int64_t steady = 5'000;
    std::int64_t wall = 1'700'000'000'000;
};

} // namespace

class tst_ConnectionWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeThatPassesIsNothing();
    void aWallClockThatJumpedIsASleep();
    void aTimerThatIsLateIsASleep();
    void aWallClockThatGoesBackIsNothing();
    void hoursWithoutALookAreNothing();
    void theTimerLooksByItself();
    void whereTheSystemTellsOfSleepNothingTicks();
};

void tst_ConnectionWatch::timeThatPassesIsNothing()
{
    TwoClocks clock;
    ConnectionWatch watch(clock);
    QSignalSpy doubtful(&watch, &ConnectionWatch::doubtful);
    for (int i = 0; i < 100; ++i) {
        clock.pass(ConnectionWatch::lookEvery + 500);
        watch.look();
    }
    QCOMPARE(doubtful.count(), 0);
}

void tst_ConnectionWatch::aWallClockThatJumpedIsASleep()
{
    TwoClocks clock;
    ConnectionWatch watch(clock);
    QSignalSpy doubtful(&watch, &ConnectionWatch::doubtful);
    clock.pass(ConnectionWatch::lookEvery);
    clock.wall += 3'600'000;
    watch.look();
    QCOMPARE(doubtful.count(), 1);
    clock.pass(ConnectionWatch::lookEvery);
    watch.look();
    QCOMPARE(doubtful.count(), 1);
}

void tst_ConnectionWatch::aTimerThatIsLateIsASleep()
{
    TwoClocks clock;
    ConnectionWatch watch(clock);
    watch.lookByItself();
    QSignalSpy doubtful(&watch, &ConnectionWatch::doubtful);
    clock.pass(ConnectionWatch::lookEvery + ConnectionWatch::jump + 1);
    watch.look();
    QCOMPARE(doubtful.count(), 1);
}

void tst_ConnectionWatch::aWallClockThatGoesBackIsNothing()
{
    TwoClocks clock;
    ConnectionWatch watch(clock);
    QSignalSpy doubtful(&watch, &ConnectionWatch::doubtful);
    clock.pass(ConnectionWatch::lookEvery);
    clock.wall -= 3'600'000;
    watch.look();
    QCOMPARE(doubtful.count(), 0);
}

void tst_ConnectionWatch::hoursWithoutALookAreNothing()
{
    TwoClocks clock;
    ConnectionWatch watch(clock);
    if (watch.isTicking()) {
        QSKIP("this operating system does not tell of sleep");
    }
    QSignalSpy doubtful(&watch, &ConnectionWatch::doubtful);
    clock.pass(8 * 3'600'000);
    clock.wall += ConnectionWatch::jump; // it was set right
    watch.look();
    QCOMPARE(doubtful.count(), 0);
}

void tst_ConnectionWatch::theTimerLooksByItself()
{
    TwoClocks clock;
    ConnectionWatch watch(clock);
    watch.lookByItself();
    QSignalSpy doubtful(&watch, &ConnectionWatch::doubtful);
    clock.wall += 3'600'000;
    QTRY_COMPARE(doubtful.count(), 1);
}

void tst_ConnectionWatch::whereTheSystemTellsOfSleepNothingTicks()
{
    TwoClocks clock;
    const ConnectionWatch watch(clock);
    const ClockSteps steps;
    QCOMPARE(watch.isTicking(), !steps.isTold());
#ifdef Q_OS_LINUX
    QVERIFY(steps.isTold());
#endif
}

QTEST_GUILESS_MAIN(tst_ConnectionWatch)
#include "tst_connectionwatch.moc"
