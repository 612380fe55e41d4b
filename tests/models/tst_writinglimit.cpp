#include "tests/models/roomevents.h"
#include "ui/models/moderationwords.h"
#include "ui/models/writinglimit.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using namespace tincan::sample;

class TestWritingLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsInTheWayAtFirst();
    void whoIsMutedIsToldByWhomAndWhyAndUntilWhen();
    void aMuteEnds();
    void aSlowRoomCountsDown();
    void theServersSecondsCount();
    void roomsAreSlowEachForItself();
    void aRoomForModeratorsSaysSo();
    void aRoomForTheVerifiedLetsThemWrite();
    void whoModeratesIsExempt();

private:
    using Kind = WritingLimit::Kind;
    Kind kindAt(std::int64_t now) const { return m_limits.of(m_room, m_me, now).kind; }

    WritingLimits m_limits;
    RoomInfo m_room;
    Member m_me;
};

void TestWritingLimit::init()
{
    m_limits = {};
    m_room = room(u"Lounge"_s);
    m_me = member(u"Ada"_s);
}

void TestWritingLimit::nothingIsInTheWayAtFirst()
{
    QCOMPARE(kindAt(morning), Kind::None);
    QCOMPARE(WritingWords::why({}), QString());
    QCOMPARE(WritingWords::until({}), QString());
}

void TestWritingLimit::whoIsMutedIsToldByWhomAndWhyAndUntilWhen()
{
    m_limits.setMute({true, u"Mo"_s, u"shouting"_s, morning + 10 * minute});
    const WritingLimit limit = m_limits.of(m_room, m_me, 0);
    QCOMPARE(limit.kind, Kind::Muted);
    const QString until = ModerationWords::moment(morning + 10 * minute);
    QCOMPARE(WritingWords::why(limit),
             u"Mo muted you: you can read on, but not write. Reason: “shouting”. Until %1."_s.arg(until));
    m_limits.setMute({true, {}, {}, 0});
    QCOMPARE(WritingWords::why(m_limits.of(m_room, m_me, 0)),
             u"You are muted: you can read on, but not write."_s);
}

void TestWritingLimit::aMuteEnds()
{
    m_limits.setMute({true, u"Mo"_s, {}, 0});
    m_limits.setMute({false, u"Mo"_s, {}, 0});
    QCOMPARE(kindAt(0), Kind::None);
    m_limits.setMute({true, u"Mo"_s, {}, 0});
    m_limits.clearMute();
    QCOMPARE(kindAt(0), Kind::None);
}

void TestWritingLimit::aSlowRoomCountsDown()
{
    m_room.slow = 30;
    m_limits.wait(m_room.id, 30, 1000);
    QCOMPARE(m_limits.of(m_room, m_me, 1000).seconds, 30);
    QCOMPARE(m_limits.of(m_room, m_me, 30'500).seconds, 1);
    const WritingLimit limit = m_limits.of(m_room, m_me, 9'000);
    QCOMPARE(WritingWords::why(limit), u"This room is slow: 30 seconds between two messages."_s);
    QCOMPARE(WritingWords::until(limit), u"You can send again in 22 s."_s);
    QCOMPARE(kindAt(31'000), Kind::None);
    m_room.slow = 0;
    QCOMPARE(kindAt(2000), Kind::None);
}

void TestWritingLimit::theServersSecondsCount()
{
    m_room.slow = 30;
    m_limits.wait(m_room.id, 30, 0);
    m_limits.wait(m_room.id, 40, 0);
    m_limits.wait(m_room.id, 5, 0);
    QCOMPARE(m_limits.of(m_room, m_me, 0).seconds, 40);
}

void TestWritingLimit::roomsAreSlowEachForItself()
{
    RoomInfo attic = room(u"Attic"_s);
    m_room.slow = attic.slow = 30;
    m_limits.wait(attic.id, 30, 0);
    QCOMPARE(kindAt(0), Kind::None);
    QCOMPARE(m_limits.of(attic, m_me, 0).kind, Kind::Slow);
}

void TestWritingLimit::aRoomForModeratorsSaysSo()
{
    m_room.writers = Writers::Moderators;
    m_me.verified = true;
    QCOMPARE(kindAt(0), Kind::ModeratorsOnly);
    QCOMPARE(WritingWords::why(m_limits.of(m_room, m_me, 0)), u"Only moderators write in this room."_s);
}

void TestWritingLimit::aRoomForTheVerifiedLetsThemWrite()
{
    m_room.writers = Writers::Members;
    QCOMPARE(kindAt(0), Kind::MembersOnly);
    QVERIFY(!WritingWords::why(m_limits.of(m_room, m_me, 0)).isEmpty());
    m_me.verified = true;
    QCOMPARE(kindAt(0), Kind::None);
}

void TestWritingLimit::whoModeratesIsExempt()
{
    m_me.role = Role::Moderator;
    m_room.slow = 30;
    m_room.writers = Writers::Moderators;
    m_limits.wait(m_room.id, 30, 0);
    QCOMPARE(kindAt(0), Kind::None);
}

QTEST_GUILESS_MAIN(TestWritingLimit)
#include "tst_writinglimit.moc"
