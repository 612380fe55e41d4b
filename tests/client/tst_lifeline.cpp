#include "clientlog.h"
#include "fakeserver.h"
#include "faketransport.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

/// A client on a fake network, whose transports the test plays.
struct Played
{
    explicit Played(ClientParts parts = fastParts())
    {
        parts.makeTransport = [this](QObject *parent) {
            transport = new FakeTransport(parent);
            transports.append(transport);
            return transport;
        };
        client = std::make_unique<RoomClient>(parts);
        log = std::make_unique<ClientLog>(*client);
    }

    QPointer<FakeTransport> transport;
    QList<QPointer<FakeTransport>> transports;
    std::unique_ptr<RoomClient> client;
    std::unique_ptr<ClientLog> log;
};

const QByteArray greeting("tincan/1 open x\0", 16);

} // namespace

class tst_Lifeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phasesFollowOneAnother();
    void aFailedFirstAttemptIsRepeatedWithBackOff_data();
    void aFailedFirstAttemptIsRepeatedWithBackOff();
    void withoutReconnectTheFirstFailureIsTheLast();
    void anAttemptWithoutAnswerTimesOut();
    void aServerThatKnowsNoWelcomeTimesOut();
    void aServerThatIsFullSaysSoBeforeAnyGreeting();
    void aServerThatClosesWithoutAWordIsTriedAgain();
    void ourOwnHostGetsItsHelloAtOnce();
    void aNativeServerThatGreetsLateIsNotTakenForAPlainOne();
    void retryNowDoesNotWait();
    void closingWhileWaitingIsIdleAtOnce();
    void closingWhileConnectingIsIdleAtOnce();
    void openingElsewhereLeavesTheFirstServer();
    void postsForOneServerAreNotTakenToAnother();
    void signalsComeFromTheEventLoopAndNotFromWithinACall();
    void aClientMayBeDeletedByWhoeverHearsIt();
    void aClientMayBeOpenedAgainByWhoeverHearsThatItStopped();
};

void tst_Lifeline::phasesFollowOneAnother()
{
    Played p;
    p.client->open(optionsFor(4040));
    QCOMPARE(p.transport->host, u"127.0.0.1"_s);
    QCOMPARE(p.transport->port, quint16(4040));
    Q_EMIT p.transport->opened();
    Q_EMIT p.transport->received(greeting);
    Q_EMIT p.transport->received(native::frame(native::welcome({})) + '\0');
    QTRY_COMPARE(p.log->states.size(), 3);
    QCOMPARE(p.log->states.at(0).phase, Phase::Connecting);
    QCOMPARE(p.log->states.at(1).phase, Phase::Entering);
    QCOMPARE(p.log->states.at(2).phase, Phase::Online);
}

void tst_Lifeline::aFailedFirstAttemptIsRepeatedWithBackOff_data()
{
    QTest::addColumn<int>("failure");
    QTest::newRow("refused") << int(ConnectFailure::Refused);
    QTest::newRow("unknown host") << int(ConnectFailure::UnknownHost);
    QTest::newRow("unreachable") << int(ConnectFailure::Unreachable);
}

void tst_Lifeline::aFailedFirstAttemptIsRepeatedWithBackOff()
{
    QFETCH(const int, failure);
    Played p;
    p.client->open(optionsFor(4040));
    QList<int> waits;
    for (int attempt = 1; attempt <= 4; ++attempt) {
        QTRY_COMPARE(p.transports.size(), attempt);
        Q_EMIT p.transport->ended(ConnectFailure(failure), u"detail"_s);
        QCOMPARE(p.client->state().phase, Phase::Waiting);
        QCOMPARE(p.client->state().failure, ConnectFailure(failure));
        QCOMPARE(p.client->state().detail, u"detail"_s);
        waits.append(p.client->state().retryIn);
    }
    QCOMPARE(waits, (QList<int>{20, 40, 80, 100}));
}

void tst_Lifeline::withoutReconnectTheFirstFailureIsTheLast()
{
    Played p;
    ClientOptions options = optionsFor(4040);
    options.reconnect = false;
    p.client->open(options);
    Q_EMIT p.transport->ended(ConnectFailure::Refused, {});
    QCOMPARE(p.client->state().phase, Phase::Stopped);
    QCOMPARE(p.client->state().failure, ConnectFailure::Refused);
}

