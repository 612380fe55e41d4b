#include "ui/models/presencerun.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestPresenceRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFewAreNamed();
    void manyAreCounted();
    void bothSidesStandInOneLine();
    void aTerminalIsSaidToBeUnencrypted();
    void whoReturnsWithinAMinuteWasNeverAway();
    void floodsAreCountedWithoutBeingKept();

private:
    static Member member(int number) { return {MemberId(QString::number(number)), u"P%1"_s.arg(number)}; }
};

void TestPresenceRun::aFewAreNamed()
{
    PresenceRun run;
    run.join(member(1), 0);
    QCOMPARE(run.text(), u"P1 joined"_s);
    run.join(member(2), 0);
    QCOMPARE(run.text(), u"P1 and P2 joined"_s);
    run.join(member(3), 0);
    QCOMPARE(run.text(), u"P1, P2 and P3 joined"_s);
}

void TestPresenceRun::manyAreCounted()
{
    PresenceRun run;
    for (int i = 1; i <= 5; ++i) {
        run.join(member(i), 0);
    }
    QCOMPARE(run.text(), u"5 joined"_s);
    for (int i = 6; i <= 9; ++i) {
        run.leave(member(i), 0);
    }
    QCOMPARE(run.text(), u"5 joined, 4 left"_s);
}

void TestPresenceRun::bothSidesStandInOneLine()
{
    PresenceRun run;
    run.leave(member(1), 0);
    QCOMPARE(run.text(), u"P1 left"_s);
    run.join(member(2), 0);
    QCOMPARE(run.text(), u"P2 joined, P1 left"_s);
}

void TestPresenceRun::aTerminalIsSaidToBeUnencrypted()
{
    Member guest = member(1);
    guest.via = Via::Line;
    PresenceRun run;
    run.join(guest, 0);
    QCOMPARE(run.text(), u"P1 joined from a terminal (plain text, not encrypted)"_s);
    run.join(member(2), 0);
    QCOMPARE(run.text(), u"P1 and P2 joined"_s);
    run.clear();
    guest.tls = true;
    run.join(guest, 0);
    QCOMPARE(run.text(), u"P1 joined"_s);
}

void TestPresenceRun::whoReturnsWithinAMinuteWasNeverAway()
{
    PresenceRun run;
    run.leave(member(1), 1000);
    run.leave(member(2), 1000);
    run.join(member(1), 60'999);
    QCOMPARE(run.text(), u"P2 left"_s);
    run.join(member(2), 61'000);
    QCOMPARE(run.text(), u"P2 joined, P2 left"_s);
    QVERIFY(!run.isEmpty());
}

void TestPresenceRun::floodsAreCountedWithoutBeingKept()
{
    PresenceRun run;
    for (int i = 0; i < 10'000; ++i) {
        run.leave(member(i), 0);
    }
    QCOMPARE(run.text(), u"10000 left"_s);
    run.join(member(9'999), 0);
    QCOMPARE(run.text(), u"P9999 joined, 10000 left"_s); // too many to know that one again
}

QTEST_GUILESS_MAIN(TestPresenceRun)
#include "tst_presencerun.moc"
