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
    void silenceIsFollowedByAPing();
    void trafficPostponesThePingButNotTheMeasurement();
    void silenceThatLastsEndsIt();
    void anAnswerToAnotherPingMeasuresNothing();
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

void tst_Liveness::silenceIsFollowedByAPing()
{
    Liveness liveness(ClientTiming(), 0);
    liveness.ping(0);
    liveness.heard(10);
    QCOMPARE(liveness.checkIn(10), 20'000);
    QCOMPARE(liveness.check(20'009), Need::Nothing);
    QCOMPARE(liveness.check(20'010), Need::Ping);
}

void tst_Liveness::trafficPostponesThePingButNotTheMeasurement()
{
    Liveness liveness(ClientTiming(), 0);
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
    liveness.ping(20'000);
    liveness.ping(40'000);
    QCOMPARE(liveness.checkIn(40'000), 5'000);
    QCOMPARE(liveness.check(45'000), Need::GiveUp);
}

void tst_Liveness::anAnswerToAnotherPingMeasuresNothing()
{
    Liveness liveness(ClientTiming(), 0);
    const QString old = liveness.ping(0);
    liveness.ping(1);
    QCOMPARE(liveness.answered(old, 2), std::nullopt);
    QCOMPARE(liveness.answered(u"x"_s, 2), std::nullopt);
}

QTEST_APPLESS_MAIN(tst_Liveness)
#include "tst_liveness.moc"