void tst_Lifeline::anAttemptWithoutAnswerTimesOut()
{
    ClientParts parts = fastParts();
    parts.timing.connect = 30;
    Played p(parts);
    p.client->open(optionsFor(4040));
    QTRY_VERIFY(p.log->has(Phase::Waiting));
    QCOMPARE(p.log->ended().failure, ConnectFailure::TimedOut);
    QVERIFY(!p.transports.constFirst() || p.transports.constFirst()->aborted);
}

void tst_Lifeline::aServerThatKnowsNoWelcomeTimesOut()
{
    ClientParts parts = fastParts();
    parts.timing.welcome = 30;
    Played p(parts);
    p.client->open(optionsFor(4040));
    Q_EMIT p.transport->opened();
    Q_EMIT p.transport->received(greeting);
    QTRY_VERIFY(p.log->has(Phase::Waiting));
    QCOMPARE(p.log->ended().failure, ConnectFailure::TimedOut);
}

void tst_Lifeline::aServerThatIsFullSaysSoBeforeAnyGreeting()
{
    Played p;
    p.client->open(optionsFor(4040));
    Q_EMIT p.transport->opened();
    Q_EMIT p.transport->received(QByteArray("! This server is full.\n\0", 24));
    Q_EMIT p.transport->ended(ConnectFailure::Lost, {});
    QCOMPARE(p.client->state().phase, Phase::Waiting);
    QCOMPARE(p.client->state().failure, ConnectFailure::Full);
    QCOMPARE(p.client->state().detail, u"This server is full."_s);
}

void tst_Lifeline::aServerThatClosesWithoutAWordIsTriedAgain()
{
    Played p;
    p.client->open(optionsFor(4040));
    Q_EMIT p.transport->opened();
    Q_EMIT p.transport->ended(ConnectFailure::Lost, {});
    QCOMPARE(p.client->state().failure, ConnectFailure::Lost);
    QTRY_COMPARE(p.transports.size(), 2);
}

void tst_Lifeline::ourOwnHostGetsItsHelloAtOnce()
{
    Played p;
    ClientOptions options = optionsFor(4040);
    options.knownNative = true;
    p.client->open(options);
    Q_EMIT p.transport->opened();
    QVERIFY(native::is<command::Hello>(p.transport->sent.chopped(1)));
}

void tst_Lifeline::aNativeServerThatGreetsLateIsNotTakenForAPlainOne()
{
    Played p;
    p.client->open(optionsFor(4040));
    Q_EMIT p.transport->opened();
    Q_EMIT p.transport->received(greeting);
    Q_EMIT p.transport->received(native::frame(native::welcome({})) + '\0');
    Q_EMIT p.transport->ended(ConnectFailure::Lost, {});
    QTRY_COMPARE(p.transports.size(), 2);
    Q_EMIT p.transport->opened();
    QTest::qWait(2 * fastParts().timing.greeting);
    QCOMPARE(p.client->state().phase, Phase::Entering);
    Q_EMIT p.transport->received(greeting);
    QVERIFY(native::is<command::Hello>(p.transport->sent.chopped(1)));
}

void tst_Lifeline::retryNowDoesNotWait()
{
    ClientParts parts = fastParts();
    parts.timing.retryFirst = 60'000;
    parts.timing.retryMost = 60'000;
    Played p(parts);
    p.client->open(optionsFor(4040));
    p.client->retryNow(); // not now: it is at it
    QCOMPARE(p.transports.size(), 1);
    Q_EMIT p.transport->ended(ConnectFailure::Refused, {});
    p.client->retryNow();
    QCOMPARE(p.transports.size(), 2);
    QCOMPARE(p.client->state().phase, Phase::Connecting);
}

void tst_Lifeline::closingWhileWaitingIsIdleAtOnce()
{
    Played p;
    p.client->open(optionsFor(4040));
    Q_EMIT p.transport->ended(ConnectFailure::Refused, {});
    p.client->close();
    QCOMPARE(p.client->state().phase, Phase::Idle);
    QTest::qWait(60);
    QCOMPARE(p.transports.size(), 1);
}

