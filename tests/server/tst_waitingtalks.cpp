#include "server/absentees.h"
#include "server/sqlitestore.h"
#include "tests/server/directtalk.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <deque>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

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

/// Two come from that address, talk, and are away for longer than their places are kept.
RoomId talkAndGo(House &house, const QHostAddress &address)
{
    NativePeer one(house, house.connect(1, address), u"one"_s);
    NativePeer other(house, house.connect(2, address), u"other"_s);
    const RoomId room = openDirect(one, other.welcome.self.id).id;
    one.post(u"psst"_s, u"1"_s, room);
    one.wire().close();
    other.wire().close();
    house.turn();
    house.skip(Timing().keepSession + 1'000);
    return room;
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

/// Direct talks whose two are away for longer than their places are kept.
class TestWaitingTalks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTalkOutlivesTheAbsenceOfBoth();
    void whatWasSaidToWhoWasLostArrivesHoweverLateItIsBack();
    void aTalkOutlivesRestarts();
    void aTalkThatWasClosedStaysClosed();
    void whoIsBackIsSeenInTheTalk();
    void aTalkOfTwoWhoLeftIsOver();
    void aTalkOutlivesWhoLeftAsLongAsTheOtherMayComeBack();
    void aTalkOutlivesWhatWasSaidInIt();
    void talksThatNobodyComesBackToAreBounded();
    void nobodyPushesOutTheTalksOfOthers();
};

void TestWaitingTalks::aTalkOutlivesTheAbsenceOfBoth()
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

void TestWaitingTalks::whatWasSaidToWhoWasLostArrivesHoweverLateItIsBack()
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

void TestWaitingTalks::aTalkOutlivesRestarts()
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

void TestWaitingTalks::aTalkThatWasClosedStaysClosed()
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

void TestWaitingTalks::whoIsBackIsSeenInTheTalk()
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

void TestWaitingTalks::aTalkOfTwoWhoLeftIsOver()
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

void TestWaitingTalks::aTalkOutlivesWhoLeftAsLongAsTheOtherMayComeBack()
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

void TestWaitingTalks::aTalkOutlivesWhatWasSaidInIt()
{
    House house({}, std::make_unique<MemoryStore>(MemoryStore::Bounds{1, 1'000'000}));
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    const RoomInfo room = openDirect(ada, bo.welcome.self.id);
    ada.post(u"psst"_s, u"1"_s, room.id);
    ada.post(u"hello"_s, u"2"_s); // after which that is forgotten
    ada.wire().close();
    bo.wire().close();
    waitLong(house);
    NativePeer again(house, 3);
    QVERIFY(isIn(comeBack(again, ada), room.id));
}

void TestWaitingTalks::talksThatNobodyComesBackToAreBounded()
{
    House house;
    std::deque<RoomId> rooms;
    for (std::size_t pair = 0; pair < Absentees::mostTalks / 2 + 1; ++pair)
        rooms.push_back(talkAndGo(house, QHostAddress::LocalHost));
    QCOMPARE(house.store().state(rooms.front()).head, 0);
    QCOMPARE(house.store().state(rooms.at(1)).head, 1);
    QCOMPARE(house.store().state(rooms.back()).head, 1);
}

void TestWaitingTalks::nobodyPushesOutTheTalksOfOthers()
{
    House house;
    const RoomId waiting = talkAndGo(house, QHostAddress(u"192.0.2.1"_s));
    const RoomId first = talkAndGo(house, QHostAddress(u"192.0.2.7"_s));
    for (std::size_t pair = 0; pair < Absentees::mostTalks / 2; ++pair)
        talkAndGo(house, QHostAddress(u"192.0.2.7"_s));
    QCOMPARE(house.store().state(first).head, 0);
    QCOMPARE(house.store().state(waiting).head, 1);
}

QTEST_GUILESS_MAIN(TestWaitingTalks)
#include "tst_waitingtalks.moc"
