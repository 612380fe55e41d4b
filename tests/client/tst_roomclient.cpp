#include "nativefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

/// What a client does when it is told that its connection may be gone.
class tst_RoomClient : public NativeFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void aDoubtedConnectionIsAskedAndLeftWhereNoAnswerComes();
    void aDoubtedConnectionThatAnswersStays();
    void whoWaitsTriesAgainAtOnceWhenTheNetworkChanges();
};

void tst_RoomClient::aDoubtedConnectionIsAskedAndLeftWhereNoAnswerComes()
{
    ClientParts parts = fastParts();
    parts.timing.doubtAnswer = 80;
    start(parts);
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s)})));
    QTRY_COMPARE(server->frames.size(), 1); // the first ping
    client->checkConnection();
    QTRY_COMPARE(server->frames.size(), 2);
    QVERIFY(native::is<command::Ping>(server->frames.constLast()));
    QTRY_VERIFY(log->has(Phase::Waiting));
    QCOMPARE(log->ended().failure, ConnectFailure::Lost);
}

void tst_RoomClient::aDoubtedConnectionThatAnswersStays()
{
    ClientParts parts = fastParts();
    parts.timing.doubtAnswer = 80;
    start(parts);
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s)})));
    QTRY_COMPARE(server->frames.size(), 1);
    client->checkConnection();
    QTRY_COMPARE(server->frames.size(), 2);
    server->say(native::frame(serverevent::Pong{native::command<command::Ping>(server->frames.last()).re}));
    QTRY_VERIFY(client->roundTrip() >= 0);
    QTest::qWait(120); // longer than a doubt lasts
    QCOMPARE(client->state().phase, Phase::Online);
}

void tst_RoomClient::whoWaitsTriesAgainAtOnceWhenTheNetworkChanges()
{
    ClientParts parts = fastParts();
    parts.timing.retryFirst = parts.timing.retryMost = 60'000;
    start(parts);
    server->vanish();
    QTRY_COMPARE(client->state().phase, Phase::Waiting);
    client->checkConnection();
    QTRY_COMPARE(server->connections(), 2);
}

QTEST_GUILESS_MAIN(tst_RoomClient)
#include "tst_roomclient.moc"
