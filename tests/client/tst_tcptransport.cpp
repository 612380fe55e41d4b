#include "fakeserver.h"
#include "ui/client/tcptransport.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

constexpr int nextAddress = 500;

quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : 0;
}

} // namespace

class tst_TcpTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstPlaceThatAnswersIsTaken();
    void aNameThatIsUnknownDoesNotHoldUpTheOthers();
    void initTestCase();

    void itOpensAddressesAndNames_data();
    void itOpensAddressesAndNames();
    void aNameWhoseFirstAddressRefusesIsReachedAtTheNext();
    void bytesGoBothWays();
    void whatTheServerSaysBeforeItClosesArrives();
    void aServerThatVanishesIsLost();
    void nobodyListeningIsRefused();
    void aNameThatDoesNotExistIsUnknown();
    void finishingSendsWhatIsQueued();
    void afterAbortNothingIsSaid();
    void aFinishBeforeItIsOpenEndsIt();
};

void tst_TcpTransport::initTestCase()
{
    qRegisterMetaType<ConnectFailure>();
}

void tst_TcpTransport::itOpensAddressesAndNames_data()
{
    QTest::addColumn<QString>("listen");
    QTest::addColumn<QString>("host");
    QTest::newRow("IPv4") << u"127.0.0.1"_s << u"127.0.0.1"_s;
    QTest::newRow("IPv6") << u"::1"_s << u"::1"_s;
    QTest::newRow("name") << u"127.0.0.1"_s << u"localhost"_s;
}

void tst_TcpTransport::itOpensAddressesAndNames()
{
    QFETCH(const QString, listen);
    QFETCH(const QString, host);
    QTcpServer server;
    if (!server.listen(QHostAddress(listen))) {
        QSKIP("this computer has no such address");
    }
    TcpTransport transport(nextAddress);
    const QSignalSpy opened(&transport, &Transport::opened);
    transport.open({{host, server.serverPort()}});
    QTRY_COMPARE(opened.count(), 1);
}

void tst_TcpTransport::aNameWhoseFirstAddressRefusesIsReachedAtTheNext()
{
    FakeServer server;
    TcpTransport transport(nextAddress);
    const QSignalSpy opened(&transport, &Transport::opened);
    const QSignalSpy ended(&transport, &Transport::ended);
    transport.open({{u"127.0.0.2"_s, server.port()}, {u"127.0.0.1"_s, server.port()}});
    QTRY_COMPARE(opened.count(), 1);
    QCOMPARE(ended.count(), 0);
}

void tst_TcpTransport::theFirstPlaceThatAnswersIsTaken()
{
    FakeServer server;
    TcpTransport transport(nextAddress);
    const QSignalSpy opened(&transport, &Transport::opened);
    // 192.0.2.1 (RFC 5737) belongs to nobody.
    transport.open({{u"192.0.2.1"_s, 9}, {u"127.0.0.1"_s, freePort()}, {u"127.0.0.1"_s, server.port()}});
    QTRY_COMPARE(opened.count(), 1);
    QTRY_COMPARE(server.connections(), 1);
}

void tst_TcpTransport::aNameThatIsUnknownDoesNotHoldUpTheOthers()
{
    FakeServer server;
    TcpTransport transport(nextAddress);
    const QSignalSpy opened(&transport, &Transport::opened);
    transport.open({{u"nobody.invalid"_s, 4040}, {u"127.0.0.1"_s, server.port()}});
    QTRY_COMPARE(opened.count(), 1);
}

void tst_TcpTransport::bytesGoBothWays()
{
    FakeServer server;
    TcpTransport transport(nextAddress);
    QByteArray got;
    connect(&transport, &Transport::received, this, [&got](const QByteArray &bytes) { got += bytes; });
    const QSignalSpy opened(&transport, &Transport::opened);
    const QSignalSpy drained(&transport, &Transport::drained);
    transport.open({{u"127.0.0.1"_s, server.port()}});
    QTRY_COMPARE(opened.count(), 1);
    transport.send(QByteArray("hello\0", 6));
    QCOMPARE(transport.unsent(), 6);
    QTRY_COMPARE(server.frames, QList<QByteArray>{"hello"});
    QVERIFY(drained.count() > 0);
    QCOMPARE(transport.unsent(), 0);
    const QByteArray much(3 * 1024 * 1024, 'x');
    server.raw(much);
    QTRY_COMPARE(got.size(), much.size());
}

