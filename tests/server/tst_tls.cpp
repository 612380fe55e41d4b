#include "server/roomserver.h"

#include "protocol/clock.h"

#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

constexpr int deadline = 20'000;

const Identity &identity()
{
    static const Identity made = std::get<Identity>(makeIdentity(SystemClock().utc()));
    return made;
}

HostOptions encrypted()
{
    HostOptions options;
    options.name = u"Kitchen"_s;
    options.identity = identity();
    options.endpoints.append({QHostAddress(QHostAddress::LocalHost), 0});
    return options;
}

struct Running
{
    explicit Running(const HostOptions &options = encrypted()) : server(options) { server.start(); }
    quint16 port() const { return listening.value(0).value(1).value<quint16>(); }

    RoomServer server;
    QSignalSpy listening{&server, &RoomServer::listening};
    QSignalSpy failed{&server, &RoomServer::failed};
    QSignalSpy stopped{&server, &RoomServer::stopped};
};

/// Somebody at the other end of a real socket, encrypted or not.
class Guest
{
public:
    explicit Guest(quint16 port, bool tls = true, QSsl::SslProtocol version = QSsl::TlsV1_2OrLater,
                   const Identity &shown = {})
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates({});
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        configuration.setProtocol(version);
        if (!shown.isEmpty()) {
            configuration.setLocalCertificate(QSslCertificate(shown.certificate));
            configuration.setPrivateKey(QSslKey(shown.key, QSsl::Ec));
        }
        socket.setSslConfiguration(configuration);
        if (tls)
            socket.connectToHostEncrypted(u"127.0.0.1"_s, port);
        else
            socket.connectToHost(u"127.0.0.1"_s, port);
    }
    void say(const QByteArray &text) { socket.write(text + '\0'); }
    QByteArray heard()
    {
        m_heard += socket.readAll();
        return m_heard;
    }
    bool isClosed() const { return socket.state() == QAbstractSocket::UnconnectedState; }

    QSslSocket socket;

private:
    QByteArray m_heard;
};

/// The first bytes of a client that speaks TLS, as they go over the wire.
QByteArray clientHello()
{
    QTcpServer listener;
    if (!listener.listen(QHostAddress::LocalHost))
        return {};
    const Guest guest(listener.serverPort());
    QByteArray bytes;
    QTcpSocket *peer = nullptr;
    const auto came = [&] {
        peer = peer ? peer : listener.nextPendingConnection();
        bytes += peer ? peer->readAll() : QByteArray();
        return bytes.size() > 5;
    };
    return QTest::qWaitFor(came, deadline) ? bytes : QByteArray();
}

bool areJoined(Guest &one, Guest &other)
{
    one.say("/nick One");
    other.say("/nick Other");
    const auto named = [&] { return one.heard().contains("now One") && other.heard().contains("now Other"); };
    if (!QTest::qWaitFor(named, deadline))
        return false;
    one.say("ping from one");
    other.say("ping from other");
    return QTest::qWaitFor(
        [&] {
            return one.heard().contains(": ping from other") && other.heard().contains(": ping from one");
        },
        deadline);
}

} // namespace

class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void encryptedAndPlainPeopleTalkOnOnePort_data();
    void encryptedAndPlainPeopleTalkOnOnePort();
    void theServerShowsItsKey();
    void theGreetingSaysThatTlsIsOffered();
    void whoIsSilentIsGreetedOnceItIsEncrypted();
    void oldVersionsAndCiphersAreRefused_data();
    void oldVersionsAndCiphersAreRefused();
    void aPeersOwnCertificateIsWelcome();
    void muchGoesBothWays();
    void aHandshakeMayComeInPieces_data();
    void aHandshakeMayComeInPieces();
    void whatOnlyBeginsLikeTlsIsText();
    void whoWasGreetedInClearStaysThere();
    void halfAHandshakeIsGivenUp();
    void stalledHandshakesKeepNobodyOut();
    void nonsenseInAHandshakeEndsThatConnectionAlone();
    void thereIsNoTlsInTls();
    void lastWordsArrive();
    void aServerThatStopsDoesNotWaitForAHandshake();
    void whoSpeaksInClearIsToldHowToDoBetter();
    void aKeyThatDoesNotWorkIsTold();
    void echoIsEncryptedToo();
};

