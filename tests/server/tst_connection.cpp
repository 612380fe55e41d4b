#include "tests/server/house.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

constexpr auto greeting = "tincan/1 open "_L1;

QString errorCode(NativePeer &peer)
{
    const auto failures = peer.takeAll<serverevent::Failed>();
    return failures.isEmpty() ? QString() : QString(wireName(failures.first().error.code));
}

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSilentPeerIsGreetedWithBothDelimiters();
    void aPlainPeerIsGreetedAtOnce();
    void aNativePeerIsNotGreeted();
    void whoWaitsForTheGreetingAndTurnsOutNativeCausesNoNotices();
    void aSilentPeerIsAnnouncedInTheEnd();
    void whatIsSaidBeforeTheGreetingComesBehindIt();
    void whatIsHeldForANativePeerIsDropped();
    void aLineFeedWithANulBehindItIsPartOfTheText();
    void aLineIsServedOnceNoNulCanFollow();
    void aLineOfSomebodyWhoIsGoneAlreadyIsServed();
    void otherProtocolsEndTheConnection_data();
    void otherProtocolsEndTheConnection();
    void whatIsNoTextIsRefusedAndTheNextServed_data();
    void whatIsNoTextIsRefusedAndTheNextServed();
    void whatIsEmptyIsIgnored();
    void anOverlongFirstMessageDecidesTheDialect();
    void brokenJsonBeforeAndAfterHelloIsAnswered();
    void aFloodIsAnsweredWithTheTagOfEachMessage();
    void whoFloodsOnIsCutOff();
    void pingsAreAnsweredAndDoNotCount();
    void aSilentNativePeerIsPingedAndGivenUp();
    void aSignOfLifeKeepsANativePeer();
    void manyMessagesOfATurnAreOneWrite();
    void aNativePeerThatDoesNotReadIsCutOff();
    void whoIsCutOffHasTimeToReadWhy();
    void aServerThatStopsDoesNotWaitForWhoIsCutOff();
    void aPlainPeerThatDoesNotReadLosesTheOldestAndIsTold();
    void aPeerThatNeverTakesItsLastWordsIsAborted();
    void nothingIsServedBehindTheEnd();
};

void TestConnection::aSilentPeerIsGreetedWithBothDelimiters()
{
    House house;
    const auto wire = house.connect(50001);
    house.advance(299);
    QCOMPARE(wire->take(), QByteArray());
    house.advance(1);
    const QByteArray greeted = wire->take();
    QVERIFY(greeted.startsWith("tincan/1 open "));
    QVERIFY(greeted.endsWith(QByteArray("\n\0", 2)));
}

void TestConnection::aPlainPeerIsGreetedAtOnce()
{
    House house;
    TextPeer ada(house, 50001);
    ada.say("hello");
    const QStringList heard = ada.take();
    QCOMPARE(heard.size(), 2);
    QVERIFY(heard[0].startsWith(greeting));
    QCOMPARE(heard[1], u"guest-50001: hello"_s);
}

void TestConnection::aNativePeerIsNotGreeted()
{
    House house;
    const auto wire = house.connect(50001);
    wire->say(R"({"t":"hello","v":1})"_ba + '\0');
    house.advance(2000);
    QVERIFY(wire->take().startsWith(R"({"t":"welcome")"));
}

void TestConnection::whoWaitsForTheGreetingAndTurnsOutNativeCausesNoNotices()
{
    House house;
    TextPeer bo(house, 50001);
    bo.say("hello");
    const auto wire = house.connect(50002);
    house.advance(900);
    wire->say(R"({"t":"hello","v":1,"name":"Ada"})"_ba + '\0');
    house.advance(500);
    QCOMPARE(bo.take().mid(2), QStringList({u"* Ada joined"_s}));
    QCOMPARE(house.hub().memberCount(), 2);
}

void TestConnection::aSilentPeerIsAnnouncedInTheEnd()
{
    House house;
    TextPeer bo(house, 50001);
    bo.say("hello");
    bo.take();
    const auto wire = house.connect(50002);
    house.advance(999);
    QCOMPARE(bo.take(), QStringList());
    QCOMPARE(house.hub().memberCount(), 1);
    house.advance(1);
    QCOMPARE(bo.take(), QStringList({u"* guest-50002 joined"_s}));
    QCOMPARE(house.hub().memberCount(), 2);
    wire->close();
    QCOMPARE(bo.take(), QStringList({u"* guest-50002 left"_s}));
    QCOMPARE(house.counts(), QList<int>({1, 2, 1}));
}

