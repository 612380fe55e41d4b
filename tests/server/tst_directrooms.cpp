#include "server/absentees.h"
#include "server/sqlitestore.h"
#include "tests/server/house.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <deque>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

QStringList namesIn(const RoomInfo &room)
{
    QStringList names;
    for (const Member &member : room.members)
        names.append(member.name);
    names.sort();
    return names;
}

/// Opens the talk, and answers the room that it is told of.
RoomInfo openDirect(NativePeer &asker, const MemberId &with)
{
    command::Direct direct;
    direct.with = with;
    asker.takeAll<serverevent::Joined>();
    asker.say(direct);
    const auto joined = asker.takeAll<serverevent::Joined>();
    return joined.isEmpty() ? RoomInfo() : joined.first().rooms.value(0);
}

/// Comes with the token that this peer had.
serverevent::Welcome comeBack(NativePeer &again, const NativePeer &before)
{
    command::Hello hello;
    hello.session = before.welcome.session;
    again.say(hello);
    return again.takeAll<serverevent::Welcome>().value(0);
}

bool isIn(const serverevent::Welcome &welcome, const RoomId &room)
{
    return std::any_of(welcome.rooms.cbegin(), welcome.rooms.cend(),
                       [&room](const RoomInfo &info) { return info.id == room; });
}

/// Longer than anybody's place is kept. Those who are here show that they are.
void waitLong(House &house, const QList<NativePeer *> &here = {})
{
    for (int part = 0; part < 2; ++part) {
        house.advance(Timing().keepSession / 2 + 1'000);
        for (NativePeer *peer : here)
            peer->say(command::Ping{});
    }
}

/// A server whose log is in a file.
class DurableHouse
{
public:
    explicit DurableHouse(const QString &directory) : m_deadlines(m_clock)
    {
        StoreOptions options;
        options.directory = directory;
        auto store = std::make_unique<SqliteStore>(options, m_clock, m_deadlines);
        SqliteStore *const sessions = store.get();
        bool isOpen = false;
        sessions->open([&isOpen](const std::optional<StoreFailure> &failure) { isOpen = !failure; });
        if (QTest::qWaitFor([&isOpen] { return isOpen; }))
            m_house.emplace(HostOptions(), std::move(store), sessions);
    }
    House &house() { return *m_house; }

private:
    ManualClock m_clock;
    DeadlineQueue m_deadlines;
    std::optional<House> m_house;
};

} // namespace

class TestDirectRooms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothAreMembersFromTheStart();
    void nothingIsShownToTheOtherBeforeTheFirstMessage();
    void theFirstMessageOpensTheRoomForTheOther();
    void whoHasNotOpenedTheRoomMayNotPostToIt();
    void whoIsLostHasLeftAndComesBack();
    void whoClosesTheRoomIsStillThere();
    void aNewNameIsTold();
    void aTerminalIsAMember();

    void aTalkOutlivesTheAbsenceOfBoth();
    void whatWasSaidToWhoWasLostArrivesHoweverLateItIsBack();
    void aTalkOutlivesRestarts();
    void aTalkThatWasClosedStaysClosed();
    void whoIsBackIsSeenInTheTalk();
    void aTalkOfTwoWhoLeftIsOver();
    void aTalkOutlivesWhoLeftAsLongAsTheOtherMayComeBack();
    void talksThatNobodyComesBackToAreBounded();
    void whoPostsToWhoLeftIsToldSo();
    void aRepeatIsAnsweredAlthoughTheOtherLeft();
};

void TestDirectRooms::bothAreMembersFromTheStart()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    const RoomInfo hers = openDirect(ada, bo.welcome.self.id);
    QCOMPARE(hers.name, u"Bo"_s);
    QCOMPARE(hers.total, 2);
    QCOMPARE(namesIn(hers), QStringList({u"Ada"_s, u"Bo"_s}));
    const RoomInfo his = openDirect(bo, ada.welcome.self.id);
    QCOMPARE(his.id, hers.id);
    QCOMPARE(his.name, u"Ada"_s);
    QCOMPARE(namesIn(his), QStringList({u"Ada"_s, u"Bo"_s}));
    QVERIFY(his.id.value().contains(ada.welcome.self.id.value()));
    QVERIFY(his.id.value().contains(bo.welcome.self.id.value()));
}

