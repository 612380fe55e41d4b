#include "nativefixture.h"
#include "protocol/clock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

const RoomId lounge(u"lounge"_s);

} // namespace

class tst_NativeSession : public NativeFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void afterTheGreetingItSaysHelloAndIsOnlineAtWelcome();
    void whatComesBetweenGreetingAndWelcomeIsPassedOver();
    void aPostIsAcknowledgedByItsEvent();
    void anotherMembersEventWithOurIdIsNoAcknowledgement();
    void aPostThatWasTooFastIsPostedAgain();
    void aRefusedPostFailsAndCanBeRetried();
    void aTextOverTheLimitFailsWithoutBeingSent();
    void anUnacknowledgedPostIsPostedAgainUnderTheSameIdAfterAReconnect();
    void aTakenNameStopsWithASuggestionAndGoesOnWithAnotherName();
    void aTakenNameOnANickIsAnErrorAndNothingElse();
    void refusalsAtHello_data();
    void refusalsAtHello();
    void aPasswordThatWasGivenIsWrong();
    void whoIsSentAwayKnowsWhyAndStaysAway();
    void whoIsBannedKnowsUntilWhen();
    void whoIsReplacedComesBackAsSomebodyElse();
    void whoIsRefusedSomethingIsNotReplaced();
    void lastWordsOfTheServerExplainTheEnd_data();
    void lastWordsOfTheServerExplainTheEnd();
    void pingsAreAnsweredAndTheRoundTripIsMeasured();
    void aServerThatFallsSilentIsLeft();
    void anUnansweredRequestForHistoryIsGivenUp();
    void requestsWithoutAnswerAreMadeAgainAfterAReconnect();
    void closingSaysQuitAndWaitsForTheServer();
    void aServerThatDoesNotCloseIsLeftAtTheDeadline();
    void aChangePointsAtItsMessage();
    void whoWritesIsTold();
    void awayIsSaidAgainToAServerThatForgotIt();
    void garbageFromTheServerIsPassedOver();
    void aFrameWithoutEndEndsTheConnection();
};

void tst_NativeSession::afterTheGreetingItSaysHelloAndIsOnlineAtWelcome()
{
    start();
    const auto hello = next<command::Hello>();
    QCOMPARE(hello.name, u"Ada"_s);
    QVERIFY(hello.session.value().size() >= 22);
    QVERIFY(hello.resume.isEmpty());
    QCOMPARE(client->state().phase, Phase::Entering);
    server->say(native::frame(native::welcome({native::room(u"lounge"_s)})));
    QTRY_COMPARE(client->state().phase, Phase::Online);
    QTRY_COMPARE(log->signs, (QStringList{u"welcomed"_s, u"joined lounge"_s}));
    QCOMPARE(client->self().id, MemberId(u"m1"_s));
    QVERIFY(!client->state().plain);
}

void tst_NativeSession::whatComesBetweenGreetingAndWelcomeIsPassedOver()
{
    start();
    server->raw(QByteArray("Bo: hi\n\0* Bo left\n\0", 20));
    next<command::Hello>();
    server->say("Bo: still text");
    server->say(native::happened(native::event(u"lounge"_s, 1, u"early"_s)));
    server->say(native::frame(native::welcome({native::room(u"lounge"_s)})));
    QTRY_COMPARE(log->signs, (QStringList{u"welcomed"_s, u"joined lounge"_s}));
    QVERIFY(log->texts().isEmpty());
}

void tst_NativeSession::aPostIsAcknowledgedByItsEvent()
{
    online();
    const PostId id = client->post(lounge, u"hi"_s, EventKind::Action);
    const auto post = next<command::Post>();
    QCOMPARE(post.id, id);
    QCOMPARE(post.text, u"hi"_s);
    QCOMPARE(post.kind, EventKind::Action);
    QCOMPARE(client->unacknowledged(), 1);
    server->say(native::happened(native::event(u"lounge"_s, 1, u"hi"_s, id.value())));
    QTRY_COMPARE(log->posts.value(id.value(), PostState::Failed), PostState::Stored);
    QCOMPARE(client->unacknowledged(), 0);
    QCOMPARE(log->texts(), QStringList{u"hi"_s});
}