void tst_TcpTransport::whatTheServerSaysBeforeItClosesArrives()
{
    FakeServer server;
    TcpTransport transport(nextAddress);
    QByteArray got;
    connect(&transport, &Transport::received, this, [&got](const QByteArray &bytes) { got += bytes; });
    const QSignalSpy ended(&transport, &Transport::ended);
    transport.open({{u"127.0.0.1"_s, server.port()}});
    QTRY_COMPARE(server.connections(), 1);
    const QByteArray much(1024 * 1024, 'x');
    server.raw(much);
    server.hangUp();
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(got.size(), much.size());
    QCOMPARE(ended.at(0).at(0).value<ConnectFailure>(), ConnectFailure::Lost);
}

void tst_TcpTransport::aServerThatVanishesIsLost()
{
    FakeServer server;
    TcpTransport transport(nextAddress);
    const QSignalSpy ended(&transport, &Transport::ended);
    transport.open({{u"127.0.0.1"_s, server.port()}});
    QTRY_COMPARE(server.connections(), 1);
    server.vanish();
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended.at(0).at(0).value<ConnectFailure>(), ConnectFailure::Lost);
}

void tst_TcpTransport::nobodyListeningIsRefused()
{
    TcpTransport transport(nextAddress);
    const QSignalSpy ended(&transport, &Transport::ended);
    transport.open({{u"127.0.0.1"_s, freePort()}});
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended.at(0).at(0).value<ConnectFailure>(), ConnectFailure::Refused);
    QVERIFY(!ended.at(0).at(1).toString().isEmpty());
}

void tst_TcpTransport::aNameThatDoesNotExistIsUnknown()
{
    TcpTransport transport(nextAddress);
    const QSignalSpy ended(&transport, &Transport::ended);
    transport.open({{u"no such name"_s, 4040}});
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended.at(0).at(0).value<ConnectFailure>(), ConnectFailure::UnknownHost);
}

void tst_TcpTransport::finishingSendsWhatIsQueued()
{
    FakeServer server;
    TcpTransport transport(nextAddress);
    const QSignalSpy ended(&transport, &Transport::ended);
    const QSignalSpy opened(&transport, &Transport::opened);
    transport.open({{u"127.0.0.1"_s, server.port()}});
    QTRY_COMPARE(opened.count(), 1);
    transport.send(QByteArray("bye\0", 4));
    transport.finish();
    QTRY_COMPARE(server.frames, QList<QByteArray>{"bye"});
    QTRY_COMPARE(ended.count(), 1);
}

void tst_TcpTransport::afterAbortNothingIsSaid()
{
    FakeServer server;
    TcpTransport transport(nextAddress);
    const QSignalSpy ended(&transport, &Transport::ended);
    const QSignalSpy opened(&transport, &Transport::opened);
    transport.open({{u"localhost"_s, server.port()}});
    transport.abort();
    transport.send("x");
    QCOMPARE(transport.unsent(), 0);
    QTest::qWait(50);
    QCOMPARE(opened.count() + ended.count(), 0);
}

void tst_TcpTransport::aFinishBeforeItIsOpenEndsIt()
{
    FakeServer server;
    TcpTransport transport(nextAddress);
    const QSignalSpy ended(&transport, &Transport::ended);
    transport.open({{u"127.0.0.1"_s, server.port()}});
    transport.finish();
    QCOMPARE(ended.count(), 1);
}

QTEST_GUILESS_MAIN(tst_TcpTransport)
#include "tst_tcptransport.moc"
