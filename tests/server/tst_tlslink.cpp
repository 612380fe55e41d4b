#include "server/tlslink.h"

#include "protocol/clock.h"
#include "server/acceptedlink.h"
#include "server/rawsocket.h"
#include "server/tlscontext.h"
#include "server/tlsoffer.h"
#include "tests/server/acceptor.h"
#include "tests/server/tlspeer.h"

#include <QTest>

#include <utility>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

class Observer final : public LinkObserver
{
public:
    explicit Observer(DeadlineQueue &queue) : deadlines(queue) {}

    void bytesCame(QByteArrayView bytes) override
    {
        came += bytes.toByteArray();
        if (!answer.isEmpty())
            endOfTurn = deadlines.in(0, [this] { taken += link->write(answer); });
    }
    void bytesLeft() override { ++left; }
    void linkClosed() override { ++closed; }
    void resumed() override { ++encrypted; }

    DeadlineQueue &deadlines;
    Deadline endOfTurn;
    Link *link = nullptr;
    QByteArray answer; ///< to whatever came, at the end of the turn
    qsizetype taken = 0;
    QByteArray came;
    int left = 0;
    int closed = 0;
    int encrypted = 0;
};

const Identity &identity()
{
    static const Identity made = std::get<Identity>(makeIdentity(SystemClock().utc()));
    return made;
}

QByteArray distinctBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char('a' + (i * 31 + i / 977) % 26);
    return bytes;
}

/// A link, and the peer at its other end.
struct Line
{
    explicit Line(const TlsPeer::Ways &ways = {}, const Identity &shown = identity())
        : context(TlsContext::make(shown))
    {
        acceptor.listen(QHostAddress::LocalHost);
        peer = std::make_unique<TlsPeer>(acceptor.serverPort(), ways);
        if (!QTest::qWaitFor([this] { return acceptor.taken >= 0; }))
            qFatal("no connection over loopback");
        link = std::make_unique<TlsLink>(
            acceptor.taken, rawsocket::peerEndpoint(acceptor.taken), waits, *context,
            handshakes.begin(QHostAddress(QHostAddress::LocalHost), [this] { link->abort(); }));
        link->setObserver(&observer);
        observer.link = link.get();
    }

    bool isEncrypted()
    {
        return QTest::qWaitFor([this] { return peer->shakeHands() && observer.encrypted == 1; });
    }
    /// More than loopback holds while the peer does not read. What the link did not take is left out.
    void writeTooMuch()
    {
        for (qsizetype taken = 1; taken > 0;) {
            const QByteArray more = distinctBytes(100'000 + written.size() % 1'000);
            taken = link->write(more);
            written += more.first(taken);
        }
    }

    SystemClock clock;
    DeadlineQueue deadlines{clock};
    DescriptorSet descriptors;
    const LinkWaits waits{descriptors, deadlines};
    Handshakes handshakes{clock, deadlines, {}};
    std::unique_ptr<TlsContext> context;
    Acceptor acceptor;
    std::unique_ptr<TlsPeer> peer;
    Observer observer{deadlines};
    QByteArray written;
    std::unique_ptr<TlsLink> link;
};

} // namespace

// A TlsLink on a real socket.
class TestTlsLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesGoBothWays();
    void aLinkSaysWhenMoreIsTaken();
    void smallRecordsAreNoHindrance();
    void lastWordsAreReadBeforeTheEnd();
    void lastWordsWaitForAPeerThatIsSlow();
    void thePeersEndClosesOnce();
    void whatCameJustBeforeTheEndIsAnswered();
    void aConnectionThatIsCutIsAnEnd();
    void aPeerThatResetsWhileItIsWrittenToIsNoticed();
    void aRecordThatWasChangedEndsTheConnection();
    void abortReportsFromTheEventLoop();
    void closingDuringAHandshakeEndsIt();
    void aPlaceIsLeftWithTheHandshake();
    void aHandshakeThatWasHandedOnIsGivenUp();
    void thePeersKeyIsKnown_data();
    void thePeersKeyIsKnown();
    void aCertificateWithoutItsKeyIsRefused_data();
    void aCertificateWithoutItsKeyIsRefused();
    void nothingIsResumed_data();
    void nothingIsResumed();
    void newKeysMayBeAgreedOn();
    void newKeysAreAgreedOnWhileNothingIsTaken();
    void nobodyNegotiatesAnew();
    void keysAreAgreedOnInWhatCostsLittle_data();
    void keysAreAgreedOnInWhatCostsLittle();
    void moreCertificatesThanAnybodyNeedsAreRefused();
    void theCertificatesOfIssuersAreShown();
};

