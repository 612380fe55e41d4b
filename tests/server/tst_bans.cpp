#include "tests/server/moderatedhouse.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const QHostAddress outside(u"192.0.2.7"_s);

} // namespace

class TestBans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBanHoldsForTheKey();
    void aBanHoldsForTheNameAndItsLookalikes();
    void aBanHoldsForTheAddress();
    void anIpv6BanHoldsForTheNetwork();
    void nobodyIsBannedByLoopback();
    void whoHasNothingToBeKnownByIsNotBanned();
    void aBannedPersonsOtherConnectionEndsToo();
    void whoHasLeftCanStillBeBanned();
    void ownersDoNotBanThemselvesByLeaving();
    void aBannedTextClientReadsWhy();
    void aBannedListenerReadsWhy();
    void aBannedNameIsNotTakenByNick();
    void aBanIsOverInTime();
    void aBanForEverIsNot();
    void aBanCanBeLifted();
    void moderatorsComeInFromABannedAddress();
    void aBannedPersonIsTurnedAwayBeforeThePassword();
    void aBanTakesThePlaceOfWhatItCovers();
    void aMuteOfTheSameNameLiftsNobodyElses();
    void linkLocalAddressesAreBannedOneByOne();
};

void TestBans::aBanHoldsForTheKey()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    QVERIFY(!refused(ada, forSeconds(on(Act::Ban, bo, u"spam"_s), 7'200)));
    QCOMPARE(failureOf(bo),
             (Error{ErrorCode::Banned, u"Ada banned you for 2 hours. The reason: spam"_s, 7'200}));
    QVERIFY(bo.wire().ended);
    NativePeer again(house, 50003, u"Robert"_s, bosKey);
    QVERIFY(again.welcome.self.id.isEmpty());
    QCOMPARE(
        failureOf(again),
        (Error{ErrorCode::Banned, u"You are banned here for another 2 hours. The reason: spam"_s, 7'200}));
    QVERIFY(again.wire().ended);
    NativePeer other(house, 50004, u"Robert"_s, cysKey);
    QVERIFY(!other.welcome.self.id.isEmpty());
    const Ban ban = bansOf(ada).value(0);
    QVERIFY(ban.byKey && ban.byName && ban.address.isEmpty());
    QCOMPARE(ban.name, u"Bo"_s);
    QCOMPARE(ban.by, u"Ada"_s);
}

void TestBans::aBanHoldsForTheNameAndItsLookalikes()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    refused(ada, on(Act::Ban, bo));
    for (const QString &name : {u"Bo"_s, u"bo"_s, u"\u0412o"_s}) {
        NativePeer again(house, 50003, name);
        QCOMPARE(failureOf(again).code, ErrorCode::Banned);
        QVERIFY(!again.wire().ended); // it may be somebody else, who takes another name
        again.enter(u"Cy"_s);
        QCOMPARE(again.welcome.self.name, u"Cy"_s);
        again.say(command::Nick{name, u"n"_s});
        QCOMPARE(failureOf(again),
                 (Error{ErrorCode::Banned, u"The name Bo is banned here for another 1 hour."_s, 3'600}));
        again.say(command::Quit{});
    }
}

void TestBans::aBanHoldsForTheAddress()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, house.connect(50002, outside), u"Bo"_s);
    NativePeer neighbour(house, house.connect(50003, outside), u"Cy"_s);
    refused(ada, on(Act::Ban, bo));
    QVERIFY(!neighbour.wire().ended); // who is in stays
    NativePeer again(house, house.connect(50004, outside), u"Di"_s);
    QCOMPARE(failureOf(again).code, ErrorCode::Banned);
    NativePeer mapped(house, house.connect(50005, QHostAddress(u"::ffff:192.0.2.7"_s)), u"Di"_s);
    QCOMPARE(failureOf(mapped).code, ErrorCode::Banned);
    NativePeer elsewhere(house, house.connect(50006, QHostAddress(u"192.0.2.8"_s)), u"Di"_s);
    QCOMPARE(elsewhere.welcome.self.name, u"Di"_s);
    QCOMPARE(bansOf(ada).value(0).address, u"192.0.2.7"_s);
}

void TestBans::anIpv6BanHoldsForTheNetwork()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, house.connect(50002, QHostAddress(u"2001:db8:1:2::7"_s)), u"Bo"_s);
    refused(ada, on(Act::Ban, bo));
    NativePeer again(house, house.connect(50003, QHostAddress(u"2001:db8:1:2:3::8"_s)), u"Di"_s);
    QCOMPARE(failureOf(again).code, ErrorCode::Banned);
    NativePeer elsewhere(house, house.connect(50004, QHostAddress(u"2001:db8:1:3::7"_s)), u"Di"_s);
    QCOMPARE(elsewhere.welcome.self.name, u"Di"_s);
    QCOMPARE(bansOf(ada).value(0).address, u"2001:db8:1:2::/64"_s);
}

void TestBans::nobodyIsBannedByLoopback()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    for (const auto &address :
         {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6),
          QHostAddress(u"::ffff:127.0.0.1"_s)}) {
        NativePeer bo(house, house.connect(50002, address), u"Bo"_s);
        QVERIFY(!refused(ada, on(Act::Ban, bo)));
        NativePeer cy(house, house.connect(50003, address), u"Cy"_s);
        QCOMPARE(cy.welcome.self.name, u"Cy"_s);
        cy.say(command::Quit{});
        const auto bans = bansOf(ada);
        QCOMPARE(bans.size(), 1);
        QVERIFY(bans.first().address.isEmpty());
        command::Moderate lift = on(Act::Unban, bo);
        lift.ban = bans.first().id;
        QVERIFY(!refused(ada, lift));
    }
}

void TestBans::whoHasNothingToBeKnownByIsNotBanned()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer guest(house, 50002, QString());
    QCOMPARE(refused(ada, on(Act::Ban, guest)), ErrorCode::NotAllowed);
    QVERIFY(!guest.wire().ended);
    QVERIFY(!refused(ada, on(Act::Kick, guest)));
}

void TestBans::aBannedPersonsOtherConnectionEndsToo()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    NativePeer second(house, 50003, u"Robert"_s, bosKey);
    refused(ada, on(Act::Ban, bo));
    QVERIFY(second.wire().ended);
    QCOMPARE(failureOf(second).code, ErrorCode::Banned);
    QCOMPARE(ada.takeAll<serverevent::Happened>().size(), 2);
}

void TestBans::whoHasLeftCanStillBeBanned()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    bo.say(command::Quit{});
    QVERIFY(!refused(ada, on(Act::Ban, bo)));
    NativePeer again(house, 50003, u"Robert"_s, bosKey);
    QCOMPARE(failureOf(again).code, ErrorCode::Banned);
    TextPeer text(house, house.connectWithKey(50004, adasKey));
    {
        NativePeer cy(house, house.connect(50005, outside), u"Cy Twombly"_s);
        cy.say(command::Quit{});
    }
    QVERIFY(text.ask("/ban Cy Twombly 10m spam").contains(u"* Cy Twombly is banned"_s));
    NativePeer neighbour(house, house.connect(50006, outside), u"Di"_s);
    QCOMPARE(failureOf(neighbour).seconds, 600);
    QVERIFY(!refused(ada, on(Act::Mute, bo)));
    QVERIFY(!refused(ada, on(Act::Unmute, bo)));
    QCOMPARE(text.ask("/kick Cy Twombly"), QStringList{u"! Cy Twombly has left already."_s});
}

void TestBans::ownersDoNotBanThemselvesByLeaving()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    refused(ada, on(Act::Promote, bo));
    NativePeer second(house, 50003, u"Countess"_s, adasKey);
    second.say(command::Quit{});
    QCOMPARE(refused(bo, on(Act::Ban, second)), ErrorCode::NotAllowed);
}

