#include "protocol/clock.h"
#include "protocol/identity.h"
#include "server/roomserver.h"
#include "tests/server/house.h"
#include "tests/server/transcriptreplay.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTest>

using namespace tincan;
using namespace tincan::transcript;
using namespace Qt::StringLiterals;

namespace {

/// The key of this name, made when it is first asked for.
const Identity &identityOf(const QByteArray &name)
{
    static QHash<QByteArray, Identity> identities;
    if (!identities.contains(name)) {
        const auto made = makeIdentity(SystemClock().utc());
        if (const auto *identity = std::get_if<Identity>(&made))
            identities.insert(name, *identity);
    }
    return identities[name];
}

HostOptions optionsFor(const Transcript &transcript)
{
    HostOptions options;
    options.name = transcript.serverName;
    options.passwordHash = quickHash(transcript.password);
    if (!transcript.owner.isEmpty()) {
        options.identity = identityOf("server");
        options.ownerKeys = {keyFingerprint(identityOf(transcript.owner))};
    }
    options.endpoints = {{QHostAddress(QHostAddress::LocalHost), 0}};
    return options;
}

/// A server without sockets; time goes on while somebody waits.
class HouseStage final : public Stage
{
public:
    explicit HouseStage(const HostOptions &options) : m_house(options) {}

    void connect(const QByteArray &client, const QByteArray &key) override
    {
        m_wires[client] = key.isEmpty() ? m_house.connect(m_nextPort)
                                        : m_house.connectWithKey(m_nextPort, keyFingerprint(identityOf(key)));
        ++m_nextPort;
    }
    void send(const QByteArray &client, const QByteArray &bytes) override
    {
        m_waited = 0;
        m_wires[client]->say(bytes);
        m_house.turn();
    }
    void leave(const QByteArray &client) override
    {
        m_waited = 0;
        m_wires[client]->close();
        m_house.turn();
    }
    bool isClosed(const QByteArray &client) override { return m_wires[client]->ended; }
    QByteArray take(const QByteArray &client) override { return m_wires[client]->take(); }
    bool wait() override
    {
        m_house.advance(50);
        return ++m_waited < 10;
    }
    void settle() override { m_house.turn(); }

private:
    House m_house;
    quint16 m_nextPort = 50001;
    int m_waited = 0;
    QHash<QByteArray, std::shared_ptr<Wire>> m_wires;
};

/// A real server on loopback.
class PortStage final : public Stage
{
public:
    explicit PortStage(const HostOptions &options) : m_server(unhurried(options))
    {
        QSignalSpy listening(&m_server, &RoomServer::listening);
        m_server.start();
        m_port = quint16(listening.value(0).value(1).toUInt());
    }

    void connect(const QByteArray &client, const QByteArray &key) override
    {
        auto socket = std::make_shared<QSslSocket>();
        m_sockets[client] = socket;
        if (key.isEmpty()) {
            socket->connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
            QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState);
            return;
        }
        socket->setPeerVerifyMode(QSslSocket::VerifyNone);
        socket->setLocalCertificate(QSslCertificate(identityOf(key).certificate));
        socket->setPrivateKey(QSslKey(identityOf(key).key, QSsl::Ec));
        socket->connectToHostEncrypted(QHostAddress(QHostAddress::LocalHost).toString(), m_port);
        QTRY_VERIFY(socket->isEncrypted());
    }
    void send(const QByteArray &client, const QByteArray &bytes) override
    {
        m_waiting.invalidate();
        m_sockets[client]->write(bytes);
    }
    void leave(const QByteArray &client) override { m_sockets[client]->disconnectFromHost(); }
    bool isClosed(const QByteArray &client) override
    {
        return m_sockets[client]->state() == QAbstractSocket::UnconnectedState;
    }
    QByteArray take(const QByteArray &client) override
    {
        const QByteArray bytes = m_sockets[client]->readAll();
        if (!bytes.isEmpty())
            m_waiting.invalidate();
        return bytes;
    }
    bool wait() override
    {
        if (!m_waiting.isValid())
            m_waiting.start();
        QTest::qWait(5);
        return m_waiting.elapsed() < 30'000;
    }
    void settle() override { QTest::qWait(50); }

private:
    /// On a busy machine a client that speaks at once must not pass for a silent one.
    static HostOptions unhurried(HostOptions options)
    {
        options.timing.greetAfter = 3'000;
        options.timing.announceAfter = 20'000;
        return options;
    }

    RoomServer m_server;
    quint16 m_port = 0;
    QElapsedTimer m_waiting;
    QHash<QByteArray, std::shared_ptr<QTcpSocket>> m_sockets;
};

} // namespace

class TestTranscripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theServerKeepsToTheTranscript_data() { listTranscripts(); }
    void theServerKeepsToTheTranscript();
    void theServerKeepsToTheTranscriptOverARealPort_data() { listTranscripts(); }
    void theServerKeepsToTheTranscriptOverARealPort();

private:
    void listTranscripts();
};

void TestTranscripts::listTranscripts()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(TINCAN_TRANSCRIPTS));
    const QStringList names = folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

#define READ_TRANSCRIPT(path)                                                                                \
    QFile file(path);                                                                                        \
    QVERIFY(file.open(QIODevice::ReadOnly));                                                                 \
    const auto parsed = parse(file.readAll());                                                               \
    QVERIFY(std::holds_alternative<Transcript>(parsed));                                                     \
    const auto &transcript = std::get<Transcript>(parsed)

void TestTranscripts::theServerKeepsToTheTranscript()
{
    QFETCH(QString, path);
    READ_TRANSCRIPT(path);
    HouseStage stage(optionsFor(transcript));
    QCOMPARE(replay(transcript, stage), QString());
}

void TestTranscripts::theServerKeepsToTheTranscriptOverARealPort()
{
    QFETCH(QString, path);
    READ_TRANSCRIPT(path);
    PortStage stage(optionsFor(transcript));
    QCOMPARE(replay(transcript, stage), QString());
}

QTEST_GUILESS_MAIN(TestTranscripts)
#include "tst_transcripts.moc"
