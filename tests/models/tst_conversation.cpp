#include "tests/models/roomevents.h"
#include "ui/models/conversation.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using namespace tincan::sample;

class TestConversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whatWasSaidBeforeOneJoinedIsRead();
    void whatOthersSayIsUnread();
    void readingCountsDown();
    void readingBackwardsChangesNothing();
    void aMentionAddressesMe();
    void everythingInADirectTalkAddressesMe();
    void aLineStandsAboveWhatCameWhileNobodyLooked();
    void noLineIsDrawnWhileSomebodyLooks();
    void theLineStaysWhileItIsRead();
    void turningAwayRemovesTheLineOfWhatWasRead();
    void aNewLogStartsWithoutUnread();
    void aNewLogLeavesItsOldMessagesRead();
    void oneMessageOfABatchIsAnnounced();
    void nothingOfMineIsAnnounced();
    void peopleComingAndGoingAreTold();
    void whoIsRemovedIsNotToldToHaveLeftAsWell();
    void theRoomsSettingsAreTold();
    void iAmNotToldThatIJoined();
    void aNewNameIsTold();
    void theTopicFollowsTheLog();
    void theOtherSideOfADirectTalkIsHereOrNot();
    void aDraftIsKept();
    void whatIsNewOfAnEarlierRunIsCounted();
    void theRestOfAnEarlierRunIsAskedForOnceItIsShown();
    void whatCouldNotBeHadIsAskedForAgain();
    void aRoomOfWhichNothingWasKnownHasItsHistory();
    void whatTheServerForgotIsAskedOfTheCopy();
    void whatIsNewBeyondTheFirstPageIsCountedWhenItComes();
    void whatIsNewButNotLoadedIsNotReadByBeingShown();
    void pagesThatShowNothingAreFollowedByTheNext();
    void countsStayTrueOverRandomSteps();

private:
    std::unique_ptr<Conversation> talk(const RoomInfo &info) const;
    QStringList texts() const;

    std::unique_ptr<Conversation> m_room;
};

std::unique_ptr<Conversation> TestConversation::talk(const RoomInfo &info) const
{
    auto conversation = std::make_unique<Conversation>(1, info);
    conversation->setMe(member(u"Ada"_s));
    return conversation;
}

void TestConversation::init()
{
    m_room = talk(room(u"Lounge"_s, {member(u"Ada"_s), member(u"Bo"_s)}));
}

QStringList TestConversation::texts() const
{
    QStringList all;
    for (int row = 0; row < m_room->messages()->rowCount(); ++row) {
        all.append(m_room->messages()->index(row).data(conversation::TextRole).toString());
    }
    return all;
}

void TestConversation::whatWasSaidBeforeOneJoinedIsRead()
{
    m_room = talk(room(u"Lounge"_s, {}, 7));
    m_room->takeEvents({message(6, u"Bo"_s, u"six"_s), message(7, u"Bo"_s, u"seven"_s)});
    QCOMPARE(m_room->unread(), 0);
    m_room->takeEvents({message(8, u"Bo"_s, u"eight"_s)});
    QCOMPARE(m_room->unread(), 1);
}

void TestConversation::whatOthersSayIsUnread()
{
    QSignalSpy changed(m_room.get(), &Conversation::unreadChanged);
    m_room->takeEvents(
        {message(1, u"Bo"_s, u"a"_s), message(2, u"Ada"_s, u"b"_s), message(3, u"Bo"_s, u"c"_s)});
    QCOMPARE(m_room->unread(), 2);
    QCOMPARE(changed.count(), 1);
}

void TestConversation::readingCountsDown()
{
    m_room->takeEvents(
        {message(1, u"Bo"_s, u"a"_s), message(2, u"Bo"_s, u"b, Ada"_s), message(3, u"Bo"_s, u"c"_s)});
    m_room->markRead(1);
    QCOMPARE(m_room->unread(), 2);
    QCOMPARE(m_room->mentions(), 1);
    m_room->markRead(2);
    QCOMPARE(m_room->unread(), 1);
    QCOMPARE(m_room->mentions(), 0);
    m_room->markRead(99);
    QCOMPARE(m_room->unread(), 0);
    m_room->takeEvents({message(4, u"Bo"_s, u"d"_s)});
    QCOMPARE(m_room->unread(), 1);
}

