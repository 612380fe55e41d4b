#include "protocol/identity.h"
#include "ui/client/tcptransport.h"

#include <QFile>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

QByteArray fixture(const QString &name)
{
    QFile file(QFINDTESTDATA("certificates") + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A server with a certificate of this name, which an authority has issued.
class Issued
{
public:
    explicit Issued(const QString &certificate, const QString &key = u"first.key"_s)
        : m_certificate(fixture(certificate))
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(m_certificate);
        configuration.setPrivateKey(QSslKey(fixture(key), QSsl::Ec));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_server.setSslConfiguration(configuration);
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] {
            QTcpSocket *peer = m_server.nextPendingConnection();
            QObject::connect(peer, &QTcpSocket::readyRead, &m_server,
                             [this, peer] { heard += peer->readAll(); });
        });
        if (!m_server.listen(QHostAddress::LocalHost)) {
            qFatal("no port on loopback");
        }
    }
    quint16 port() const { return m_server.serverPort(); }
    QByteArray key() const { return keyFingerprint(m_certificate.publicKey().toDer()); }

    QByteArray heard;

private:
    QSslCertificate m_certificate;
    QSslServer m_server;
};

/// A transport, and what came of it.
struct Called
{
    void call(const QString &host, quint16 port, const TlsDemand &demand = {true, {}})
    {
        transport.open({{host, port}}, demand);
        transport.send("too early");
    }
    bool isOver() const { return opened.count() + ended.count() > 0; }
    ConnectFailure failure() const { return ended.value(0).value(0).value<ConnectFailure>(); }
    QString detail() const { return ended.value(0).value(1).toString(); }

    TcpTransport transport{200};
    QSignalSpy opened{&transport, &Transport::opened};
    QSignalSpy ended{&transport, &Transport::ended};
};

} // namespace

/// Certificates that an authority has issued, under the names that people use.
class tst_Authorities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theOneForTheNameIsVouchedFor();
    void whatProvesNothingIsRefusedUnderAName_data();
    void whatProvesNothingIsRefusedUnderAName();
    void anAddressIsNoName();
    void aFingerprintCountsMoreThanNamesAndDates();
    void aKeyThatIsKnownCountsMoreThanDates();
    void aRenewedKeyIsTakenOnceTheFirstWasVouchedFor();
    void aChangedKeyIsRefusedWhateverAuthoritiesSay();
    void aChangedKeyThatNobodyVouchesForIsRefused();
};

void tst_Authorities::initTestCase()
{
    qRegisterMetaType<ConnectFailure>();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.addCaCertificate(QSslCertificate(fixture(u"authority.pem"_s)));
    QSslConfiguration::setDefaultConfiguration(configuration);
}

void tst_Authorities::theOneForTheNameIsVouchedFor()
{
    Issued server(u"localhost.pem"_s);
    Called called;
    called.call(u"localhost"_s, server.port());
    QTRY_VERIFY(called.isOver());
    QCOMPARE(called.opened.count(), 1);
    QCOMPARE(called.transport.serverKey(), (ServerKey{server.key(), false, true}));
}

void tst_Authorities::whatProvesNothingIsRefusedUnderAName_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::newRow("expired") << u"expired.pem"_s;
    QTest::newRow("another's name") << u"elsewhere.pem"_s;
}

void tst_Authorities::whatProvesNothingIsRefusedUnderAName()
{
    QFETCH(const QString, certificate);
    Issued server(certificate);
    Called called;
    called.call(u"localhost"_s, server.port());
    QTRY_VERIFY(called.isOver());
    QCOMPARE(called.failure(), ConnectFailure::BadCertificate);
    QVERIFY(!called.detail().isEmpty());
    QTest::qWait(50);
    QCOMPARE(server.heard, QByteArray());
}

void tst_Authorities::anAddressIsNoName()
{
    Issued server(u"expired.pem"_s);
    Called called;
    called.call(u"127.0.0.1"_s, server.port());
    QTRY_VERIFY(called.isOver());
    QCOMPARE(called.transport.serverKey(), (ServerKey{server.key(), false, false}));
}

void tst_Authorities::aFingerprintCountsMoreThanNamesAndDates()
{
    for (const QString &certificate : {u"expired.pem"_s, u"elsewhere.pem"_s}) {
        Issued server(certificate);
        Called called;
        called.call(u"localhost"_s, server.port(), {true, server.key()});
        QTRY_VERIFY(called.isOver());
        QCOMPARE(called.opened.count(), 1);
    }
}

void tst_Authorities::aKeyThatIsKnownCountsMoreThanDates()
{
    Issued server(u"expired.pem"_s);
    Called called;
    called.call(u"localhost"_s, server.port(), {true, server.key(), {}, true});
    QTRY_VERIFY(called.isOver());
    QCOMPARE(called.transport.serverKey(), (ServerKey{server.key(), false, true}));
}

void tst_Authorities::aRenewedKeyIsTakenOnceTheFirstWasVouchedFor()
{
    Issued server(u"renewed.pem"_s, u"second.key"_s);
    Called called;
    called.call(u"localhost"_s, server.port(), {true, Issued(u"localhost.pem"_s).key(), {}, true});
    QTRY_VERIFY(called.isOver());
    QCOMPARE(called.transport.serverKey(), (ServerKey{server.key(), false, true}));
}

void tst_Authorities::aChangedKeyIsRefusedWhateverAuthoritiesSay()
{
    Issued server(u"renewed.pem"_s, u"second.key"_s);
    Called called;
    called.call(u"localhost"_s, server.port(), {true, Issued(u"localhost.pem"_s).key(), {}, false});
    QTRY_VERIFY(called.isOver());
    QCOMPARE(called.failure(), ConnectFailure::WrongKey);
}

void tst_Authorities::aChangedKeyThatNobodyVouchesForIsRefused()
{
    for (const QString &certificate : {u"expired.pem"_s, u"elsewhere.pem"_s}) {
        Issued server(certificate);
        Called called;
        called.call(u"localhost"_s, server.port(), {true, QByteArray(64, '1'), {}, true});
        QTRY_VERIFY(called.isOver());
        QCOMPARE(called.failure(), ConnectFailure::WrongKey);
    }
}

QTEST_GUILESS_MAIN(tst_Authorities)
#include "tst_authorities.moc"
