#include "server/roomserver.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

constexpr int deadline = 30'000;

HostOptions onLoopback(int sockets = 1)
{
    HostOptions options;
    options.name = u"Kitchen"_s;
    for (int i = 0; i < sockets; ++i)
        options.endpoints.append({QHostAddress(QHostAddress::LocalHost), 0});
    return options;
}

/// A server that runs, and whom it told what.
struct Running
{
    explicit Running(const HostOptions &options) : server(options) { server.start(); }
    quint16 port(int socket = 0) const { return listening.value(socket).value(1).value<quint16>(); }

    RoomServer server;
    QSignalSpy listening{&server, &RoomServer::listening};
    QSignalSpy started{&server, &RoomServer::started};
    QSignalSpy failed{&server, &RoomServer::failed};
    QSignalSpy stopped{&server, &RoomServer::stopped};
};

/// A script at the other end of a real socket.
class Guest
{
public:
    explicit Guest(quint16 port) { m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port); }
    void say(const QByteArray &text) { m_socket.write(text + '\0'); }
    QByteArray heard()
    {
        m_heard += m_socket.readAll();
        return m_heard;
    }
    bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    void stopReading() { m_socket.setReadBufferSize(1); }
    void readAgain() { m_socket.setReadBufferSize(0); }

private:
    QTcpSocket m_socket;
    QByteArray m_heard;
};

} // namespace

class TestRoomServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFreePortIsPickedAndTold();
    void allEndpointsLeadToOneRoom();
    void aPortThatIsTakenIsTold();
    void itListensOnAllEndpointsOrOnNone();
    void anAddressOfAnotherComputerIsTold();
    void whoIsThereIsToldThatTheServerCloses();
    void whatIsQueuedIsSentBeforeItCloses();
    void nobodyComesInWhileItCloses();
    void itStopsWithoutAnybody();
    void itStopsTwiceAndStartsAgain();
    void itCountsMembers();
};

void TestRoomServer::aFreePortIsPickedAndTold()
{
    Running running(onLoopback());
    QCOMPARE(running.listening.size(), 1);
    QCOMPARE(running.listening.first().at(0).value<QHostAddress>(), QHostAddress(QHostAddress::LocalHost));
    QVERIFY(running.port() != 0);
    QCOMPARE(running.started.size(), 1);
}

void TestRoomServer::allEndpointsLeadToOneRoom()
{
    Running running(onLoopback(2));
    QCOMPARE(running.listening.size(), 2);
    Guest ada(running.port(0));
    Guest bo(running.port(1));
    ada.say("/nick Ada");
    QTRY_VERIFY_WITH_TIMEOUT(ada.heard().contains("is now Ada"), deadline);
    bo.say("hello");
    QTRY_VERIFY_WITH_TIMEOUT(ada.heard().contains(": hello\0"), deadline);
}

void TestRoomServer::aPortThatIsTakenIsTold()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    HostOptions options = onLoopback();
    options.endpoints[0].port = other.serverPort();
    Running running(options);
    QCOMPARE(running.failed.size(), 1);
    QCOMPARE(running.failed.first().at(0).value<ListenProblem>(), ListenProblem::PortTaken);
    QCOMPARE(running.failed.first().at(2).toString(), u"127.0.0.1:%1"_s.arg(other.serverPort()));
    QVERIFY(running.started.isEmpty());
}

void TestRoomServer::itListensOnAllEndpointsOrOnNone()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    HostOptions options = onLoopback(2);
    options.endpoints[1].port = other.serverPort();
    Running running(options);
    QCOMPARE(running.failed.size(), 1);
    QVERIFY(running.listening.isEmpty());
}

void TestRoomServer::anAddressOfAnotherComputerIsTold()
{
    HostOptions options;
    options.endpoints = {{QHostAddress(u"192.0.2.1"_s), 0}};
    Running running(options);
    QCOMPARE(running.failed.size(), 1);
    QCOMPARE(running.failed.first().at(0).value<ListenProblem>(), ListenProblem::BadAddress);
}