void TestBans::aBannedTextClientReadsWhy()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    TextPeer bo(house, house.connect(50002, outside));
    bo.say("/nick Bo");
    command::Moderate ban = on(Act::Ban, ada, u"spam"_s);
    for (const ConnectionInfo &info :
         (ada.say(command::ListConnections{}), ada.takeAll<serverevent::Connections>())
             .value(0)
             .connections) {
        if (info.name == u"Bo"_s)
            ban.member = info.member;
    }
    bo.take();
    QVERIFY(!refused(ada, ban));
    QCOMPARE(bo.take(), QStringList{u"! Ada banned you for 1 hour. The reason: spam"_s});
    const auto wire = house.connect(50003, outside);
    const QStringList heard = heardBy(house, wire, "hello");
    QCOMPARE(heard.size(), 2);
    QVERIFY(heard.first().startsWith(u"tincan/1 "_s));
    QCOMPARE(heard.last(), u"! You are banned here for another 1 hour. The reason: spam"_s);
    QVERIFY(wire->ended);
    QVERIFY(ada.takeSeqs().size() == 1); // the kick, and no "hello"
}

void TestBans::aBannedListenerReadsWhy()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, house.connect(50002, outside), u"Bo"_s);
    refused(ada, on(Act::Ban, bo));
    ada.takeEverything();
    const auto wire = house.connect(50003, outside);
    house.advance(100);
    ada.post(u"secret"_s, u"s"_s);
    const QStringList heard = heardBy(house, wire);
    QVERIFY(heard.value(1).startsWith(u"! You are banned here"_s));
    QVERIFY(!heard.join(u' ').contains(u"secret"_s));
    QVERIFY(wire->ended);
}

