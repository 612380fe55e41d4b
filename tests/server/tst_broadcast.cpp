#include "tests/server/house.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

QByteArray postTo(const QString &room, const QString &text)
{
    command::Post post;
    post.room = RoomId(room);
    post.id = PostId(text);
    post.text = text;
    return json::encode(Command(post)) + '\0';
}

void join(NativePeer &peer, const QString &room)
{
    command::Join join;
    join.room = room;
    join.create = true;
    peer.say(join);
    peer.takeEverything();
}

/// What a native reader got, an error as its code.
QStringList textsOf(NativePeer &peer)
{
    QStringList texts;
    const QList<ServerEvent> events = peer.takeEverything();
    for (const ServerEvent &event : events) {
        if (const auto *happened = std::get_if<serverevent::Happened>(&event))
            texts.append(happened->event.text);
        else if (std::holds_alternative<serverevent::Failed>(event))
            texts.append(u"!"_s);
        else if (const auto *presence = std::get_if<serverevent::Presence>(&event))
            texts.append(u"%1 in, %2 out"_s.arg(presence->joined.size()).arg(presence->left.size()));
    }
    return texts;
}

HostOptions withoutFloodControl()
{
    HostOptions options;
    options.limits.floodBurst = 0;
    return options;
}

} // namespace

// What many are told in one turn of the event loop, and what is for one of them alone.
class TestBroadcast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roomsAreHeardInTheOrderOfSpeaking();
    void whatIsForOneReaderStandsInItsPlace();
    void whoSpeaksByLineHearsOthersAroundItsOwnWords();
    void whoEndsHearsWhatWasSaidBefore();
    void whoComesInTheMiddleHearsWhatFollows();
    void whoChangesRoomsInTheMiddleHearsBothRightly();
    void whoComesBetweenTwoMessagesIsAnnouncedBetweenThem();
    void whoLeavesTakesNobodysPlaceAway();
    void muchInOneTurnArrivesInOrder();
    void whoReadsSlowlyGetsAllOfItInTheEnd();
};

void TestBroadcast::roomsAreHeardInTheOrderOfSpeaking()
{
    House house;
    NativePeer ada(house, 50001, u"Ada"_s);
    NativePeer bo(house, 50002, u"Bo"_s);
    NativePeer cy(house, 50003, u"Cy"_s);
    join(ada, u"attic"_s);
    join(bo, u"attic"_s);
    textsOf(ada);
    textsOf(cy);
    for (int round = 0; round < 2; ++round) { // the first time they have only just come
        ada.wire().say(postTo(u"lounge"_s, u"a%1"_s.arg(round)) + postTo(u"attic"_s, u"b%1"_s.arg(round)) +
                       postTo(u"lounge"_s, u"c%1"_s.arg(round)));
        ada.wire().say(postTo(u"attic"_s, u"d%1"_s.arg(round)) + postTo(u"attic"_s, u"e%1"_s.arg(round)));
        const QString all = u"a%1 b%1 c%1 d%1 e%1"_s.arg(round);
        QCOMPARE(textsOf(bo).join(u' '), all);
        QCOMPARE(textsOf(ada).join(u' '), all);
        QCOMPARE(textsOf(cy).join(u' '), u"a%1 c%1"_s.arg(round));
    }
}

void TestBroadcast::whatIsForOneReaderStandsInItsPlace()
{
    House house;
    NativePeer ada(house, 50001, u"Ada"_s);
    NativePeer bo(house, 50002, u"Bo"_s);
    ada.post(u"zero"_s, u"p0"_s);
    textsOf(ada);
    textsOf(bo);
    ada.wire().say(postTo(u"lounge"_s, u"one"_s) + postTo(u"nowhere"_s, u"lost"_s) +
                   postTo(u"lounge"_s, u"two"_s));
    QCOMPARE(textsOf(ada), (QStringList{u"one"_s, u"!"_s, u"two"_s}));
    QCOMPARE(textsOf(bo), (QStringList{u"one"_s, u"two"_s}));
}

void TestBroadcast::whoSpeaksByLineHearsOthersAroundItsOwnWords()
{
    House house;
    TextPeer ada(house, 50001);
    TextPeer bo(house, 50002, '\n');
    ada.say("hello");
    bo.say("hello");
    ada.take();
    bo.take();
    ada.wire().say(QByteArray("one\0", 4));
    bo.wire().say("two\n");
    ada.wire().say(QByteArray("three\0", 6));
    QCOMPARE(bo.take(), (QStringList{u"guest-50001: one"_s, u"guest-50001: three"_s}));
    QCOMPARE(ada.take(),
             (QStringList{u"guest-50001: one"_s, u"guest-50002: two"_s, u"guest-50001: three"_s}));
}