void TestRoomServer::whoIsThereIsToldThatTheServerCloses()
{
    Running running(onLoopback());
    Guest ada(running.port());
    Guest bo(running.port());
    ada.say("/nick Ada");
    bo.say(R"({"t":"hello","v":1,"name":"Bo"})");
    QTRY_VERIFY_WITH_TIMEOUT(ada.heard().contains("* Bo joined"), deadline);
    running.server.stop();
    QTRY_COMPARE_WITH_TIMEOUT(running.stopped.size(), 1, deadline);
    QTRY_VERIFY_WITH_TIMEOUT(ada.isClosed() && bo.isClosed(), deadline);
    QVERIFY(ada.heard().endsWith(QByteArray("! The host closed the room.\0", 28)));
    QVERIFY(bo.heard().contains(R"("code":"closing")"));
}

void TestRoomServer::whatIsQueuedIsSentBeforeItCloses()
{
    HostOptions options = onLoopback();
    options.limits.floodBurst = 0;
    options.timing.closingGrace = deadline;
    Running running(options);
    Guest bo(running.port());
    bo.say("/nick Bo");
    QTRY_VERIFY_WITH_TIMEOUT(bo.heard().contains("is now Bo"), deadline);
    bo.stopReading();
    Guest ada(running.port());
    constexpr int many = 60; // more than sockets hold, less than an outbox does
    for (int i = 0; i < many; ++i)
        ada.say(QByteArray(60'000, 'x'));
    QTRY_COMPARE_WITH_TIMEOUT(ada.heard().count(": xxx"), many, deadline);
    running.server.stop();
    bo.readAgain();
    QTRY_VERIFY_WITH_TIMEOUT(bo.heard().contains("! The host closed the room."), deadline);
    QCOMPARE(bo.heard().count(": xxx"), many);
    QTRY_COMPARE_WITH_TIMEOUT(running.stopped.size(), 1, deadline);
}

void TestRoomServer::nobodyComesInWhileItCloses()
{
    Running running(onLoopback());
    Guest ada(running.port());
    ada.say("hello");
    QTRY_VERIFY_WITH_TIMEOUT(ada.heard().contains(": hello"), deadline);
    running.server.stop();
    Guest late(running.port());
    QTRY_VERIFY_WITH_TIMEOUT(late.isClosed(), deadline);
    QVERIFY(late.heard().isEmpty());
}

void TestRoomServer::itStopsWithoutAnybody()
{
    Running running(onLoopback());
    running.server.stop();
    QTRY_COMPARE_WITH_TIMEOUT(running.stopped.size(), 1, deadline);
}

void TestRoomServer::itStopsTwiceAndStartsAgain()
{
    Running running(onLoopback());
    running.server.stop();
    running.server.stop();
    QTRY_COMPARE_WITH_TIMEOUT(running.stopped.size(), 1, deadline);
    running.server.start();
    QCOMPARE(running.started.size(), 2);
    Guest ada(running.port(1));
    ada.say("hello");
    QTRY_VERIFY_WITH_TIMEOUT(ada.heard().contains(": hello"), deadline);
}

void TestRoomServer::itCountsMembers()
{
    Running running(onLoopback());
    QSignalSpy counts(&running.server, &RoomServer::memberCountChanged);
    auto ada = std::make_unique<Guest>(running.port());
    ada->say("hello");
    QTRY_COMPARE_WITH_TIMEOUT(running.server.memberCount(), 1, deadline);
    QTRY_COMPARE_WITH_TIMEOUT(counts.size(), 1, deadline);
    ada.reset();
    QTRY_COMPARE_WITH_TIMEOUT(running.server.memberCount(), 0, deadline);
}

QTEST_GUILESS_MAIN(TestRoomServer)
#include "tst_roomserver.moc"