void TestTlsLink::bytesGoBothWays()
{
    Line line;
    QVERIFY(line.isEncrypted());
    QVERIFY(line.link->isEncrypted());
    QCOMPARE(line.link->write("to the peer"), 11);
    QCOMPARE(line.link->pendingBytes(), 0);
    QTRY_COMPARE(line.peer->heard(), QByteArray("to the peer"));
    QVERIFY(line.peer->say("to the link"));
    QTRY_COMPARE(line.observer.came, QByteArray("to the link"));
    QCOMPARE(line.link->peerAddress(), QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(line.link->ownEndpoint().port, line.acceptor.serverPort());
}

void TestTlsLink::aLinkSaysWhenMoreIsTaken()
{
    Line line;
    QVERIFY(line.isEncrypted());
    line.writeTooMuch();
    QVERIFY(line.link->pendingBytes() > 0);
    QVERIFY(line.link->pendingBytes() <= Link::mostPending);
    QCOMPARE(line.link->write("more"), 0);
    QCOMPARE(line.observer.left, 0);
    QTRY_COMPARE(line.peer->heard().size(), line.written.size());
    QCOMPARE(line.peer->heard(), line.written);
    QTRY_VERIFY(line.observer.left > 0);
    QCOMPARE(line.link->pendingBytes(), 0);
    QCOMPARE(line.link->write("more"), 4);
    QTRY_VERIFY(line.peer->heard().endsWith("more"));
}

void TestTlsLink::smallRecordsAreNoHindrance()
{
    Line line({.smallRecords = true});
    QVERIFY(line.isEncrypted());
    line.writeTooMuch();
    QTRY_COMPARE(line.peer->heard().size(), line.written.size());
    QCOMPARE(line.peer->heard(), line.written);
}

void TestTlsLink::lastWordsAreReadBeforeTheEnd()
{
    Line line;
    QVERIFY(line.isEncrypted());
    QVERIFY(line.peer->say("never read by anybody"));
    line.link->write("last words");
    line.link->closeAfterWriting();
    QCOMPARE(line.link->write("too late"), 0);
    QTRY_VERIFY(line.peer->heard() == "last words" && line.peer->hasEnded());
    QTRY_COMPARE(line.observer.closed, 1);
    QCOMPARE(line.observer.came, QByteArray());
}

void TestTlsLink::lastWordsWaitForAPeerThatIsSlow()
{
    Line line;
    QVERIFY(line.isEncrypted());
    line.writeTooMuch();
    line.link->closeAfterWriting();
    QVERIFY(line.peer->say("never read by anybody"));
    QTest::qWait(2 * TcpLink::lingerMs);
    QCOMPARE(line.observer.closed, 0);
    QTRY_VERIFY(line.peer->heard().size() == line.written.size() && line.peer->hasEnded());
    QCOMPARE(line.peer->heard(), line.written);
    QTRY_COMPARE(line.observer.closed, 1);
}

void TestTlsLink::thePeersEndClosesOnce()
{
    Line line;
    QVERIFY(line.isEncrypted());
    QVERIFY(line.peer->say("bye"));
    line.peer->end();
    QTRY_COMPARE(line.observer.closed, 1);
    QCOMPARE(line.observer.came, QByteArray("bye"));
    QTRY_VERIFY(line.peer->hasEnded());
    QCOMPARE(line.link->write("nobody is there"), 0);
    line.link->abort();
    line.link->closeAfterWriting();
    QTest::qWait(0);
    QCOMPARE(line.observer.closed, 1);
}

void TestTlsLink::whatCameJustBeforeTheEndIsAnswered()
{
    Line line;
    QVERIFY(line.isEncrypted());
    line.observer.answer = "and so to you";
    QVERIFY(line.peer->say("a good evening"));
    line.peer->end();
    QTRY_COMPARE(line.peer->heard(), QByteArray("and so to you"));
    QTRY_VERIFY(line.peer->hasEnded());
    QTRY_COMPARE(line.observer.closed, 1);
}

void TestTlsLink::aConnectionThatIsCutIsAnEnd()
{
    Line line;
    QVERIFY(line.isEncrypted());
    QVERIFY(line.peer->say("bye"));
    line.peer->cut();
    QTRY_COMPARE(line.observer.closed, 1);
    QCOMPARE(line.observer.came, QByteArray("bye"));
}

void TestTlsLink::aPeerThatResetsWhileItIsWrittenToIsNoticed()
{
    Line line;
    QVERIFY(line.isEncrypted());
    line.writeTooMuch();
    line.peer->cut(); // with unread bytes: the system answers with a reset
    QTRY_COMPARE(line.observer.closed, 1);
}

void TestTlsLink::aRecordThatWasChangedEndsTheConnection()
{
    Line line;
    QVERIFY(line.isEncrypted());
    line.peer->sayInClear(QByteArray::fromHex("1703030020") + QByteArray(32, 'x'));
    QTRY_VERIFY(line.peer->hasEnded());
    QTRY_COMPARE(line.observer.closed, 1);
    QCOMPARE(line.observer.came, QByteArray());
}

void TestTlsLink::abortReportsFromTheEventLoop()
{
    Line line;
    QVERIFY(line.isEncrypted());
    line.link->abort();
    QCOMPARE(line.observer.closed, 0);
    QTRY_COMPARE(line.observer.closed, 1);
    QTRY_VERIFY(line.peer->hasEnded());
}

void TestTlsLink::closingDuringAHandshakeEndsIt()
{
    Line line;
    line.link->closeAfterWriting();
    QTRY_COMPARE(line.observer.closed, 1);
    QCOMPARE(line.observer.encrypted, 0);
    QCOMPARE(line.handshakes.count(), 0);
}

void TestTlsLink::aPlaceIsLeftWithTheHandshake()
{
    Line line;
    QCOMPARE(line.handshakes.count(), 1);
    QVERIFY(line.isEncrypted());
    QCOMPARE(line.handshakes.count(), 0);
    Line other;
    other.peer->sayInClear("no handshake at all");
    QTRY_COMPARE(other.handshakes.count(), 0);
    QTRY_COMPARE(other.observer.closed, 1);
}

void TestTlsLink::aHandshakeThatWasHandedOnIsGivenUp()
{
    const SystemClock clock;
    DeadlineQueue deadlines(clock);
    DescriptorSet descriptors;
    const LinkWaits waits{descriptors, deadlines};
    HostOptions options;
    options.identity = identity();
    options.timing.handshake = 50;
    const auto offer = TlsOffer::make(options, clock, deadlines);
    Acceptor acceptor;
    acceptor.listen(QHostAddress::LocalHost);
    TlsPeer peer(acceptor.serverPort(), {});
    QTRY_VERIFY(acceptor.taken >= 0);
    Observer observer(deadlines);
    std::unique_ptr<Link> link = std::make_unique<AcceptedLink>(acceptor.taken, waits, *offer);
    link->setObserver(&observer);
    peer.sayInClear("\x16\x03\x01");
    QTRY_COMPARE(offer->handshakes().count(), 1);
    link = link->takeSuccessor();
    QVERIFY(link);
    QTRY_COMPARE(observer.closed, 1);
    QCOMPARE(offer->handshakes().count(), 0);
}

void TestTlsLink::thePeersKeyIsKnown_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QByteArray>("curve");
    for (const auto &[name, version] :
         {std::pair("1.2", TlsPeer::version12), std::pair("1.3", TlsPeer::version13)}) {
        QTest::addRow("%s, none", name) << version << QByteArray();
        QTest::addRow("%s, P-256", name) << version << QByteArray("P-256");
        QTest::addRow("%s, P-384", name) << version << QByteArray("P-384");
    }
}