void TestBans::aBannedNameIsNotTakenByNick()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    refused(ada, on(Act::Ban, bo));
    TextPeer again(house, 50003);
    again.say("hello");
    QCOMPARE(again.ask("/nick Bo"), QStringList{u"! The name Bo is banned here for another 1 hour."_s});
    QVERIFY(again.ask("/nick \xd0\x92o").value(0).startsWith(u"! The name Bo is banned"_s));
    QCOMPARE(again.ask("/nick Bob").size(), 1);
}

void TestBans::aBanIsOverInTime()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    refused(ada, forSeconds(on(Act::Ban, bo), 60));
    house.skip(59'000);
    NativePeer early(house, 50003, u"Bo"_s, bosKey);
    QCOMPARE(failureOf(early).seconds, 1);
    house.skip(1'000);
    NativePeer late(house, 50004, u"Bo"_s, bosKey);
    QCOMPARE(late.welcome.self.name, u"Bo"_s);
    QVERIFY(bansOf(ada).isEmpty());
}

void TestBans::aBanForEverIsNot()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    refused(ada, forSeconds(on(Act::Ban, bo), 0));
    QCOMPARE(failureOf(bo), (Error{ErrorCode::Banned, u"Ada banned you for ever."_s}));
    for (int day = 0; day < 20; ++day)
        house.skip(24 * 60 * 60 * 1000);
    NativePeer again(house, 50003, u"Bo"_s, bosKey);
    QCOMPARE(failureOf(again), (Error{ErrorCode::Banned, u"You are banned here for ever."_s}));
    NativePeer owner(house, 50004, u"Countess"_s, adasKey);
    QCOMPARE(bansOf(owner).value(0).until, 0);
}

void TestBans::aBanCanBeLifted()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    refused(ada, on(Act::Ban, bo));
    command::Moderate lift = on(Act::Unban, bo);
    QCOMPARE(refused(ada, lift), ErrorCode::BadField);
    lift.ban = bansOf(ada).value(0).id;
    QVERIFY(!refused(ada, lift));
    NativePeer again(house, 50003, u"Bo"_s, bosKey);
    QCOMPARE(again.welcome.self.name, u"Bo"_s);
    QCOMPARE(actsOf(ada).value(0).act, Act::Unban);
}

void TestBans::moderatorsComeInFromABannedAddress()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, house.connect(50002, outside), u"Bo"_s);
    NativePeer cy(house, 50003, u"Cy"_s, cysKey);
    refused(ada, on(Act::Promote, cy));
    refused(ada, on(Act::Ban, bo));
    // In clear first, to read the greeting, which says that there is TLS.
    const auto wire = house.connect(50004, outside);
    QVERIFY(heardBy(house, wire).value(0).startsWith(u"tincan/1 "_s));
    NativePeer countess(house, house.connectWithKey(50005, adasKey, outside), u"Countess"_s);
    QCOMPARE(countess.welcome.self.role, Role::Owner);
    NativePeer again(house, house.connectWithKey(50006, cysKey, outside), u"Cyrus"_s);
    QCOMPARE(again.welcome.self.role, Role::Moderator);
    again.say(command::Nick{u"Bo"_s, u"n"_s});
    QCOMPARE(again.takeAll<serverevent::Self>().value(0).self.name, u"Bo"_s);
}

