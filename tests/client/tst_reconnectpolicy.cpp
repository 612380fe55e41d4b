#include "ui/client/reconnectpolicy.h"

#include <QTest>

using namespace tincan;

class tst_ReconnectPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delaysDoubleFromASecondToAMinute();
    void jitterIsAQuarterEitherWay();
    void aShortConnectionDoesNotStartTheBackOffAnew();
    void aStableConnectionStartsTheBackOffAnew();
    void resetStartsAnew();
};

void tst_ReconnectPolicy::delaysDoubleFromASecondToAMinute()
{
    ReconnectPolicy policy(ClientTiming(), [] { return 0.5; });
    QList<int> delays;
    for (int i = 0; i < 9; ++i) {
        delays.append(policy.nextDelay(0));
    }
    QCOMPARE(delays, (QList<int>{1'000, 2'000, 4'000, 8'000, 16'000, 32'000, 60'000, 60'000, 60'000}));
}

void tst_ReconnectPolicy::jitterIsAQuarterEitherWay()
{
    ReconnectPolicy low(ClientTiming(), [] { return 0.0; });
    ReconnectPolicy high(ClientTiming(), [] { return 0.999'999; });
    QCOMPARE(low.nextDelay(0), 750);
    QCOMPARE(high.nextDelay(0), 1'249);
    for (int i = 0; i < 20; ++i) {
        QVERIFY(low.nextDelay(0) >= 750);
        QVERIFY(high.nextDelay(0) <= 60'000);
    }
}

void tst_ReconnectPolicy::aShortConnectionDoesNotStartTheBackOffAnew()
{
    ReconnectPolicy policy(ClientTiming(), [] { return 0.5; });
    policy.nextDelay(0);
    policy.nextDelay(0);
    policy.online(1'000);
    QCOMPARE(policy.nextDelay(1'000 + 59'999), 4'000);
}

void tst_ReconnectPolicy::aStableConnectionStartsTheBackOffAnew()
{
    ReconnectPolicy policy(ClientTiming(), [] { return 0.5; });
    policy.nextDelay(0);
    policy.nextDelay(0);
    policy.online(1'000);
    QCOMPARE(policy.nextDelay(1'000 + 60'000), 1'000);
    QCOMPARE(policy.nextDelay(1'000 + 120'000), 2'000); // it was never online since
}

void tst_ReconnectPolicy::resetStartsAnew()
{
    ReconnectPolicy policy(ClientTiming(), [] { return 0.5; });
    policy.nextDelay(0);
    policy.reset();
    QCOMPARE(policy.nextDelay(0), 1'000);
}

QTEST_APPLESS_MAIN(tst_ReconnectPolicy)
#include "tst_reconnectpolicy.moc"