void TestTlsLink::thePeersKeyIsKnown()
{
    QFETCH(int, version);
    QFETCH(QByteArray, curve);
    Identity own;
    if (!curve.isEmpty())
        own = std::get<Identity>(renewedIdentity(newKey(curve.constData()), SystemClock().utc()));
    Line line({.version = version, .shown = own});
    QVERIFY(line.isEncrypted());
    QCOMPARE(line.link->peerKey(), keyFingerprint(own));
    QCOMPARE(line.link->peerKey().isEmpty(), curve.isEmpty());
}

void TestTlsLink::aCertificateWithoutItsKeyIsRefused_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("1.2") << TlsPeer::version12;
    QTest::newRow("1.3") << TlsPeer::version13;
}

void TestTlsLink::aCertificateWithoutItsKeyIsRefused()
{
    QFETCH(int, version);
    const auto own = std::get<Identity>(makeIdentity(SystemClock().utc()));
    Line line({.version = version, .shown = identity(), .signsWith = own.key});
    QVERIFY(QTest::qWaitFor([&] { return line.peer->shakeHands(), line.observer.closed == 1; }));
    QCOMPARE(line.observer.encrypted, 0);
    QCOMPARE(line.link->peerKey(), QByteArray());
}

void TestTlsLink::nothingIsResumed_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("1.2") << TlsPeer::version12;
    QTest::newRow("1.3") << TlsPeer::version13;
}