void TestDirectRooms::nothingIsShownToTheOtherBeforeTheFirstMessage()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    bo.takeEverything();
    openDirect(ada, bo.welcome.self.id);
    QVERIFY(bo.takeEverything().isEmpty());
}

void TestDirectRooms::theFirstMessageOpensTheRoomForTheOther()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    const RoomInfo room = openDirect(ada, bo.welcome.self.id);
    ada.post(u"psst"_s, u"1"_s, room.id);
    const auto joined = bo.takeAll<serverevent::Joined>();
    QCOMPARE(joined.size(), 1);
    QCOMPARE(joined.first().rooms.first().id, room.id);
    QCOMPARE(namesIn(joined.first().rooms.first()), QStringList({u"Ada"_s, u"Bo"_s}));
    QCOMPARE(bo.takeSeqs(), QList<Seq>{1});
    QCOMPARE(ada.takeSeqs(), QList<Seq>{1});
}

void TestDirectRooms::whoHasNotOpenedTheRoomMayNotPostToIt()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    const RoomInfo room = openDirect(ada, bo.welcome.self.id);
    bo.post(u"hm?"_s, u"1"_s, room.id);
    const auto failures = bo.takeAll<serverevent::Failed>();
    QCOMPARE(failures.size(), 1);
    QCOMPARE(failures.first().error.code, ErrorCode::NoSuchRoom);
}

void TestDirectRooms::whoIsLostHasLeftAndComesBack()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    const RoomInfo room = openDirect(ada, bo.welcome.self.id);
    ada.takeEverything();
    bo.wire().close();
    const auto left = ada.takeAll<serverevent::Presence>();
    QCOMPARE(left.size(), 2); // the lounge and the talk
    for (const auto &presence : left)
        QCOMPARE(presence.left, QList<MemberId>{bo.welcome.self.id});

    NativePeer again(house, 3);
    command::Hello hello;
    hello.session = bo.welcome.session;
    again.say(hello);
    const auto welcomes = again.takeAll<serverevent::Welcome>();
    QCOMPARE(welcomes.size(), 1);
    QCOMPARE(welcomes.first().rooms.size(), 1); // the talk was never opened for him
    const auto back = ada.takeAll<serverevent::Presence>();
    QCOMPARE(back.size(), 2);
    for (const auto &presence : back)
        QCOMPARE(presence.joined.value(0).id, bo.welcome.self.id);
    ada.post(u"psst"_s, u"1"_s, room.id);
    QCOMPARE(again.takeAll<serverevent::Joined>().size(), 1);
    QCOMPARE(again.takeSeqs(), QList<Seq>{1});
}

void TestDirectRooms::whoClosesTheRoomIsStillThere()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    const RoomInfo room = openDirect(ada, bo.welcome.self.id);
    ada.post(u"psst"_s, u"1"_s, room.id);
    bo.takeEverything();
    ada.takeEverything();
    bo.say(command::Leave{room.id, {}});
    QCOMPARE(bo.takeAll<serverevent::Left>().size(), 1);
    QVERIFY(ada.takeAll<serverevent::Presence>().isEmpty());
    ada.post(u"still there?"_s, u"2"_s, room.id);
    QCOMPARE(bo.takeAll<serverevent::Joined>().size(), 1);
    QCOMPARE(bo.takeSeqs(), QList<Seq>({1, 2}));
}

void TestDirectRooms::aNewNameIsTold()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    const RoomInfo room = openDirect(ada, bo.welcome.self.id);
    ada.takeEverything();
    bo.say(command::Nick{u"Bob"_s, {}});
    QList<RoomId> told;
    for (const auto &presence : ada.takeAll<serverevent::Presence>()) {
        QCOMPARE(presence.changed.value(0).name, u"Bob"_s);
        told.append(presence.room);
    }
    QVERIFY(told.contains(room.id));
}