void tst_Lifeline::closingWhileConnectingIsIdleAtOnce()
{
    Played p;
    p.client->open(optionsFor(4040));
    p.client->close();
    QCOMPARE(p.client->state().phase, Phase::Idle);
    QVERIFY(p.transport->aborted);
}

void tst_Lifeline::openingElsewhereLeavesTheFirstServer()
{
    FakeServer first;
    FakeServer second;
    RoomClient client(fastParts());
    ClientLog log(client);
    client.open(optionsFor(first.port()));
    QTRY_COMPARE(first.connections(), 1);
    first.greet();
    QTRY_COMPARE(first.frames.size(), 1);
    first.say(native::frame(native::welcome({native::room(u"lounge"_s)})));
    QTRY_VERIFY(log.signs.contains(u"joined lounge"_s));
    first.frames.clear();
    client.open(optionsFor(second.port()));
    const auto quit = [&first] {
        return std::any_of(first.frames.cbegin(), first.frames.cend(), native::is<command::Quit>);
    };
    QTRY_VERIFY(quit());
    QTRY_COMPARE(second.connections(), 1);
    QTRY_VERIFY(log.signs.contains(u"left lounge"_s));
    second.greet();
    QTRY_COMPARE(second.frames.size(), 1);
    const auto hello = native::command<command::Hello>(second.take());
    QVERIFY(hello.session != SessionToken(u"secret"_s));
    QVERIFY(hello.resume.isEmpty());
}

void tst_Lifeline::postsForOneServerAreNotTakenToAnother()
{
    Played p;
    p.client->open(optionsFor(4040));
    const PostId id = p.client->post(RoomId(u"lounge"_s), u"secret"_s);
    p.client->close();
    QCOMPARE(p.client->unacknowledged(), 1);
    p.client->open(optionsFor(4040));
    QCOMPARE(p.client->unacknowledged(), 1);
    p.client->open(optionsFor(4041));
    QCOMPARE(p.client->unacknowledged(), 0);
    QTRY_COMPARE(p.log->posts.value(id.value(), PostState::Stored), PostState::Failed);
}

void tst_Lifeline::signalsComeFromTheEventLoopAndNotFromWithinACall()
{
    Played p;
    p.client->open(optionsFor(4040));
    Q_EMIT p.transport->ended(ConnectFailure::Refused, {});
    p.client->close();
    QVERIFY(p.log->states.isEmpty());
    QTRY_COMPARE(p.log->states.size(), 3);
    QCOMPARE(p.log->states.at(1).phase, Phase::Waiting);
    QCOMPARE(p.log->states.at(2).phase, Phase::Idle);
}

void tst_Lifeline::aClientMayBeDeletedByWhoeverHearsIt()
{
    Played p;
    p.client->open(optionsFor(4040));
    Q_EMIT p.transport->opened();
    Q_EMIT p.transport->received(greeting);
    int heard = 0;
    connect(p.client.get(), &RoomClient::welcomed, this, [&p, &heard] {
        ++heard;
        p.client.reset();
    });
    Q_EMIT p.transport->received(native::frame(native::welcome({native::room(u"lounge"_s)})) + '\0');
    QTRY_COMPARE(heard, 1);
    QVERIFY(!p.client);
    QVERIFY(!p.log->signs.contains(u"joined lounge"_s));
    QVERIFY(!p.transport);
}

void tst_Lifeline::aClientMayBeOpenedAgainByWhoeverHearsThatItStopped()
{
    Played p;
    ClientOptions options = optionsFor(4040);
    options.reconnect = false;
    connect(p.client.get(), &RoomClient::stateChanged, this, [&p, options](const ConnectionState &state) {
        if (state.phase == Phase::Stopped && p.transports.size() < 3) {
            p.client->open(options);
        }
    });
    p.client->open(options);
    Q_EMIT p.transport->ended(ConnectFailure::Refused, {});
    QTRY_COMPARE(p.transports.size(), 2);
    Q_EMIT p.transport->ended(ConnectFailure::Refused, {});
    QTRY_COMPARE(p.transports.size(), 3);
}

QTEST_GUILESS_MAIN(tst_Lifeline)
#include "tst_lifeline.moc"
