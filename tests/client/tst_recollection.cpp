#include "memorycopy.h"
#include "nativefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

const RoomId lounge(u"lounge"_s);

RoomEvent by(const QString &member, Seq seq, const QString &text)
{
    RoomEvent event = native::event(u"lounge"_s, seq, text);
    event.from.id = MemberId(member);
    return event;
}

serverevent::Welcome welcomeAs(const QString &member, const QList<RoomInfo> &rooms)
{
    serverevent::Welcome welcome = native::welcome(rooms);
    welcome.self.id = MemberId(member);
    return welcome;
}

} // namespace

/// A client with a copy: what it takes from it, and what it tells it.
class tst_Recollection : public NativeFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { end(); }

    void whatTheCopyHoldsIsToldBeforeTheServerIsSpokenTo();
    void theClientComesBackAsItselfAndResumes();
    void anotherServerAtThePlaceGetsNothingUnasked();
    void whoGoesToAnotherServerFindsThePostsRefusedOnReturn();
    void whatIsSeenIsRecorded();
    void aPostIsRecordedUntilItIsStored();
    void whatIsPostedBeforeTheServerIsKnownIsRecorded();
    void aFailedPostIsRecordedWithItsReasonUntilItIsDiscarded();
    void postsOfAnEarlierRunAreStoredOnceThoughTheServerForgotUs();
    void olderEventsComeFromTheCopyAndThenFromTheServer();
    void aPageOfTheCopyThatDoesNotJoinOnIsAskedOfTheServer();
    void aPageOfALostLogIsNotShown();
    void aCopyThatForgotIsToldAgain();
    void whoLeavesWithPostsUnderWayKeepsTheToken();
    void whoLeavesUnconnectedWithPostsWaitingKeepsTheToken();
    void whoLeavesWithNothingUnderWayIsGone();
    void whoWillBeInTheNextRunKeepsTheToken();
    void aPlainServerIsNotCopied();
    void aChangeOfALostLogIsGivenUpAndAReplyLosesItsNumber();
    void whatWaitsForATalkThatIsOverFailsInSight();
    void closingWhileTheCopyIsAskedStaysClosed();

private:
    void open();
    void hold(const QList<QueuedPost> &outbox = {});

    std::shared_ptr<MemoryCopy> m_copy;
};

void tst_Recollection::init()
{
    begin();
    m_copy = std::make_shared<MemoryCopy>();
}

/// A copy of the server that the fixture plays, as "m1" with two events.
void tst_Recollection::hold(const QList<QueuedPost> &outbox)
{
    CopiedServer &held = m_copy->held;
    held.identity = {native::welcome({}).serverId, {}};
    held.membership.serverName = u"Kitchen"_s;
    held.membership.self.id = MemberId(u"m1"_s);
    held.membership.self.name = u"Ada"_s;
    held.membership.session = SessionToken(u"secret"_s);
    CopiedRoom room;
    room.info = native::room(u"lounge"_s, 2);
    room.known = true;
    room.newest = {native::event(u"lounge"_s, 1, u"one"_s), native::event(u"lounge"_s, 2, u"two"_s)};
    held.rooms = {room};
    held.outbox = outbox;
}

void tst_Recollection::open()
{
    ClientOptions options = optionsFor(server->port());
    options.copy = m_copy;
    start(fastParts(), &options);
}

void tst_Recollection::whatTheCopyHoldsIsToldBeforeTheServerIsSpokenTo()
{
    hold();
    ClientOptions options = optionsFor(server->port());
    options.copy = m_copy;
    server->refuse(); // nobody is there
    client = std::make_unique<RoomClient>(fastParts());
    log = std::make_unique<ClientLog>(*client);
    QSignalSpy recalled(client.get(), &RoomClient::recalled);
    client->open(options);
    QCOMPARE(client->state().phase, Phase::Connecting);
    QTRY_COMPARE(recalled.count(), 1);
    const auto copied = recalled.constFirst().constFirst().value<CopiedServer>();
    QCOMPARE(copied.membership.serverName, u"Kitchen"_s);
    QCOMPARE(copied.rooms.constFirst().newest.size(), 2);
    QCOMPARE(client->self().name, u"Ada"_s);
    QTRY_COMPARE(client->state().phase, Phase::Waiting);
    QCOMPARE(m_copy->places, (QList<HostPort>{{options.address.host, options.address.port}}));
}

