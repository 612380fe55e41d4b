#include "server/ratelimiter.h"

#include <QTest>

using namespace tincan;
using Verdict = RateLimiter::Verdict;

class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBurstPassesAndNoMore();
    void tokensComeBackWithTime();
    void tokensNeverExceedTheBurst();
    void whoGoesOnIsCutOff();
    void aCalmSecondForgivesWhatWasDropped();
    void aBurstOfZeroLetsEverythingPass();
};

void TestRateLimiter::aBurstPassesAndNoMore()
{
    RateLimiter limiter(20, 10);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(limiter.count(500), Verdict::Pass);
    QCOMPARE(limiter.count(500), Verdict::Drop);
}

void TestRateLimiter::tokensComeBackWithTime()
{
    RateLimiter limiter(1, 10);
    QCOMPARE(limiter.count(0), Verdict::Pass);
    QCOMPARE(limiter.count(99), Verdict::Drop);
    QCOMPARE(limiter.count(100), Verdict::Pass);
    QCOMPARE(limiter.count(150), Verdict::Drop);
}

void TestRateLimiter::tokensNeverExceedTheBurst()
{
    RateLimiter limiter(2, 10);
    QCOMPARE(limiter.count(0), Verdict::Pass);
    QCOMPARE(limiter.count(1'000'000), Verdict::Pass);
    QCOMPARE(limiter.count(1'000'000), Verdict::Pass);
    QCOMPARE(limiter.count(1'000'000), Verdict::Drop);
}

void TestRateLimiter::whoGoesOnIsCutOff()
{
    RateLimiter limiter(1, 1);
    limiter.count(0);
    for (int i = 0; i < RateLimiter::patience; ++i)
        QCOMPARE(limiter.count(1), Verdict::Drop);
    QCOMPARE(limiter.count(1), Verdict::CutOff);
}

void TestRateLimiter::aCalmSecondForgivesWhatWasDropped()
{
    RateLimiter limiter(1, 1);
    limiter.count(0);
    for (int i = 0; i < RateLimiter::patience; ++i)
        QCOMPARE(limiter.count(1), Verdict::Drop);
    QCOMPARE(limiter.count(1001), Verdict::Pass);
    for (int i = 0; i < RateLimiter::patience; ++i)
        QCOMPARE(limiter.count(1001), Verdict::Drop);
    QCOMPARE(limiter.count(1001), Verdict::CutOff);
}

void TestRateLimiter::aBurstOfZeroLetsEverythingPass()
{
    RateLimiter limiter(0, 10);
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(limiter.count(0), Verdict::Pass);
}

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"
