#include "tests/server/moderatedhouse.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

/// Of an earlier run.
class KeptModerators final : public ModerationKeeper
{
public:
    explicit KeptModerators(const QList<RankedKey> &moderators) { m_kept.moderators = moderators; }
    KeptModeration load() override { return m_kept; }
    void save(const KeptModeration &all) override { m_kept = all; }

private:
    KeptModeration m_kept;
};

} // namespace

class TestModeration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownerAndModeratorsAreKnownByTheirKeys();
    void whoComesBackWithoutTheKeyHasNoRole();
    void nobodyElseMayDoAnything_data();
    void nobodyElseMayDoAnything();
    void listsAreForOwnerAndModeratorsAlone();
    void nobodyCanDoAnythingToTheOwner_data();
    void nobodyCanDoAnythingToTheOwner();
    void moderatorsCanDoNothingToEachOther_data();
    void moderatorsCanDoNothingToEachOther();
    void onlyTheOwnerDecidesWhoIsAModerator();
    void aModeratorNeedsAKey();
    void aKickEndsTheConnectionAndSaysWhy();
    void whoComesBackBeforeTheOldConnectionEndsIsThere();
    void aKickStandsInTheRoomsLog();
    void aKickIsHeardInTheRoomsThatOneIsIn();
    void aTextClientReadsWhyItIsKicked();
    void aKickedMemberIsSomebodyNewWhenItComesBack();
    void somebodyWhoIsAwayCanBeKicked();
    void moderatorsAreNoMoreWhenTheyHaveLeft();
    void moderatorsAreListedAndDemotedHereOrNot();
    void actsAreNoted();
    void connectionsAreListed();
    void roomsAreTold();
    void directTalksHaveNoRules();
    void nothingIsSetWhereNothingIsKept();
};

void TestModeration::ownerAndModeratorsAreKnownByTheirKeys()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    QCOMPARE(ada.welcome.self.role, Role::Owner);
    QCOMPARE(bo.welcome.self.role, Role::None);
    ada.takeEverything();
    QVERIFY(!refused(ada, on(Act::Promote, bo)));
    QCOMPARE(bo.takeAll<serverevent::Self>().value(0).self.role, Role::Moderator);
    QCOMPARE(ada.takeAll<serverevent::Presence>().value(0).changed.value(0).role, Role::Moderator);
    bo.wire().close();
    NativePeer again(house, 50003, u"Bo"_s, bosKey);
    QCOMPARE(again.welcome.self.role, Role::None); // the name is taken for two minutes
    NativePeer other(house, 50004, u"Bob"_s, bosKey);
    QCOMPARE(other.welcome.self.role, Role::Moderator);
    QVERIFY(!refused(ada, on(Act::Demote, other)));
    QCOMPARE(other.takeAll<serverevent::Self>().value(0).self.role, Role::None);
    NativePeer keyless(house, 50005, u"Countess"_s);
    QCOMPARE(keyless.welcome.self.role, Role::None);
}

void TestModeration::whoComesBackWithoutTheKeyHasNoRole()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    ada.wire().close();
    NativePeer again(house, 50002);
    command::Hello hello;
    hello.name = u"Ada"_s;
    hello.session = ada.welcome.session;
    again.say(hello);
    QCOMPARE(again.takeAll<serverevent::Failed>().value(0).error.code, ErrorCode::NameTaken);
    hello.name = u"Ada-2"_s;
    again.say(hello);
    again.welcome = again.takeAll<serverevent::Welcome>().value(0);
    QVERIFY(again.welcome.self.id != ada.welcome.self.id);
    QCOMPARE(again.welcome.self.role, Role::None);
    QCOMPARE(refused(again, on(Act::Slow, again)), ErrorCode::NotAllowed);
}

void TestModeration::nobodyElseMayDoAnything_data()
{
    listActs();
}