void tst_Recollection::theClientComesBackAsItselfAndResumes()
{
    hold();
    open();
    const auto hello = next<command::Hello>();
    QCOMPARE(hello.session, SessionToken(u"secret"_s));
    QCOMPARE(hello.resume.value(lounge), (command::ResumePoint{2, Epoch(u"e1"_s)}));
    server->say(native::frame(native::welcome({native::room(u"lounge"_s, 3)})));
    server->say(native::happened(native::event(u"lounge"_s, 3, u"three"_s)));
    QTRY_COMPARE(log->texts(), QStringList(u"three"_s));
    QVERIFY(!log->signs.contains(u"reset lounge"_s));
    QCOMPARE(m_copy->all<copychange::Events>().constLast().events.constFirst().seq, 3);
}

void tst_Recollection::anotherServerAtThePlaceGetsNothingUnasked()
{
    hold({{{lounge, PostId(u"p1"_s), EventKind::Message, u"private"_s, 0, 0}, 5, {}}});
    m_copy->held.identity.id = ServerId(u"another"_s);
    open();
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s)})));
    QTRY_VERIFY(log->signs.contains(u"joined lounge"_s));
    QCOMPARE(log->signs, (QStringList{u"left lounge"_s, u"welcomed"_s, u"joined lounge"_s}));
    QCOMPARE(client->unacknowledged(), 0);
    QCOMPARE(client->outbox().size(), 1);
    QVERIFY(client->outbox().constFirst().failure);
    QVERIFY(m_copy->all<copychange::Queued>().constFirst().post.failure);
    QCOMPARE(m_copy->servers.constFirst().id, ServerId(u"another"_s)); // where it is met again
    QVERIFY(!frameIsThere());
    client->retryPost(PostId(u"p1"_s));
    QCOMPARE(next<command::Post>().text, u"private"_s);
}

void tst_Recollection::whoGoesToAnotherServerFindsThePostsRefusedOnReturn()
{
    hold({{{lounge, PostId(u"p1"_s), EventKind::Message, u"private"_s, 0, 0}, 5, {}}});
    open();
    next<command::Hello>();
    m_copy->changes.clear();
    client->open(optionsFor(1));
    QCOMPARE(m_copy->all<copychange::Queued>().size(), 1);
    QVERIFY(m_copy->all<copychange::Queued>().constFirst().post.failure);
    QTRY_COMPARE(log->posts.value(u"p1"_s, PostState::Stored), PostState::Failed);
}

void tst_Recollection::whatIsSeenIsRecorded()
{
    open();
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s, 1)})));
    server->say(native::happened(native::event(u"lounge"_s, 1, u"one"_s)));
    QTRY_COMPARE(log->texts(), QStringList(u"one"_s));
    const Membership membership = m_copy->all<copychange::Entered>().constFirst().membership;
    QCOMPARE(membership.place.port, server->port());
    QCOMPARE(membership.session, native::welcome({}).session);
    QCOMPARE(m_copy->all<copychange::Room>().constFirst().info.id, lounge);
    QCOMPARE(m_copy->all<copychange::Events>().constFirst().events.constFirst().text, u"one"_s);
    QCOMPARE(m_copy->servers.constFirst(), (ServerIdentity{native::welcome({}).serverId, {}}));
    client->markRead(lounge, 1);
    QCOMPARE(m_copy->all<copychange::Read>().constFirst().upTo, 1);
    client->leave(lounge);
    const auto leave = next<command::Leave>();
    server->say(native::frame(serverevent::Left{lounge, leave.re}));
    QTRY_COMPARE(m_copy->all<copychange::Left>().size(), 1);
}

