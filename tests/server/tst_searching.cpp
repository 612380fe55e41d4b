#include "tests/server/house.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const RoomId lounge(u"lounge"_s);

command::Search search(const QString &text, const RoomId &room = {})
{
    command::Search question;
    question.text = text;
    question.room = room;
    question.re = u"s"_s;
    return question;
}

/// The texts of an answer; "?" and the code where there is an error.
QStringList found(NativePeer &peer, const command::Search &question)
{
    peer.takeEverything();
    peer.say(question);
    QStringList texts;
    for (const serverevent::Found &page : peer.takeAll<serverevent::Found>()) {
        for (const RoomEvent &event : page.events)
            texts.append(event.text);
    }
    for (const serverevent::Failed &failed : peer.takeAll<serverevent::Failed>())
        texts.append(u'?' + wireName(failed.error.code));
    return texts;
}

} // namespace

/// Who finds what.
class TestSearching : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyRoomsThatOneIsInAreSearched();
    void directTalksAreFoundByTheirTwoMembersAlone();
    void whoLeftARoomFindsNothingThere();
    void aQuestionIsBounded_data();
    void aQuestionIsBounded();
    void searchesCountForTheFloodLimit();
    void terminalsSearchTheRoomTheyStandIn();
    void terminalsAreToldWhatCannotBeSearched();
};

void TestSearching::onlyRoomsThatOneIsInAreSearched()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    ada.say(command::Join{u"attic"_s, true, {}});
    ada.post(u"soup upstairs"_s, u"1"_s, RoomId(u"attic"_s));
    ada.post(u"soup"_s, u"2"_s);
    QCOMPARE(found(ada, search(u"soup"_s)), QStringList({u"soup"_s, u"soup upstairs"_s}));
    QCOMPARE(found(ada, search(u"soup"_s, RoomId(u"attic"_s))), QStringList({u"soup upstairs"_s}));
    QCOMPARE(found(bo, search(u"soup"_s)), QStringList({u"soup"_s}));
    QCOMPARE(found(bo, search(u"soup"_s, RoomId(u"attic"_s))), QStringList({u"?not-allowed"_s}));
    QCOMPARE(found(bo, search(u"soup"_s, RoomId(u"cellar"_s))), QStringList({u"?no-such-room"_s}));
}

void TestSearching::directTalksAreFoundByTheirTwoMembersAlone()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    NativePeer cy(house, 3, u"Cy"_s);
    ada.say(command::Direct{bo.welcome.self.id, {}});
    const RoomId pair = ada.takeAll<serverevent::Joined>().value(0).rooms.value(0).id;
    ada.post(u"a secret"_s, u"1"_s, pair);
    QCOMPARE(found(ada, search(u"secret"_s)), QStringList({u"a secret"_s}));
    QCOMPARE(found(bo, search(u"secret"_s)), QStringList({u"a secret"_s}));
    QCOMPARE(found(cy, search(u"secret"_s)), QStringList());
    QCOMPARE(found(cy, search(u"secret"_s, pair)), QStringList({u"?no-such-room"_s}));
}

void TestSearching::whoLeftARoomFindsNothingThere()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    NativePeer bo(house, 2, u"Bo"_s);
    for (NativePeer *peer : {&ada, &bo})
        peer->say(command::Join{u"attic"_s, true, {}});
    ada.post(u"soup"_s, u"1"_s, RoomId(u"attic"_s));
    QCOMPARE(found(bo, search(u"soup"_s)), QStringList({u"soup"_s}));
    bo.say(command::Leave{RoomId(u"attic"_s), {}});
    QCOMPARE(found(bo, search(u"soup"_s)), QStringList());
}

void TestSearching::aQuestionIsBounded_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("answer");
    QStringList words;
    for (int i = 10; i < 26; ++i)
        words.append(QString::number(i));
    QTest::newRow("sixteen words") << words.join(u' ') << QStringList();
    QTest::newRow("one more") << words.join(u' ') + u" 26"_s << QStringList({u"?too-long"_s});
    QTest::newRow("250 characters") << QString(250, u'好') << QStringList();
    QTest::newRow("251 characters") << QString(251, u'好') << QStringList({u"?too-long"_s});
    QTest::newRow("nothing") << QString() << QStringList({u"?bad-field"_s});
    QTest::newRow("an empty phrase") << u"\"\""_s << QStringList({u"?bad-field"_s});
}

void TestSearching::aQuestionIsBounded()
{
    QFETCH(QString, text);
    QFETCH(QStringList, answer);
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    QCOMPARE(found(ada, search(text)), answer);
}

void TestSearching::searchesCountForTheFloodLimit()
{
    House house;
    NativePeer ada(house, 1, u"Ada"_s);
    QStringList answers;
    for (int i = 0; i < 25; ++i)
        answers += found(ada, search(u"soup"_s));
    QVERIFY(answers.contains(u"?too-fast"_s));
}

void TestSearching::terminalsSearchTheRoomTheyStandIn()
{
    House house;
    TextPeer ada(house, 1);
    ada.say("/nick Ada");
    for (const char *text : {"Ｃａｆé at nine", "上海东边", "no CAFE"})
        ada.say(text);
    QCOMPARE(ada.ask("/search cafe"), QStringList({u"* Found 2 messages of #lounge, 1 to 3"_s,
                                                   u"Ada: Ｃａｆé at nine"_s, u"Ada: no CAFE"_s}));
    QCOMPARE(ada.ask("/search 海"),
             QStringList({u"* Found 1 message of #lounge, 2 to 2"_s, u"Ada: 上海东边"_s}));
    QCOMPARE(ada.ask("/search \"at nine\" cafe").size(), 2);
    QCOMPARE(ada.ask("/search tea"), QStringList({u"* Nothing found"_s}));
    ada.say("/join attic");
    QCOMPARE(ada.ask("/search cafe"), QStringList({u"* Nothing found"_s}));
}

void TestSearching::terminalsAreToldWhatCannotBeSearched()
{
    House house;
    TextPeer ada(house, 1);
    ada.say("/nick Ada");
    QCOMPARE(ada.ask("/search \"\""), QStringList({u"! There is nothing to look for."_s}));
    QCOMPARE(ada.ask("/search " + QByteArray(251, 'x')),
             QStringList({u"! A search has at most 250 characters and 16 words."_s}));
}

QTEST_GUILESS_MAIN(TestSearching)
#include "tst_searching.moc"