void TestModeration::nobodyElseMayDoAnything()
{
    QFETCH(Act, act);
    House house(ownedByAda());
    NativePeer cy(house, 50003, u"Cy"_s, cysKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    NativePeer guest(house, 50004, u"Guest"_s);
    for (NativePeer *asker : {&bo, &guest}) {
        QCOMPARE(refused(*asker, on(act, cy)), ErrorCode::NotAllowed);
        QCOMPARE(refused(*asker, on(act, *asker)), ErrorCode::NotAllowed);
    }
    QVERIFY(!cy.wire().ended && !guest.wire().ended);
    TextPeer text(house, 50005);
    text.say("/nick Di");
    const QByteArray name = act == Act::Slow      ? "5"
                            : act == Act::Writers ? "members"
                            : act == Act::Keep    ? "all"
                                                  : "Cy";
    const QStringList answers = text.ask('/' + QByteArray(wireName(act).data()) + ' ' + name);
    QCOMPARE(answers, QStringList{u"! Only the owner and moderators may do that."_s});
}

void TestModeration::listsAreForOwnerAndModeratorsAlone()
{
    House house(ownedByAda());
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    bo.say(command::ListBans{u"1"_s});
    bo.say(command::ListActs{10, u"2"_s});
    bo.say(command::ListConnections{u"3"_s});
    bo.say(command::ListModerators{u"4"_s});
    const auto failures = bo.takeAll<serverevent::Failed>();
    QCOMPARE(failures.size(), 4);
    for (const auto &failed : failures)
        QCOMPARE(failed.error.code, ErrorCode::NotAllowed);
    QVERIFY(bo.takeAll<serverevent::Connections>().isEmpty());
    TextPeer text(house, 50005);
    text.say("/nick Di");
    for (const char *command : {"/bans", "/acts", "/connections", "/moderators"})
        QCOMPARE(text.ask(command), QStringList{u"! Only the owner and moderators may do that."_s});
}

void TestModeration::nobodyCanDoAnythingToTheOwner_data()
{
    listActsOnMembers();
}

void TestModeration::nobodyCanDoAnythingToTheOwner()
{
    QFETCH(Act, act);
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    refused(ada, on(Act::Promote, bo));
    QCOMPARE(refused(bo, on(act, ada)), ErrorCode::NotAllowed);
    QCOMPARE(refused(ada, on(act, ada)), ErrorCode::NotAllowed);
    QVERIFY(!ada.wire().ended);
}

void TestModeration::moderatorsCanDoNothingToEachOther_data()
{
    listActsOnMembers();
}

void TestModeration::moderatorsCanDoNothingToEachOther()
{
    QFETCH(Act, act);
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    NativePeer cy(house, 50003, u"Cy"_s, cysKey);
    refused(ada, on(Act::Promote, bo));
    refused(ada, on(Act::Promote, cy));
    QCOMPARE(refused(bo, on(act, cy)), ErrorCode::NotAllowed);
    QCOMPARE(refused(bo, on(act, bo)), ErrorCode::NotAllowed);
    QVERIFY(!cy.wire().ended);
    if (act == Act::Kick || act == Act::Ban || act == Act::Mute)
        QVERIFY(!refused(ada, on(act, cy)));
}

void TestModeration::onlyTheOwnerDecidesWhoIsAModerator()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    NativePeer cy(house, 50003, u"Cy"_s, cysKey);
    refused(ada, on(Act::Promote, bo));
    QCOMPARE(refused(bo, on(Act::Promote, cy)), ErrorCode::NotAllowed);
    QVERIFY(!refused(ada, on(Act::Promote, cy)));
    QCOMPARE(refused(ada, on(Act::Promote, cy)), ErrorCode::NotAllowed); // is one
    QCOMPARE(refused(bo, on(Act::Demote, cy)), ErrorCode::NotAllowed);
    QVERIFY(!refused(ada, on(Act::Demote, cy)));
    QCOMPARE(refused(ada, on(Act::Demote, cy)), ErrorCode::NotAllowed); // is none
}

void TestModeration::aModeratorNeedsAKey()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer guest(house, 50002, u"Guest"_s);
    QCOMPARE(refused(ada, on(Act::Promote, guest)), ErrorCode::NotAllowed);
}

void TestModeration::aKickEndsTheConnectionAndSaysWhy()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    ada.takeEverything();
    QVERIFY(!refused(ada, on(Act::Kick, bo, u"spam"_s)));
    const auto words = bo.takeAll<serverevent::Failed>();
    QCOMPARE(words.size(), 1);
    QCOMPARE(words.first().error, (Error{ErrorCode::Banned, u"Ada kicked you. The reason: spam"_s}));
    QVERIFY(bo.wire().ended);
    bo.wire().close();
    QCOMPARE(ada.takeAll<serverevent::Presence>().value(0).left, QList<MemberId>{bo.welcome.self.id});
    house.turn();
    QCOMPARE(house.counts().last(), 1);
    QCOMPARE(refused(ada, on(Act::Kick, bo)), ErrorCode::NotAllowed); // has left already
    command::Moderate nobody = on(Act::Kick, bo);
    nobody.member = MemberId(u"nobody"_s);
    QCOMPARE(refused(ada, nobody), ErrorCode::BadField);
}