void TestTls::initTestCase()
{
    QVERIFY(QSslSocket::supportsSsl());
}

void TestTls::encryptedAndPlainPeopleTalkOnOnePort_data()
{
    QTest::addColumn<QSsl::SslProtocol>("version");
    QTest::newRow("1.2") << QSsl::TlsV1_2;
    QTest::newRow("1.3") << QSsl::TlsV1_3;
}

void TestTls::encryptedAndPlainPeopleTalkOnOnePort()
{
    QFETCH(QSsl::SslProtocol, version);
    Running running;
    Guest ada(running.port(), true, version);
    Guest bo(running.port(), false);
    QVERIFY(areJoined(ada, bo));
    QCOMPARE(ada.socket.sessionProtocol(), version);
    QVERIFY(!bo.socket.isEncrypted());
}

void TestTls::theServerShowsItsKey()
{
    Running running;
    const Guest ada(running.port());
    QTRY_VERIFY_WITH_TIMEOUT(ada.socket.isEncrypted(), deadline);
    QCOMPARE(keyFingerprint(ada.socket.peerCertificate().publicKey().toDer()), keyFingerprint(identity()));
}

void TestTls::theGreetingSaysThatTlsIsOffered()
{
    Running running;
    for (const bool tls : {false, true}) {
        Guest ada(running.port(), tls);
        ada.say("hello");
        QTRY_VERIFY_WITH_TIMEOUT(ada.heard().startsWith("tincan/1 tls Kitchen"), deadline);
    }
}

void TestTls::whoIsSilentIsGreetedOnceItIsEncrypted()
{
    Running running;
    Guest ada(running.port());
    QTRY_VERIFY_WITH_TIMEOUT(ada.heard().endsWith(QByteArray("\n\0", 2)), deadline);
    QVERIFY(ada.heard().startsWith("tincan/1 tls "));
}

void TestTls::oldVersionsAndCiphersAreRefused_data()
{
    QTest::addColumn<QSsl::SslProtocol>("version");
    QTest::addColumn<QString>("cipher");
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    QTest::newRow("1.1") << QSsl::TlsV1_1 << QString();
    QT_WARNING_POP
    QTest::newRow("no AEAD") << QSsl::TlsV1_2 << u"ECDHE-ECDSA-AES128-SHA"_s;
    QTest::newRow("no forward secrecy") << QSsl::TlsV1_2 << u"AES128-GCM-SHA256"_s;
}

void TestTls::oldVersionsAndCiphersAreRefused()
{
    QFETCH(QSsl::SslProtocol, version);
    QFETCH(QString, cipher);
    Running running;
    Guest ada(running.port(), false, version);
    QTRY_COMPARE_WITH_TIMEOUT(ada.socket.state(), QAbstractSocket::ConnectedState, deadline);
    if (!cipher.isEmpty()) {
        QSslConfiguration configuration = ada.socket.sslConfiguration();
        configuration.setCiphers(cipher);
        QVERIFY(!configuration.ciphers().isEmpty());
        ada.socket.setSslConfiguration(configuration);
    }
    ada.socket.startClientEncryption();
    QTRY_VERIFY_WITH_TIMEOUT(ada.isClosed(), deadline);
    QVERIFY(!ada.socket.isEncrypted());
}

void TestTls::aPeersOwnCertificateIsWelcome()
{
    Running running;
    const auto own = makeIdentity(SystemClock().utc());
    Guest ada(running.port(), true, QSsl::TlsV1_2OrLater, std::get<Identity>(own));
    Guest bo(running.port());
    QVERIFY(areJoined(ada, bo));
}