void TestConversation::readingBackwardsChangesNothing()
{
    m_room->takeEvents({message(1, u"Bo"_s, u"a"_s), message(2, u"Bo"_s, u"b"_s)});
    m_room->markRead(2);
    m_room->markRead(1);
    m_room->markRead(0);
    QCOMPARE(m_room->readUpTo(), 2);
    QCOMPARE(m_room->unread(), 0);
}

void TestConversation::aMentionAddressesMe()
{
    m_room->takeEvents({message(1, u"Bo"_s, u"a"_s), message(2, u"Bo"_s, u"@ada b"_s)});
    QCOMPARE(m_room->unread(), 2);
    QCOMPARE(m_room->addressed(), 1);
}

void TestConversation::everythingInADirectTalkAddressesMe()
{
    const auto direct = talk(directRoom(u"Ada"_s, u"Bo"_s));
    direct->takeEvents({message(1, u"Bo"_s, u"a"_s), message(2, u"Bo"_s, u"b"_s)});
    QCOMPARE(direct->addressed(), 2);
}

void TestConversation::aLineStandsAboveWhatCameWhileNobodyLooked()
{
    m_room->takeEvents({message(1, u"Bo"_s, u"a"_s)});
    m_room->takeEvents({message(2, u"Bo"_s, u"b"_s)});
    QCOMPARE(m_room->messages()->unreadFrom(), 1);
}

void TestConversation::noLineIsDrawnWhileSomebodyLooks()
{
    m_room->setAttended(true);
    m_room->takeEvents({message(1, u"Bo"_s, u"a"_s)});
    QCOMPARE(m_room->messages()->unreadFrom(), 0);
}

void TestConversation::theLineStaysWhileItIsRead()
{
    m_room->takeEvents({message(1, u"Bo"_s, u"a"_s), message(2, u"Bo"_s, u"b"_s)});
    m_room->setAttended(true);
    m_room->markAllRead();
    m_room->takeEvents({message(3, u"Bo"_s, u"c"_s)});
    QCOMPARE(m_room->messages()->unreadFrom(), 1);
}

void TestConversation::turningAwayRemovesTheLineOfWhatWasRead()
{
    m_room->takeEvents({message(1, u"Bo"_s, u"a"_s)});
    m_room->setAttended(true);
    m_room->markAllRead();
    m_room->setAttended(false);
    QCOMPARE(m_room->messages()->unreadFrom(), 0);
    m_room->takeEvents({message(2, u"Ada"_s, u"mine"_s), message(3, u"Bo"_s, u"c"_s)});
    QCOMPARE(m_room->messages()->unreadFrom(), 3);
    m_room->markAllRead();
    QCOMPARE(m_room->messages()->unreadFrom(), 0);
}

void TestConversation::aNewLogStartsWithoutUnread()
{
    m_room->takeEvents({message(1, u"Bo"_s, u"a"_s)});
    m_room->reset();
    QCOMPARE(m_room->unread(), 0);
    QCOMPARE(m_room->messages()->rowCount(), 0);
    m_room->takeEvents({message(1, u"Bo"_s, u"new"_s)});
    QCOMPARE(m_room->unread(), 1);
}

void TestConversation::aNewLogLeavesItsOldMessagesRead()
{
    m_room->reset();
    m_room->takeEvents({message(51, u"Bo"_s, u"new"_s)});
    m_room->takeHistory({m_room->id(), {message(50, u"Bo"_s, u"old"_s)}, true, {}});
    QCOMPARE(m_room->unread(), 1);
    m_room->markAllRead();
    QCOMPARE(m_room->unread(), 0);
}

void TestConversation::oneMessageOfABatchIsAnnounced()
{
    QSignalSpy heard(m_room.get(), &Conversation::heard);
    m_room->takeEvents(
        {message(1, u"Bo"_s, u"a"_s), message(2, u"Bo"_s, u"Ada?"_s), message(3, u"Bo"_s, u"c"_s)});
    QCOMPARE(heard.count(), 1);
    QCOMPARE(heard.first().at(0).value<RoomEvent>().seq, 2);
    QVERIFY(heard.first().at(1).toBool());
    m_room->takeEvents({message(4, u"Bo"_s, u"d"_s), message(5, u"Bo"_s, u"e"_s)});
    QCOMPARE(heard.count(), 2);
    QCOMPARE(heard.last().at(0).value<RoomEvent>().seq, 5);
    QVERIFY(!heard.last().at(1).toBool());
}