void TestDirectRooms::aTerminalIsAMember()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    TextPeer bo(house, 2, '\n');
    bo.say("/nick Bo");
    bo.say("/msg Ada hello");
    const auto joined = ada.takeAll<serverevent::Joined>();
    QCOMPARE(joined.size(), 1);
    QCOMPARE(namesIn(joined.first().rooms.first()), QStringList({u"Ada"_s, u"Bo"_s}));
    ada.takeEverything();
    bo.wire().close();
    QCOMPARE(ada.takeAll<serverevent::Presence>().size(), 2);
}

void TestDirectRooms::aTalkOutlivesTheAbsenceOfBoth()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    const RoomInfo room = openDirect(ada, bo.welcome.self.id);
    ada.post(u"psst"_s, u"1"_s, room.id);
    ada.wire().close();
    bo.wire().close();
    waitLong(house);
    NativePeer adaAgain(house, 3);
    const auto welcome = comeBack(adaAgain, ada);
    QCOMPARE(welcome.self.id, ada.welcome.self.id);
    QVERIFY(isIn(welcome, room.id));
    QVERIFY(isIn(welcome, RoomId(u"lounge"_s)));
    QCOMPARE(adaAgain.takeSeqs(), QList<Seq>{1});
    waitLong(house, {&adaAgain});
    NativePeer boAgain(house, 4);
    QVERIFY(isIn(comeBack(boAgain, bo), room.id));
    QCOMPARE(boAgain.takeSeqs(), QList<Seq>{1});
    boAgain.post(u"yes?"_s, u"2"_s, room.id);
    QCOMPARE(adaAgain.takeSeqs(), QList<Seq>{2});
}

void TestDirectRooms::whatWasSaidToWhoWasLostArrivesHoweverLateItIsBack()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    bo.wire().close();
    const RoomInfo room = openDirect(ada, bo.welcome.self.id);
    ada.post(u"psst"_s, u"1"_s, room.id);
    QCOMPARE(ada.takeSeqs(), QList<Seq>{1});
    waitLong(house, {&ada});
    NativePeer again(house, 3);
    QVERIFY(isIn(comeBack(again, bo), room.id));
    QCOMPARE(again.takeSeqs(), QList<Seq>{1});
}

void TestDirectRooms::aTalkOutlivesRestarts()
{
    const QTemporaryDir directory;
    serverevent::Welcome ada;
    RoomInfo room;
    {
        DurableHouse durable(directory.path());
        NativePeer peer(durable.house(), 1, u"Ada"_s);
        NativePeer bo(durable.house(), 2, u"Bo"_s);
        room = openDirect(peer, bo.welcome.self.id);
        peer.post(u"psst"_s, u"1"_s, room.id);
        QList<Seq> seen;
        QTRY_COMPARE(seen += peer.takeSeqs(), QList<Seq>{1});
        ada = peer.welcome;
    }
    {
        DurableHouse durable(directory.path());
        waitLong(durable.house()); // neither comes
    }
    DurableHouse durable(directory.path());
    NativePeer again(durable.house(), 3);
    command::Hello hello;
    hello.session = ada.session;
    again.say(hello);
    const auto welcome = again.takeAll<serverevent::Welcome>().value(0);
    QCOMPARE(welcome.self.id, ada.self.id);
    QVERIFY(isIn(welcome, room.id));
    QList<Seq> seen;
    QTRY_COMPARE(seen += again.takeSeqs(), QList<Seq>{1});
}

void TestDirectRooms::aTalkThatWasClosedStaysClosed()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    const RoomInfo room = openDirect(ada, bo.welcome.self.id);
    ada.post(u"psst"_s, u"1"_s, room.id);
    bo.say(command::Leave{room.id, {}});
    bo.wire().close();
    waitLong(house, {&ada});
    NativePeer again(house, 3);
    QVERIFY(!isIn(comeBack(again, bo), room.id));
    ada.post(u"still there?"_s, u"2"_s, room.id);
    QCOMPARE(again.takeAll<serverevent::Joined>().size(), 1);
    QCOMPARE(again.takeSeqs(), QList<Seq>({1, 2}));
}