void tst_NativeSession::anotherMembersEventWithOurIdIsNoAcknowledgement()
{
    online();
    const PostId id = client->post(lounge, u"hi"_s);
    next<command::Post>();
    RoomEvent forged = native::event(u"lounge"_s, 1, u"x"_s, id.value());
    forged.from.id = MemberId(u"m2"_s);
    server->say(native::happened(forged));
    QTRY_COMPARE(log->texts(), QStringList{u"x"_s});
    QCOMPARE(client->unacknowledged(), 1);
}

void tst_NativeSession::aPostThatWasTooFastIsPostedAgain()
{
    online();
    const PostId id = client->post(lounge, u"hi"_s);
    next<command::Post>();
    server->say(native::frame(serverevent::Failed{{ErrorCode::TooFast, u"slow down"_s}, id.value(), {}}));
    QCOMPARE(next<command::Post>().id, id);
    QVERIFY(!log->posts.contains(id.value()));
    QCOMPARE(client->unacknowledged(), 1);
}

void tst_NativeSession::aRefusedPostFailsAndCanBeRetried()
{
    online();
    const PostId id = client->post(lounge, u"hi"_s);
    next<command::Post>();
    server->say(native::frame(serverevent::Failed{{ErrorCode::NotAllowed, u"muted"_s}, id.value(), {}}));
    QTRY_COMPARE(log->posts.value(id.value(), PostState::Stored), PostState::Failed);
    QCOMPARE(log->postErrors.value(id.value()).message, u"muted"_s);
    QCOMPARE(client->unacknowledged(), 0);
    client->retryPost(id);
    QCOMPARE(next<command::Post>().id, id);
    QTRY_COMPARE(log->posts.value(id.value()), PostState::Sending);
}

void tst_NativeSession::aTextOverTheLimitFailsWithoutBeingSent()
{
    start();
    next<command::Hello>();
    auto welcome = native::welcome({native::room(u"lounge"_s)});
    welcome.limits.messageBytes = 10;
    server->say(native::frame(welcome));
    QTRY_COMPARE(client->state().phase, Phase::Online);
    const PostId over = client->post(lounge, u"01234567890"_s);
    const PostId just = client->post(lounge, u"0123456789"_s);
    QCOMPARE(next<command::Post>().id, just);
    QTRY_COMPARE(log->postErrors.value(over.value()).code, ErrorCode::TooLong);
}

void tst_NativeSession::anUnacknowledgedPostIsPostedAgainUnderTheSameIdAfterAReconnect()
{
    online();
    const PostId first = client->post(lounge, u"1"_s);
    const PostId second = client->post(lounge, u"2"_s);
    next<command::Post>();
    next<command::Post>();
    server->say(native::happened(native::event(u"lounge"_s, 1, u"1"_s, first.value())));
    QTRY_COMPARE(client->unacknowledged(), 1);
    server->vanish();
    QTRY_COMPARE(client->state().phase, Phase::Waiting);
    const PostId third = client->post(lounge, u"3"_s);
    QTRY_COMPARE(server->connections(), 2);
    server->greet();
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s, 2)})));
    QCOMPARE(next<command::Post>().id, second);
    QCOMPARE(next<command::Post>().id, third);
    // The first of them had been stored: the server answers with its event, which came by resume, too.
    server->say(native::happened(native::event(u"lounge"_s, 2, u"2"_s, second.value())));
    server->say(native::happened(native::event(u"lounge"_s, 2, u"2"_s, second.value())));
    server->say(native::happened(native::event(u"lounge"_s, 3, u"3"_s, third.value())));
    QTRY_COMPARE(log->texts(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(client->unacknowledged(), 0);
}

void tst_NativeSession::aTakenNameStopsWithASuggestionAndGoesOnWithAnotherName()
{
    start();
    next<command::Hello>();
    server->say(native::frame(serverevent::Failed{{ErrorCode::NameTaken, u"taken"_s}, {}, u"Ada-2"_s}));
    QTRY_COMPARE(client->state().phase, Phase::Stopped);
    QCOMPARE(client->state().failure, ConnectFailure::NameTaken);
    QCOMPARE(client->state().suggestion, u"Ada-2"_s);
    client->setName(u"Bea"_s);
    client->retryNow();
    QTRY_COMPARE(server->connections(), 2);
    server->greet();
    QCOMPARE(next<command::Hello>().name, u"Bea"_s);
}

void tst_NativeSession::aTakenNameOnANickIsAnErrorAndNothingElse()
{
    online();
    client->setName(u"Bo"_s);
    const auto nick = next<command::Nick>();
    server->say(native::frame(serverevent::Failed{{ErrorCode::NameTaken, u"taken"_s}, nick.re, u"Bo-2"_s}));
    QTRY_COMPARE(log->failures.size(), 1);
    QCOMPARE(log->failures.constFirst().suggestion, u"Bo-2"_s);
    QCOMPARE(client->state().phase, Phase::Online);
    client->setName(u"Cy"_s);
    Member self = client->self();
    self.name = u"Cy"_s;
    server->say(native::frame(serverevent::Self{self, next<command::Nick>().re}));
    QTRY_COMPARE(client->self().name, u"Cy"_s);
    QCOMPARE(client->options().name, u"Cy"_s);
}

void tst_NativeSession::refusalsAtHello_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("failure");
    QTest::addColumn<bool>("stopped");
    const auto row = [](const char *name, ErrorCode code, ConnectFailure failure, bool stopped) {
        QTest::newRow(name) << int(code) << int(failure) << stopped;
    };
    row("no password", ErrorCode::WrongPassword, ConnectFailure::NeedsPassword, true);
    row("bad name", ErrorCode::BadName, ConnectFailure::BadName, true);
    row("banned", ErrorCode::Banned, ConnectFailure::Banned, true);
    row("not understood", ErrorCode::BadField, ConnectFailure::NotUnderstood, true);
    row("full", ErrorCode::Full, ConnectFailure::Full, false);
    row("closing", ErrorCode::Closing, ConnectFailure::HostClosed, false);
}

