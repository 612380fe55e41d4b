#include "broadcastserver.h"
#include "clientlog.h"
#include "fakeserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

const RoomId plainRoom(u"plain"_s);

} // namespace

class tst_PlainSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerThatGreetsNobodyIsPlain();
    void whatWasSaidFirstIsShown();
    void whatIsSaidComesBackOnceAndIsOurs_data();
    void whatIsSaidComesBackOnceAndIsOurs();
    void manyMessagesComeBackInTheirOrder();
    void twoClientsTalkInAnyLanguage();
    void aMessageOfSeveralLinesIsOneFrame();
    void aSlashIsNothingSpecial();
    void bytesThatAreNoTextAreReplaced();
    void aLineThatIsNoMessageIsANotice();
    void aServerThatSendsNothingBackStillGetsWhatIsSaidShownOnce();
    void aServerThatGoesAwayIsJoinedAgain();
    void whatDidNotComeBackBeforeTheEndFailsWhereEchoesAreUsual();
    void numbersGoOnAfterAReconnect();
    void anOverlongMessageIsLeftOutAndTheNextOneIsShown();
    void whatSuchServersCannotDoIsSaidSo();
    void aTincanServerSpokenToInPlainGetsTheNameAndTheRoom();
    void aTextThatLooksLikeACommandIsEscapedForATincanServer();
    void anErrorBeforeTheEndIsTheReason();
    void closingEndsTheConnection();
};

void tst_PlainSession::aServerThatGreetsNobodyIsPlain()
{
    BroadcastServer server;
    RoomClient client(fastParts());
    ClientLog log(client);
    client.open(optionsFor(server.port()));
    QTRY_COMPARE(client.state().phase, Phase::Online);
    QVERIFY(client.state().plain);
    QTRY_COMPARE(log.signs, (QStringList{u"welcomed"_s, u"joined plain"_s}));
    QVERIFY(server.heard.isEmpty());
}

void tst_PlainSession::whatWasSaidFirstIsShown()
{
    FakeServer server;
    ClientParts parts = fastParts();
    parts.timing.greeting = 60'000; // the message decides, not the time
    RoomClient client(parts);
    ClientLog log(client);
    client.open(optionsFor(server.port()));
    QTRY_COMPARE(server.connections(), 1);
    server.raw(QByteArray("Bo: first\0Bo: sec", 17));
    QTRY_COMPARE(log.texts(), QStringList{u"first"_s});
    server.raw(QByteArray("ond\0", 4));
    QTRY_COMPARE(log.texts(), (QStringList{u"first"_s, u"second"_s}));
    QCOMPARE(log.batches.constFirst().constFirst().from.name, u"Bo"_s);
    QVERIFY(client.state().plain);
}

void tst_PlainSession::whatIsSaidComesBackOnceAndIsOurs_data()
{
    QTest::addColumn<int>("manner");
    QTest::newRow("whole") << int(BroadcastServer::Manner::Whole);
    QTest::newRow("in pieces") << int(BroadcastServer::Manner::InPieces);
}

void tst_PlainSession::whatIsSaidComesBackOnceAndIsOurs()
{
    QFETCH(const int, manner);
    BroadcastServer server{BroadcastServer::Manner(manner)};
    RoomClient client(fastParts());
    ClientLog log(client);
    client.open(optionsFor(server.port()));
    const PostId id = client.post(plainRoom, u"你好🙂"_s); // before it is even connected
    QTRY_COMPARE(log.posts.value(id.value(), PostState::Failed), PostState::Stored);
    QTRY_COMPARE(log.texts(), QStringList{u"你好🙂"_s});
    const RoomEvent event = log.batches.constFirst().constFirst();
    QCOMPARE(event.postId, id);
    QCOMPARE(event.from.id, client.self().id);
    QVERIFY(event.from.name.startsWith(u"('127.0.0.1', "));
    QCOMPARE(event.from.name, client.self().name);
    QCOMPARE(server.heard, QList<QByteArray>{u"你好🙂"_s.toUtf8()});
    QTest::qWait(2 * fastParts().timing.echo);
    QCOMPARE(log.texts().size(), 1);
}

