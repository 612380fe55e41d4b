#include "tests/models/fixedclock.h"
#include "ui/models/roominfotext.h"
#include "ui/models/serversession.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using namespace tincan::sample;

namespace {

/// Somebody who is in a room, as a server told it.
struct Inside
{
    explicit Inside(bool hostedHere) : session(1, options(), hostedHere, clock)
    {
        serverevent::Welcome welcome;
        welcome.serverName = u"Kitchen"_s;
        welcome.self = member(u"Ada"_s);
        Q_EMIT session.client()->welcomed(welcome);
    }
    static ClientOptions options()
    {
        ClientOptions options;
        options.address.host = u"192.168.1.20"_s;
        return options;
    }
    RoomInfoText enter(const RoomInfo &room)
    {
        Q_EMIT session.client()->roomsJoined({room});
        return RoomInfoText::of(session, *session.conversation(room.id));
    }

    FixedClock clock;
    ServerSession session;
};

const QString hostReads = u"The host can read everything that is said here."_s;

} // namespace

class TestRoomInfoText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhoCanReadWhatIsSaid();
    void whoHostsIsToldTheSame();
    void aDirectTalkIsNoSecretFromTheHost();
    void whoIsNotEncryptedIsCounted();
    void theRoomIsNamed();
};

void TestRoomInfoText::itSaysWhoCanReadWhatIsSaid()
{
    Inside bo(false);
    QCOMPARE(bo.enter(room(u"Lounge"_s)).sentences.value(0), hostReads);
}

void TestRoomInfoText::whoHostsIsToldTheSame()
{
    Inside ada(true);
    const RoomInfoText text = ada.enter(room(u"Lounge"_s));
    QCOMPARE(text.sentences.value(0), u"You host this room: you can read everything that is said here."_s);
}

void TestRoomInfoText::aDirectTalkIsNoSecretFromTheHost()
{
    Inside bo(false);
    const RoomInfoText text = bo.enter(directRoom(u"Ada"_s, u"Bo"_s));
    QCOMPARE(text.sentences.value(0), hostReads);
    QVERIFY(text.sentences.value(1).contains(u"talks between two people"_s));
}

void TestRoomInfoText::whoIsNotEncryptedIsCounted()
{
    Inside bo(false);
    Member clear = member(u"Cy"_s);
    clear.tls = false;
    Member safe = member(u"Di"_s);
    safe.tls = true;
    QVERIFY(bo.enter(room(u"Attic"_s, {safe})).sentences.filter(u"not encrypted"_s).isEmpty());
    const RoomInfoText text = bo.enter(room(u"Lounge"_s, {clear, safe}));
    QVERIFY(text.sentences.last().startsWith(u"1 people here are not encrypted"_s)); // untranslated plural
}

void TestRoomInfoText::theRoomIsNamed()
{
    Inside bo(false);
    RoomInfo lounge = room(u"Lounge"_s);
    lounge.topic = u"tea"_s;
    const RoomInfoText text = bo.enter(lounge);
    QCOMPARE(text.title, u"# Lounge"_s);
    QCOMPARE(text.topic, u"tea"_s);
    QVERIFY(text.place.contains(u"Kitchen"_s));
    QVERIFY(text.place.contains(u"192.168.1.20"_s));
    QCOMPARE(text.key, QString());
}

QTEST_GUILESS_MAIN(TestRoomInfoText)
#include "tst_roominfotext.moc"