void tst_Recollection::aPostIsRecordedUntilItIsStored()
{
    open();
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s)})));
    QTRY_COMPARE(client->state().phase, Phase::Online);
    const PostId id = client->post(lounge, u"hi"_s);
    QCOMPARE(m_copy->all<copychange::Queued>().constFirst().post.post.id, id);
    QVERIFY(m_copy->all<copychange::Queued>().constFirst().post.at > 0);
    next<command::Post>();
    server->say(native::happened(native::event(u"lounge"_s, 1, u"hi"_s, id.value())));
    QTRY_COMPARE(m_copy->all<copychange::Settled>().size(), 1);
    QCOMPARE(m_copy->all<copychange::Settled>().constFirst().id, id);
}

void tst_Recollection::whatIsPostedBeforeTheServerIsKnownIsRecorded()
{
    open();
    const PostId first = client->post(lounge, u"before the first welcome"_s);
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s)})));
    QTRY_COMPARE(m_copy->all<copychange::Queued>().size(), 1);
    QCOMPARE(m_copy->all<copychange::Queued>().constFirst().post.post.id, first);

    hold();
    m_copy->changes.clear();
    ClientOptions options = optionsFor(server->port());
    options.copy = m_copy;
    RoomClient again(fastParts());
    again.open(options);
    const PostId second = again.post(lounge, u"before the copy has answered"_s);
    QTRY_COMPARE(m_copy->all<copychange::Queued>().size(), 1);
    QCOMPARE(m_copy->all<copychange::Queued>().constFirst().post.post.id, second);
}

void tst_Recollection::aFailedPostIsRecordedWithItsReasonUntilItIsDiscarded()
{
    open();
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s)})));
    QTRY_COMPARE(client->state().phase, Phase::Online);
    const PostId id = client->post(lounge, u"hi"_s);
    next<command::Post>();
    server->say(native::frame(serverevent::Failed{{ErrorCode::NotAllowed, u"No."_s}, id.value(), {}}));
    QTRY_COMPARE(log->posts.value(id.value()), PostState::Failed);
    QCOMPARE(m_copy->all<copychange::Queued>().constLast().post.failure->message, u"No."_s);
    client->retryPost(id);
    QVERIFY(!m_copy->all<copychange::Queued>().constLast().post.failure);
    next<command::Post>();
    server->say(native::frame(serverevent::Failed{{ErrorCode::NotAllowed, u"No."_s}, id.value(), {}}));
    QTRY_COMPARE(m_copy->all<copychange::Queued>().size(), 4);
    client->discardPost(id);
    QCOMPARE(m_copy->all<copychange::Settled>().constFirst().id, id);
}

void tst_Recollection::postsOfAnEarlierRunAreStoredOnceThoughTheServerForgotUs()
{
    hold({{{lounge, PostId(u"p1"_s), EventKind::Message, u"arrived"_s, 0, 0}, 5, {}},
          {{lounge, PostId(u"p2"_s), EventKind::Message, u"did not"_s, 0, 0}, 6, {}}});
    open();
    next<command::Hello>();
    server->say(native::frame(welcomeAs(u"m9"_s, {native::room(u"lounge"_s, 4)})));
    QTRY_COMPARE(client->state().phase, Phase::Online);
    server->say(native::happened(by(u"m1"_s, 3, u"arrived"_s)));
    QTRY_COMPARE(log->posts.value(u"p1"_s), PostState::Stored);
    QVERIFY(!frameIsThere());
    server->say(native::happened(by(u"m2"_s, 4, u"did not"_s)));
    const auto again = next<command::Post>();
    QCOMPARE(again.id, PostId(u"p2"_s));
    QCOMPARE(log->batches.constFirst().constFirst().postId, PostId(u"p1"_s)); // so that its row settles
    QCOMPARE(m_copy->all<copychange::Settled>().size(), 1);
}

