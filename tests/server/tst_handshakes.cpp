#include "server/handshakes.h"
#include "tests/server/manualclock.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

/// Handshakes of which three may be under way.
struct Three
{
    Handshakes::Place begin(int number, const QString &from = u"192.0.2.1"_s)
    {
        return handshakes.begin(QHostAddress(from), [this, number] { givenUp.append(number); });
    }
    void advance(int milliseconds)
    {
        clock.advance(milliseconds);
        deadlines.fireDue();
    }

    ManualClock clock;
    DeadlineQueue deadlines{clock};
    Handshakes handshakes{clock, deadlines, {3, 10'000, 1'000}};
    QList<int> givenUp;
};

} // namespace

class TestHandshakes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soManyAreUnderWayAndNoMore();
    void aPlaceThatIsLeftIsFree();
    void oneThatLastsTooLongIsGivenUp();
    void theOldestMakesRoomOnceItIsOldEnough();
    void whoHasMostMakesRoomAtOnce();
    void whoHasNoMoreThanOthersIsLeftAlone();
    void whoIsSlowAloneIsNotSentAwayByManyOfOneSource();
    void aNetworkIsOneSource();
    void aPlaceIsHandedOn();
    void whoAPlaceWasHandedOnToIsTold();
    void theHostIsToldOfThoseThatAreClosedOnceAMinute();
};

void TestHandshakes::soManyAreUnderWayAndNoMore()
{
    Three three;
    const auto one = three.begin(1);
    const auto two = three.begin(2);
    const auto last = three.begin(3);
    QVERIFY(one.isTaken() && two.isTaken() && last.isTaken());
    QVERIFY(!three.begin(4).isTaken());
    QCOMPARE(three.givenUp, QList<int>());
}

void TestHandshakes::aPlaceThatIsLeftIsFree()
{
    Three three;
    const auto one = three.begin(1);
    const auto two = three.begin(2);
    {
        const auto three3 = three.begin(3);
        QCOMPARE(three.handshakes.count(), 3);
    }
    QVERIFY(three.begin(4).isTaken());
    three.advance(20'000);
    QCOMPARE(three.givenUp, (QList<int>{1, 2})); // what is left is forgotten
}

void TestHandshakes::oneThatLastsTooLongIsGivenUp()
{
    Three three;
    auto one = three.begin(1);
    three.advance(9'999);
    QCOMPARE(three.givenUp, QList<int>());
    three.advance(1);
    QCOMPARE(three.givenUp, QList<int>{1});
    QCOMPARE(three.handshakes.count(), 0);
    one.leave(); // too late, and harmless
}

void TestHandshakes::theOldestMakesRoomOnceItIsOldEnough()
{
    Three three;
    const auto one = three.begin(1);
    three.advance(500);
    const auto two = three.begin(2);
    const auto last = three.begin(3);
    three.advance(499);
    QVERIFY(!three.begin(4).isTaken());
    three.advance(1);
    const auto four = three.begin(4);
    QVERIFY(four.isTaken());
    QCOMPARE(three.givenUp, QList<int>{1});
    QVERIFY(!three.begin(5).isTaken());
}

void TestHandshakes::whoHasMostMakesRoomAtOnce()
{
    Three three;
    const auto one = three.begin(1, u"192.0.2.1"_s);
    const auto two = three.begin(2, u"192.0.2.2"_s);
    const auto last = three.begin(3, u"192.0.2.2"_s);
    const auto four = three.begin(4, u"192.0.2.3"_s);
    QVERIFY(four.isTaken());
    QCOMPARE(three.givenUp, QList<int>{2});
}

void TestHandshakes::whoHasNoMoreThanOthersIsLeftAlone()
{
    Three three;
    const auto one = three.begin(1, u"192.0.2.1"_s);
    const auto two = three.begin(2, u"192.0.2.2"_s);
    const auto last = three.begin(3, u"192.0.2.2"_s);
    QVERIFY(!three.begin(4, u"192.0.2.1"_s).isTaken());
    QVERIFY(!three.begin(5, u"192.0.2.2"_s).isTaken());
    QCOMPARE(three.givenUp, QList<int>());
}

void TestHandshakes::whoIsSlowAloneIsNotSentAwayByManyOfOneSource()
{
    Three three;
    const auto slow = three.begin(1, u"192.0.2.1"_s);
    three.advance(2'000);
    const auto two = three.begin(2, u"192.0.2.2"_s);
    const auto last = three.begin(3, u"192.0.2.2"_s);
    QVERIFY(!three.begin(4, u"192.0.2.2"_s).isTaken());
    three.advance(1'000);
    QVERIFY(three.begin(5, u"192.0.2.2"_s).isTaken());
    QCOMPARE(three.givenUp, QList<int>{2});
}

void TestHandshakes::aNetworkIsOneSource()
{
    Three three;
    const auto one = three.begin(1, u"192.0.2.1"_s);
    const auto two = three.begin(2, u"2001:db8::1"_s);
    const auto last = three.begin(3, u"2001:db8::2"_s);
    QVERIFY(three.begin(4, u"192.0.2.3"_s).isTaken());
    QCOMPARE(three.givenUp, QList<int>{2});
}

void TestHandshakes::aPlaceIsHandedOn()
{
    Three three;
    auto one = three.begin(1);
    Handshakes::Place other = std::move(one);
    QVERIFY(other.isTaken());
    QCOMPARE(three.handshakes.count(), 1);
    other = three.begin(2);
    QCOMPARE(three.handshakes.count(), 1);
    other = Handshakes::Place();
    QCOMPARE(three.handshakes.count(), 0);
}

void TestHandshakes::whoAPlaceWasHandedOnToIsTold()
{
    Three three;
    auto one = three.begin(1);
    Handshakes::Place other = std::move(one);
    other.setAbandon([&three] { three.givenUp.append(10); });
    three.advance(10'000);
    QCOMPARE(three.givenUp, QList<int>{10});
    other.setAbandon([&three] { three.givenUp.append(20); }); // too late, and harmless
}

void TestHandshakes::theHostIsToldOfThoseThatAreClosedOnceAMinute()
{
    static QStringList said;
    said.clear();
    const auto before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &text) { said.append(text); });
    Three three;
    three.clock.advance(1);
    const auto one = three.begin(1);
    const auto two = three.begin(2);
    const auto last = three.begin(3);
    const int first = int(said.size());
    for (int i = 0; i < 5; ++i)
        QVERIFY(!three.begin(4).isTaken());
    const QStringList atOnce = said;
    three.clock.advance(Handshakes::noteEveryMs); // without what is due meanwhile
    const auto four = three.begin(5);
    const auto five = three.begin(6);
    const auto six = three.begin(7);
    QVERIFY(!three.begin(8).isTaken());
    qInstallMessageHandler(before);
    QCOMPARE(first, 0);
    QCOMPARE(atOnce.size(), 1);
    QVERIFY(atOnce.first().endsWith(u"closed without an answer: 1"_s));
    QCOMPARE(said.size(), 2);
    QVERIFY(said.last().endsWith(u"closed without an answer: 5"_s));
}

QTEST_GUILESS_MAIN(TestHandshakes)
#include "tst_handshakes.moc"
