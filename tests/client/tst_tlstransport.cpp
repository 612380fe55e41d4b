#include "protocol/clock.h"
#include "protocol/identity.h"
#include "ui/client/tcptransport.h"

#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

constexpr int nextAddress = 500;

/// A server of TLS whose words the test writes.
class TlsServer
{
public:
    explicit TlsServer(Lifetime lifetime = Lifetime::Lasting)
        : m_identity(std::get<Identity>(makeIdentity(SystemClock().utc(), lifetime)))
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(m_identity.certificate));
        configuration.setPrivateKey(QSslKey(m_identity.key, QSsl::Ec));
        configuration.setPeerVerifyMode(QSslSocket::QueryPeer);
        m_server.setSslConfiguration(configuration);
        QObject::connect(&m_server, &QSslServer::sslErrors, &m_server,
                         [](QSslSocket *socket) { socket->ignoreSslErrors(); });
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] {
            peer = m_server.nextPendingConnection();
            const auto hear = [this] { heard += peer->readAll(); };
            QObject::connect(peer, &QTcpSocket::readyRead, &m_server, hear);
            QObject::connect(peer, &QTcpSocket::disconnected, &m_server, hear);
        });
        if (!m_server.listen(QHostAddress::LocalHost)) {
            qFatal("no port on loopback");
        }
    }
    quint16 port() const { return m_server.serverPort(); }
    QByteArray key() const { return keyFingerprint(m_identity); }

    QTcpSocket *peer = nullptr;
    QByteArray heard;

private:
    Identity m_identity;
    QSslServer m_server;
};

/// A transport, and what it said.
struct Called
{
    Called()
    {
        QObject::connect(&transport, &Transport::received,
                         [this](const QByteArray &bytes) { received += bytes; });
    }
    void call(quint16 port, const QByteArray &key = {}, const Identity &own = {})
    {
        transport.open({{u"127.0.0.1"_s, port}}, {true, key, own});
    }
    ConnectFailure failure() const { return ended.value(0).value(0).value<ConnectFailure>(); }

    TcpTransport transport{nextAddress};
    QSignalSpy opened{&transport, &Transport::opened};
    QSignalSpy ended{&transport, &Transport::ended};
    QByteArray received;
};

} // namespace

class tst_TlsTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<ConnectFailure>(); }

    void bytesGoBothWays();
    void theServersKeyIsTold_data();
    void theServersKeyIsTold();
    void aKeyThatIsDemandedOpensIt();
    void ourOwnKeyIsShown();
    void withoutAKeyOfOursNoneIsShown();
    void anotherKeyEndsItBeforeAnythingIsSaid();
    void aServerInClearIsNone_data();
    void aServerInClearIsNone();
    void aStrangerAtAnOldAddressIsPassedOver();
    void finishingSendsWhatIsQueued();
};

void tst_TlsTransport::aStrangerAtAnOldAddressIsPassedOver()
{
    TlsServer stranger;
    TlsServer server;
    Called called;
    called.transport.open({{u"127.0.0.1"_s, stranger.port()}, {u"127.0.0.1"_s, server.port()}},
                          {true, server.key(), {}});
    QTRY_COMPARE(called.opened.count(), 1);
    QCOMPARE(called.transport.serverKey().fingerprint, server.key());
    called.transport.send("hello");
    QTRY_COMPARE(server.heard, QByteArray("hello"));
    QVERIFY(stranger.heard.isEmpty());
}

