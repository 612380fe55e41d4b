#include "nativefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

const RoomId lounge(u"lounge"_s);
const RoomId randomRoom(u"random"_s);

} // namespace

class tst_RoomFollower : public NativeFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void whoWasCutOffBeforeTheWelcomeComesBackAsTheSame();
    void eventsOfOneReadComeInOneSignal();
    void aGapIsFilledBeforeAnythingBehindItIsShown();
    void aRequestForMissingEventsThatWasTooFastIsRepeated();
    void aRequestForMissingEventsThatCannotBeReadNowIsRepeated();
    void aRequestForMissingEventsThatIsRefusedStartsTheRoomAnew();
    void aReconnectShowsItsTokenAndWhatItHas();
    void anotherEpochResetsTheRoom();
    void aRoomThatTheServerLostIsFoundedAnewAndItsPostsWaitForIt();
    void manyLostRoomsAreFoundedAnewAFewAtATime();
    void aLostRoomThatWasAskedForTooFastIsAskedForAgain();
    void aRoomThatWasRemovedMeanwhileIsNotFoundedAnew();
    void aRoomOfWhichNothingIsLeftIsFoundedAnew();
    void whatWasWrittenForARoomThatWasRemovedStaysInSight();
    void leavingARoomThatWasRemovedNeedsNoServer();
    void leavingATalkThatIsOverNeedsNoServer();
    void whatWasWrittenForARoomThatCannotBeFoundedStaysInSight();
    void whatWaitedForATrimmedRoomIsSent();
    void aRoomOfWhichNothingCameYetIsEnteredAgain();
    void aRoomThatIsRemovedAroundOneIsLeft();
    void whatIsUnderWayToARoomThatIsRemovedFails();
    void aDirectTalkThatTheServerLostIsLeft();
    void theRoomOfTheAddressIsEnteredOnce();
    void joinAndLeaveAreFollowed();
    void historyIsHandedOn();
};

void tst_RoomFollower::whoWasCutOffBeforeTheWelcomeComesBackAsTheSame()
{
    start();
    const SessionToken token = next<command::Hello>().session;
    server->vanish();
    QTRY_COMPARE(server->connections(), 2);
    server->greet();
    QCOMPARE(next<command::Hello>().session, token);
}

void tst_RoomFollower::eventsOfOneReadComeInOneSignal()
{
    online();
    QByteArray bytes;
    for (int seq = 1; seq <= 50; ++seq) {
        bytes += native::happened(native::event(u"lounge"_s, seq, u"x"_s)) + '\0';
    }
    server->raw(bytes);
    QTRY_COMPARE(log->texts().size(), 50);
    QCOMPARE(log->batches.size(), 1);
}