void tst_PlainSession::manyMessagesComeBackInTheirOrder()
{
    BroadcastServer server;
    RoomClient client(fastParts());
    ClientLog log(client);
    client.open(optionsFor(server.port()));
    QStringList said;
    for (int i = 0; i < 500; ++i) {
        said.append(QString::number(i % 7));
        client.post(plainRoom, said.constLast());
    }
    QTRY_COMPARE(client.unacknowledged(), 0);
    QTRY_COMPARE(log.texts(), said);
}

void tst_PlainSession::twoClientsTalkInAnyLanguage()
{
    BroadcastServer server(BroadcastServer::Manner::InPieces);
    RoomClient ada(fastParts());
    RoomClient bo(fastParts());
    ClientLog adaLog(ada);
    ClientLog boLog(bo);
    ada.open(optionsFor(server.port()));
    bo.open(optionsFor(server.port()));
    QTRY_COMPARE(ada.state().phase, Phase::Online);
    QTRY_COMPARE(bo.state().phase, Phase::Online);
    ada.post(plainRoom, u"caerphilly"_s);
    QTRY_COMPARE(boLog.texts(), QStringList{u"caerphilly"_s});
    bo.post(plainRoom, u"Ære være 你好"_s);
    QTRY_COMPARE(adaLog.texts(), (QStringList{u"caerphilly"_s, u"Ære være 你好"_s}));
    QVERIFY(adaLog.batches.constLast().constLast().postId.isEmpty());
    QVERIFY(adaLog.batches.constLast().constLast().from.id != ada.self().id);
}

void tst_PlainSession::aMessageOfSeveralLinesIsOneFrame()
{
    BroadcastServer server;
    RoomClient client(fastParts());
    ClientLog log(client);
    client.open(optionsFor(server.port()));
    client.post(plainRoom, u"one\ntwo\n\nfour"_s);
    QTRY_COMPARE(log.texts(), QStringList{u"one\ntwo\n\nfour"_s});
    QCOMPARE(server.heard, QList<QByteArray>{"one\ntwo\n\nfour"});
    QCOMPARE(log.batches.constFirst().constFirst().from.id, client.self().id);
}

void tst_PlainSession::aSlashIsNothingSpecial()
{
    BroadcastServer server;
    RoomClient client(fastParts());
    ClientLog log(client);
    client.open(optionsFor(server.port()));
    client.post(plainRoom, u"/etc/hosts"_s);
    QTRY_COMPARE(server.heard, QList<QByteArray>{"/etc/hosts"});
    QTRY_COMPARE(log.texts(), QStringList{u"/etc/hosts"_s});
}

void tst_PlainSession::bytesThatAreNoTextAreReplaced()
{
    FakeServer server;
    RoomClient client(fastParts());
    ClientLog log(client);
    client.open(optionsFor(server.port()));
    QTRY_COMPARE(client.state().phase, Phase::Online);
    server.raw(QByteArray("Bo: a\xff\xc3(b\x1b[31m\0Bo: fine\0", 24));
    QTRY_COMPARE(log.texts(), (QStringList{u"a\uFFFD\uFFFD(b[31m"_s, u"fine"_s}));
}

void tst_PlainSession::aLineThatIsNoMessageIsANotice()
{
    FakeServer server;
    RoomClient client(fastParts());
    ClientLog log(client);
    client.open(optionsFor(server.port()));
    QTRY_COMPARE(client.state().phase, Phase::Online);
    server.raw(QByteArray("* Bo joined\0\0('127.0.0.1', 5) has left\0", 40));
    QTRY_COMPARE(log.notices, (QStringList{u"* Bo joined"_s, u"('127.0.0.1', 5) has left"_s}));
    QVERIFY(log.texts().isEmpty());
}

