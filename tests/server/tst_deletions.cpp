#include "tests/server/moderatedhouse.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

class TestDeletions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moderatorsDeleteWhatOthersSaid();
    void moderatorsDeleteNothingOfTheOwnerOrEachOther();
    void nobodyDeletesFromADirectTalk();
};

void TestDeletions::moderatorsDeleteWhatOthersSaid()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    NativePeer cy(house, 50003, u"Cy"_s, cysKey);
    bo.post(u"rude"_s, u"p1"_s);
    bo.post(u"ruder"_s, u"p2"_s);
    QCOMPARE(deletion(cy, 1), ErrorCode::NotAllowed);
    refused(ada, on(Act::Promote, cy));
    QVERIFY(!deletion(cy, 1));
    QVERIFY(!deletion(ada, 2));
    const auto acts = actsOf(ada);
    QCOMPARE(acts.value(0).act, Act::Delete);
    QCOMPARE(acts.value(0).by, u"Ada"_s);
    QCOMPARE(acts.value(0).whom, u"Bo"_s);
    QCOMPARE(acts.value(0).room, lounge);
    QCOMPARE(acts.value(1).by, u"Cy"_s);
    // An edit puts words into somebody's mouth.
    bo.post(u"fine"_s, u"p3"_s);
    const Seq seq = bo.takeSeqs().last();
    ada.say(command::Post{lounge, PostId(u"e"_s), EventKind::Edit, u"x"_s, 0, seq});
    QCOMPARE(ada.takeAll<serverevent::Failed>().value(0).error.code, ErrorCode::NotAllowed);
    bo.say(command::Post{lounge, PostId(u"own"_s), EventKind::Delete, {}, 0, seq});
    QCOMPARE(actsOf(ada).value(0).by, u"Ada"_s); // what is one's own is no act
}

void TestDeletions::moderatorsDeleteNothingOfTheOwnerOrEachOther()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s, bosKey);
    NativePeer cy(house, 50003, u"Cy"_s, cysKey);
    refused(ada, on(Act::Promote, bo));
    refused(ada, on(Act::Promote, cy));
    ada.post(u"by the owner"_s, u"p1"_s);
    bo.post(u"by a moderator"_s, u"p1"_s);
    cy.post(u"by herself"_s, u"p1"_s);
    ada.post(u"by the owner"_s, u"p4"_s);
    const auto nothingIsDeleted = [&cy] {
        QCOMPARE(deletion(cy, 1), ErrorCode::NotAllowed);
        QCOMPARE(deletion(cy, 2), ErrorCode::NotAllowed);
    };
    nothingIsDeleted();
    for (NativePeer *peer : {&ada, &bo})
        peer->say(command::Quit{});
    nothingIsDeleted(); // nor what was said by who has left
    QVERIFY(!deletion(cy, 3));
    cy.post(u"by herself, before"_s, u"p5"_s);
    cy.say(command::Quit{});
    NativePeer cyrus(house, 50005, u"Cyrus"_s, cysKey);
    QVERIFY(!deletion(cyrus, 6)); // with the same key
    NativePeer again(house, 50004, u"Ada"_s, adasKey);
    QVERIFY(!deletion(again, 2));
    QVERIFY(!deletion(again, 4)); // her own, although by another session
    QCOMPARE(again.takeAll<serverevent::Happened>().last().event.target, 4);
}

void TestDeletions::nobodyDeletesFromADirectTalk()
{
    House house(ownedByAda());
    NativePeer ada(house, 50001, u"Ada"_s, adasKey);
    NativePeer bo(house, 50002, u"Bo"_s);
    bo.say(command::Direct{ada.welcome.self.id, u"d"_s});
    const RoomId direct = bo.takeAll<serverevent::Joined>().value(0).rooms.value(0).id;
    bo.post(u"psst"_s, u"p1"_s, direct);
    QCOMPARE(deletion(ada, 1, direct), ErrorCode::NotAllowed);
}

QTEST_GUILESS_MAIN(TestDeletions)
#include "tst_deletions.moc"
