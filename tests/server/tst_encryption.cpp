#include "tests/server/house.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

// What encryption means above the sockets.
class TestEncryption : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsBusyWithAHandshakeIsNobodyYet();
    void whatIsEncryptedIsSniffedAndMarked();
    void whoComesBackEncryptedIsMarkedAnew();
    void whoSpeaksInClearWhereThatIsForbiddenIsToldHow_data();
    void whoSpeaksInClearWhereThatIsForbiddenIsToldHow();
    void whoIsEncryptedWhereThatIsDemandedIsServed();
};

void TestEncryption::whoIsBusyWithAHandshakeIsNobodyYet()
{
    House house;
    TextPeer bo(house, 50001);
    bo.say("hello");
    bo.take();
    const auto wire = house.connect(50002);
    bo.say("not for half a handshake");
    bo.take();
    wire->observer->paused();
    house.advance(5000);
    QCOMPARE(wire->take(), QByteArray());
    QCOMPARE(bo.take(), QStringList());
    wire->encrypted = true;
    wire->observer->resumed();
    house.advance(299);
    QCOMPARE(wire->take(), QByteArray());
    house.advance(1);
    QVERIFY(wire->take().startsWith("tincan/1 "));
    house.advance(700);
    QCOMPARE(bo.take(), QStringList({u"* guest-50002 joined"_s}));
}

void TestEncryption::whatIsEncryptedIsSniffedAndMarked()
{
    House house;
    NativePeer ada(house, 50001, u"Ada"_s);
    QVERIFY(!ada.welcome.self.tls);
    const auto wire = house.connect(50002);
    wire->encrypt();
    wire->say(R"({"t":"hello","v":1,"name":"Bo"})"_ba + '\0');
    const auto presence = ada.takeAll<serverevent::Presence>();
    QCOMPARE(presence.size(), 1);
    QVERIFY(presence.first().joined.first().tls);
    QVERIFY(wire->take().contains(R"("name":"Bo","via":"native","tls":true)"));
}

void TestEncryption::whoComesBackEncryptedIsMarkedAnew()
{
    House house;
    NativePeer bo(house, 50001, u"Bo"_s);
    NativePeer ada(house, 50002, u"Ada"_s);
    bo.takeEverything();
    const auto wire = house.connect(50003);
    wire->encrypt();
    command::Hello hello;
    hello.session = ada.welcome.session;
    wire->say(json::encode(Command(hello)) + '\0');
    const auto presence = bo.takeAll<serverevent::Presence>();
    QCOMPARE(presence.size(), 1);
    QCOMPARE(presence.first().changed.size(), 1);
    QVERIFY(presence.first().changed.first().tls);
}

void TestEncryption::whoSpeaksInClearWhereThatIsForbiddenIsToldHow_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("end");
    const QByteArray how = "openssl s_client -quiet -connect 127.0.0.1:4040";
    QTest::newRow("silent") << ""_ba
                            << "! "_ba << how + QByteArray("\n\0", 2);
    QTest::newRow("plain") << QByteArray("hi\0", 3) << "! "_ba << how + '\0';
    QTest::newRow("line") << "hi\n"_ba
                          << "! "_ba << how + '\n';
    QTest::newRow("native") << R"({"t":"hello","v":1})"_ba + '\0' << R"({"t":"error","code":"not-allowed")"_ba
                            << how + "\"}" + '\0';
    QTest::newRow("irc") << "NICK ada\r\n"_ba
                         << "ERROR :"_ba << how + "\r\n";
}

void TestEncryption::whoSpeaksInClearWhereThatIsForbiddenIsToldHow()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, end);
    HostOptions options;
    options.requireTls = true;
    House house(options);
    const auto wire = house.connect(50001);
    if (!first.isEmpty())
        wire->say(first);
    house.advance(300);
    const QByteArray told = wire->take();
    QVERIFY2(told.startsWith(start), told.constData());
    QVERIFY2(told.endsWith(end), told.constData());
    QVERIFY(wire->ended);
    QCOMPARE(house.hub().memberCount(), 0);
}

void TestEncryption::whoIsEncryptedWhereThatIsDemandedIsServed()
{
    HostOptions options;
    options.requireTls = true;
    House house(options);
    const auto wire = house.connect(50001);
    wire->encrypt();
    wire->say(QByteArray("hello\0", 6));
    house.turn();
    QVERIFY(wire->take().endsWith(QByteArray("guest-50001: hello\0", 19)));
}

QTEST_GUILESS_MAIN(TestEncryption)
#include "tst_encryption.moc"