void tst_NativeSession::refusalsAtHello()
{
    QFETCH(const int, code);
    QFETCH(const int, failure);
    QFETCH(const bool, stopped);
    start();
    next<command::Hello>();
    server->say(native::frame(serverevent::Failed{{ErrorCode(code), u"no"_s}, {}, {}}));
    QTRY_COMPARE(log->ended().phase, stopped ? Phase::Stopped : Phase::Waiting);
    QCOMPARE(log->ended().failure, ConnectFailure(failure));
}

void tst_NativeSession::aPasswordThatWasGivenIsWrong()
{
    ClientOptions options = optionsFor(server->port());
    options.password = u"sesam"_s;
    start(fastParts(), &options);
    QCOMPARE(next<command::Hello>().password, options.password);
    server->say(native::frame(serverevent::Failed{{ErrorCode::WrongPassword, u"no"_s}, {}, {}}));
    QTRY_COMPARE(log->ended().phase, Phase::Stopped);
    QCOMPARE(log->ended().failure, ConnectFailure::WrongPassword);
}

void tst_NativeSession::whoIsSentAwayKnowsWhyAndStaysAway()
{
    online();
    server->say(native::frame(serverevent::Failed{{ErrorCode::Banned, u"Ada kicked you."_s}, {}, {}}));
    server->hangUp();
    QTRY_COMPARE(log->ended().phase, Phase::Stopped);
    QCOMPARE(log->ended().failure, ConnectFailure::Banned);
    QCOMPARE(log->ended().detail, u"Ada kicked you."_s);
    QVERIFY(log->ended().sentAway);
    QCOMPARE(log->ended().until, 0);
}

