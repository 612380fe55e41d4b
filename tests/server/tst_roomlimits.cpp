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

} // namespace

/// How many rooms there may be, and who is told what.
class TestRoomLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerHasOnlySoManyRooms();
    void aMemberIsInOnlySoManyRooms();
    void nativeClientsAreToldAsWell();
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

QTEST_GUILESS_MAIN(TestRoomLimits)
#include "tst_roomlimits.moc"