void tst_RoomFollower::aGapIsFilledBeforeAnythingBehindItIsShown()
{
    online();
    server->say(native::happened(native::event(u"lounge"_s, 1, u"a"_s)));
    server->say(native::happened(native::event(u"lounge"_s, 4, u"d"_s)));
    const auto ask = next<command::History>();
    QCOMPARE(ask.before, Seq(4));
    QCOMPARE(ask.limit, 2);
    QTRY_COMPARE(log->texts(), QStringList{u"a"_s});
    server->say(native::frame(serverevent::HistoryPage{
        lounge,
        {native::event(u"lounge"_s, 2, u"b"_s), native::event(u"lounge"_s, 3, u"c"_s)},
        true,
        ask.re}));
    QTRY_COMPARE(log->texts(), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    QVERIFY(log->pages.isEmpty());
}

void tst_RoomFollower::aRequestForMissingEventsThatWasTooFastIsRepeated()
{
    online();
    server->say(native::happened(native::event(u"lounge"_s, 2, u"b"_s)));
    const auto ask = next<command::History>();
    server->say(native::frame(serverevent::Failed{{ErrorCode::TooFast, u"slow down"_s}, ask.re, {}}));
    const auto again = next<command::History>();
    QCOMPARE(again.before, ask.before);
    server->say(native::frame(
        serverevent::HistoryPage{lounge, {native::event(u"lounge"_s, 1, u"a"_s)}, false, again.re}));
    QTRY_COMPARE(log->texts(), (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(log->failures.isEmpty());
}

void tst_RoomFollower::aRequestForMissingEventsThatCannotBeReadNowIsRepeated()
{
    online();
    server->say(native::happened(native::event(u"lounge"_s, 2, u"b"_s)));
    const auto ask = next<command::History>();
    server->say(native::frame(serverevent::Failed{{ErrorCode::Full, u"unreadable"_s}, ask.re, {}}));
    const auto again = next<command::History>();
    QCOMPARE(again.before, ask.before);
    QVERIFY(!log->signs.contains(u"reset lounge"_s));
    server->say(native::frame(
        serverevent::HistoryPage{lounge, {native::event(u"lounge"_s, 1, u"a"_s)}, false, again.re}));
    QTRY_COMPARE(log->texts(), (QStringList{u"a"_s, u"b"_s}));
}

void tst_RoomFollower::aRequestForMissingEventsThatIsRefusedStartsTheRoomAnew()
{
    online();
    server->say(native::happened(native::event(u"lounge"_s, 7, u"g"_s)));
    const auto ask = next<command::History>();
    server->say(native::frame(serverevent::Failed{{ErrorCode::NotAllowed, u"no"_s}, ask.re, {}}));
    QTRY_COMPARE(log->signs.mid(2), (QStringList{u"reset lounge"_s, u"events lounge 7"_s}));
}

void tst_RoomFollower::aReconnectShowsItsTokenAndWhatItHas()
{
    online({native::room(u"lounge"_s, 9)});
    server->say(native::happened(native::event(u"lounge"_s, 9, u"x"_s)));
    QTRY_COMPARE(log->texts().size(), 1);
    server->vanish();
    QTRY_COMPARE(server->connections(), 2);
    QVERIFY(log->has(Phase::Waiting));
    server->greet();
    const auto hello = next<command::Hello>();
    QCOMPARE(hello.session, SessionToken(u"secret"_s));
    QCOMPARE(hello.resume.value(lounge), (command::ResumePoint{9, Epoch(u"e1"_s)}));
    server->say(native::frame(native::welcome({native::room(u"lounge"_s, 10)})));
    server->say(native::happened(native::event(u"lounge"_s, 10, u"y"_s)));
    QTRY_COMPARE(log->texts(), (QStringList{u"x"_s, u"y"_s}));
    QVERIFY(!log->signs.contains(u"reset lounge"_s));
}

void tst_RoomFollower::anotherEpochResetsTheRoom()
{
    online();
    server->say(native::happened(native::event(u"lounge"_s, 1, u"old"_s)));
    QTRY_COMPARE(log->texts().size(), 1);
    reconnected({native::room(u"lounge"_s, 1, u"e2"_s)});
    server->say(native::happened(native::event(u"lounge"_s, 1, u"new"_s)));
    QTRY_COMPARE(log->signs,
                 (QStringList{u"welcomed"_s, u"reset lounge"_s, u"joined lounge"_s, u"events lounge 1"_s}));
}

void tst_RoomFollower::aRoomThatTheServerLostIsFoundedAnewAndItsPostsWaitForIt()
{
    online({native::room(u"lounge"_s), native::room(u"random"_s, 3)});
    const PostId id = client->post(RoomId(u"random"_s), u"still here"_s);
    next<command::Post>();
    reconnected({native::room(u"lounge"_s, 0, u"e2"_s)});
    const auto join = next<command::Join>();
    QCOMPARE(join.room, u"random"_s);
    QVERIFY(join.create);
    QTest::qWait(50);
    QVERIFY(std::none_of(server->frames.cbegin(), server->frames.cend(), native::is<command::Post>));
    server->say(native::frame(serverevent::Joined{{native::room(u"random"_s, 0, u"e3"_s)}, join.re}));
    QCOMPARE(next<command::Post>().id, id);
    QTRY_VERIFY(log->signs.contains(u"reset random"_s));
    QVERIFY(log->signs.contains(u"joined random"_s));
}

void tst_RoomFollower::manyLostRoomsAreFoundedAnewAFewAtATime()
{
    QList<RoomInfo> rooms;
    for (int i = 0; i < 25; ++i) {
        rooms.append(native::room(u"room%1"_s.arg(i)));
    }
    online(rooms);
    reconnected({});
    int most = 0;
    QSet<QString> back;
    while (back.size() < 25) {
        QVERIFY(QTest::qWaitFor([this] { return frameIsThere(); }, 5'000));
        QTest::qWait(20);
        most = std::max(most, int(server->frames.size()));
        const auto join = next<command::Join>();
        QVERIFY(!back.contains(join.room));
        back.insert(join.room);
        server->say(native::frame(serverevent::Joined{{native::room(join.room)}, join.re}));
    }
    QVERIFY2(most <= 10, qPrintable(QString::number(most)));
    QTRY_COMPARE(log->signs.filter(u"joined "_s).size(), 25);
    QVERIFY(log->signs.filter(u"left "_s).isEmpty());
}

void tst_RoomFollower::aLostRoomThatWasAskedForTooFastIsAskedForAgain()
{
    online({native::room(u"lounge"_s), native::room(u"random"_s)});
    const PostId id = client->post(RoomId(u"random"_s), u"still here"_s);
    next<command::Post>();
    reconnected({native::room(u"lounge"_s)});
    const auto join = next<command::Join>();
    server->say(native::frame(serverevent::Failed{{ErrorCode::TooFast, u"slow down"_s}, join.re, {}}));
    const auto again = next<command::Join>();
    QCOMPARE(again.room, u"random"_s);
    server->say(native::frame(serverevent::Joined{{native::room(u"random"_s)}, again.re}));
    QCOMPARE(next<command::Post>().id, id);
    QVERIFY(log->failures.isEmpty());
    QVERIFY(!log->signs.contains(u"left random"_s));
}

void tst_RoomFollower::aRoomThatWasRemovedMeanwhileIsNotFoundedAnew()
{
    online({native::room(u"lounge"_s), native::room(u"random"_s, 3)});
    server->say(native::happened(native::event(u"random"_s, 3, u"here"_s)));
    QTRY_COMPARE(log->texts().size(), 1);
    reconnected({native::room(u"lounge"_s)}, {randomRoom});
    QTRY_COMPARE(log->signs.mid(1), (QStringList{u"joined lounge"_s, u"removed random"_s, u"left random"_s}));
    QTest::qWait(30);
    QVERIFY(std::none_of(server->frames.cbegin(), server->frames.cend(), native::is<command::Join>));
}

void tst_RoomFollower::whatWasWrittenForARoomThatWasRemovedStaysInSight()
{
    online({native::room(u"lounge"_s), native::room(u"random"_s, 3)});
    server->say(native::happened(native::event(u"random"_s, 3, u"here"_s)));
    QTRY_COMPARE(log->texts().size(), 1);
    const PostId id = client->post(randomRoom, u"still here"_s);
    next<command::Post>();
    reconnected({native::room(u"lounge"_s)}, {randomRoom});
    QTRY_COMPARE(log->posts.value(id.value()), PostState::Failed);
    QCOMPARE(log->postErrors.value(id.value()).message,
             u"This room was removed. Sending this again makes it anew."_s);
    QCOMPARE(log->signs.filter(u"removed random"_s).size(), 1);
    reconnected({native::room(u"lounge"_s)}, {randomRoom});
    QTRY_COMPARE(log->signs.filter(u"welcomed"_s).size(), 1);
    QVERIFY(!log->signs.contains(u"left random"_s));
    QVERIFY(!log->signs.contains(u"removed random"_s)); // which is known by now

    client->retryPost(id);
    const auto join = next<command::Join>();
    QCOMPARE(join.room, u"random"_s);
    QVERIFY(join.create);
    QCOMPARE(next<command::Post>().id, id);
    server->say(native::frame(serverevent::Joined{{native::room(u"random"_s, 0, u"e3"_s)}, join.re}));
    QTRY_VERIFY(log->signs.contains(u"joined random"_s));
}

/// As where all of it was too old to be kept, and nobody was there.
void tst_RoomFollower::aRoomOfWhichNothingIsLeftIsFoundedAnew()
{
    online({native::room(u"lounge"_s), native::room(u"random"_s, 3)});
    server->say(native::happened(native::event(u"random"_s, 3, u"here"_s)));
    QTRY_COMPARE(log->texts().size(), 1);
    const PostId id = client->post(randomRoom, u"still here"_s);
    next<command::Post>();
    reconnected({native::room(u"lounge"_s)});
    const auto join = next<command::Join>();
    QCOMPARE(join.room, u"random"_s);
    QVERIFY(join.create);
    server->say(native::frame(serverevent::Joined{{native::room(u"random"_s, 0, u"e3"_s)}, join.re}));
    QCOMPARE(next<command::Post>().id, id);
    QVERIFY(log->signs.filter(u"removed "_s).isEmpty());
    QVERIFY(log->signs.filter(u"left "_s).isEmpty());
}

void tst_RoomFollower::leavingARoomThatWasRemovedNeedsNoServer()
{
    online({native::room(u"lounge"_s), native::room(u"random"_s, 3)});
    client->post(randomRoom, u"still here"_s);
    next<command::Post>();
    server->say(native::frame(serverevent::Left{randomRoom, {}}));
    QTRY_VERIFY(log->signs.contains(u"removed random"_s));
    QVERIFY(!log->signs.contains(u"left random"_s));
    client->leave(randomRoom);
    QTRY_VERIFY(log->signs.contains(u"left random"_s));
    QTest::qWait(30);
    QVERIFY(std::none_of(server->frames.cbegin(), server->frames.cend(), native::is<command::Leave>));
}

void tst_RoomFollower::leavingATalkThatIsOverNeedsNoServer()
{
    RoomInfo direct = native::room(u"m1+m2"_s);
    direct.kind = RoomKind::Direct;
    online({native::room(u"lounge"_s), direct});
    const PostId id = client->post(direct.id, u"still there?"_s);
    next<command::Post>();
    reconnected({native::room(u"lounge"_s)});
    QTRY_COMPARE(log->posts.value(id.value()), PostState::Failed);
    QVERIFY(!log->signs.contains(u"left m1+m2"_s));
    client->leave(direct.id);
    QTRY_VERIFY(log->signs.contains(u"left m1+m2"_s));
}

void tst_RoomFollower::whatWasWrittenForARoomThatCannotBeFoundedStaysInSight()
{
    online({native::room(u"lounge"_s), native::room(u"random"_s, 3)});
    const PostId id = client->post(randomRoom, u"still here"_s);
    next<command::Post>();
    reconnected({native::room(u"lounge"_s, 0, u"e2"_s)});
    server->say(native::frame(
        serverevent::Failed{{ErrorCode::Full, u"too many rooms"_s}, next<command::Join>().re, {}}));
    QTRY_COMPARE(log->posts.value(id.value()), PostState::Failed);
    QCOMPARE(log->postErrors.value(id.value()).message, u"too many rooms"_s);
    QVERIFY(!log->signs.contains(u"left random"_s));
    client->retryPost(id);
    QCOMPARE(next<command::Join>().room, u"random"_s);
    QCOMPARE(next<command::Post>().id, id);
}

/// Of somebody whom the server takes for somebody new.
void tst_RoomFollower::whatWaitedForATrimmedRoomIsSent()
{
    online({native::room(u"lounge"_s, 3)});
    server->say(native::happened(native::event(u"lounge"_s, 3, u"here"_s)));
    QTRY_COMPARE(log->texts().size(), 1);
    const PostId id = client->post(lounge, u"still here"_s);
    next<command::Post>();
    serverevent::Welcome welcome = native::welcome({native::room(u"lounge"_s, 5)});
    welcome.rooms[0].first = 6;
    welcome.self.id = MemberId(u"another"_s);
    reconnectedTo(welcome);
    QCOMPARE(next<command::Post>().id, id);
}

/// The server cannot know that one is in it once it has forgotten the session.
void tst_RoomFollower::aRoomOfWhichNothingCameYetIsEnteredAgain()
{
    online({native::room(u"lounge"_s), native::room(u"random"_s, 3)});
    reconnected({native::room(u"lounge"_s)});
    QCOMPARE(next<command::Join>().room, u"random"_s);
    QVERIFY(!log->signs.contains(u"removed random"_s));
}

void tst_RoomFollower::aRoomThatIsRemovedAroundOneIsLeft()
{
    online({native::room(u"lounge"_s), native::room(u"random"_s, 3)});
    server->say(native::frame(serverevent::Left{RoomId(u"random"_s), {}}));
    QTRY_COMPARE(log->signs.mid(3), (QStringList{u"removed random"_s, u"left random"_s}));
}

void tst_RoomFollower::whatIsUnderWayToARoomThatIsRemovedFails()
{
    online({native::room(u"lounge"_s), native::room(u"random"_s, 3)});
    const PostId id = client->post(RoomId(u"random"_s), u"still here"_s);
    next<command::Post>();
    server->say(native::frame(serverevent::Left{RoomId(u"random"_s), {}}));
    QTRY_COMPARE(log->posts.value(id.value()), PostState::Failed);
    QVERIFY(!log->signs.contains(u"left random"_s));
    client->discardPost(id);
    reconnected({native::room(u"lounge"_s)});
    QTRY_VERIFY(log->signs.contains(u"left random"_s));
}

void tst_RoomFollower::aDirectTalkThatTheServerLostIsLeft()
{
    RoomInfo direct = native::room(u"m1+m2"_s);
    direct.kind = RoomKind::Direct;
    online({native::room(u"lounge"_s), direct});
    reconnected({native::room(u"lounge"_s)});
    QTRY_VERIFY(log->signs.contains(u"left m1+m2"_s));
    QTest::qWait(30);
    QVERIFY(std::none_of(server->frames.cbegin(), server->frames.cend(), native::is<command::Join>));
}

void tst_RoomFollower::theRoomOfTheAddressIsEnteredOnce()
{
    ClientOptions options = optionsFor(server->port());
    options.address.room = RoomId(u"random"_s);
    start(fastParts(), &options);
    next<command::Hello>();
    server->say(native::frame(native::welcome({native::room(u"lounge"_s)})));
    const auto join = next<command::Join>();
    QCOMPARE(join.room, u"random"_s);
    server->say(native::frame(serverevent::Joined{{native::room(u"random"_s)}, join.re}));
    QTRY_VERIFY(log->signs.contains(u"joined random"_s));
    client->leave(RoomId(u"random"_s));
    server->say(native::frame(serverevent::Left{RoomId(u"random"_s), next<command::Leave>().re}));
    QTRY_VERIFY(log->signs.contains(u"left random"_s));
    reconnected({native::room(u"lounge"_s)});
    QTest::qWait(30);
    QVERIFY(std::none_of(server->frames.cbegin(), server->frames.cend(), native::is<command::Join>));
}

void tst_RoomFollower::joinAndLeaveAreFollowed()
{
    online();
    client->join(u"random"_s, false);
    const auto join = next<command::Join>();
    QVERIFY(!join.create);
    server->say(native::frame(serverevent::Joined{{native::room(u"random"_s, 2)}, join.re}));
    server->say(native::happened(native::event(u"random"_s, 2, u"two"_s)));
    QTRY_COMPARE(log->texts(), QStringList{u"two"_s});
    server->say(native::frame(serverevent::Left{RoomId(u"random"_s), {}}));
    QTRY_VERIFY(log->signs.contains(u"left random"_s));
    server->say(native::happened(native::event(u"random"_s, 3, u"three"_s)));
    server->say(native::happened(native::event(u"lounge"_s, 1, u"one"_s)));
    QTRY_COMPARE(log->texts(), (QStringList{u"two"_s, u"one"_s}));
}

void tst_RoomFollower::historyIsHandedOn()
{
    online({native::room(u"lounge"_s, 9)});
    client->requestHistory(lounge, 5, 2);
    const auto ask = next<command::History>();
    QCOMPARE(ask.before, Seq(5));
    QCOMPARE(ask.limit, 2);
    const QList<RoomEvent> events{native::event(u"lounge"_s, 3, u"c"_s),
                                  native::event(u"lounge"_s, 4, u"d"_s)};
    server->say(native::frame(serverevent::HistoryPage{lounge, events, true, ask.re}));
    QTRY_COMPARE(log->pages.size(), 1);
    QCOMPARE(log->pages.constFirst().events, events);
    QVERIFY(log->pages.constFirst().more);
    QVERIFY(log->batches.isEmpty());
}

QTEST_GUILESS_MAIN(tst_RoomFollower)
#include "tst_roomfollower.moc"
