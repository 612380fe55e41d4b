#include "tests/server/moderatedhouse.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const QHostAddress outside(u"192.0.2.7"_s);

/// Keeps what it is given as long as it is kept itself.
class Shelf final : public ModerationKeeper
{
public:
    KeptModeration load() override { return kept; }
    void save(const KeptModeration &all) override
    {
        kept = all;
        ++saves;
    }

    KeptModeration kept;
    int saves = 0;
};

Error postedBy(NativePeer &peer, const QString &text)
{
    static int number = 0;
    peer.takeAll<serverevent::Failed>();
    peer.post(text, u"post-%1"_s.arg(++number));
    return failureOf(peer);
}

bool isWritten(NativePeer &peer)
{
    return postedBy(peer, u"hello"_s).message.isEmpty();
}

} // namespace

class TestHouseRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsMutedCannotWrite();
    void aMuteFollowsKeyAndName();
    void aMuteIsOverInTime();
    void aTextClientReadsThatItIsMuted();
    void aGuestIsMutedByItsAddress();
    void theNextGuestOfAPortIsNotMuted();
    void aSlowRoomTakesOneMessageInSoManySeconds();
    void aSlowRoomIsNotFasterForWhoComesBack();
    void aRepeatedPostIsKnownInASlowRoom();
    void aRepeatedPostDoesNotMakeItsAuthorWait();
    void whoIsMutedLearnsWhatItWroteBefore();
    void onlyVerifiedMembersWrite();
    void onlyModeratorsWrite();
    void rulesOutlastTheServer();
    void theLogOfActsIsBounded();
    void moderatorsAreToldTheirCommands();
    void textModeratorsCanDoAll();
    void thatARoomIsRemovedIsSavedAtOnce();
};

void TestHouseRules::whoIsMutedCannotWrite()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    bo.post(u"hello"_s, u"p1"_s);
    bo.takeEverything();
    ada.takeEverything();
    QVERIFY(!refused(ada, forSeconds(on(Act::Mute, bo, u"noise"_s), 600)));
    const auto told = bo.takeAll<serverevent::Muted>();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().by, u"Ada"_s);
    QCOMPARE(told.first().reason, u"noise"_s);
    QVERIFY(told.first().muted && told.first().until > 0);
    QVERIFY(ada.takeAll<serverevent::Presence>().value(0).changed.value(0).muted);
    const Error expected{ErrorCode::NotAllowed, u"You are muted for another 10 minutes. The reason: noise"_s,
                         600};
    for (const EventKind kind : {EventKind::Message, EventKind::Action, EventKind::Edit, EventKind::React,
                                 EventKind::Delete, EventKind::Topic}) {
        const QString text = kind == EventKind::React    ? u"👍"_s
                             : kind == EventKind::Delete ? QString()
                                                         : u"x"_s;
        const bool points = kind == EventKind::Edit || kind == EventKind::React || kind == EventKind::Delete;
        bo.say(command::Post{lounge, PostId(wireName(kind)), kind, text, 0, points ? 1 : 0});
        QCOMPARE(failureOf(bo), expected);
    }
    bo.say(command::Typing{lounge});
    bo.say(command::Nick{u"Robert"_s, u"n"_s});
    QCOMPARE(failureOf(bo), expected);
    bo.say(command::Direct{ada.welcome.self.id, u"d"_s});
    bo.post(u"psst"_s, u"p2"_s, bo.takeAll<serverevent::Joined>().value(0).rooms.value(0).id);
    QCOMPARE(failureOf(bo), expected);
    QVERIFY(ada.takeAll<serverevent::Happened>().isEmpty());
    QVERIFY(ada.takeAll<serverevent::Typing>().isEmpty());
    ada.post(u"it can read"_s, u"a1"_s);
    QCOMPARE(bo.takeAll<serverevent::Happened>().size(), 1);
    QVERIFY(!refused(ada, on(Act::Unmute, bo)));
    const auto free = bo.takeAll<serverevent::Muted>().value(0);
    QVERIFY(!free.muted);
    QCOMPARE(free.by, u"Ada"_s);
    QVERIFY(isWritten(bo));
    QCOMPARE(refused(ada, on(Act::Unmute, bo)), ErrorCode::BadField);
}

