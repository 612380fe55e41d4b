#include "tests/server/house.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

HostOptions small(int rooms, int perMember)
{
    HostOptions options;
    options.limits.maxRooms = rooms;
    options.limits.maxRoomsPerMember = perMember;
    options.limits.floodBurst = 0;
    return options;
}

ErrorCode refusal(NativePeer &peer, const QString &room)
{
    command::Join join;
    join.room = room;
    join.create = true;
    peer.say(join);
    return peer.takeAll<serverevent::Failed>().value(0).error.code;
}

bool isRefused(NativePeer &peer, const QString &room)
{
    peer.say(command::Join{room, true, {}});
    return !peer.takeAll<serverevent::Failed>().isEmpty();
}

QStringList roomsOf(NativePeer &peer)
{
    peer.say(command::ListRooms{});
    QStringList ids;
    for (const RoomInfo &room : peer.takeAll<serverevent::Rooms>().value(0).rooms)
        ids.append(room.id.value());
    return ids;
}

} // namespace

/// How many rooms there may be, and who is told what.
class TestRoomLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerHasOnlySoManyRooms();
    void aMemberIsInOnlySoManyRooms();
    void nativeClientsAreToldAsWell();
    void somebodyMakesOnlySoManyRoomsInATime();
    void anotherNameMakesNoMoreRooms();
    void ownersMakeAsManyRoomsAsTheyLike();
    void roomsThatAreEmptyGoWhenAnotherIsWanted();
    void roomsThatAreEmptyGoInTime();
};

void TestRoomLimits::aServerHasOnlySoManyRooms()
{
    House house(small(3, 100));
    TextPeer ada(house, 50001);
    ada.ask("hello");
    ada.ask("/join one");
    ada.ask("/join two");
    QCOMPARE(ada.ask("/join three").value(0), u"! There are too many rooms here already."_s);
    TextPeer bo(house, 50002);
    bo.ask("hello");
    QVERIFY(!bo.ask("/join one").value(0).startsWith(u"! "_s)); // it is there
    QCOMPARE(bo.ask("/join four").value(0), u"! There are too many rooms here already."_s);
}

void TestRoomLimits::aMemberIsInOnlySoManyRooms()
{
    House house(small(100, 2));
    TextPeer ada(house, 50001);
    ada.ask("hello");
    ada.ask("/join one");
    QCOMPARE(ada.ask("/join two").value(0), u"! You are in too many rooms; leave one first."_s);
    ada.ask("/leave one");
    QVERIFY(!ada.ask("/join two").value(0).startsWith(u"! "_s));
}

void TestRoomLimits::nativeClientsAreToldAsWell()
{
    House house(small(2, 100));
    NativePeer ada(house, 50001);
    command::Hello hello;
    hello.name = u"Ada"_s;
    ada.say(hello);
    command::Join join;
    join.room = u"one"_s;
    join.create = true;
    ada.say(join);
    QCOMPARE(ada.takeAll<serverevent::Failed>().size(), 0);
    QCOMPARE(refusal(ada, u"two"_s), ErrorCode::Full);
    House narrow(small(100, 1));
    NativePeer bo(narrow, 50002);
    bo.say(hello);
    QCOMPARE(refusal(bo, u"one"_s), ErrorCode::NotAllowed);
}

void TestRoomLimits::somebodyMakesOnlySoManyRoomsInATime()
{
    House house(small(1000, 1000));
    NativePeer ada(house, 50001, u"Ada"_s);
    for (int i = 0; i < RoomMaker::roomsAtOnce; ++i)
        QVERIFY(!isRefused(ada, u"room %1"_s.arg(i)));
    QVERIFY(!isRefused(ada, u"room 1"_s)); // it is there
    QCOMPARE(ada.takeAll<serverevent::Failed>().size(), 0);
    ada.say(command::Join{u"one more"_s, true, u"j"_s});
    QCOMPARE(ada.takeAll<serverevent::Failed>().value(0).error,
             (Error{ErrorCode::Full, u"You made many rooms: wait another 5 minutes for the next."_s, 300}));
    NativePeer bo(house, 50002, u"Bo"_s);
    QVERIFY(!isRefused(bo, u"bo's"_s));
    house.skip(RoomMaker::oneMoreEveryMs);
    ada.say(command::Pong{});
    QVERIFY(!isRefused(ada, u"one more"_s));
    QVERIFY(isRefused(ada, u"two more"_s));
}

void TestRoomLimits::anotherNameMakesNoMoreRooms()
{
    House house(small(1000, 1000));
    const QHostAddress outside(u"192.0.2.7"_s);
    NativePeer ada(house, house.connect(50001, outside), u"Ada"_s);
    for (int i = 0; i < RoomMaker::roomsAtOnce; ++i)
        QVERIFY(!isRefused(ada, u"room %1"_s.arg(i)));
    ada.say(command::Quit{});
    NativePeer again(house, house.connectWithKey(50002, QByteArray(64, 'b'), outside), u"Bo"_s);
    QVERIFY(isRefused(again, u"one more"_s));
}

void TestRoomLimits::ownersMakeAsManyRoomsAsTheyLike()
{
    HostOptions options = small(1000, 1000);
    options.ownerKeys = {QByteArray(64, 'a')};
    House house(options);
    NativePeer ada(house, 50001, u"Ada"_s, options.ownerKeys.constFirst());
    for (int i = 0; i < 2 * RoomMaker::roomsAtOnce; ++i)
        QVERIFY(!isRefused(ada, u"room %1"_s.arg(i)));
}

/// What was said in them is forgotten, as by age.
void TestRoomLimits::roomsThatAreEmptyGoWhenAnotherIsWanted()
{
    House house(small(3, 100), std::make_unique<MemoryStore>(MemoryStore::Bounds{2, 1'000'000}));
    NativePeer ada(house, 50001, u"Ada"_s);
    QVERIFY(!isRefused(ada, u"one"_s));
    QVERIFY(!isRefused(ada, u"two"_s));
    ada.post(u"in one"_s, u"p1"_s, RoomId(u"one"_s));
    ada.post(u"in two"_s, u"p2"_s, RoomId(u"two"_s));
    for (const QString &room : {u"one"_s, u"two"_s})
        ada.say(command::Leave{RoomId(room), {}});
    QVERIFY(isRefused(ada, u"three"_s));   // both hold something
    ada.post(u"in the lounge"_s, u"p3"_s); // and the first is forgotten
    QVERIFY(!isRefused(ada, u"three"_s));
    QVERIFY(isRefused(ada, u"four"_s));
    QCOMPARE(roomsOf(ada), QStringList({u"lounge"_s, u"three"_s, u"two"_s}));
}

void TestRoomLimits::roomsThatAreEmptyGoInTime()
{
    House house(small(100, 100), std::make_unique<MemoryStore>(MemoryStore::Bounds{1, 1'000'000}));
    TextPeer text(house, 50002);
    NativePeer ada(house, 50001, u"Ada"_s);
    QVERIFY(!isRefused(ada, u"one"_s));
    ada.post(u"in one"_s, u"p1"_s, RoomId(u"one"_s));
    ada.say(command::Leave{RoomId(u"one"_s), {}});
    text.ask("hello"); // after which that is forgotten
    QVERIFY(text.ask("/rooms").join(u' ').contains(u"#one"_s));
    house.skip(RoomMaker::sweepEveryMs);
    QVERIFY(!text.ask("/rooms").join(u' ').contains(u"#one"_s));
}

QTEST_GUILESS_MAIN(TestRoomLimits)
#include "tst_roomlimits.moc"