void TestBroadcast::whoEndsHearsWhatWasSaidBefore()
{
    House house;
    TextPeer ada(house, 50001);
    ada.say("hello");
    ada.take();
    ada.wire().say(QByteArray("last words\0/quit\0", 17));
    QCOMPARE(ada.take(), QStringList{u"guest-50001: last words"_s});
    QVERIFY(ada.wire().ended);
}

void TestBroadcast::whoComesInTheMiddleHearsWhatFollows()
{
    House house;
    TextPeer ada(house, 50001);
    TextPeer bo(house, 50002);
    TextPeer cy(house, 50003);
    ada.say("/join attic");
    bo.say("hello");
    cy.say("hello");
    ada.take();
    bo.take();
    ada.wire().say(QByteArray("one\0", 4));
    bo.wire().say(QByteArray("/join attic\0", 12));
    ada.wire().say(QByteArray("two\0", 4));
    const QStringList heard = bo.take();
    QVERIFY2(heard.contains(u"guest-50001: two"_s), qPrintable(heard.join(u'|')));
    QVERIFY2(heard.filter(u"one"_s).isEmpty(), qPrintable(heard.join(u'|')));
    QVERIFY(cy.take().filter(u"two"_s).isEmpty());
}

void TestBroadcast::whoChangesRoomsInTheMiddleHearsBothRightly()
{
    House house;
    TextPeer ada(house, 50001);
    TextPeer bo(house, 50002);
    bo.say("/join attic");
    ada.say("hello");
    bo.take();
    ada.wire().say(QByteArray("one\0", 4));
    bo.wire().say(QByteArray("/join lounge\0", 13));
    ada.wire().say(QByteArray("two\0", 4));
    const QStringList heard = bo.take();
    QCOMPARE(heard.filter(u"guest-50001"_s),
             (QStringList{u"#lounge guest-50001: one"_s, u"guest-50001: two"_s}));
}

void TestBroadcast::whoComesBetweenTwoMessagesIsAnnouncedBetweenThem()
{
    House house;
    NativePeer bo(house, 50002, u"Bo"_s);
    TextPeer ada(house, 50001);
    ada.say("hello");
    textsOf(bo);
    ada.wire().say(QByteArray("one\0", 4));
    const auto cy = house.connect(50003);
    cy->say(QByteArray("I am new\0", 9));
    QCOMPARE(textsOf(bo), (QStringList{u"one"_s, u"1 in, 0 out"_s, u"I am new"_s}));
}

void TestBroadcast::whoLeavesTakesNobodysPlaceAway()
{
    House house;
    TextPeer ada(house, 50001);
    ada.say("hello");
    std::vector<std::unique_ptr<TextPeer>> others;
    for (quint16 port = 50010; port < 50020; ++port) {
        others.push_back(std::make_unique<TextPeer>(house, port));
        others.back()->say("hello");
    }
    for (const std::size_t leaving : {9U, 0U, 4U, 0U, 3U}) {
        ada.wire().say(QByteArray("one\0", 4));
        others[leaving]->wire().close();
        others.erase(others.begin() + std::ptrdiff_t(leaving));
        ada.wire().say(QByteArray("two\0", 4));
        for (const auto &each : others)
            QCOMPARE(each->take().filter(u"guest-50001: "_s).last(2),
                     (QStringList{u"guest-50001: one"_s, u"guest-50001: two"_s}));
    }
}

void TestBroadcast::muchInOneTurnArrivesInOrder()
{
    House house(withoutFloodControl());
    TextPeer ada(house, 50001);
    TextPeer bo(house, 50002);
    bo.say("hello");
    ada.say("hello");
    bo.take();
    constexpr int many = 40;
    for (int i = 0; i < many; ++i)
        ada.wire().say(QByteArray::number(i) + ' ' + QByteArray(30'000, 'x') + '\0');
    const QStringList heard = bo.take();
    QCOMPARE(heard.size(), many);
    for (int i = 0; i < many; ++i)
        QVERIFY(heard[i].startsWith(u"guest-50001: %1 xxx"_s.arg(i)));
}

void TestBroadcast::whoReadsSlowlyGetsAllOfItInTheEnd()
{
    House house(withoutFloodControl());
    TextPeer ada(house, 50001);
    TextPeer bo(house, 50002);
    bo.say("hello");
    ada.say("hello");
    bo.take();
    constexpr int many = 40;
    QStringList heard;
    for (int i = 0; i < many; ++i) {
        bo.wire().reads = false;
        ada.say(QByteArray::number(i) + ' ' + QByteArray(30'000, 'x'));
        if (i % 7 == 6) {
            bo.wire().readEverything();
            heard += bo.take();
        }
    }
    bo.wire().readEverything();
    heard += bo.take();
    QCOMPARE(heard.size(), many);
    for (int i = 0; i < many; ++i)
        QVERIFY(heard[i].startsWith(u"guest-50001: %1 xxx"_s.arg(i)));
}

QTEST_GUILESS_MAIN(TestBroadcast)
#include "tst_broadcast.moc"