void tst_PlainSession::aServerThatSendsNothingBackStillGetsWhatIsSaidShownOnce()
{
    BroadcastServer server(BroadcastServer::Manner::NotToSender);
    RoomClient client(fastParts());
    ClientLog log(client);
    client.open(optionsFor(server.port()));
    const PostId first = client.post(plainRoom, u"hello"_s);
    QTRY_COMPARE(server.heard.size(), 1);
    QVERIFY(!log.posts.contains(first.value()));
    QTRY_COMPARE(log.posts.value(first.value(), PostState::Failed), PostState::Stored);
    QTRY_COMPARE(log.texts(), QStringList{u"hello"_s});
    QCOMPARE(log.batches.constFirst().constFirst().from.name, u"Ada"_s);
    // Now it is known for that, and nobody waits any more.
    const PostId second = client.post(plainRoom, u"again"_s);
    QCOMPARE(client.unacknowledged(), 0);
    QTRY_COMPARE(log.texts(), (QStringList{u"hello"_s, u"again"_s}));
    QCOMPARE(log.posts.value(second.value(), PostState::Failed), PostState::Stored);
}

void tst_PlainSession::aServerThatGoesAwayIsJoinedAgain()
{
    BroadcastServer server;
    RoomClient client(fastParts());
    ClientLog log(client);
    client.open(optionsFor(server.port()));
    QTRY_COMPARE(client.state().phase, Phase::Online);
    server.goAway();
    QTRY_COMPARE(client.state().phase, Phase::Waiting);
    QCOMPARE(client.state().failure, ConnectFailure::Lost);
    client.post(plainRoom, u"meanwhile"_s);
    QTRY_COMPARE(client.state().phase, Phase::Online);
    QTRY_COMPARE(log.texts(), QStringList{u"meanwhile"_s});
}

void tst_PlainSession::whatDidNotComeBackBeforeTheEndFailsWhereEchoesAreUsual()
{
    FakeServer server;
    RoomClient client(fastParts());
    ClientLog log(client);
    client.open(optionsFor(server.port()));
    QTRY_COMPARE(client.state().phase, Phase::Online);
    client.post(plainRoom, u"1"_s);
    QTRY_COMPARE(server.frames.size(), 1);
    server.say("me: 1");
    QTRY_COMPARE(client.unacknowledged(), 0);
    const PostId lost = client.post(plainRoom, u"2"_s);
    QTRY_COMPARE(server.frames.size(), 2);
    server.vanish();
    QTRY_COMPARE(log.posts.value(lost.value(), PostState::Stored), PostState::Failed);
    QCOMPARE(log.texts(), QStringList{u"1"_s});
    QTRY_COMPARE(server.connections(), 2);
    QTRY_COMPARE(client.state().phase, Phase::Online);
    QCOMPARE(server.frames.size(), 2); // at most once
    client.retryPost(lost);
    QTRY_COMPARE(server.frames.size(), 3);
}

void tst_PlainSession::numbersGoOnAfterAReconnect()
{
    FakeServer server;
    RoomClient client(fastParts());
    ClientLog log(client);
    client.open(optionsFor(server.port()));
    QTRY_COMPARE(client.state().phase, Phase::Online);
    server.say("Bo: 1");
    QTRY_COMPARE(log.texts().size(), 1);
    server.vanish();
    QTRY_COMPARE(server.connections(), 2);
    QTRY_COMPARE(client.state().phase, Phase::Online);
    server.say("Bo: 2");
    QTRY_COMPARE(log.texts().size(), 2);
    QCOMPARE(log.batches.constFirst().constFirst().seq, Seq(1));
    QCOMPARE(log.batches.constLast().constLast().seq, Seq(2));
    QVERIFY(!log.signs.contains(u"reset plain"_s));
}