void TestModeration::whoComesBackBeforeTheOldConnectionEndsIsThere()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    QVERIFY(!refused(ada, on(Act::Kick, bo)));
    NativePeer again(house, 50003);
    command::Hello hello;
    hello.name = u"Bo"_s;
    hello.session = bo.welcome.session;
    again.say(hello);
    const auto welcomes = again.takeAll<serverevent::Welcome>();
    QCOMPARE(welcomes.size(), 1);
    bo.wire().close();
    house.turn();
    ada.takeEverything();
    again.post(u"back"_s, u"p1"_s);
    QCOMPARE(ada.takeAll<serverevent::Happened>().value(0).event.text, u"back"_s);
    command::Moderate kick = on(Act::Kick, bo);
    kick.member = welcomes.first().self.id;
    QVERIFY(!refused(ada, kick));
    QVERIFY(again.wire().ended);
}

void TestModeration::aKickStandsInTheRoomsLog()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    TextPeer reader(house, 50003, '\n');
    reader.ask("/nick Cy");
    bo.say(command::Join{u"random"_s, true, {}});
    ada.say(command::Join{u"random"_s, true, {}});
    ada.takeEverything();
    QVERIFY(!refused(ada, on(Act::Kick, bo, u"spam"_s)));
    const auto events = ada.takeAll<serverevent::Happened>();
    QCOMPARE(events.size(), 2);
    for (const auto &happened : events) {
        QCOMPARE(happened.event.kind, EventKind::Kick);
        QCOMPARE(happened.event.text, u"Bo: spam"_s);
        QCOMPARE(happened.event.from.name, u"Ada"_s);
    }
    QCOMPARE(reader.take(), (QStringList{u"* Ada kicked Bo: spam"_s, u"* Bo left"_s}));
    NativePeer di(house, 50004, u"Di"_s);
    QCOMPARE(di.takeAll<serverevent::Happened>().value(0).event.text, u"Bo: spam"_s);
}

void TestModeration::aKickIsHeardInTheRoomsThatOneIsIn()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    NativePeer cy(house, 50003, u"Cy"_s);
    for (NativePeer *peer : {&bo, &cy})
        peer->say(command::Join{u"random"_s, true, {}});
    QVERIFY(!refused(ada, on(Act::Kick, bo)));
    const auto heard = ada.takeAll<serverevent::Happened>();
    QCOMPARE(heard.size(), 1);
    QCOMPARE(heard.first().event.room, lounge);
    QCOMPARE(cy.takeAll<serverevent::Happened>().size(), 2);
}

void TestModeration::aTextClientReadsWhyItIsKicked()
{
    House house(ownedByAda());
    TextPeer ada(house, house.connectWithKey(50001, adasKey));
    TextPeer bo(house, 50002);
    bo.say("/nick Bo Diddley");
    ada.take();
    bo.take();
    const QStringList answers = ada.ask("/kick bo diddley too loud");
    QVERIFY(answers.contains(u"* Bo Diddley is kicked"_s));
    const QString name = u"guest-50001"_s;
    QVERIFY(answers.contains(u"* %1 kicked Bo Diddley: too loud"_s.arg(name)));
    QCOMPARE(bo.take(), QStringList{u"! %1 kicked you. The reason: too loud"_s.arg(name)});
    QVERIFY(bo.wire().ended);
    QCOMPARE(ada.ask("/kick Nobody"), QStringList{u"! There is nobody of that name here."_s});
    QCOMPARE(ada.ask("/kick"), QStringList{u"! Usage: /kick NAME [REASON]"_s});
}