void tst_NativeSession::whoIsBannedKnowsUntilWhen()
{
    start();
    next<command::Hello>();
    const std::int64_t before = SystemClock().utc();
    server->say(native::frame(serverevent::Failed{{ErrorCode::Banned, u"Ada banned you."_s, 600}, {}, {}}));
    QTRY_COMPARE(log->ended().phase, Phase::Stopped);
    QVERIFY(!log->ended().sentAway);
    QVERIFY(log->ended().until >= before + 600'000);
    QVERIFY(log->ended().until <= SystemClock().utc() + 600'000);
}

/// By who has the same profile, on another computer.
void tst_NativeSession::whoIsReplacedComesBackAsSomebodyElse()
{
    online();
    const QString name = client->self().name;
    const PostId id = client->post(lounge, u"still here"_s);
    next<command::Post>();
    server->frames.clear();
    server->say(native::frame(serverevent::Failed{
        {ErrorCode::NotAllowed, u"You have come back on another connection."_s}, {}, {}}));
    server->hangUp();
    QTRY_COMPARE(server->connections(), 2);
    server->greet();
    const auto hello = next<command::Hello>();
    QVERIFY(hello.session != SessionToken(u"secret"_s));
    QCOMPARE(hello.name, name);
    server->say(native::frame(serverevent::Failed{{ErrorCode::NameTaken, u"taken"_s}, {}, u"Ada-2"_s}));
    QTRY_COMPARE(server->connections(), 3);
    server->greet();
    const auto again = next<command::Hello>();
    QCOMPARE(again.name, u"Ada-2"_s);
    QCOMPARE(again.session, hello.session);
    serverevent::Welcome welcome = native::welcome({native::room(u"lounge"_s, 1)});
    welcome.self.id = MemberId(u"another"_s);
    welcome.self.name = u"Ada-2"_s;
    server->say(native::frame(welcome));
    const RoomEvent stored = native::event(u"lounge"_s, 1, u"still here"_s, id.value());
    server->say(native::happened(stored));
    QTRY_COMPARE(log->posts.value(id.value()), PostState::Stored); // as who one was
    QVERIFY(!log->has(Phase::Stopped));
}

void tst_NativeSession::whoIsRefusedSomethingIsNotReplaced()
{
    online();
    server->say(native::frame(serverevent::Failed{{ErrorCode::NotAllowed, u"no"_s}, {}, {}}));
    server->say(native::happened(native::event(u"lounge"_s, 1, u"x"_s)));
    QTRY_COMPARE(log->texts().size(), 1);
    server->vanish();
    QTRY_COMPARE(server->connections(), 2);
    server->greet();
    QCOMPARE(next<command::Hello>().session, SessionToken(u"secret"_s));
}

void tst_NativeSession::lastWordsOfTheServerExplainTheEnd_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("failure");
    QTest::newRow("closing") << int(ErrorCode::Closing) << int(ConnectFailure::HostClosed);
    QTest::newRow("slow consumer") << int(ErrorCode::SlowConsumer) << int(ConnectFailure::CutOff);
    QTest::newRow("too fast") << int(ErrorCode::TooFast) << int(ConnectFailure::CutOff);
    QTest::newRow("something else") << int(ErrorCode::BadField) << int(ConnectFailure::Lost);
}

void tst_NativeSession::lastWordsOfTheServerExplainTheEnd()
{
    QFETCH(const int, code);
    QFETCH(const int, failure);
    online();
    server->say(native::frame(serverevent::Failed{{ErrorCode(code), u"bye"_s}, {}, {}}));
    server->hangUp();
    QTRY_VERIFY(log->has(Phase::Waiting));
    QCOMPARE(log->ended().failure, ConnectFailure(failure));
    QVERIFY(log->ended().retryIn > 0);
}

void tst_NativeSession::pingsAreAnsweredAndTheRoundTripIsMeasured()
{
    online();
    QTRY_VERIFY(!server->frames.isEmpty());
    const auto ping = native::command<command::Ping>(server->take());
    server->say(native::frame(serverevent::Pong{ping.re}));
    QTRY_VERIFY(client->roundTrip() >= 0);
    server->say(native::frame(serverevent::Ping{u"p7"_s}));
    QCOMPARE(next<command::Pong>().re, u"p7"_s);
}

void tst_NativeSession::aServerThatFallsSilentIsLeft()
{
    ClientParts parts = fastParts();
    parts.timing.pingAfter = 40;
    parts.timing.lostAfter = 150;
    start(parts);
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s)})));
    QTRY_VERIFY(log->has(Phase::Waiting));
    QCOMPARE(log->ended().failure, ConnectFailure::Lost);
    const auto pings =
        std::count_if(server->frames.cbegin(), server->frames.cend(), native::is<command::Ping>);
    QVERIFY(pings >= 2);
}

void tst_NativeSession::anUnansweredRequestForHistoryIsGivenUp()
{
    ClientParts parts = fastParts();
    parts.timing.answer = 60;
    start(parts);
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s, 9)})));
    QTRY_COMPARE(client->state().phase, Phase::Online);
    client->requestHistory(lounge, 5);
    next<command::History>();
    QTRY_VERIFY(log->signs.contains(u"no history lounge"_s));
    QCOMPARE(client->state().phase, Phase::Online);
}