void TestConnection::whatIsSaidBeforeTheGreetingComesBehindIt()
{
    House house;
    TextPeer bo(house, 50001);
    bo.say("here already");
    TextPeer ada(house, 50002);
    bo.say("one");
    bo.say("two");
    QCOMPARE(ada.take(), QStringList());
    ada.say("hi");
    const QStringList heard = ada.take();
    QCOMPARE(heard.size(), 4);
    QVERIFY(heard[0].startsWith(greeting));
    QCOMPARE(heard.mid(1), QStringList({u"guest-50001: one"_s, u"guest-50001: two"_s, u"guest-50002: hi"_s}));
}

void TestConnection::whatIsHeldForANativePeerIsDropped()
{
    House house;
    TextPeer bo(house, 50001);
    bo.say("one");
    const auto wire = house.connect(50002);
    bo.say("two");
    wire->say(R"({"t":"hello","v":1})"_ba + '\0');
    house.turn();
    const QList<QByteArray> frames = wire->takeMessages('\0');
    QCOMPARE(frames.size(), 3);
    for (const QByteArray &frame : frames)
        QVERIFY(frame.startsWith('{'));
}

void TestConnection::aLineFeedWithANulBehindItIsPartOfTheText()
{
    House house;
    const auto wire = house.connect(50001);
    wire->say("one\n");
    house.advance(199);
    QCOMPARE(wire->take(), QByteArray());
    wire->say(QByteArray("two\0", 4));
    house.turn();
    QVERIFY(wire->take().endsWith(QByteArray("guest-50001: one\ntwo\0", 21)));
}

void TestConnection::aLineIsServedOnceNoNulCanFollow()
{
    House house;
    TextPeer bo(house, 50002);
    bo.say("hello");
    bo.take();
    const auto wire = house.connect(50001);
    wire->say("one\n");
    house.advance(199);
    QCOMPARE(bo.take(), QStringList());
    house.advance(1);
    QCOMPARE(bo.take(), QStringList({u"* guest-50001 joined"_s, u"guest-50001: one"_s}));
    QVERIFY(wire->take().endsWith("commands.\n"));
}

void TestConnection::aLineOfSomebodyWhoIsGoneAlreadyIsServed()
{
    House house;
    TextPeer bo(house, 50002);
    bo.say("hello");
    bo.take();
    const auto wire = house.connect(50001);
    wire->say("one\n");
    wire->close();
    QCOMPARE(bo.take(),
             QStringList({u"* guest-50001 joined"_s, u"guest-50001: one"_s, u"* guest-50001 left"_s}));
}

void TestConnection::otherProtocolsEndTheConnection_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("http") << "GET / HTTP/1.1\r\nHost: x\r\n\r\nhello\n"_ba
                          << "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"_ba;
    QTest::newRow("irc") << "NICK ada\r\nUSER a b c :d\r\n"_ba
                         << "ERROR :This server does not speak your protocol.\r\n"_ba;
    QTest::newRow("tls") << "\x16\x03\x01\x02\x05\x01\x02\x03"_ba << QByteArray();
}

void TestConnection::otherProtocolsEndTheConnection()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, answer);
    House house;
    TextPeer bo(house, 50002);
    bo.say("hello");
    bo.take();
    const auto wire = house.connect(50001);
    wire->say(first);
    wire->say("more of it\n");
    house.advance(3000);
    QCOMPARE(wire->take(), answer);
    QVERIFY(wire->ended);
    wire->close();
    QCOMPARE(bo.take(), QStringList());
    QVERIFY(wire->destroyed);
}

void TestConnection::whatIsNoTextIsRefusedAndTheNextServed_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("no UTF-8") << "caf\xc3"_ba;
    QTest::newRow("too long") << QByteArray(65537, 'x');
    QTest::newRow("too long after normalisation")
        << QByteArray("\xe0\xa5\x98").repeated(65536 / 3); // composes to two characters
}

void TestConnection::whatIsNoTextIsRefusedAndTheNextServed()
{
    QFETCH(QByteArray, message);
    for (const char delimiter : {'\0', '\n'}) {
        House house;
        TextPeer ada(house, 50001, delimiter);
        TextPeer bo(house, 50002);
        bo.say("hello");
        ada.say("hello");
        const QStringList answer = ada.ask(message);
        QCOMPARE(answer.size(), 1);
        QVERIFY(answer[0].startsWith("! "_L1));
        bo.take();
        ada.say("next");
        QCOMPARE(bo.take(), QStringList({u"guest-50001: next"_s}));
    }
}

void TestConnection::whatIsEmptyIsIgnored()
{
    House house;
    TextPeer ada(house, 50001);
    ada.say("hello");
    QCOMPARE(ada.ask(""), QStringList());
    QCOMPARE(ada.ask("\x01\x02\x7f"), QStringList());
    QCOMPARE(ada.ask(" \t\n "), QStringList());
    QCOMPARE(ada.ask("\x1b[31mred"), QStringList({u"guest-50001: [31mred"_s}));
}

