#include "server/messagetally.h"

#include <QTest>

using namespace tincan;

class TestMessageTally : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allAreCounted();
    void latelyIsTheLastTenSeconds();
    void aLongSilenceForgetsAll();
    void nothingCameYet();
};

void TestMessageTally::allAreCounted()
{
    MessageTally tally;
    for (int i = 0; i < 100; ++i)
        tally.count(i * 700);
    QCOMPARE(tally.total(), 100);
}

void TestMessageTally::latelyIsTheLastTenSeconds()
{
    MessageTally tally;
    for (int second = 50; second < 70; ++second) {
        tally.count(second * 1000);
        tally.count(second * 1000 + 999);
    }
    QCOMPARE(tally.lately(69'999), 20);
    QCOMPARE(tally.lately(70'000), 18);
    QCOMPARE(tally.lately(78'000), 2);
    QCOMPARE(tally.lately(79'000), 0);
}

void TestMessageTally::aLongSilenceForgetsAll()
{
    MessageTally tally;
    for (int second = 0; second < 10; ++second)
        tally.count(second * 1000);
    tally.count(3'600'000);
    QCOMPARE(tally.lately(3'600'000), 1);
}

void TestMessageTally::nothingCameYet()
{
    QCOMPARE(MessageTally().lately(0), 0);
    QCOMPARE(MessageTally().lately(1'000'000), 0);
}

QTEST_GUILESS_MAIN(TestMessageTally)
#include "tst_messagetally.moc"
