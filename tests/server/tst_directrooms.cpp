#include "tests/server/directtalk.h"

#include <QTest>

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

    void talksInWhichNothingWasSaidDoNotPileUp();
    void aTalkIsNotOpenedForWhoIsInTooManyRooms();
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

void TestDirectRooms::talksInWhichNothingWasSaidDoNotPileUp()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    const RoomInfo hers = openDirect(ada, bo.welcome.self.id);
    ada.say(command::Quit{});
    QVERIFY(house.store().state(hers.id).epoch.isEmpty()); // there is no such log
    NativePeer cy(house, 3, u"Cy"_s);
    const RoomInfo his = openDirect(bo, cy.welcome.self.id);
    cy.say(command::Quit{});
    QVERIFY(!house.store().state(his.id).epoch.isEmpty()); // he has it before his eyes
}

void TestDirectRooms::aTalkIsNotOpenedForWhoIsInTooManyRooms()
{
    HostOptions options;
    options.limits.maxRoomsPerMember = 2;
    House house(options);
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    TextPeer cy(house, 3);
    cy.ask("/nick Cy");
    bo.say(command::Join{u"attic"_s, true, {}});
    const RoomInfo room = openDirect(ada, bo.welcome.self.id);
    bo.takeEverything();
    ada.post(u"psst"_s, u"1"_s, room.id);
    const Error refusal = ada.takeAll<serverevent::Failed>().value(0).error;
    QCOMPARE(refusal.code, ErrorCode::NotAllowed);
    QCOMPARE(refusal.message,
             u"Bo is in too many rooms for another talk. Say it in a room that you share."_s);
    QCOMPARE(cy.ask("/msg Bo psst").value(0), u"! "_s + refusal.message);
    QVERIFY(bo.takeAll<serverevent::Joined>().isEmpty());
    bo.say(command::Leave{RoomId(u"attic"_s), {}});
    ada.post(u"psst"_s, u"1"_s, room.id);
    QCOMPARE(bo.takeAll<serverevent::Joined>().size(), 1);
    QCOMPARE(bo.takeSeqs(), QList<Seq>{1});
    ada.post(u"and on"_s, u"2"_s, room.id); // it is open
    QCOMPARE(bo.takeSeqs(), QList<Seq>{2});
    cy.say("/msg Bo psst");
    QVERIFY(bo.takeAll<serverevent::Joined>().isEmpty());
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