void TestTls::muchGoesBothWays()
{
    HostOptions options = encrypted();
    options.limits.floodBurst = 0;
    Running running(options);
    Guest ada(running.port());
    Guest bo(running.port());
    QVERIFY(areJoined(ada, bo));
    const QByteArray text(60'000, 'x');
    for (int i = 0; i < 50; ++i)
        ada.say(text);
    ada.say("the end");
    QTRY_VERIFY_WITH_TIMEOUT(bo.heard().endsWith(QByteArray("One: the end\0", 13)), deadline);
    QCOMPARE(bo.heard().count("One: xxx"), 50);
    QVERIFY(bo.heard().size() > 50 * text.size());
    QTRY_VERIFY_WITH_TIMEOUT(ada.heard().endsWith(QByteArray("One: the end\0", 13)), deadline);
}

void TestTls::aHandshakeMayComeInPieces_data()
{
    QTest::addColumn<int>("cut");
    for (const int cut : {1, 2, 3, 5, 6, 100})
        QTest::addRow("%d", cut) << cut;
}

void TestTls::aHandshakeMayComeInPieces()
{
    QFETCH(int, cut);
    const QByteArray hello = clientHello();
    QVERIFY(hello.size() > cut);
    Running running;
    Guest ada(running.port(), false);
    QTRY_COMPARE_WITH_TIMEOUT(ada.socket.state(), QAbstractSocket::ConnectedState, deadline);
    ada.socket.write(hello.first(cut));
    ada.socket.flush();
    QTest::qWait(400); // longer than the greeting takes that a silent peer gets
    QCOMPARE(ada.heard(), QByteArray());
    ada.socket.write(hello.sliced(cut));
    QTRY_VERIFY_WITH_TIMEOUT(ada.heard().startsWith("\x16\x03"), deadline); // the server's hello
}

void TestTls::whatOnlyBeginsLikeTlsIsText()
{
    Running running;
    Guest ada(running.port(), false);
    Guest bo(running.port(), false);
    ada.socket.write("\x16");
    QTest::qWait(100);
    ada.say("4 tons");
    QVERIFY(QTest::qWaitFor([&] { return ada.heard().contains(": 4 tons"); }, deadline));
    QVERIFY(areJoined(ada, bo));
}

void TestTls::whoWasGreetedInClearStaysThere()
{
    Running running;
    Guest ada(running.port(), false);
    QTRY_VERIFY_WITH_TIMEOUT(ada.heard().startsWith("tincan/1 tls "), deadline);
    const QByteArray before = ada.heard();
    ada.socket.write(clientHello());
    QTRY_VERIFY_WITH_TIMEOUT(ada.isClosed(), deadline);
    QCOMPARE(ada.heard(), before);
}

void TestTls::halfAHandshakeIsGivenUp()
{
    HostOptions options = encrypted();
    options.timing.handshake = 200;
    Running running(options);
    const QByteArray hello = clientHello();
    for (const int size : {1, 2, 50, int(hello.size())}) {
        Guest ada(running.port(), false);
        ada.socket.write(hello.first(size));
        QTRY_VERIFY_WITH_TIMEOUT(ada.isClosed(), deadline);
    }
}

void TestTls::stalledHandshakesKeepNobodyOut()
{
    HostOptions options = encrypted();
    options.limits.maxHandshakes = 8;
    options.timing.handshakeYields = 100;
    Running running(options);
    Guest bo(running.port(), false);
    std::vector<std::unique_ptr<Guest>> stalled;
    const QByteArray part = clientHello().first(20);
    for (int i = 0; i < 40; ++i) {
        stalled.push_back(std::make_unique<Guest>(running.port(), false));
        stalled.back()->socket.write(part);
    }
    const auto closed = [&stalled] {
        return std::count_if(stalled.begin(), stalled.end(),
                             [](const auto &guest) { return guest->isClosed(); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(closed() >= 32, deadline);
    QTest::qWait(150);
    Guest ada(running.port());
    QVERIFY(areJoined(ada, bo));
    QVERIFY(bo.heard().count(" joined") <= 1); // none of them was ever somebody
}

void TestTls::nonsenseInAHandshakeEndsThatConnectionAlone()
{
    Running running;
    Guest ada(running.port());
    Guest bo(running.port(), false);
    QVERIFY(areJoined(ada, bo));
    Guest bad(running.port(), false);
    bad.socket.write("\x16\x03\x01\x00\x05" + QByteArray(500, 'x'));
    QTRY_VERIFY_WITH_TIMEOUT(bad.isClosed(), deadline);
    ada.say("still here");
    QTRY_VERIFY_WITH_TIMEOUT(bo.heard().contains("One: still here"), deadline);
}

void TestTls::thereIsNoTlsInTls()
{
    Running running;
    Guest ada(running.port());
    ada.socket.write(clientHello());
    QTRY_VERIFY_WITH_TIMEOUT(ada.isClosed(), deadline);
    QCOMPARE(ada.heard(), QByteArray());
}

void TestTls::lastWordsArrive()
{
    HostOptions options = encrypted();
    options.limits.maxConnections = 1;
    Running running(options);
    Guest first(running.port());
    QTRY_VERIFY_WITH_TIMEOUT(first.heard().startsWith("tincan/1 "), deadline);
    Guest second(running.port());
    second.say("hello");
    QTRY_VERIFY_WITH_TIMEOUT(second.isClosed(), deadline);
    QVERIFY(second.heard().startsWith("! The room is full"));
    first.socket.write(QByteArray("flood\0", 6).repeated(2000));
    QTRY_VERIFY_WITH_TIMEOUT(first.isClosed(), deadline);
    QVERIFY(first.heard().endsWith(QByteArray("! Too fast for too long.\0", 25)));
    QCOMPARE(first.socket.error(), QAbstractSocket::RemoteHostClosedError);
}

void TestTls::aServerThatStopsDoesNotWaitForAHandshake()
{
    Running running;
    Guest ada(running.port());
    QTRY_VERIFY_WITH_TIMEOUT(ada.heard().startsWith("tincan/1 "), deadline);
    Guest stalled(running.port(), false);
    stalled.socket.write(clientHello().first(10));
    QTest::qWait(100);
    running.server.stop();
    QTRY_COMPARE_WITH_TIMEOUT(running.stopped.size(), 1, 5'000);
    QTRY_VERIFY_WITH_TIMEOUT(ada.isClosed() && stalled.isClosed(), deadline);
    QVERIFY(ada.heard().contains("! The host closed the room."));
}

void TestTls::whoSpeaksInClearIsToldHowToDoBetter()
{
    HostOptions options = encrypted();
    options.requireTls = true;
    Running running(options);
    Guest bo(running.port(), false);
    bo.say("hello");
    QTRY_VERIFY_WITH_TIMEOUT(bo.isClosed(), deadline);
    QCOMPARE(bo.heard().count('\0'), 1);
    const QByteArray how = "-connect 127.0.0.1:" + QByteArray::number(running.port()) + '\0';
    QVERIFY2(bo.heard().endsWith(how), bo.heard().constData());
    Guest ada(running.port());
    Guest cy(running.port());
    QVERIFY(areJoined(ada, cy));
}

void TestTls::aKeyThatDoesNotWorkIsTold()
{
    HostOptions options = encrypted();
    options.identity.key = "nonsense";
    const Running running(options);
    QCOMPARE(running.failed.size(), 1);
    QVERIFY(running.listening.isEmpty());
}

void TestTls::echoIsEncryptedToo()
{
    HostOptions options = encrypted();
    options.echo = true;
    Running running(options);
    Guest ada(running.port());
    ada.say("hello");
    QTRY_COMPARE_WITH_TIMEOUT(ada.heard(), QByteArray("hello\0", 6), deadline);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
