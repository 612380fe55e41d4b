#include "tests/server/moderatedhouse.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const RoomId attic(u"attic"_s);
const RoomId cellar(u"cellar"_s);

command::Moderate drop(const RoomId &room)
{
    command::Moderate act;
    act.act = Act::Drop;
    act.room = room;
    act.re = u"d"_s;
    return act;
}

using Points = QHash<RoomId, command::ResumePoint>;

/// Makes these rooms, and says something in each.
Points spokenIn(NativePeer &peer, const QList<RoomId> &rooms)
{
    Points points;
    for (const RoomId &room : rooms) {
        peer.say(command::Join{room.value(), true, {}});
        const RoomInfo info = peer.takeAll<serverevent::Joined>().value(0).rooms.value(0);
        peer.post(u"spam"_s, room.value(), room);
        points.insert(room, {peer.takeSeqs().value(0), info.epoch});
    }
    return points;
}

/// Comes with the token and the history of this peer, and goes again.
serverevent::Welcome comeBack(House &house, const NativePeer &before, const Points &points)
{
    NativePeer again(house, 50009);
    command::Hello hello;
    hello.session = before.welcome.session;
    hello.resume = points;
    again.say(hello);
    const auto welcome = again.takeAll<serverevent::Welcome>().value(0);
    again.wire().close();
    return welcome;
}

} // namespace

/// Rooms that their owner removes.
class TestDroppedRooms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDroppedRoomIsGoneWithItsHistory();
    void whoStoodThereStandsInTheLounge();
    void onlyTheOwnerDropsRooms();
    void whatIsNoRoomOfAllIsNotDropped();
    void whoWasAwayIsToldWhatWasRemoved();
    void whoWasAwayIsNotToldThatAnEmptyRoomWasRemoved();
};

void TestDroppedRooms::aDroppedRoomIsGoneWithItsHistory()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    bo.say(command::Join{u"attic"_s, true, {}});
    const auto before = bo.takeAll<serverevent::Joined>().value(0).rooms.value(0);
    bo.post(u"spam"_s, u"p1"_s, attic);
    command::Moderate slow = drop(attic);
    slow.act = Act::Slow;
    slow.seconds = 30;
    QVERIFY(!refused(ada, slow));
    bo.takeEverything();
    QVERIFY(!refused(ada, drop(attic))); // although she is not in it
    QCOMPARE(bo.takeAll<serverevent::Left>().value(0).room, attic);
    bo.post(u"more"_s, u"p2"_s, attic);
    QCOMPARE(failureOf(bo).code, ErrorCode::NoSuchRoom);
    const ActRecord act = actsOf(ada).value(0);
    QCOMPARE(act.act, Act::Drop);
    QCOMPARE(act.room, attic);
    bo.say(command::Join{u"attic"_s, true, {}});
    const auto after = bo.takeAll<serverevent::Joined>().value(0).rooms.value(0);
    QCOMPARE(after.head, 0);
    QCOMPARE(after.slow, 0);
    QVERIFY(!(after.epoch == before.epoch));
}

void TestDroppedRooms::whoStoodThereStandsInTheLounge()
{
    House house(ownedByAda());
    TextPeer ada(house, house.connectWithKey(50001, adasKey));
    ada.ask("/nick Ada");
    TextPeer bo(house, 50002);
    bo.ask("/nick Bo");
    bo.ask("/join attic");
    bo.ask("/leave lounge");
    bo.ask("spam");
    ada.take();
    QCOMPARE(ada.ask("/drop #attic"), QStringList({u"* #attic is removed"_s, u"* Bo joined"_s}));
    QCOMPARE(bo.take(), QStringList{u"* Ada removed #attic and all that was said in it"_s});
    bo.say("here now");
    QVERIFY(ada.take().contains(u"Bo: here now"_s));
}

void TestDroppedRooms::onlyTheOwnerDropsRooms()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    bo.say(command::Join{u"attic"_s, true, {}});
    QCOMPARE(refused(bo, drop(attic)), ErrorCode::NotAllowed);
    refused(ada, on(Act::Promote, bo));
    QCOMPARE(refused(bo, drop(attic)), ErrorCode::NotAllowed);
    TextPeer text(house, 50003);
    text.ask("/nick Cy");
    QCOMPARE(text.ask("/drop attic"), QStringList{u"! Only the owner and moderators may do that."_s});
    QVERIFY(bo.takeAll<serverevent::Left>().isEmpty());
}

void TestDroppedRooms::whatIsNoRoomOfAllIsNotDropped()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    QCOMPARE(refused(ada, drop(lounge)), ErrorCode::NotAllowed);
    QCOMPARE(refused(ada, drop(attic)), ErrorCode::NoSuchRoom);
    ada.say(command::Direct{bo.welcome.self.id, {}});
    const RoomId direct = ada.takeAll<serverevent::Joined>().value(0).rooms.value(0).id;
    QCOMPARE(refused(ada, drop(direct)), ErrorCode::NoSuchRoom);
}

void TestDroppedRooms::whoWasAwayIsToldWhatWasRemoved()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    const auto points = spokenIn(bo, {attic, cellar});
    bo.wire().close();
    QVERIFY(!refused(ada, drop(attic)));
    QCOMPARE(comeBack(house, bo, points).removed, QList<RoomId>{attic});
    house.advance(Timing().keepSession + 1'000); // and who it was is forgotten
    QCOMPARE(comeBack(house, bo, points).removed, QList<RoomId>{attic});
    NativePeer cy(house, 50003, u"Cy"_s);
    cy.say(command::Join{u"attic"_s, true, {}}); // and it is there again
    QVERIFY(comeBack(house, bo, points).removed.isEmpty());
}

/// It is gone, too, but nobody wanted that.
void TestDroppedRooms::whoWasAwayIsNotToldThatAnEmptyRoomWasRemoved()
{
    House house(ownedByAda(), std::make_unique<MemoryStore>(MemoryStore::Bounds{1, 1'000'000}));
    NativePeer bo(house, 50002, u"Bo"_s);
    const auto points = spokenIn(bo, {attic});
    bo.wire().close();
    TextPeer cy(house, 50003);
    cy.ask("hello"); // after which what was said there is forgotten
    house.advance(Timing().keepSession + 1'000);
    const auto welcome = comeBack(house, bo, points);
    QCOMPARE(welcome.rooms.size(), 1);
    QVERIFY(welcome.removed.isEmpty());
}

QTEST_GUILESS_MAIN(TestDroppedRooms)
#include "tst_droppedrooms.moc"
