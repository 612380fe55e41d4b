#include "ui/client/liveness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using Need = Liveness::Need;

class tst_Liveness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRoundTripIsMeasuredAtOnce();
    void itIsMeasuredAgainOnceAllIsSettled();
    void silenceIsFollowedByAPing();
    void trafficPostponesThePingButNotTheMeasurement();
    void silenceThatLastsEndsIt();
    void anAnswerToAnotherPingMeasuresNothing();
    void aHalfOpenConnectionIsNoticedWithinHalfAMinute();
    void aDoubtIsFollowedByAPingAtOnce();
    void aDoubtWithoutAnAnswerEndsItSoon();
    void whatIsHeardEndsTheDoubt();
};

void tst_Liveness::theRoundTripIsMeasuredAtOnce()
{
    Liveness liveness(ClientTiming(), 500);
    QCOMPARE(liveness.check(500), Need::Ping);
    const QString tag = liveness.ping(500);
    QCOMPARE(liveness.check(501), Need::Nothing);
    QCOMPARE(liveness.answered(tag, 512), std::optional<int>(12));
    QCOMPARE(liveness.answered(tag, 513), std::nullopt);
}

/// Who comes in is busy, and answers late.
void tst_Liveness::itIsMeasuredAgainOnceAllIsSettled()
{
    Liveness liveness(ClientTiming(), 0);
    liveness.ping(0);
    liveness.heard(1'900);
    QCOMPARE(liveness.check(2'999), Need::Nothing);
    QCOMPARE(liveness.check(3'000), Need::Ping);
    liveness.ping(3'000);
    liveness.heard(3'010);
    QCOMPARE(liveness.checkIn(3'010), 12'000);
}

void tst_Liveness::silenceIsFollowedByAPing()
{
    Liveness liveness(ClientTiming(), 0);
    liveness.ping(0);
    liveness.ping(0);
    liveness.heard(10);
    QCOMPARE(liveness.checkIn(10), 12'000);
    QCOMPARE(liveness.check(12'009), Need::Nothing);
    QCOMPARE(liveness.check(12'010), Need::Ping);
}

void tst_Liveness::trafficPostponesThePingButNotTheMeasurement()
{
    Liveness liveness(ClientTiming(), 0);
    liveness.ping(0);
    liveness.ping(0);
    for (int now = 0; now < 60'000; now += 1'000) {
        liveness.heard(now);
        QCOMPARE(liveness.check(now), Need::Nothing);
    }
    QCOMPARE(liveness.check(60'000), Need::Ping);
}

void tst_Liveness::silenceThatLastsEndsIt()
{
    Liveness liveness(ClientTiming(), 0);
    liveness.ping(0);
    liveness.ping(12'000);
    liveness.ping(24'000);
    QCOMPARE(liveness.checkIn(24'000), 4'000);
    QCOMPARE(liveness.check(28'000), Need::GiveUp);
}

void tst_Liveness::anAnswerToAnotherPingMeasuresNothing()
{
    Liveness liveness(ClientTiming(), 0);
    const QString old = liveness.ping(0);
    liveness.ping(1);
    QCOMPARE(liveness.answered(old, 2), std::nullopt);
    QCOMPARE(liveness.answered(u"x"_s, 2), std::nullopt);
}

void tst_Liveness::aHalfOpenConnectionIsNoticedWithinHalfAMinute()
{
    Liveness liveness(ClientTiming(), 0);
    std::int64_t now = 0;
    while (liveness.check(now) != Need::GiveUp) {
        if (liveness.check(now) == Need::Ping) {
            liveness.ping(now);
        }
        QVERIFY(liveness.checkIn(now) > 0);
        now += liveness.checkIn(now);
    }
    QVERIFY(now <= 30'000);
}

void tst_Liveness::aDoubtIsFollowedByAPingAtOnce()
{
    Liveness liveness(ClientTiming(), 0);
    liveness.ping(2'000);
    QCOMPARE(liveness.check(2'000), Need::Nothing);
    liveness.doubt(2'000);
    QCOMPARE(liveness.check(2'000), Need::Ping);
    liveness.ping(2'000);
    QCOMPARE(liveness.check(2'001), Need::Nothing);
}

void tst_Liveness::aDoubtWithoutAnAnswerEndsItSoon()
{
    Liveness liveness(ClientTiming(), 0);
    liveness.ping(0);
    liveness.heard(1'000);
    liveness.doubt(2'000);
    liveness.ping(2'000);
    liveness.doubt(6'000); // again: the patience is not prolonged
    QCOMPARE(liveness.checkIn(6'500), 500);
    QCOMPARE(liveness.check(7'000), Need::GiveUp);
}

void tst_Liveness::whatIsHeardEndsTheDoubt()
{
    Liveness liveness(ClientTiming(), 0);
    liveness.ping(0);
    liveness.doubt(2'000);
    liveness.ping(2'000);
    liveness.heard(2'500);
    QCOMPARE(liveness.check(7'000), Need::Nothing);
}

QTEST_APPLESS_MAIN(tst_Liveness)
#include "tst_liveness.moc"