void TestModeration::aKickedMemberIsSomebodyNewWhenItComesBack()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    bo.say(command::Join{u"random"_s, true, {}});
    refused(ada, on(Act::Kick, bo));
    bo.wire().close();
    NativePeer again(house, 50003);
    command::Hello hello;
    hello.name = u"Robert"_s;
    hello.session = bo.welcome.session;
    again.say(hello);
    // The token brings back neither name nor rooms.
    const auto welcome = again.takeAll<serverevent::Welcome>().value(0);
    QCOMPARE(welcome.self.name, u"Robert"_s);
    QCOMPARE(welcome.rooms.size(), 1);
}

void TestModeration::somebodyWhoIsAwayCanBeKicked()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    bo.wire().close();
    house.turn();
    QVERIFY(!refused(ada, on(Act::Kick, bo)));
    NativePeer cy(house, 50003, u"Bo"_s); // the name is free
    QCOMPARE(cy.welcome.self.name, u"Bo"_s);
    for (int minute = 0; minute < 3; ++minute) {
        house.advance(60'000);
        cy.say(command::Pong{});
    }
    QVERIFY(!cy.wire().ended && !cy.wire().aborted); // not when Bo would have gone for good, either
}

void TestModeration::moderatorsAreNoMoreWhenTheyHaveLeft()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    refused(ada, on(Act::Promote, bo));
    bo.say(command::Quit{});
    QVERIFY(!refused(ada, on(Act::Demote, bo)));
    NativePeer again(house, 50003, u"Bo"_s, bosKey);
    QCOMPARE(again.welcome.self.role, Role::None);
    again.say(command::Quit{});
    TextPeer text(house, house.connectWithKey(50004, adasKey));
    QCOMPARE(text.ask("/demote Bo").last(), u"! Bo is no moderator."_s);
}

void TestModeration::actsAreNoted()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    refused(ada, on(Act::Mute, bo, u"noise"_s));
    refused(ada, on(Act::Unmute, bo));
    command::Moderate slow = on(Act::Slow, bo);
    slow.seconds = 7;
    refused(ada, slow);
    refused(ada, on(Act::Kick, bo, u"spam"_s));
    const auto acts = actsOf(ada);
    QCOMPARE(acts.size(), 4);
    QCOMPARE(acts[0].act, Act::Kick);
    QCOMPARE(acts[0].by, u"Ada"_s);
    QCOMPARE(acts[0].whom, u"Bo"_s);
    QCOMPARE(acts[0].reason, u"spam"_s);
    QVERIFY(acts[0].at > 0);
    QCOMPARE(acts[1].act, Act::Slow);
    QCOMPARE(acts[1].seconds, 7);
    QCOMPARE(acts[1].room, lounge);
    QCOMPARE(acts[2].act, Act::Unmute);
    QCOMPARE(acts[3].act, Act::Mute);
    QCOMPARE(acts[3].until - acts[3].at, 3'600'000);
    ada.say(command::ListActs{1, u"a"_s});
    QCOMPARE(ada.takeAll<serverevent::Acts>().value(0).acts.size(), 1);
    TextPeer text(house, house.connectWithKey(50003, adasKey));
    text.say("/nick Countess");
    QVERIFY(text.ask("/acts").last().endsWith(u"Ada kicked Bo: spam"_s));
}

void TestModeration::connectionsAreListed()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    TextPeer bo(house, house.connect(50002, QHostAddress(u"192.0.2.7"_s)));
    bo.say("/nick Bo");
    bo.say("hello");
    auto unspoken = house.connectWithKey(50003, {}, QHostAddress(u"2001:db8::7"_s));
    ada.say(command::ListConnections{u"c"_s});
    const auto answer = ada.takeAll<serverevent::Connections>().value(0);
    QCOMPARE(answer.re, u"c"_s);
    const auto &list = answer.connections;
    QCOMPARE(list.size(), 3);
    QCOMPARE(list[0].name, u"Ada"_s);
    QCOMPARE(list[0].role, Role::Owner);
    QVERIFY(list[0].verified && list[0].tls);
    QCOMPARE(list[0].via, Via::Native);
    QCOMPARE(list[1].address, u"192.0.2.7"_s);
    QCOMPARE(list[1].port, 50002);
    QCOMPARE(list[1].messages, 2);
    QCOMPARE(list[1].lately, 2);
    QCOMPARE(list[1].via, Via::Plain);
    QVERIFY(!list[1].member.isEmpty() && list[1].since > 0);
    QCOMPARE(list[2].address, u"2001:db8::7"_s);
    QVERIFY(list[2].tls);
    house.advance(11'000);
    ada.say(command::ListConnections{u"c"_s});
    QCOMPARE(ada.takeAll<serverevent::Connections>().value(0).connections.value(1).lately, 0);
}