void tst_Recollection::olderEventsComeFromTheCopyAndThenFromTheServer()
{
    hold();
    open();
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s, 9)})));
    QTRY_COMPARE(client->state().phase, Phase::Online);
    m_copy->events = {native::event(u"lounge"_s, 4, u"four"_s)};
    client->requestHistory(lounge, 5);
    QTRY_COMPARE(log->pages.size(), 1);
    QCOMPARE(log->pages.constFirst().events.constFirst().seq, 4);
    QVERIFY(log->pages.constFirst().more);
    QVERIFY(!frameIsThere());
    client->requestHistory(lounge, 4);
    const auto ask = next<command::History>();
    QCOMPARE(ask.before, 4);
    server->say(native::frame(
        serverevent::HistoryPage{lounge, {native::event(u"lounge"_s, 3, u"three"_s)}, false, ask.re}));
    QTRY_COMPARE(log->pages.size(), 2);
    QCOMPARE(m_copy->all<copychange::Events>().constLast().events.constFirst().seq, 3);
}

void tst_Recollection::aPageOfTheCopyThatDoesNotJoinOnIsAskedOfTheServer()
{
    hold();
    open();
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s, 9)})));
    QTRY_COMPARE(client->state().phase, Phase::Online);
    m_copy->events = {native::event(u"lounge"_s, 4, u"four"_s)};
    client->requestHistory(lounge, 7);
    QCOMPARE(next<command::History>().before, 7);
    QVERIFY(log->pages.isEmpty());
}

void tst_Recollection::aPageOfALostLogIsNotShown()
{
    hold();
    open();
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s, 2)})));
    QTRY_COMPARE(client->state().phase, Phase::Online);
    m_copy->events = {native::event(u"lounge"_s, 1, u"one"_s)};
    m_copy->slow = true;
    client->requestHistory(lounge, 2);
    reconnected({native::room(u"lounge"_s, 2, u"e2"_s)});
    QTRY_VERIFY(log->signs.contains(u"reset lounge"_s));
    m_copy->pending();
    QTRY_VERIFY(log->signs.contains(u"no history lounge"_s)); // the number means another event now
    QVERIFY(!frameIsThere());
    QVERIFY(log->pages.isEmpty());
}

void tst_Recollection::aCopyThatForgotIsToldAgain()
{
    open();
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s)})));
    QTRY_COMPARE(client->state().phase, Phase::Online);
    client->post(lounge, u"hi"_s);
    m_copy->changes.clear();
    Q_EMIT m_copy->restarted();
    QCOMPARE(m_copy->all<copychange::Entered>().size(), 1);
    QCOMPARE(m_copy->all<copychange::Room>().size(), 1);
    QCOMPARE(m_copy->all<copychange::Queued>().size(), 1);
}

void tst_Recollection::whoLeavesWithPostsUnderWayKeepsTheToken()
{
    open();
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s)})));
    QTRY_COMPARE(client->state().phase, Phase::Online);
    client->post(lounge, u"hi"_s);
    next<command::Post>();
    client->close();
    QTRY_COMPARE(client->state().phase, Phase::Idle);
    QVERIFY(!frameIsThere()); // no word of quitting
    QVERIFY(!m_copy->all<copychange::Entered>().constLast().membership.session.isEmpty());
}

void tst_Recollection::whoLeavesUnconnectedWithPostsWaitingKeepsTheToken()
{
    open();
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s)})));
    QTRY_COMPARE(client->state().phase, Phase::Online);
    server->refuse();
    server->vanish();
    QTRY_VERIFY(client->state().phase != Phase::Online);
    client->post(lounge, u"hi"_s);
    client->close();
    QTRY_COMPARE(client->state().phase, Phase::Idle);
    QVERIFY(!m_copy->all<copychange::Entered>().constLast().membership.session.isEmpty());
}

void tst_Recollection::whoLeavesWithNothingUnderWayIsGone()
{
    open();
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s)})));
    QTRY_COMPARE(client->state().phase, Phase::Online);
    client->close();
    next<command::Quit>();
    QVERIFY(m_copy->all<copychange::Entered>().constLast().membership.session.isEmpty());
}

void tst_Recollection::whoWillBeInTheNextRunKeepsTheToken()
{
    open();
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s)})));
    QTRY_COMPARE(client->state().phase, Phase::Online);
    client->pause();
    QTRY_COMPARE(client->state().phase, Phase::Idle);
    QVERIFY(!frameIsThere());
    QVERIFY(!m_copy->all<copychange::Entered>().constLast().membership.session.isEmpty());
}