void TestConversation::nothingOfMineIsAnnounced()
{
    QSignalSpy heard(m_room.get(), &Conversation::heard);
    m_room->takeEvents({message(1, u"Ada"_s, u"I, Ada"_s)});
    QCOMPARE(heard.count(), 0);
}

void TestConversation::peopleComingAndGoingAreTold()
{
    m_room->takePresence({m_room->id(), {member(u"Cy"_s), member(u"Bo"_s)}, {}, {}, 3}, morning);
    m_room->takePresence({m_room->id(), {}, {MemberId(u"id-Bo"_s), MemberId(u"nobody"_s)}, {}, 2}, morning);
    QCOMPARE(texts(), QStringList({u"Cy joined, Bo left"_s}));
    QCOMPARE(m_room->members()->total(), 2);
}

void TestConversation::whoIsRemovedIsNotToldToHaveLeftAsWell()
{
    RoomEvent kick = message(1, u"Ada"_s, u"Bo: spam"_s);
    kick.kind = EventKind::Kick;
    m_room->takeEvents({kick});
    m_room->takePresence({m_room->id(), {}, {member(u"Bo"_s).id}, {}, 1}, morning);
    QCOMPARE(texts(), QStringList({u"Ada removed Bo: spam"_s}));
    QCOMPARE(m_room->members()->rowCount(), 1);
    QCOMPARE(m_room->unread(), 0);
    m_room->takePresence({m_room->id(), {member(u"Bo"_s)}, {}, {}, 2}, morning + minute);
    m_room->takePresence({m_room->id(), {}, {member(u"Bo"_s).id}, {}, 1}, morning + 10 * minute);
    QCOMPARE(texts(), QStringList({u"Ada removed Bo: spam"_s, u"Bo joined, Bo left"_s}));
}

void TestConversation::theRoomsSettingsAreTold()
{
    QSignalSpy changed(m_room.get(), &Conversation::infoChanged);
    RoomInfo settings = m_room->info();
    settings.members.clear();
    settings.slow = 30;
    settings.writers = Writers::Moderators;
    m_room->takeSettings(settings, morning);
    m_room->takeSettings(settings, morning);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(texts(), QStringList({u"This room is slow now: 30 seconds between two messages of one person"_s,
                                   u"Only moderators may write here"_s}));
    QCOMPARE(m_room->members()->rowCount(), 2);
    settings.slow = 0;
    m_room->takeSettings(settings, morning);
    QCOMPARE(texts().last(), u"This room is no longer slow"_s);
}

void TestConversation::iAmNotToldThatIJoined()
{
    m_room = talk(room(u"Lounge"_s));
    m_room->takePresence({m_room->id(), {member(u"Ada"_s)}, {}, {}, 1}, morning);
    QCOMPARE(texts(), QStringList());
    QCOMPARE(m_room->members()->rowCount(), 1);
}

void TestConversation::aNewNameIsTold()
{
    Member renamed = member(u"Bo"_s);
    renamed.name = u"Bob"_s;
    m_room->takePresence({m_room->id(), {}, {}, {renamed}, 2}, morning);
    renamed.state = MemberState::Away;
    m_room->takePresence({m_room->id(), {}, {}, {renamed}, 2}, morning);
    QCOMPARE(texts(), QStringList({u"Bo is now Bob"_s}));
}

void TestConversation::theTopicFollowsTheLog()
{
    QSignalSpy changed(m_room.get(), &Conversation::infoChanged);
    RoomEvent topic = message(1, u"Bo"_s, u"Soup"_s);
    topic.kind = EventKind::Topic;
    m_room->takeEvents({topic});
    QCOMPARE(m_room->topic(), u"Soup"_s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_room->unread(), 0);
}

void TestConversation::theOtherSideOfADirectTalkIsHereOrNot()
{
    const auto direct = talk(directRoom(u"Ada"_s, u"Bo"_s));
    QVERIFY(direct->otherIsHere());
    QCOMPARE(direct->title(), u"Bo"_s);
    direct->takePresence({direct->id(), {}, {MemberId(u"id-Bo"_s)}, {}, 1}, morning);
    QVERIFY(!direct->otherIsHere());
    QCOMPARE(direct->messages()->rowCount(), 0);
}