void TestModeration::roomsAreTold()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    TextPeer text(house, 50003);
    text.ask("/nick Cy");
    command::Moderate slow = on(Act::Slow, bo);
    slow.seconds = 30;
    QVERIFY(!refused(ada, slow));
    QCOMPARE(bo.takeAll<serverevent::RoomChanged>().value(0).room.slow, 30);
    QCOMPARE(ada.takeAll<serverevent::RoomChanged>().size(), 1);
    QCOMPARE(text.take(), QStringList{u"* Ada made this room slow: one message of each in 30 seconds"_s});
    command::Moderate writers = on(Act::Writers, bo);
    writers.writers = Writers::Members;
    QVERIFY(!refused(ada, writers));
    const RoomInfo room = bo.takeAll<serverevent::RoomChanged>().value(0).room;
    QCOMPARE(room.writers, Writers::Members);
    QCOMPARE(room.slow, 30);
    QVERIFY(room.members.isEmpty());
    QCOMPARE(text.take(), QStringList{u"* Ada lets only verified members write here"_s});
    NativePeer di(house, 50004, u"Di"_s);
    QCOMPARE(di.welcome.rooms.value(0).slow, 30);
    QCOMPARE(di.welcome.rooms.value(0).writers, Writers::Members);
}

void TestModeration::directTalksHaveNoRules()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    ada.say(command::Direct{bo.welcome.self.id, u"d"_s});
    command::Moderate slow = on(Act::Slow, bo);
    slow.seconds = 5;
    slow.room = ada.takeAll<serverevent::Joined>().value(0).rooms.value(0).id;
    QCOMPARE(refused(ada, slow), ErrorCode::NoSuchRoom);
}

void TestModeration::nothingIsSetWhereNothingIsKept()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    command::Moderate keep = on(Act::Keep, bo);
    keep.keep = Retention{30, 0};
    QCOMPARE(refused(ada, keep), ErrorCode::NotAllowed);
    QVERIFY(bo.takeAll<serverevent::RoomChanged>().isEmpty());
}

void TestModeration::moderatorsAreListedAndDemotedHereOrNot()
{
    HostOptions options = ownedByAda();
    options.moderationKeeper = std::make_shared<KeptModerators>(
        QList<RankedKey>{{bosKey, u"Bo"_s}, {cysKey, u"Cy"_s}, {QByteArray(64, 'd'), u"Di Lu"_s}});
    House house(options);
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer cyrus(house, 50002, u"Cyrus"_s, cysKey);
    TextPeer text(house, house.connectWithKey(50004, adasKey));
    QCOMPARE(text.ask("/moderators").mid(1),
             QStringList({u"* Bo is a moderator, and not here"_s, u"* Cyrus is a moderator"_s,
                          u"* Di Lu is a moderator, and not here"_s}));
    ada.say(command::ListModerators{u"l"_s});
    const auto list = ada.takeAll<serverevent::Moderators>().value(0);
    QCOMPARE(list.re, u"l"_s);
    QCOMPARE(list.moderators.size(), 3);
    QCOMPARE(list.moderators[1].id, cyrus.welcome.self.id);
    command::Moderate demote;
    demote.act = Act::Demote;
    demote.member = list.moderators[0].id;
    QCOMPARE(refused(cyrus, demote), ErrorCode::NotAllowed);
    QVERIFY(!refused(ada, demote));
    QCOMPARE(refused(ada, demote), ErrorCode::BadField); // and nobody any more
    QCOMPARE(text.ask("/demote di lu"), QStringList{u"* Di Lu is no moderator any more"_s});
    QCOMPARE(text.ask("/demote Di Lu").size(), 1);
    QCOMPARE(text.ask("/moderators"), QStringList{u"* Cyrus is a moderator"_s});
    QCOMPARE(TextPeer(house, house.connectWithKey(50005, cysKey)).ask("/keep 5").last(),
             u"! Only the owner decides what is kept."_s);
}

QTEST_GUILESS_MAIN(TestModeration)
#include "tst_moderation.moc"
