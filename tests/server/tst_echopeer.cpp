#include "tests/server/house.h"

#include <QTest>

using namespace tincan;

namespace {

HostOptions echo()
{
    HostOptions options;
    options.echo = true;
    return options;
}

} // namespace

class TestEchoPeer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesComeBackWithTheirDelimiter_data();
    void messagesComeBackWithTheirDelimiter();
    void nobodyIsGreeted();
    void othersHearNothing();
    void anOverlongMessageIsAnErrorAndTheNextIsEchoed();
    void aBrowserIsShownTheDoor();
};

void TestEchoPeer::messagesComeBackWithTheirDelimiter_data()
{
    QTest::addColumn<QByteArrayList>("chunks");
    QTest::addColumn<QByteArray>("echo");
    QTest::newRow("plain") << QByteArrayList(
                                  {"caerphil", QByteArray("ly\0illches", 10), QByteArray("ter\0", 4)})
                           << QByteArray("caerphilly\0illchester\0", 22);
    QTest::newRow("line") << QByteArrayList({"one\ntw", "o\n"}) << QByteArray("one\ntwo\n");
    QTest::newRow("telnet") << QByteArrayList({"one\r\ntwo\r\n"}) << QByteArray("one\r\ntwo\r\n");
    QTest::newRow("irc") << QByteArrayList({"NICK ada\r\n"}) << QByteArray("NICK ada\r\n");
    QTest::newRow("json") << QByteArrayList({QByteArray("{\"t\":\"hello\"}\0", 14)})
                          << QByteArray("{\"t\":\"hello\"}\0", 14);
    QTest::newRow("no text") << QByteArrayList({QByteArray("\xff\x01\0\0", 4)})
                             << QByteArray("\xff\x01\0\0", 4);
}

void TestEchoPeer::messagesComeBackWithTheirDelimiter()
{
    QFETCH(QByteArrayList, chunks);
    House house(echo());
    const auto wire = house.connect(50001);
    for (const QByteArray &chunk : chunks) {
        wire->say(chunk);
        house.turn();
    }
    house.advance(200);
    QTEST(wire->take(), "echo");
}

void TestEchoPeer::nobodyIsGreeted()
{
    House house(echo());
    const auto wire = house.connect(50001);
    house.advance(10'000);
    QCOMPARE(wire->take(), QByteArray());
    QVERIFY(!wire->ended);
}

void TestEchoPeer::othersHearNothing()
{
    House house(echo());
    const auto one = house.connect(50001);
    const auto other = house.connect(50002);
    one->say(QByteArray("hello\0", 6));
    house.advance(1000);
    QCOMPARE(other->take(), QByteArray());
}

void TestEchoPeer::anOverlongMessageIsAnErrorAndTheNextIsEchoed()
{
    House house(echo());
    const auto wire = house.connect(50001);
    wire->say(QByteArray(70'000, 'x') + '\0' + QByteArray("next\0", 5));
    house.turn();
    const QList<QByteArray> messages = wire->takeMessages('\0');
    QCOMPARE(messages.size(), 2);
    QVERIFY(messages[0].startsWith("! "));
    QCOMPARE(messages[1], "next");
}

void TestEchoPeer::aBrowserIsShownTheDoor()
{
    House house(echo());
    const auto wire = house.connect(50001);
    wire->say("GET / HTTP/1.1\r\n\r\n");
    house.turn();
    QVERIFY(wire->take().startsWith("HTTP/1.1 400"));
    QVERIFY(wire->ended);
}

QTEST_GUILESS_MAIN(TestEchoPeer)
#include "tst_echopeer.moc"
