#include "tests/server/house.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

HostOptions roomForOne()
{
    HostOptions options;
    options.limits.maxConnections = 1;
    return options;
}

} // namespace

class TestConnectionTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsTooManyIsToldInItsDialect_data();
    void whoIsTooManyIsToldInItsDialect();
    void whoIsTooManyAndSilentIsToldAfterAWhile();
    void whoIsTooManyIsNobodyInTheRoom();
    void whoLeavesMakesRoom();
    void aPeerThatVanishesWhileTheRoomIsToldHarmsNobody();
    void endingAllEndsEvenThoseWhoAreRefused();
    void endingNobodyIsDoneAtOnce();
};

void TestConnectionTable::whoIsTooManyIsToldInItsDialect_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("plain") << QByteArray("hi\0", 3) << "! The room is full"_ba << QByteArray(".\0", 2);
    QTest::newRow("native") << R"({"t":"hello","v":1})"_ba + '\0' << R"({"t":"error","code":"full")"_ba
                            << QByteArray("}\0", 2);
    QTest::newRow("line, known when the wait is over") << "hi\n"_ba
                                                       << "! The room is full"_ba << QByteArray(".\n\0", 3);
    QTest::newRow("http") << "GET / HTTP/1.1\r\n\r\n"_ba
                          << "HTTP/1.1 503 "_ba
                          << "\r\n\r\n"_ba;
    QTest::newRow("irc") << "NICK ada\r\n"_ba
                         << "ERROR :The room is full"_ba
                         << ".\r\n"_ba;
    QTest::newRow("tls") << "\x16\x03\x01\x02\x05\x01"_ba
                         << ""_ba
                         << ""_ba;
}

void TestConnectionTable::whoIsTooManyIsToldInItsDialect()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, end);
    House house(roomForOne());
    house.connect(50001);
    const auto wire = house.connect(50002);
    wire->say(first);
    house.advance(300);
    const QByteArray told = wire->take();
    QVERIFY2(told.startsWith(start), told.constData());
    QVERIFY2(told.endsWith(end), told.constData());
    QVERIFY(wire->ended);
}

void TestConnectionTable::whoIsTooManyAndSilentIsToldAfterAWhile()
{
    House house(roomForOne());
    house.connect(50001);
    const auto wire = house.connect(50002);
    house.advance(299);
    QVERIFY(!wire->ended);
    house.advance(1);
    QVERIFY(wire->take().endsWith(QByteArray(".\n\0", 3)));
    QVERIFY(wire->ended);
}

void TestConnectionTable::whoIsTooManyIsNobodyInTheRoom()
{
    House house(roomForOne());
    TextPeer ada(house, 50001);
    ada.say("hello");
    ada.take();
    const auto wire = house.connect(50002);
    wire->say(QByteArray("let me in\0", 10));
    house.advance(2000);
    wire->close();
    QCOMPARE(ada.take(), QStringList());
    QCOMPARE(house.hub().memberCount(), 1);
    QVERIFY(wire->destroyed);
}

void TestConnectionTable::whoLeavesMakesRoom()
{
    House house(roomForOne());
    const auto first = house.connect(50001);
    first->close();
    house.turn();
    TextPeer ada(house, 50002);
    ada.say("hello");
    QCOMPARE(ada.take().last(), u"guest-50002: hello"_s);
}

void TestConnectionTable::aPeerThatVanishesWhileTheRoomIsToldHarmsNobody()
{
    House house;
    TextPeer ada(house, 50001);
    ada.say("hello");
    QList<std::shared_ptr<Wire>> others;
    for (quint16 port = 50010; port < 50020; ++port) {
        others.append(house.connect(port));
        others.last()->say(QByteArray("here\0", 5));
    }
    ada.take();
    ada.wire().say(QByteArray("one\0", 4));
    for (const auto &other : std::as_const(others))
        other->close();
    ada.wire().say(QByteArray("two\0", 4));
    const QStringList heard = ada.take();
    QCOMPARE(heard.count(u"guest-50001: two"_s), 1);
    QCOMPARE(heard.filter(u" left"_s).size(), 10);
    QCOMPARE(house.hub().memberCount(), 1);
}

void TestConnectionTable::endingAllEndsEvenThoseWhoAreRefused()
{
    House house(roomForOne());
    const auto one = house.connect(50001);
    const auto other = house.connect(50002);
    bool empty = false;
    house.table().endAll([&empty] { empty = true; });
    house.turn();
    QVERIFY(one->ended);
    QVERIFY(other->ended);
    QVERIFY(!empty);
    one->close();
    house.turn();
    QVERIFY(!empty);
    other->close();
    house.turn();
    QVERIFY(empty);
}

void TestConnectionTable::endingNobodyIsDoneAtOnce()
{
    House house;
    bool empty = false;
    house.table().endAll([&empty] { empty = true; });
    house.turn();
    QVERIFY(empty);
}

QTEST_GUILESS_MAIN(TestConnectionTable)
#include "tst_connectiontable.moc"