void TestBans::aBannedPersonIsTurnedAwayBeforeThePassword()
{
    HostOptions options = ownedByAda();
    options.passwordHash = quickHash(u"sesame"_s);
    House house(options);
    NativePeer ada(house, house.connectWithKey(50001, adasKey), QString());
    command::Hello hello;
    hello.name = u"Ada"_s;
    hello.password = u"sesame"_s;
    ada.say(hello);
    ada.welcome = ada.takeAll<serverevent::Welcome>().value(0);
    NativePeer bo(house, house.connect(50002, outside), QString());
    hello.name = u"Bo"_s;
    bo.say(hello);
    bo.welcome = bo.takeAll<serverevent::Welcome>().value(0);
    QVERIFY(!refused(ada, on(Act::Ban, bo)));
    const int asked = house.passwords().asked;
    NativePeer again(house, house.connect(50003, outside), QString());
    QCOMPARE(failureOf(again).code, ErrorCode::Banned);
    QCOMPARE(house.passwords().asked, asked);
    const auto wire = house.connect(50004, outside);
    QVERIFY(heardBy(house, wire, "/password sesame").last().startsWith(u"! You are banned"_s));
    QCOMPARE(house.passwords().asked, asked);
    QVERIFY(wire->ended);
}

void TestBans::aBanTakesThePlaceOfWhatItCovers()
{
    const auto sanction = [](const QString &id, const QByteArray &key, const QString &address) {
        return Sanction{
            {BanId(id), Act::Ban, u"Bo"_s, true, !key.isEmpty(), address, 1, 0, u"Ada"_s, {}}, key, {}};
    };
    const auto idsAfter = [](const QList<Sanction> &sanctions) {
        BanList bans;
        for (const Sanction &each : sanctions)
            bans.add(each);
        QStringList ids;
        for (const Sanction &each : bans.all())
            ids.append(each.ban.id.value());
        return ids.join(u' ');
    };
    const QString here = u"192.0.2.7"_s;
    const QString there = u"192.0.2.8"_s;
    QCOMPARE(idsAfter({sanction(u"1"_s, bosKey, here), sanction(u"2"_s, bosKey, there)}), u"2"_s);
    QCOMPARE(idsAfter({sanction(u"1"_s, {}, here), sanction(u"2"_s, {}, here)}), u"2"_s);
    QCOMPARE(idsAfter({sanction(u"1"_s, {}, {}), sanction(u"2"_s, bosKey, here)}), u"2"_s);
    QCOMPARE(idsAfter({sanction(u"1"_s, {}, here), sanction(u"2"_s, {}, there)}), u"1 2"_s);
    QCOMPARE(idsAfter({sanction(u"1"_s, {}, here), sanction(u"2"_s, {}, {})}), u"1 2"_s);
    QCOMPARE(idsAfter({sanction(u"1"_s, bosKey, {}), sanction(u"2"_s, cysKey, {})}), u"1 2"_s);
    QCOMPARE(idsAfter({sanction(u"1"_s, bosKey, {}), sanction(u"2"_s, {}, {})}), u"1 2"_s);
}

void TestBans::aMuteOfTheSameNameLiftsNobodyElses()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, house.connect(50002, outside), u"Bo"_s);
    QVERIFY(!refused(ada, on(Act::Mute, bo)));
    bo.say(command::Quit{});
    NativePeer other(house, house.connect(50003, QHostAddress(u"192.0.2.8"_s)), u"Bo"_s);
    QVERIFY(!refused(ada, on(Act::Mute, other)));
    NativePeer again(house, house.connect(50004, outside), u"Di"_s);
    QVERIFY(again.welcome.self.muted);
    // Several mutes hold for this one, and are lifted together.
    QVERIFY(!refused(ada, on(Act::Unmute, other)));
    QVERIFY(bansOf(ada).isEmpty());
    QVERIFY(!other.takeAll<serverevent::Muted>().constLast().muted);
}

void TestBans::linkLocalAddressesAreBannedOneByOne()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, house.connect(50002, QHostAddress(u"fe80::7%eth0"_s)), u"Bo"_s);
    QVERIFY(!refused(ada, on(Act::Ban, bo)));
    QCOMPARE(bansOf(ada).value(0).address, u"fe80::7%eth0"_s);
    NativePeer again(house, house.connect(50003, QHostAddress(u"fe80::7%eth0"_s)), u"Di"_s);
    QCOMPARE(failureOf(again).code, ErrorCode::Banned);
    for (const QString &address : {u"fe80::8%eth0"_s, u"fe80::7%eth1"_s}) {
        NativePeer neighbour(house, house.connect(50004, QHostAddress(address)), u"Di"_s);
        QCOMPARE(neighbour.welcome.self.name, u"Di"_s);
        neighbour.say(command::Quit{});
    }
}

QTEST_GUILESS_MAIN(TestBans)
#include "tst_bans.moc"