void TestDirectRooms::whoIsBackIsSeenInTheTalk()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    const RoomInfo room = openDirect(ada, bo.welcome.self.id);
    ada.post(u"psst"_s, u"1"_s, room.id);
    bo.say(command::Leave{room.id, {}}); // which the other does not see
    bo.wire().close();
    waitLong(house, {&ada});
    ada.takeEverything();
    NativePeer again(house, 3);
    comeBack(again, bo);
    QList<RoomId> told;
    for (const auto &presence : ada.takeAll<serverevent::Presence>()) {
        QCOMPARE(presence.joined.value(0).id, bo.welcome.self.id);
        QCOMPARE(presence.total, 2);
        told.append(presence.room);
    }
    QVERIFY(told.contains(room.id));
}

void TestDirectRooms::aTalkOfTwoWhoLeftIsOver()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    const RoomInfo room = openDirect(ada, bo.welcome.self.id);
    ada.post(u"psst"_s, u"1"_s, room.id);
    QCOMPARE(house.store().state(room.id).head, 1);
    ada.say(command::Quit{});
    QCOMPARE(house.store().state(room.id).head, 1);
    bo.say(command::Quit{});
    QCOMPARE(house.store().state(room.id).head, 0);
}

void TestDirectRooms::aTalkOutlivesWhoLeftAsLongAsTheOtherMayComeBack()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    const RoomInfo room = openDirect(ada, bo.welcome.self.id);
    ada.post(u"psst"_s, u"1"_s, room.id);
    bo.wire().close();
    waitLong(house, {&ada});
    ada.say(command::Quit{});
    NativePeer again(house, 3);
    QVERIFY(isIn(comeBack(again, bo), room.id));
    QCOMPARE(again.takeSeqs(), QList<Seq>{1});
    again.say(command::Quit{});
    QCOMPARE(house.store().state(room.id).head, 0);
}

void TestDirectRooms::talksThatNobodyComesBackToAreBounded()
{
    House house;
    std::deque<RoomId> rooms;
    for (int pair = 0; pair < Absentees::mostTalks / 2 + 1; ++pair) {
        NativePeer one(house, 1, u"one"_s);
        NativePeer other(house, 2, u"other"_s);
        rooms.push_back(openDirect(one, other.welcome.self.id).id);
        one.post(u"psst"_s, u"1"_s, rooms.back());
        one.wire().close();
        other.wire().close();
        house.turn();
        house.skip(Timing().keepSession + 1'000);
    }
    QCOMPARE(house.store().state(rooms.front()).head, 0);
    QCOMPARE(house.store().state(rooms.at(1)).head, 1);
    QCOMPARE(house.store().state(rooms.back()).head, 1);
}

void TestDirectRooms::whoPostsToWhoLeftIsToldSo()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    const RoomInfo room = openDirect(ada, bo.welcome.self.id);
    bo.say(command::Quit{});
    ada.post(u"psst"_s, u"1"_s, room.id);
    const auto failures = ada.takeAll<serverevent::Failed>();
    QCOMPARE(failures.size(), 1);
    QCOMPARE(failures.first().error.code, ErrorCode::NotAllowed);
    QCOMPARE(failures.first().error.message, u"Bo has left."_s);
    QCOMPARE(failures.first().re, u"1"_s);
}

void TestDirectRooms::aRepeatIsAnsweredAlthoughTheOtherLeft()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    const RoomInfo room = openDirect(ada, bo.welcome.self.id);
    ada.post(u"psst"_s, u"1"_s, room.id);
    bo.say(command::Quit{});
    ada.takeEverything();
    ada.post(u"psst"_s, u"1"_s, room.id);
    QCOMPARE(ada.takeSeqs(), QList<Seq>{1});
    ada.say(command::Leave{room.id, {}});
    ada.post(u"psst"_s, u"1"_s, room.id);
    QCOMPARE(ada.takeSeqs(), QList<Seq>{1});
    QVERIFY(ada.takeAll<serverevent::Failed>().isEmpty());
}

QTEST_GUILESS_MAIN(TestDirectRooms)
#include "tst_directrooms.moc"