void TestTlsLink::nothingIsResumed()
{
    QFETCH(int, version);
    Line line({.version = version});
    QVERIFY(line.isEncrypted());
    line.link->write("hello");
    QTRY_COMPARE(line.peer->heard(), QByteArray("hello"));
    QVERIFY(!line.peer->couldResume());
}

void TestTlsLink::newKeysMayBeAgreedOn()
{
    Line line({.version = TlsPeer::version13});
    QVERIFY(line.isEncrypted());
    QByteArray said;
    for (int i = 0; i < 200; ++i) {
        QVERIFY(line.peer->changeKeys());
        QVERIFY(line.peer->say("x"));
        said += 'x';
    }
    QTRY_COMPARE(line.observer.came, said);
    QCOMPARE(line.link->write("to the peer"), 11);
    QTRY_COMPARE(line.peer->heard(), QByteArray("to the peer"));
}

void TestTlsLink::newKeysAreAgreedOnWhileNothingIsTaken()
{
    Line line({.version = TlsPeer::version13});
    QVERIFY(line.isEncrypted());
    line.writeTooMuch();
    QVERIFY(line.peer->changeKeys());
    QVERIFY(line.peer->say("still here"));
    QTRY_COMPARE(line.observer.came, QByteArray("still here"));
    QTRY_COMPARE(line.peer->heard().size(), line.written.size());
    QCOMPARE(line.peer->heard(), line.written);
    QTRY_COMPARE(line.link->write("more"), 4);
    QTRY_VERIFY(line.peer->heard().endsWith("more"));
}

void TestTlsLink::nobodyNegotiatesAnew()
{
    Line line({.version = TlsPeer::version12});
    QVERIFY(line.isEncrypted());
    line.peer->negotiateAnew();
    QTRY_VERIFY(line.peer->hasEnded());
    QTRY_COMPARE(line.observer.closed, 1);
    QCOMPARE(line.observer.encrypted, 1);
}

void TestTlsLink::keysAreAgreedOnInWhatCostsLittle_data()
{
    QTest::addColumn<QByteArray>("groups");
    QTest::addColumn<bool>("welcome");
    for (const char *group : {"X25519", "P-256", "P-384", "ffdhe8192:X25519"})
        QTest::newRow(group) << QByteArray(group) << true;
    for (const char *group : {"ffdhe2048", "ffdhe8192", "P-521", "X448"})
        QTest::newRow(group) << QByteArray(group) << false;
}

void TestTlsLink::keysAreAgreedOnInWhatCostsLittle()
{
    QFETCH(QByteArray, groups);
    QFETCH(bool, welcome);
    Line line({.groups = groups});
    QVERIFY(QTest::qWaitFor([&] {
        return (line.peer->shakeHands() && line.observer.encrypted == 1) || line.observer.closed == 1;
    }));
    QCOMPARE(line.observer.encrypted == 1, welcome);
}

void TestTlsLink::moreCertificatesThanAnybodyNeedsAreRefused()
{
    const auto made = makeIdentity(SystemClock().utc());
    Line line({.shown = std::get<Identity>(made), .alsoShown = identity().certificate, .times = 100});
    QVERIFY(QTest::qWaitFor([&] { return line.peer->shakeHands(), line.observer.closed == 1; }));
    QCOMPARE(line.observer.encrypted, 0);
}

void TestTlsLink::theCertificatesOfIssuersAreShown()
{
    const auto issuer = std::get<Identity>(makeIdentity(SystemClock().utc()));
    Line line({}, {identity().key, identity().certificate + issuer.certificate});
    QVERIFY(line.isEncrypted());
    QCOMPARE(line.peer->certificatesShown(), 2);
}

QTEST_GUILESS_MAIN(TestTlsLink)
#include "tst_tlslink.moc"
