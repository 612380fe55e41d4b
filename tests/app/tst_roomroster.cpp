#include "app/roomroster.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

Member member(const QString &name)
{
    Member one;
    one.id = MemberId(u"id-"_s + name);
    one.name = name;
    return one;
}

RoomInfo room(const QString &name, const QStringList &names, RoomKind kind = RoomKind::Room)
{
    RoomInfo info;
    info.id = RoomId(name.toLower());
    info.name = name;
    info.kind = kind;
    for (const QString &each : names)
        info.members.append(member(each));
    info.total = int(names.size());
    return info;
}

} // namespace

class TestRoomRoster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whoComesAndGoesIsSaid();
    void whoIsKnownAlreadyIsNotSaidAgain();
    void aNewNameIsSaid();
    void directTalksSayNothingOfTheirOwn();
    void topicsAreKept();
    void whoLeavesStandsInAnotherRoom();
    void roomsAreFoundByNameAndId();
    void theLongestNameThatFitsIsMeant();
    void whoLeftLatelyIsRemembered();

private:
    RoomRoster m_roster;
};

void TestRoomRoster::init()
{
    m_roster = RoomRoster();
    m_roster.enter(room(u"Lounge"_s, {u"Ada"_s, u"Bo"_s}));
    m_roster.enter(room(u"Bo"_s, {u"Ada"_s, u"Bo"_s}, RoomKind::Direct));
    m_roster.stand(RoomId(u"lounge"_s));
}

void TestRoomRoster::whoComesAndGoesIsSaid()
{
    serverevent::Presence presence;
    presence.room = RoomId(u"lounge"_s);
    presence.joined = {member(u"Cy"_s)};
    presence.left = {member(u"Bo"_s).id};
    presence.total = 2;
    QCOMPARE(m_roster.apply(presence), QStringList({u"Cy joined"_s, u"Bo left"_s}));
    QCOMPARE(m_roster.room(presence.room)->members, QList<Member>({member(u"Ada"_s), member(u"Cy"_s)}));
    QCOMPARE(m_roster.room(presence.room)->total, 2);
}

void TestRoomRoster::whoIsKnownAlreadyIsNotSaidAgain()
{
    serverevent::Presence presence;
    presence.room = RoomId(u"lounge"_s);
    presence.joined = {member(u"Ada"_s)};
    presence.left = {member(u"Nobody"_s).id};
    QCOMPARE(m_roster.apply(presence), QStringList());
}

void TestRoomRoster::aNewNameIsSaid()
{
    serverevent::Presence presence;
    presence.room = RoomId(u"lounge"_s);
    presence.changed = {member(u"Bo"_s)};
    QCOMPARE(m_roster.apply(presence), QStringList());
    presence.changed[0].name = u"Bob"_s;
    QCOMPARE(m_roster.apply(presence), QStringList{u"Bo is now Bob"_s});
    QCOMPARE(m_roster.apply(presence), QStringList());
}

void TestRoomRoster::directTalksSayNothingOfTheirOwn()
{
    serverevent::Presence presence;
    presence.room = RoomId(u"bo"_s);
    presence.left = {member(u"Bo"_s).id};
    presence.total = 1;
    QCOMPARE(m_roster.apply(presence), QStringList());
    QCOMPARE(m_roster.room(presence.room)->members, QList<Member>{member(u"Ada"_s)});
}

void TestRoomRoster::topicsAreKept()
{
    RoomEvent event;
    event.room = RoomId(u"lounge"_s);
    event.kind = EventKind::Topic;
    event.text = u"Soup"_s;
    m_roster.apply(event);
    event.kind = EventKind::Message;
    event.text = u"hello"_s;
    m_roster.apply(event);
    QCOMPARE(m_roster.room(event.room)->topic, u"Soup"_s);
}

void TestRoomRoster::whoLeavesStandsInAnotherRoom()
{
    m_roster.leave(RoomId(u"lounge"_s));
    QCOMPARE(m_roster.standing(), RoomId(u"bo"_s));
    m_roster.leave(RoomId(u"bo"_s));
    QVERIFY(m_roster.standing().isEmpty());
}

void TestRoomRoster::roomsAreFoundByNameAndId()
{
    m_roster.enter(room(u"Ada's kitchen"_s, {}));
    QCOMPARE(m_roster.find(u"LOUNGE"_s)->name, u"Lounge"_s);
    QCOMPARE(m_roster.find(u"ada's KITCHEN"_s)->name, u"Ada's kitchen"_s);
    QVERIFY(!m_roster.find(u"attic"_s));
}

void TestRoomRoster::theLongestNameThatFitsIsMeant()
{
    m_roster.enter(room(u"Attic"_s, {u"Bo Diddley"_s}));
    QCOMPARE(m_roster.addressee(u"bo hi there"_s)->first.name, u"Bo"_s);
    const auto both = m_roster.addressee(u"Bo Diddley hi"_s);
    QCOMPARE(both->first.name, u"Bo Diddley"_s);
    QCOMPARE(both->second, u"hi"_s);
    QVERIFY(!m_roster.addressee(u"Bob hi"_s));
    QVERIFY(!m_roster.addressee(u"Bo"_s));
}

void TestRoomRoster::whoLeftLatelyIsRemembered()
{
    const RoomId lounge(u"lounge"_s);
    m_roster.apply(serverevent::Presence{lounge, {}, {MemberId(u"id-Ada"_s)}, {}, 1});
    const auto ada = m_roster.lateAddressee(u"ada spam"_s);
    QVERIFY(ada);
    QCOMPARE(ada->first.id, MemberId(u"id-Ada"_s));
    QCOMPARE(ada->second, u"spam"_s);
    QVERIFY(!m_roster.lateAddressee(u"Bo spam"_s));
    for (int i = 0; i < 200; ++i) {
        const Member guest = member(u"guest-%1"_s.arg(i));
        m_roster.apply(serverevent::Presence{lounge, {guest}, {}, {}, 2});
        m_roster.apply(serverevent::Presence{lounge, {}, {guest.id}, {}, 1});
    }
    QVERIFY(!m_roster.lateAddressee(u"Ada spam"_s));
    QVERIFY(m_roster.lateAddressee(u"guest-199 spam"_s));
}

QTEST_GUILESS_MAIN(TestRoomRoster)
#include "tst_roomroster.moc"