void tst_Recollection::aPlainServerIsNotCopied()
{
    hold({{{lounge, PostId(u"p1"_s), EventKind::Message, u"private"_s, 0, 0}, 5, {}}});
    ClientOptions options = optionsFor(server->port());
    options.copy = m_copy;
    client = std::make_unique<RoomClient>(fastParts());
    log = std::make_unique<ClientLog>(*client);
    client->open(options);
    QTRY_COMPARE(client->state().phase, Phase::Online); // it never greeted
    QVERIFY(client->state().plain);
    QTRY_VERIFY(log->signs.contains(u"left lounge"_s));
    client->post(RoomId(u"plain"_s), u"hello"_s);
    QTRY_VERIFY(server->frames.contains("hello"));
    QCOMPARE(m_copy->all<copychange::Queued>().size(), 1); // for the server that the copy told of
    QVERIFY(m_copy->all<copychange::Queued>().constFirst().post.failure);
    QVERIFY(m_copy->all<copychange::Events>().isEmpty());
}

void tst_Recollection::aChangeOfALostLogIsGivenUpAndAReplyLosesItsNumber()
{
    hold(
        {{{lounge, PostId(u"p1"_s), EventKind::Edit, u"two!"_s, 0, 2}, 5, {}},
         {{lounge, PostId(u"p2"_s), EventKind::Message, u"yes"_s, 2, 0}, 6, {}},
         {{lounge, PostId(u"p3"_s), EventKind::Edit, u"one!"_s, 0, 1}, 7, Error{ErrorCode::NotAllowed, {}}}});
    open();
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s, 0, u"e2"_s)})));
    const auto reply = next<command::Post>();
    QCOMPARE(reply.id, PostId(u"p2"_s));
    QCOMPARE(reply.reply, 0);
    QTRY_COMPARE(log->posts.value(u"p1"_s), PostState::Failed);
    QCOMPARE(m_copy->all<copychange::Settled>().constFirst().id, PostId(u"p1"_s));
    QCOMPARE(m_copy->all<copychange::Settled>().at(1).id, PostId(u"p3"_s)); // refused before
    QCOMPARE(m_copy->all<copychange::Queued>().constLast().post.post.reply, 0);
    QCOMPARE(client->outbox().size(), 1);
}

void tst_Recollection::whatWaitsForATalkThatIsOverFailsInSight()
{
    const RoomId talk(u"m1+m2"_s);
    const PostId id(u"p1"_s);
    hold({{{talk, id, EventKind::Message, u"for you"_s, 0, 0}, 5, {}}});
    CopiedRoom direct;
    direct.info = native::room(talk.value(), 3);
    direct.info.kind = RoomKind::Direct;
    m_copy->held.rooms.append(direct);
    open();
    next<command::Hello>();
    server->say(native::frame(welcomeAs(u"m9"_s, {native::room(u"lounge"_s, 2)})));
    QTRY_COMPARE(log->posts.value(id.value(), PostState::Stored), PostState::Failed);
    QVERIFY(!log->signs.contains(u"left m1+m2"_s));
    QVERIFY(m_copy->all<copychange::Queued>().constLast().post.failure);
    QVERIFY(!frameIsThere());
    client->discardPost(id);
    client->leave(talk);
    QTRY_VERIFY(log->signs.contains(u"left m1+m2"_s));
    QVERIFY(!frameIsThere());
    QCOMPARE(m_copy->all<copychange::Left>().constLast().room, talk);
}

void tst_Recollection::closingWhileTheCopyIsAskedStaysClosed()
{
    hold();
    ClientOptions options = optionsFor(server->port());
    options.copy = m_copy;
    client = std::make_unique<RoomClient>(fastParts());
    QSignalSpy states(client.get(), &RoomClient::stateChanged);
    client->open(options);
    client->close();
    QTRY_COMPARE(states.count(), 2);
    QTest::qWait(50);
    QCOMPARE(client->state().phase, Phase::Idle);
    QCOMPARE(server->connections(), 0);
}

QTEST_GUILESS_MAIN(tst_Recollection)
#include "tst_recollection.moc"