void TestHouseRules::aMuteFollowsKeyAndName()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    NativePeer guest(house, 50003, u"Guest"_s);
    refused(ada, on(Act::Mute, bo));
    refused(ada, on(Act::Mute, guest));
    for (NativePeer *gone : {&bo, &guest})
        gone->say(command::Quit{});
    NativePeer renamed(house, 50004, u"Robert"_s, bosKey);
    QVERIFY(renamed.welcome.self.muted);
    QCOMPARE(renamed.takeAll<serverevent::Muted>().size(), 1);
    QCOMPARE(postedBy(renamed, u"x"_s).code, ErrorCode::NotAllowed);
    NativePeer again(house, 50005, u"guest"_s);
    QVERIFY(again.welcome.self.muted);
    TextPeer text(house, 50006);
    text.say("/nick Cy");
    text.say("/nick Guest-2");
    QVERIFY(text.ask("hello").first().endsWith(u"hello"_s));
}

void TestHouseRules::aMuteIsOverInTime()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    refused(ada, forSeconds(on(Act::Mute, bo), 60));
    bo.takeEverything();
    house.skip(59'000);
    QCOMPARE(postedBy(bo, u"x"_s).seconds, 1);
    house.skip(1'000);
    const auto told = bo.takeAll<serverevent::Muted>();
    QCOMPARE(told.size(), 1);
    QVERIFY(!told.first().muted && told.first().by.isEmpty());
    QVERIFY(isWritten(bo));
}

void TestHouseRules::aTextClientReadsThatItIsMuted()
{
    House house(ownedByAda());
    TextPeer ada(house, house.connectWithKey(50001, adasKey));
    ada.say("/nick Ada");
    TextPeer bo(house, 50002, '\n');
    bo.ask("/nick Bo");
    QVERIFY(ada.ask("/mute Bo 10m too loud").contains(u"* Bo is muted"_s));
    QCOMPARE(
        bo.take(),
        QStringList{u"! Ada muted you for 10 minutes: you can read, and not write. The reason: too loud"_s});
    const QStringList words{u"! You are muted for another 10 minutes. The reason: too loud"_s};
    for (const char *attempt : {"hello", "/me waves", "/topic x", "/msg Ada x", "/nick Cy"})
        QCOMPARE(bo.ask(attempt), words);
    QVERIFY(ada.ask("/who").contains(u"* Bo (line, muted)"_s));
    ada.ask("/unmute Bo");
    QCOMPARE(bo.take(), QStringList{u"* You may write again"_s});
}

void TestHouseRules::aGuestIsMutedByItsAddress()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer guest(house, house.connect(50002, outside), QString());
    NativePeer member(house, house.connectWithKey(50003, bosKey, outside), u"Bo"_s);
    refused(ada, on(Act::Mute, guest));
    guest.say(command::Quit{});
    const QStringList heard = heardBy(house, house.connect(50004, outside), "hello");
    QVERIFY(heard.contains(u"! You are muted for another 1 hour."_s));
    refused(ada, on(Act::Mute, member));
    QVERIFY(bansOf(ada).value(0).address.isEmpty()); // it has a key to be known by
}

void TestHouseRules::theNextGuestOfAPortIsNotMuted()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer guest(house, 50002, QString());
    QCOMPARE(guest.welcome.self.name, u"guest-50002"_s);
    QVERIFY(!refused(ada, on(Act::Mute, guest)));
    QCOMPARE(postedBy(guest, u"x"_s).code, ErrorCode::NotAllowed);
    guest.say(command::Nick{u"Gus"_s, u"n"_s});
    QCOMPARE(failureOf(guest).code, ErrorCode::NotAllowed);
    guest.wire().close();
    NativePeer back(house, 50003);
    command::Hello hello;
    hello.session = guest.welcome.session;
    back.say(hello);
    QCOMPARE(back.takeAll<serverevent::Muted>().size(), 1);
    back.say(command::Quit{});
    NativePeer next(house, 50002, QString());
    QCOMPARE(next.welcome.self.name, u"guest-50002"_s);
    QVERIFY(isWritten(next));
}

void TestHouseRules::aSlowRoomTakesOneMessageInSoManySeconds()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    refused(ada, forSeconds(on(Act::Slow, bo), 30));
    QVERIFY(isWritten(bo));
    house.advance(10'000);
    QCOMPARE(postedBy(bo, u"x"_s),
             (Error{ErrorCode::TooFast, u"One message in 30 seconds here: wait another 20 seconds."_s, 20}));
    bo.say(command::Post{lounge, PostId(u"r"_s), EventKind::React, u"👍"_s, 0, 1});
    QVERIFY(failureOf(bo).message.isEmpty());
    bo.say(command::Join{u"random"_s, true, {}});
    bo.post(u"elsewhere"_s, u"e"_s, RoomId(u"random"_s));
    QVERIFY(failureOf(bo).message.isEmpty());
    QVERIFY(isWritten(ada) && isWritten(ada));
    TextPeer text(house, 50003);
    text.say("/nick Cy");
    text.say("one");
    QCOMPARE(text.ask("two"), QStringList{u"! One message in 30 seconds here: wait another 30 seconds."_s});
    house.advance(20'000);
    QVERIFY(isWritten(bo));
    refused(ada, forSeconds(on(Act::Slow, bo), 0));
    QVERIFY(isWritten(bo));
}

void TestHouseRules::aSlowRoomIsNotFasterForWhoComesBack()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    refused(ada, forSeconds(on(Act::Slow, bo), 30));
    QVERIFY(isWritten(bo));
    bo.say(command::Quit{});
    NativePeer again(house, 50003, u"Robert"_s, bosKey);
    QCOMPARE(postedBy(again, u"x"_s).code, ErrorCode::TooFast);
}