void tst_PlainSession::anOverlongMessageIsLeftOutAndTheNextOneIsShown()
{
    FakeServer server;
    RoomClient client(fastParts());
    ClientLog log(client);
    client.open(optionsFor(server.port()));
    QTRY_COMPARE(client.state().phase, Phase::Online);
    server.say("Bo: " + QByteArray(2 * 1024 * 1024, 'x'));
    server.say("Bo: short");
    QTRY_COMPARE(log.texts(), QStringList{u"short"_s});
    QCOMPARE(log.notices.size(), 1);
}

void tst_PlainSession::whatSuchServersCannotDoIsSaidSo()
{
    FakeServer server;
    RoomClient client(fastParts());
    ClientLog log(client);
    client.open(optionsFor(server.port()));
    QTRY_COMPARE(client.state().phase, Phase::Online);
    client.join(u"random"_s, true);
    QTRY_COMPARE(log.failures.size(), 1);
    client.requestHistory(plainRoom, 1);
    QTRY_COMPARE(log.pages.size(), 1);
    QVERIFY(log.pages.constFirst().events.isEmpty() && !log.pages.constFirst().more);
    const PostId topic = client.post(plainRoom, u"cheese"_s, EventKind::Topic);
    QTRY_COMPARE(log.posts.value(topic.value(), PostState::Stored), PostState::Failed);
    QVERIFY(server.frames.isEmpty());
}

void tst_PlainSession::aTincanServerSpokenToInPlainGetsTheNameAndTheRoom()
{
    FakeServer server;
    RoomClient client(fastParts());
    ClientLog log(client);
    ClientOptions options = optionsFor(server.port());
    options.plain = true;
    options.password = u"brie"_s;
    options.address.room = RoomId(u"random"_s);
    client.open(options);
    QTRY_COMPARE(server.connections(), 1);
    server.greet();
    QTRY_COMPARE(server.frames, (QList<QByteArray>{"/password brie", "/nick Ada", "/join random"}));
    client.setName(u"Bea"_s);
    QTRY_COMPARE(server.frames.constLast(), QByteArray("/nick Bea"));
    QVERIFY(client.state().plain);
}

void tst_PlainSession::aTextThatLooksLikeACommandIsEscapedForATincanServer()
{
    FakeServer server;
    RoomClient client(fastParts());
    ClientLog log(client);
    ClientOptions options = optionsFor(server.port());
    options.plain = true;
    options.name.clear();
    client.open(options);
    QTRY_COMPARE(server.connections(), 1);
    server.greet();
    const PostId id = client.post(plainRoom, u"/quit"_s);
    QTRY_COMPARE(server.frames, QList<QByteArray>{"//quit"});
    server.say("guest-5: /quit");
    QTRY_COMPARE(log.posts.value(id.value(), PostState::Failed), PostState::Stored);
    client.post(plainRoom, u"waves"_s, EventKind::Action);
    QTRY_COMPARE(server.frames.constLast(), QByteArray("/me waves"));
    server.say("* guest-5 waves");
    QTRY_COMPARE(client.unacknowledged(), 0);
    QTRY_COMPARE(log.batches.constLast().constLast().kind, EventKind::Action);
}

void tst_PlainSession::anErrorBeforeTheEndIsTheReason()
{
    FakeServer server;
    RoomClient client(fastParts());
    ClientLog log(client);
    client.open(optionsFor(server.port()));
    QTRY_COMPARE(client.state().phase, Phase::Online);
    server.say("! This server is closing.");
    server.hangUp();
    QTRY_VERIFY(log.has(Phase::Waiting));
    QCOMPARE(log.ended().failure, ConnectFailure::HostClosed);
}

void tst_PlainSession::closingEndsTheConnection()
{
    BroadcastServer server;
    RoomClient client(fastParts());
    ClientLog log(client);
    client.open(optionsFor(server.port()));
    QTRY_COMPARE(server.clients(), 1);
    QTRY_COMPARE(client.state().phase, Phase::Online);
    client.close();
    QTRY_COMPARE(server.clients(), 0);
    QTRY_COMPARE(client.state().phase, Phase::Idle);
}

QTEST_GUILESS_MAIN(tst_PlainSession)
#include "tst_plainsession.moc"