void tst_NativeSession::requestsWithoutAnswerAreMadeAgainAfterAReconnect()
{
    online();
    client->requestRooms();
    next<command::ListRooms>();
    server->vanish();
    QTRY_COMPARE(client->state().phase, Phase::Waiting);
    client->join(u"random"_s, true);
    QTRY_COMPARE(server->connections(), 2);
    server->greet();
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s)})));
    next<command::ListRooms>();
    QCOMPARE(next<command::Join>().room, u"random"_s);
}

void tst_NativeSession::closingSaysQuitAndWaitsForTheServer()
{
    online();
    client->close();
    QCOMPARE(client->state().phase, Phase::Online);
    next<command::Quit>();
    server->hangUp();
    QTRY_COMPARE(log->states.constLast().phase, Phase::Idle);
    QVERIFY(!log->has(Phase::Waiting));
}

void tst_NativeSession::aServerThatDoesNotCloseIsLeftAtTheDeadline()
{
    online();
    client->close();
    next<command::Quit>();
    QTRY_COMPARE(log->states.constLast().phase, Phase::Idle);
    QTRY_VERIFY(!server->peer() || server->peer()->state() == QAbstractSocket::UnconnectedState);
}

void tst_NativeSession::aChangePointsAtItsMessage()
{
    online();
    const PostId id = client->change(lounge, EventKind::Edit, 7, u"better"_s);
    const auto post = next<command::Post>();
    QCOMPARE(post.id, id);
    QCOMPARE(post.kind, EventKind::Edit);
    QCOMPARE(post.target, 7);
    QCOMPARE(post.text, u"better"_s);
    client->change(lounge, EventKind::Delete, 7);
    QCOMPARE(next<command::Post>().text, QString());
}

void tst_NativeSession::whoWritesIsTold()
{
    online();
    QSignalSpy heard(client.get(), &RoomClient::typing);
    client->sendTyping(lounge);
    QCOMPARE(next<command::Typing>().room, lounge);
    server->say(native::frame(serverevent::Typing{RoomId(u"elsewhere"_s), MemberId(u"m2"_s)}));
    server->say(native::frame(serverevent::Typing{lounge, MemberId(u"m2"_s)}));
    QTRY_COMPARE(heard.size(), 1);
    QCOMPARE(heard.first().at(0).value<RoomId>(), lounge);
    QCOMPARE(heard.first().at(1).value<MemberId>(), MemberId(u"m2"_s));
}

void tst_NativeSession::awayIsSaidAgainToAServerThatForgotIt()
{
    online();
    client->setAway(true, u"lunch"_s);
    const auto set = next<command::SetAway>();
    QVERIFY(set.away);
    QCOMPARE(set.status, u"lunch"_s);
    Member self = client->self();
    self.state = MemberState::Away;
    self.status = set.status;
    server->say(native::frame(serverevent::Self{self, set.re}));
    server->vanish();
    QTRY_COMPARE(client->state().phase, Phase::Waiting);
    QTRY_COMPARE(server->connections(), 2);
    server->greet();
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s)})));
    QCOMPARE(next<command::SetAway>().status, u"lunch"_s);
}

void tst_NativeSession::garbageFromTheServerIsPassedOver()
{
    online();
    for (const QByteArray &garbage :
         {QByteArray("{"), QByteArray(), QByteArray("[]"), QByteArray("\xff\xfe"),
          QByteArray("{\"t\":\"new\"}"), QByteArray("{\"t\":\"event\",\"room\":\"lounge\",\"seq\":-4}"),
          QByteArray("{\"t\":\"pong\"}")}) {
        server->say(garbage);
    }
    server->say(native::happened(native::event(u"lounge"_s, 1, u"fine"_s)));
    QTRY_COMPARE(log->texts(), QStringList{u"fine"_s});
}

void tst_NativeSession::aFrameWithoutEndEndsTheConnection()
{
    online();
    const QByteArray chunk(1024 * 1024, 'x');
    for (int i = 0; i < 17; ++i) {
        server->raw(chunk);
    }
    QTRY_VERIFY_WITH_TIMEOUT(log->has(Phase::Stopped), 20'000);
    QCOMPARE(log->ended().failure, ConnectFailure::NotUnderstood);
}

QTEST_GUILESS_MAIN(tst_NativeSession)
#include "tst_nativesession.moc"