void TestHouseRules::aRepeatedPostIsKnownInASlowRoom()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    refused(ada, forSeconds(on(Act::Slow, bo), 30));
    bo.post(u"once"_s, u"p1"_s);
    bo.takeEverything();
    bo.post(u"once"_s, u"p1"_s);
    QVERIFY(failureOf(bo).message.isEmpty());
    QCOMPARE(bo.takeSeqs(), QList<Seq>{1});
    QCOMPARE(postedBy(bo, u"twice"_s).seconds, 30);
}

void TestHouseRules::aRepeatedPostDoesNotMakeItsAuthorWait()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    bo.post(u"once"_s, u"p1"_s);
    bo.takeEverything();
    refused(ada, forSeconds(on(Act::Slow, bo), 30));
    bo.post(u"once"_s, u"p1"_s);
    QCOMPARE(bo.takeSeqs(), QList<Seq>{1});
    bo.say(command::Post{lounge, PostId(u"p2"_s), EventKind::Message, u"new"_s, 0, 0});
    QCOMPARE(bo.takeSeqs(), QList<Seq>{2});
    QCOMPARE(postedBy(bo, u"more"_s).seconds, 30);
}

void TestHouseRules::whoIsMutedLearnsWhatItWroteBefore()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    bo.post(u"once"_s, u"p1"_s);
    bo.takeEverything();
    refused(ada, on(Act::Mute, bo));
    bo.post(u"once"_s, u"p1"_s);
    QVERIFY(failureOf(bo).message.isEmpty());
    QCOMPARE(bo.takeSeqs(), QList<Seq>{1});
    bo.post(u"twice"_s, u"p2"_s);
    QCOMPARE(failureOf(bo).code, ErrorCode::NotAllowed);
}

void TestHouseRules::onlyVerifiedMembersWrite()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    NativePeer guest(house, 50003, u"Guest"_s);
    command::Moderate writers = on(Act::Writers, bo);
    writers.writers = Writers::Members;
    refused(ada, writers);
    QVERIFY(isWritten(ada) && isWritten(bo));
    QCOMPARE(postedBy(guest, u"x"_s).code, ErrorCode::NotAllowed);
    TextPeer text(house, 50004);
    text.say("/nick Cy");
    QVERIFY(text.ask("hello").value(0).startsWith(u"! Only verified members may write here"_s));
    guest.say(command::Join{u"random"_s, true, {}});
    guest.post(u"elsewhere"_s, u"e"_s, RoomId(u"random"_s));
    QVERIFY(failureOf(guest).message.isEmpty());
}

void TestHouseRules::onlyModeratorsWrite()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    NativePeer cy(house, 50003, u"Cy"_s, cysKey);
    command::Moderate writers = on(Act::Writers, bo);
    writers.writers = Writers::Moderators;
    refused(ada, writers);
    QCOMPARE(postedBy(bo, u"x"_s), (Error{ErrorCode::NotAllowed, u"Only moderators may write here."_s}));
    refused(ada, on(Act::Promote, cy));
    QVERIFY(isWritten(cy) && isWritten(ada));
    writers.writers = Writers::All;
    refused(cy, writers);
    QVERIFY(isWritten(bo));
}

