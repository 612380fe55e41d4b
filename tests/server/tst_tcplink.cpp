#include "protocol/clock.h"
#include "server/rawsocket.h"
#include "server/tcplink.h"
#include "tests/server/acceptor.h"

#include <QTcpSocket>
#include <QTest>

using namespace tincan;

namespace {

class Observer final : public LinkObserver
{
public:
    void bytesCame(QByteArrayView bytes) override { came += bytes.toByteArray(); }
    void bytesLeft() override { ++left; }
    void linkClosed() override { ++closed; }

    QByteArray came;
    int left = 0;
    int closed = 0;
};

/// A link, and the peer at its other end.
struct Line
{
    Line()
    {
        acceptor.listen(QHostAddress::LocalHost);
        peer.connectToHost(acceptor.serverAddress(), acceptor.serverPort());
        if (!QTest::qWaitFor([this] { return acceptor.taken >= 0 && peer.isOpen(); }))
            qFatal("no connection over loopback");
        link = std::make_unique<TcpLink>(acceptor.taken, rawsocket::peerEndpoint(acceptor.taken), waits);
        link->setObserver(&observer);
    }

    /// More than loopback holds while the peer does not read.
    void writeTooMuch()
    {
        peer.setReadBufferSize(1);
        constexpr qsizetype size = 256 * 1024;
        for (qsizetype taken = size; taken == size;) {
            taken = link->write(QByteArray(size, 'x'));
            written += taken;
        }
    }

    SystemClock clock;
    DeadlineQueue deadlines{clock};
    DescriptorSet descriptors;
    const LinkWaits waits{descriptors, deadlines};
    Acceptor acceptor;
    QTcpSocket peer;
    Observer observer;
    qint64 written = 0;
    std::unique_ptr<TcpLink> link;
};

} // namespace

// A TcpLink on a real socket.
class TestTcpLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesGoBothWays();
    void aLinkSaysWhenTheSystemTakesMore();
    void lastWordsAreReadBeforeTheEnd();
    void thePeersEndClosesOnce();
    void aPeerThatResetsWhileItIsWrittenToIsNoticed();
    void abortReportsFromTheEventLoop();
    void aLinkMayGoWhileOthersAreReady();
    void aDescriptorMayBeUsedAgain();
};

void TestTcpLink::bytesGoBothWays()
{
    Line line;
    QCOMPARE(line.link->write("to the peer"), 11);
    QTRY_COMPARE(line.peer.bytesAvailable(), 11);
    line.peer.write("to the link");
    QTRY_COMPARE(line.observer.came, QByteArray("to the link"));
    QCOMPARE(line.link->peerPort(), line.peer.localPort());
    QCOMPARE(line.link->peerAddress(), QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(line.link->ownEndpoint().port, line.acceptor.serverPort());
}

void TestTcpLink::aLinkSaysWhenTheSystemTakesMore()
{
    Line line;
    line.writeTooMuch();
    QCOMPARE(line.link->write("more"), 0);
    QCOMPARE(line.observer.left, 0);
    line.peer.setReadBufferSize(0);
    qint64 got = 0;
    QTRY_VERIFY((got += line.peer.readAll().size()) == line.written);
    QTRY_VERIFY(line.observer.left > 0);
    QCOMPARE(line.link->write("more"), 4);
    QTRY_COMPARE(line.peer.bytesAvailable(), 4);
}

void TestTcpLink::lastWordsAreReadBeforeTheEnd()
{
    Line line;
    line.peer.write("never read by anybody");
    line.writeTooMuch();
    line.link->closeAfterWriting();
    QCOMPARE(line.link->write("too late"), 0);
    line.peer.setReadBufferSize(0);
    qint64 got = 0;
    QTRY_VERIFY((got += line.peer.readAll().size()) == line.written);
    QTRY_COMPARE(line.observer.closed, 1);
    QCOMPARE(line.peer.error(), QAbstractSocket::RemoteHostClosedError);
}

void TestTcpLink::thePeersEndClosesOnce()
{
    Line line;
    line.peer.write("bye");
    line.peer.disconnectFromHost();
    QTRY_COMPARE(line.observer.closed, 1);
    QCOMPARE(line.observer.came, QByteArray("bye"));
    QCOMPARE(line.link->write("nobody is there"), 0);
    line.link->abort();
    line.link->closeAfterWriting();
    QTest::qWait(0);
    QCOMPARE(line.observer.closed, 1);
}

void TestTcpLink::aPeerThatResetsWhileItIsWrittenToIsNoticed()
{
    Line line;
    line.writeTooMuch();
    line.peer.abort(); // with unread bytes: the system answers with a reset
    QTRY_COMPARE(line.observer.closed, 1);
}

void TestTcpLink::abortReportsFromTheEventLoop()
{
    Line line;
    line.link->abort();
    QCOMPARE(line.observer.closed, 0);
    QTRY_COMPARE(line.observer.closed, 1);
    QTRY_COMPARE(line.peer.state(), QAbstractSocket::UnconnectedState);
}

void TestTcpLink::aLinkMayGoWhileOthersAreReady()
{
    Line first;
    QTcpSocket secondPeer;
    first.acceptor.taken = -1;
    secondPeer.connectToHost(first.acceptor.serverAddress(), first.acceptor.serverPort());
    QTRY_VERIFY(first.acceptor.taken >= 0);
    auto second = std::make_unique<TcpLink>(first.acceptor.taken,
                                            rawsocket::peerEndpoint(first.acceptor.taken), first.waits);

    /// Whoever is told first takes the other one away.
    struct Jealous final : LinkObserver
    {
        std::unique_ptr<TcpLink> *other = nullptr;
        int told = 0;
        void bytesCame(QByteArrayView) override
        {
            ++told;
            other->reset();
        }
        void bytesLeft() override {}
        void linkClosed() override {}
    };
    Jealous one;
    Jealous two;
    one.other = &second;
    two.other = &first.link;
    first.link->setObserver(&one);
    second->setObserver(&two);
    first.peer.write("a");
    secondPeer.write("b");
    first.peer.flush();
    secondPeer.flush();
    QTRY_VERIFY(one.told + two.told > 0);
    QTest::qWait(0);
    QCOMPARE(one.told + two.told, 1);
}

void TestTcpLink::aDescriptorMayBeUsedAgain()
{
    Line line;
    line.link.reset();
    QTcpSocket next;
    line.acceptor.taken = -1;
    next.connectToHost(line.acceptor.serverAddress(), line.acceptor.serverPort());
    QTRY_VERIFY(line.acceptor.taken >= 0);
    TcpLink again(line.acceptor.taken, rawsocket::peerEndpoint(line.acceptor.taken), line.waits);
    Observer observer;
    again.setObserver(&observer);
    next.write("new");
    QTRY_COMPARE(observer.came, QByteArray("new"));
    QCOMPARE(line.observer.came, QByteArray());
}

QTEST_GUILESS_MAIN(TestTcpLink)
#include "tst_tcplink.moc"