void TestConversation::aDraftIsKept()
{
    QSignalSpy changed(m_room.get(), &Conversation::draftChanged);
    m_room->setDraft(u"hel"_s, 2);
    m_room->setDraft(u"hel"_s, 3);
    QCOMPARE(m_room->draft(), u"hel"_s);
    QCOMPARE(m_room->draftCursor(), 3);
    QCOMPARE(changed.count(), 1);
}

void TestConversation::whatIsNewOfAnEarlierRunIsCounted()
{
    m_room = talk(room(u"Lounge"_s, {}, 9));
    m_room->recall({message(8, u"Bo"_s, u"eight"_s), message(9, u"Bo"_s, u"nine, Ada"_s)}, 7);
    QCOMPARE(m_room->unread(), 2);
    QCOMPARE(m_room->mentions(), 1);
    QCOMPARE(m_room->readUpTo(), 7);
    QCOMPARE(m_room->messages()->unreadFrom(), 8);
}

void TestConversation::theRestOfAnEarlierRunIsAskedForOnceItIsShown()
{
    m_room = talk(room(u"Lounge"_s, {}, 9));
    QSignalSpy wanted(m_room->messages(), &ConversationModel::olderWanted);
    m_room->recall({}, 9);
    m_room->takeEvents({message(10, u"Bo"_s, u"ten"_s)});
    QCOMPARE(m_room->unread(), 1);
    QVERIFY(m_room->messages()->hasOlder());
    QCOMPARE(wanted.count(), 0);
    m_room->open();
    m_room->open();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().value<Seq>(), 10);
    m_room->takeHistory({m_room->id(), {message(8, u"Bo"_s, u"8"_s), message(9, u"Bo"_s, u"9"_s)}, true, {}});
    QCOMPARE(texts(), QStringList({u"8"_s, u"9"_s, u"ten"_s}));
    QCOMPARE(m_room->unread(), 1);
    m_room->open();
    QCOMPARE(wanted.count(), 1);
}

void TestConversation::whatCouldNotBeHadIsAskedForAgain()
{
    m_room = talk(room(u"Lounge"_s, {}, 9));
    QSignalSpy wanted(m_room->messages(), &ConversationModel::olderWanted);
    m_room->open();
    m_room->recall({}, 9);
    QCOMPARE(wanted.count(), 1);
    m_room->messages()->abandonOlder();
    m_room->open();
    QCOMPARE(wanted.count(), 2);
    m_room->reset();
    m_room->open();
    QCOMPARE(wanted.count(), 2);
}

void TestConversation::aRoomOfWhichNothingWasKnownHasItsHistory()
{
    m_room->recall({}, 0);
    RoomInfo info = room(u"Lounge"_s, {}, 60);
    info.first = 1;
    m_room->setInfo(info);
    m_room->takeEvents({message(59, u"Bo"_s, u"59"_s), message(60, u"Bo"_s, u"60"_s)});
    QCOMPARE(m_room->messages()->oldest(), 59);
    QVERIFY(m_room->messages()->hasOlder());
}

void TestConversation::whatTheServerForgotIsAskedOfTheCopy()
{
    RoomInfo info = room(u"Lounge"_s, {}, 9);
    info.first = 10; // nothing is left there
    m_room = talk(info);
    m_room->recall({}, 9);
    QSignalSpy wanted(m_room->messages(), &ConversationModel::olderWanted);
    m_room->setInfo(info);
    m_room->open();
    QCOMPARE(wanted.count(), 1);
    m_room->takeHistory({m_room->id(), {message(9, u"Bo"_s, u"nine"_s)}, true, {}});
    m_room->setInfo(info); // after a reconnection
    QVERIFY(m_room->messages()->hasOlder());
    m_room->takeHistory({m_room->id(), {}, false, {}});
    QVERIFY(!m_room->messages()->hasOlder());
    QCOMPARE(texts(), QStringList({u"nine"_s}));
}