void TestConnection::anOverlongFirstMessageDecidesTheDialect()
{
    House house;
    TextPeer ada(house, 50001);
    ada.say(QByteArray(200'000, 'x'));
    const QStringList heard = ada.take();
    QCOMPARE(heard.size(), 2);
    QVERIFY(heard[0].startsWith(greeting));
    QVERIFY(heard[1].startsWith("! "_L1));
    QCOMPARE(ada.ask("next"), QStringList({u"guest-50001: next"_s}));
}

void TestConnection::brokenJsonBeforeAndAfterHelloIsAnswered()
{
    House house;
    NativePeer ada(house, 50001);
    ada.wire().say(R"({"t":"hello","v":"one"})"_ba + '\0');
    QCOMPARE(errorCode(ada), u"bad-field"_s);
    ada.wire().say("{\0"_ba + '\0');
    QCOMPARE(errorCode(ada), u"bad-json"_s);
    ada.post(u"too early"_s, u"p1"_s);
    const auto early = ada.takeAll<serverevent::Failed>();
    QCOMPARE(early.size(), 1);
    QCOMPARE(early[0].error.code, ErrorCode::NotAllowed);
    QCOMPARE(early[0].re, u"p1"_s);
    ada.say(command::Hello());
    QCOMPARE(ada.takeAll<serverevent::Welcome>().size(), 1);
    ada.wire().say("[]"_ba + '\0');
    QCOMPARE(errorCode(ada), u"bad-json"_s);
    ada.wire().say(R"({"t":"x","re":"7"})"_ba + '\0');
    const auto failures = ada.takeAll<serverevent::Failed>();
    QCOMPARE(failures.size(), 1);
    QCOMPARE(failures[0].error.code, ErrorCode::UnknownKind);
    QCOMPARE(failures[0].re, u"7"_s);
}

void TestConnection::aFloodIsAnsweredWithTheTagOfEachMessage()
{
    House house;
    NativePeer ada(house, 50001, u"Ada"_s);
    for (int i = 0; i < 25; ++i)
        ada.post(u"x"_s, u"p%1"_s.arg(i));
    QCOMPARE(ada.takeSeqs().size(), 19); // hello was one
    const auto failures = ada.takeAll<serverevent::Failed>();
    QCOMPARE(failures.size(), 6);
    QCOMPARE(failures[0].error.code, ErrorCode::TooFast);
    QCOMPARE(failures[0].re, u"p19"_s);
    house.advance(1000);
    ada.post(u"x"_s, u"again"_s);
    QCOMPARE(ada.takeSeqs().size(), 1);
}

void TestConnection::whoFloodsOnIsCutOff()
{
    House house;
    TextPeer bo(house, 50002);
    bo.say("hello");
    TextPeer ada(house, 50001);
    ada.wire().say(QByteArray("y\0", 2).repeated(1000));
    const QStringList heard = ada.take();
    QCOMPARE(heard.size(), 1 + 20 + RateLimiter::patience + 1);
    QCOMPARE(heard.last(), u"! Too fast for too long."_s);
    QVERIFY(ada.wire().ended);
    ada.wire().close();
    QCOMPARE(bo.take().last(), u"* guest-50001 left"_s);
}

void TestConnection::pingsAreAnsweredAndDoNotCount()
{
    House house;
    NativePeer ada(house, 50001, u"Ada"_s);
    for (int i = 0; i < 500; ++i)
        ada.say(command::Ping{u"%1"_s.arg(i)});
    const auto pongs = ada.takeAll<serverevent::Pong>();
    QCOMPARE(pongs.size(), 500);
    QCOMPARE(pongs.last().re, u"499"_s);
    QVERIFY(ada.takeAll<serverevent::Failed>().isEmpty());
}

void TestConnection::aSilentNativePeerIsPingedAndGivenUp()
{
    House house;
    NativePeer ada(house, 50001, u"Ada"_s);
    house.advance(29'000);
    QCOMPARE(ada.takeAll<serverevent::Ping>().size(), 0);
    house.advance(1'100);
    QCOMPARE(ada.takeAll<serverevent::Ping>().size(), 1);
    house.advance(58'000);
    QVERIFY(!ada.wire().aborted);
    house.advance(2'000);
    QVERIFY(ada.wire().aborted);
    QCOMPARE(ada.takeAll<serverevent::Ping>().size(), 0);
}

void TestConnection::aSignOfLifeKeepsANativePeer()
{
    House house;
    NativePeer ada(house, 50001, u"Ada"_s);
    for (int i = 0; i < 10; ++i) {
        house.advance(30'100);
        QCOMPARE(ada.takeAll<serverevent::Ping>().size(), 1);
        ada.say(command::Pong());
    }
    QVERIFY(!ada.wire().aborted);
}

void TestConnection::manyMessagesOfATurnAreOneWrite()
{
    House house;
    TextPeer ada(house, 50001);
    TextPeer bo(house, 50002);
    ada.say("hello");
    bo.say("hello");
    bo.take();
    const int before = bo.wire().writes;
    ada.wire().say(QByteArray("one\0two\0three\0", 14));
    QCOMPARE(bo.take().size(), 3);
    QCOMPARE(bo.wire().writes, before + 1);
}

void TestConnection::aNativePeerThatDoesNotReadIsCutOff()
{
    HostOptions options;
    options.limits.outboxBytes = 200'000;
    options.limits.floodBurst = 0;
    House house(options);
    NativePeer bo(house, 50002, u"Bo"_s);
    bo.wire().reads = false;
    TextPeer ada(house, 50001);
    for (int i = 0; i < 20; ++i)
        ada.say(QByteArray(30'000, 'x'));
    QVERIFY(bo.wire().pending.size() <= Link::mostPending);
    bo.wire().readEverything();
    QCOMPARE(errorCode(bo), u"slow-consumer"_s);
    QVERIFY(bo.wire().ended);
}

namespace {

/// A house in which Bo, who speaks native, is cut off because he does not read.
struct SlowHouse
{
    SlowHouse()
    {
        bo.wire().reads = false;
        for (int i = 0; i < 10; ++i)
            ada.say(QByteArray(30'000, 'x'));
    }
    static HostOptions options()
    {
        HostOptions options;
        options.limits.outboxBytes = 200'000;
        return options;
    }

    House house{options()};
    NativePeer bo{house, 50002, u"Bo"_s};
    TextPeer ada{house, 50001};
};

} // namespace

void TestConnection::whoIsCutOffHasTimeToReadWhy()
{
    SlowHouse slow;
    QVERIFY(slow.ada.take().contains(u"* Bo left"_s)); // the others need not wait for it
    slow.house.advance(55'000);
    QVERIFY(!slow.bo.wire().aborted);
    slow.bo.wire().readEverything();
    QCOMPARE(errorCode(slow.bo), u"slow-consumer"_s);
    QVERIFY(slow.bo.wire().ended);
}

void TestConnection::aServerThatStopsDoesNotWaitForWhoIsCutOff()
{
    SlowHouse slow;
    slow.house.table().endAll([] {});
    slow.house.advance(2'100);
    QVERIFY(slow.bo.wire().aborted);
}

void TestConnection::aPlainPeerThatDoesNotReadLosesTheOldestAndIsTold()
{
    HostOptions options;
    options.limits.outboxBytes = 200'000;
    options.limits.floodBurst = 0;
    House house(options);
    TextPeer bo(house, 50002);
    bo.say("hello");
    bo.take();
    bo.wire().reads = false;
    TextPeer ada(house, 50001);
    for (int i = 0; i < 20; ++i)
        ada.say(QByteArray::number(i) + QByteArray(30'000, 'x'));
    QVERIFY(bo.wire().pending.size() <= Link::mostPending);
    bo.wire().readEverything();
    const QStringList heard = bo.take();
    const auto notice = std::find_if(heard.begin(), heard.end(),
                                     [](const QString &text) { return text.startsWith("! "_L1); });
    QVERIFY(notice != heard.end());
    const qsizetype behind = heard.end() - notice - 1;
    const qsizetype before = notice - heard.begin() - 1; // without the notice of joining
    QCOMPARE(*notice, u"! %1 messages were dropped because you read too slowly."_s.arg(20 - behind - before));
    QVERIFY(heard.last().startsWith("guest-50001: 19xxx"_L1));
    QVERIFY(!bo.wire().ended);
}

void TestConnection::aPeerThatNeverTakesItsLastWordsIsAborted()
{
    House house;
    TextPeer ada(house, 50001);
    ada.say("hello");
    ada.wire().reads = false;
    for (int i = 0; i < 10; ++i)
        ada.say(QByteArray(60'000, 'x'));
    ada.say("/quit");
    house.advance(1'900);
    QVERIFY(!ada.wire().aborted);
    house.advance(200);
    QVERIFY(ada.wire().aborted);
}

void TestConnection::nothingIsServedBehindTheEnd()
{
    House house;
    TextPeer bo(house, 50002);
    bo.say("hello");
    TextPeer ada(house, 50001);
    bo.take();
    ada.wire().say(QByteArray("one\0/quit\0two\0", 14));
    ada.wire().say(QByteArray("three\0", 6));
    QCOMPARE(bo.take(), QStringList({u"* guest-50001 joined"_s, u"guest-50001: one"_s}));
    QVERIFY(ada.wire().ended);
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