void tst_TlsTransport::bytesGoBothWays()
{
    TlsServer server;
    Called called;
    called.call(server.port());
    QTRY_COMPARE(called.opened.count(), 1);
    const QByteArray much(3 * 1024 * 1024, 'x');
    called.transport.send(much);
    QVERIFY(called.transport.unsent() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(server.heard.size(), much.size(), 20'000);
    QTRY_COMPARE(called.transport.unsent(), 0);
    server.peer->write(much);
    QTRY_COMPARE_WITH_TIMEOUT(called.received.size(), much.size(), 20'000);
    server.peer->disconnectFromHost();
    QTRY_COMPARE(called.ended.count(), 1);
    QCOMPARE(called.failure(), ConnectFailure::Lost);
}

void tst_TlsTransport::theServersKeyIsTold_data()
{
    QTest::addColumn<bool>("forOneRun");
    QTest::newRow("lasting") << false;
    QTest::newRow("for one run") << true;
}

void tst_TlsTransport::theServersKeyIsTold()
{
    QFETCH(const bool, forOneRun);
    TlsServer server(forOneRun ? Lifetime::OneRun : Lifetime::Lasting);
    Called called;
    called.call(server.port());
    QTRY_COMPARE(called.opened.count(), 1);
    QCOMPARE(called.transport.serverKey(), (ServerKey{server.key(), forOneRun}));
}

void tst_TlsTransport::ourOwnKeyIsShown()
{
    TlsServer server;
    const auto own = std::get<Identity>(makeIdentity(SystemClock().utc()));
    Called called;
    called.call(server.port(), {}, own);
    QTRY_VERIFY(server.peer && !called.opened.isEmpty());
    const auto *const peer = qobject_cast<QSslSocket *>(server.peer);
    QCOMPARE(keyFingerprint(peer->peerCertificate().publicKey().toDer()), keyFingerprint(own));
}

void tst_TlsTransport::withoutAKeyOfOursNoneIsShown()
{
    TlsServer server;
    Called called;
    called.call(server.port());
    QTRY_VERIFY(server.peer && !called.opened.isEmpty());
    QVERIFY(qobject_cast<QSslSocket *>(server.peer)->peerCertificate().isNull());
}

void tst_TlsTransport::aKeyThatIsDemandedOpensIt()
{
    TlsServer server;
    Called called;
    called.call(server.port(), server.key());
    QTRY_COMPARE(called.opened.count(), 1);
}

void tst_TlsTransport::anotherKeyEndsItBeforeAnythingIsSaid()
{
    TlsServer server;
    QByteArray key = server.key();
    key[0] = key[0] == '0' ? '1' : '0';
    Called called;
    called.transport.send("too early");
    called.call(server.port(), key);
    called.transport.send("too early");
    QTRY_COMPARE(called.ended.count(), 1);
    QCOMPARE(called.failure(), ConnectFailure::WrongKey);
    QCOMPARE(called.transport.serverKey().fingerprint, server.key());
    QCOMPARE(called.opened.count(), 0);
    QTest::qWait(50);
    QCOMPARE(server.heard, QByteArray());
}

void tst_TlsTransport::aServerInClearIsNone_data()
{
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<int>("failure");
    QTest::newRow("it closes") << QByteArray() << int(ConnectFailure::Busy);
    QTest::newRow("it greets") << QByteArray("tincan/1 open x - 1 here.\n\0", 28)
                               << int(ConnectFailure::NeedsTls);
}

void tst_TlsTransport::aServerInClearIsNone()
{
    QFETCH(const QByteArray, says);
    QFETCH(const int, failure);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&server, &says] {
        QTcpSocket *const peer = server.nextPendingConnection();
        peer->write(says);
        peer->disconnectFromHost();
    });
    Called called;
    called.call(server.serverPort());
    QTRY_COMPARE(called.ended.count(), 1);
    QCOMPARE(called.failure(), ConnectFailure(failure));
    QCOMPARE(called.received, QByteArray());
}

void tst_TlsTransport::finishingSendsWhatIsQueued()
{
    TlsServer server;
    Called called;
    called.call(server.port());
    QTRY_COMPARE(called.opened.count(), 1);
    const QByteArray much(1024 * 1024, 'x');
    called.transport.send(much);
    called.transport.finish();
    QTRY_COMPARE_WITH_TIMEOUT(server.heard.size(), much.size(), 20'000);
    QTRY_COMPARE(called.ended.count(), 1);
}

QTEST_GUILESS_MAIN(tst_TlsTransport)
#include "tst_tlstransport.moc"
