#include "tests/bench/usage.h"

#include <QTest>
#include <QThread>

using namespace tincan::bench;

class UsageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aThreadThatHasEndedIsCounted()
    {
        constexpr int naps = 50;
        const std::unique_ptr<QThread> thread(QThread::create([] {
            for (int i = 0; i < naps; ++i)
                QThread::msleep(1);
        }));
        const qint64 before = wakeUps();
        thread->start();
        thread->wait();
        QVERIFY(wakeUps() - before >= naps);
    }

    void whoIsBusyDoesNotWakeUp()
    {
        const qint64 before = wakeUps();
        const qint64 cpu = cpuMicroseconds();
        while (cpuMicroseconds() - cpu < 50'000) {
        }
        QVERIFY(wakeUps() - before < 20);
    }
};

QTEST_GUILESS_MAIN(UsageTest)
#include "tst_usage.moc"