void TestConversation::whatIsNewBeyondTheFirstPageIsCountedWhenItComes()
{
    m_room = talk(room(u"Lounge"_s, {}, 9));
    m_room->recall({message(8, u"Bo"_s, u"eight"_s), message(9, u"Bo"_s, u"nine, Ada"_s)}, 5);
    QCOMPARE(m_room->unread(), 2);
    m_room->open();
    m_room->takeHistory({m_room->id(),
                         {message(4, u"Bo"_s, u"four"_s), message(5, u"Bo"_s, u"five"_s),
                          message(6, u"Bo"_s, u"six, Ada"_s), message(7, u"Bo"_s, u"seven"_s)},
                         true,
                         {}});
    QCOMPARE(m_room->unread(), 4);
    QCOMPARE(m_room->mentions(), 2);
    QCOMPARE(m_room->messages()->unreadFrom(), 6);
    m_room->markRead(7);
    QCOMPARE(m_room->unread(), 2);
    m_room->markAllRead();
    QCOMPARE(m_room->unread(), 0);
    QCOMPARE(m_room->mentions(), 0);
}

void TestConversation::whatIsNewButNotLoadedIsNotReadByBeingShown()
{
    const auto recalled = [this] {
        m_room = talk(room(u"Lounge"_s, {}, 9));
        m_room->recall({message(8, u"Bo"_s, u"eight"_s), message(9, u"Bo"_s, u"nine"_s)}, 5);
        m_room->open();
    };
    const serverevent::HistoryPage page{
        m_room->id(), {message(6, u"Bo"_s, u"six"_s), message(7, u"Bo"_s, u"seven"_s)}, true, {}};
    recalled();
    m_room->markRead(9); // all that is loaded is on the screen
    QCOMPARE(m_room->readUpTo(), 5);
    m_room->takeHistory(page);
    QCOMPARE(m_room->unread(), 4);
    m_room->markRead(9);
    QCOMPARE(m_room->unread(), 0);
    recalled();
    m_room->markAllRead(); // as one says
    QCOMPARE(m_room->unread(), 0);
    m_room->takeHistory(page);
    QCOMPARE(m_room->unread(), 0);
}

void TestConversation::pagesThatShowNothingAreFollowedByTheNext()
{
    m_room = talk(room(u"Lounge"_s, {}, 9));
    QSignalSpy wanted(m_room->messages(), &ConversationModel::olderWanted);
    m_room->recall({}, 9);
    m_room->open();
    RoomEvent reaction = message(9, u"Bo"_s, u"👍"_s);
    reaction.kind = EventKind::React;
    reaction.target = 2;
    m_room->takeHistory({m_room->id(), {reaction}, true, {}});
    QCOMPARE(wanted.count(), 2);
    QCOMPARE(wanted.last().first().value<Seq>(), 9);
    m_room->takeHistory({m_room->id(), {reaction}, true, {}}); // again: it brings one no further
    QCOMPARE(wanted.count(), 2);
}

void TestConversation::countsStayTrueOverRandomSteps()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    QHash<Seq, RoomEvent> log;
    Seq head = 0;
    for (int step = 0; step < 10'000; ++step) {
        switch (random.bounded(5)) {
        case 0:
            m_room->markRead(random.bounded(qint64(head + 3)));
            break;
        case 1:
            m_room->setAttended(random.bounded(2) == 0);
            break;
        default:
            QList<RoomEvent> batch;
            for (int i = random.bounded(4); i >= 0; --i) {
                const bool mine = random.bounded(4) == 0;
                const QString text = random.bounded(5) == 0 ? u"ada?"_s : u"hi"_s;
                batch.append(message(++head, mine ? u"Ada"_s : u"Bo"_s, text));
                log.insert(head, batch.last());
            }
            m_room->takeEvents(batch);
            break;
        }
        int unread = 0;
        int mentions = 0;
        for (Seq seq = m_room->readUpTo() + 1; seq <= head; ++seq) {
            const RoomEvent &event = log[seq];
            unread += event.from.name == u"Bo"_s;
            mentions += event.from.name == u"Bo"_s && event.text == u"ada?"_s;
        }
        QCOMPARE(m_room->unread(), unread);
        QCOMPARE(m_room->mentions(), mentions);
        if (random.bounded(50) == 0) {
            m_room->markAllRead();
            QCOMPARE(m_room->unread(), 0);
            QCOMPARE(m_room->mentions(), 0);
        }
    }
}

QTEST_GUILESS_MAIN(TestConversation)
#include "tst_conversation.moc"
