#include "tests/server/house.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

constexpr int most = 5;

HostOptions largeAbove(int members)
{
    HostOptions options;
    options.limits.memberListMaximum = members;
    return options;
}

/// So many come, and speak, in one turn of the event loop.
QList<std::shared_ptr<Wire>> crowd(House &house, int count)
{
    QList<std::shared_ptr<Wire>> wires;
    for (int i = 0; i < count; ++i) {
        wires.append(house.connect(quint16(51000 + i)));
        wires.last()->say(QByteArray("/topic\0", 7));
    }
    return wires;
}

} // namespace

// What the people in a room are told of one another's coming and going.
class TestPresence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoComesInOneTurnIsToldAtOnce();
    void aCrowdIsToldAsItsNumber();
    void inALargeRoomNobodyIsSeenToLeave();
    void aRoomThatIsSmallAgainNamesWhoComes();
    void aRoomIsLargeWithOneMoreThanTheLimit_data();
    void aRoomIsLargeWithOneMoreThanTheLimit();
};

void TestPresence::whoComesInOneTurnIsToldAtOnce()
{
    House house(largeAbove(most));
    NativePeer ada(house, 50001, u"Ada"_s);
    TextPeer bo(house, 50002);
    bo.say("hello");
    bo.take();
    ada.takeEverything();
    const auto wires = crowd(house, 3);
    const auto told = ada.takeAll<serverevent::Presence>();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().joined.size(), 3);
    QCOMPARE(told.first().total, 5);
    QCOMPARE(bo.take().filter(u" joined"_s).size(), 3);
}

void TestPresence::aCrowdIsToldAsItsNumber()
{
    House house(largeAbove(most));
    NativePeer ada(house, 50001, u"Ada"_s);
    TextPeer bo(house, 50002);
    bo.say("hello");
    bo.take();
    ada.takeEverything();
    const auto wires = crowd(house, 300);
    house.advance(3000);
    const auto told = ada.takeAll<serverevent::Presence>();
    QVERIFY2(!told.isEmpty() && told.size() <= 2, QByteArray::number(told.size()));
    for (const auto &presence : told)
        QVERIFY(presence.joined.isEmpty());
    QCOMPARE(told.last().total, 302);
    QCOMPARE(bo.take(), QStringList());
    QVERIFY(!wires.first()->take().contains(" joined"));
}

void TestPresence::inALargeRoomNobodyIsSeenToLeave()
{
    House house(largeAbove(most));
    NativePeer ada(house, 50001, u"Ada"_s);
    TextPeer bo(house, 50002);
    bo.say("hello");
    const auto wires = crowd(house, 10);
    house.advance(2000);
    bo.take();
    ada.takeEverything();
    wires[0]->close();
    wires[1]->close();
    house.advance(2000);
    const auto told = ada.takeAll<serverevent::Presence>();
    QCOMPARE(told.size(), 1);
    QVERIFY(told.first().left.isEmpty());
    QCOMPARE(told.first().total, 10);
    QCOMPARE(bo.take(), QStringList());
}

void TestPresence::aRoomThatIsSmallAgainNamesWhoComes()
{
    House house(largeAbove(most));
    NativePeer ada(house, 50001, u"Ada"_s);
    const auto wires = crowd(house, 10);
    house.advance(2000);
    for (const auto &wire : wires)
        wire->close();
    house.advance(2000);
    ada.takeEverything();
    TextPeer bo(house, 50002);
    bo.say("/nick Bo");
    house.advance(2000);
    const auto told = ada.takeAll<serverevent::Presence>();
    QVERIFY(!told.isEmpty());
    QCOMPARE(told.first().joined.size(), 1);
    QCOMPARE(told.last().total, 2);
}

void TestPresence::aRoomIsLargeWithOneMoreThanTheLimit_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<qsizetype>("lines");
    QTest::newRow("the last that is told") << most - 1 << qsizetype(1);
    QTest::newRow("one more") << most << qsizetype(0);
}

void TestPresence::aRoomIsLargeWithOneMoreThanTheLimit()
{
    QFETCH(int, before);
    QFETCH(qsizetype, lines);
    House house(largeAbove(most));
    TextPeer plain(house, 50001);
    TextPeer line(house, 50002, '\n');
    plain.say("hello");
    line.say("hello");
    const auto others = crowd(house, before - 2);
    house.advance(2000);
    plain.take();
    line.take();
    const auto last = house.connect(50003);
    last->say(QByteArray("/topic\0", 7));
    house.advance(2000);
    QCOMPARE(plain.take().filter(u"guest-50003 joined"_s).size(), lines);
    QCOMPARE(line.take().filter(u"guest-50003 joined"_s).size(), lines);
}

QTEST_GUILESS_MAIN(TestPresence)
#include "tst_presence.moc"