void TestHouseRules::rulesOutlastTheServer()
{
    const auto shelf = std::make_shared<Shelf>();
    HostOptions options = ownedByAda();
    options.moderationKeeper = shelf;
    {
        House house(options);
        NativePeer ada(house, 50001, u"Ada"_s, adasKey);
        NativePeer bo(house, 50002, u"Bo"_s, bosKey);
        NativePeer cy(house, 50003, u"Cy"_s, cysKey);
        refused(ada, on(Act::Ban, bo, u"spam"_s));
        refused(ada, on(Act::Promote, cy));
        QCOMPARE(shelf->saves, 0);
        house.advance(1'000);
        QCOMPARE(shelf->saves, 1);
        refused(ada, forSeconds(on(Act::Slow, bo), 30)); // saved at the end
    }
    QCOMPARE(shelf->saves, 2);
    House house(options);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    QCOMPARE(failureOf(bo).code, ErrorCode::Banned);
    NativePeer cy(house, 50003, u"Cy"_s, cysKey);
    QCOMPARE(cy.welcome.self.role, Role::Moderator);
    QCOMPARE(cy.welcome.rooms.value(0).slow, 30);
    QCOMPARE(bansOf(cy).value(0).reason, u"spam"_s);
    QCOMPARE(actsOf(cy).size(), 3);
}

void TestHouseRules::theLogOfActsIsBounded()
{
    const HostOptions options = ownedByAda();
    ManualClock clock;
    DeadlineQueue deadlines(clock);
    HouseRules rules({options, clock, deadlines});
    for (std::size_t i = 0; i <= HouseRules::mostActs; ++i)
        rules.note({0, Act::Kick, u"Ada"_s, QString::number(i), {}, 0, 0, Writers::All, {}});
    const QList<ActRecord> acts = rules.acts(5'000);
    QCOMPARE(acts.size(), qsizetype(HouseRules::mostActs));
    QCOMPARE(acts.first().whom, QString::number(HouseRules::mostActs));
    QCOMPARE(acts.last().whom, u"1"_s);
}

void TestHouseRules::moderatorsAreToldTheirCommands()
{
    House house(ownedByAda());
    TextPeer ada(house, house.connectWithKey(50001, adasKey));
    TextPeer bo(house, 50002);
    const QString kick = u"/kick NAME [REASON]"_s;
    QVERIFY(ada.ask("/help").join(u'\n').contains(kick));
    QVERIFY(!bo.ask("/help").join(u'\n').contains(kick));
}

void TestHouseRules::textModeratorsCanDoAll()
{
    House house(ownedByAda());
    TextPeer ada(house, house.connectWithKey(50001, adasKey));
    ada.say("/nick Ada");
    NativePeer bo(house, 50002, u"Bo Diddley"_s, bosKey);
    QVERIFY(ada.ask("/promote Bo Diddley").contains(u"* Bo Diddley is a moderator now"_s));
    QVERIFY(ada.ask("/demote Bo Diddley").contains(u"* Bo Diddley is no moderator any more"_s));
    QVERIFY(ada.ask("/slow 10").contains(u"* Ada made this room slow: one message of each in 10 seconds"_s));
    QVERIFY(ada.ask("/slow off").contains(u"* Ada made this room as fast as one likes"_s));
    QVERIFY(ada.ask("/writers moderators").contains(u"* Ada lets only moderators write here"_s));
    QCOMPARE(ada.ask("/writers nobody"), QStringList{u"! Usage: /writers all|members|moderators"_s});
    QCOMPARE(ada.ask("/bans"), QStringList{u"* Nobody is banned or muted"_s});
    QVERIFY(ada.ask("/ban Bo Diddley 2h too loud").contains(u"* Bo Diddley is banned"_s));
    QCOMPARE(ada.ask("/bans"),
             QStringList{u"* Bo Diddley is banned for 2 hours, by Ada (name, key): too loud"_s});
    QVERIFY(ada.ask("/connections")
                .join(u'\n')
                .contains(u"Ada from 127.0.0.1:50001 (plain, encrypted, verified, owner)"_s));
    QCOMPARE(ada.ask("/unban Nobody"),
             QStringList{u"! Nobody of that name is banned; /bans lists who is."_s});
    QCOMPARE(ada.ask("/unban bo diddley"), QStringList{u"* Bo Diddley may come in again"_s});
    const QByteArray longReason = "/kick Ada " + QByteArray(201, 'x');
    QCOMPARE(ada.ask(longReason), QStringList{u"! A reason has at most 200 characters."_s});
}

void TestHouseRules::thatARoomIsRemovedIsSavedAtOnce()
{
    const auto shelf = std::make_shared<Shelf>();
    HostOptions options = ownedByAda();
    options.moderationKeeper = shelf;
    House house(options);
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    ada.say(command::Join{u"attic"_s, true, {}});
    command::Moderate drop;
    drop.act = Act::Drop;
    drop.room = RoomId(u"attic"_s);
    drop.re = u"d"_s;
    QVERIFY(!refused(ada, drop));
    QCOMPARE(shelf->saves, 1);
    QCOMPARE(shelf->kept.acts.value(0).act, Act::Drop);
    house.advance(2 * HouseRules::saveAfterMs);
    QCOMPARE(shelf->saves, 1);
}

QTEST_GUILESS_MAIN(TestHouseRules)
#include "tst_houserules.moc"
