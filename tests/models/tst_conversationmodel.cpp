#include "tests/models/roomevents.h"
#include "ui/models/conversationmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using namespace tincan::sample;
using conversation::Delivery;

class TestConversationModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void messagesStandInTheOrderOfTheirNumbers();
    void doublesAndStepsBackAreIgnored();
    void aBatchIsOneInsertion();
    void kindsThatAreNotShownKeepTheirPlace();
    void aRunOfOnePersonHasOneHeader();
    void fiveMinutesStartANewHeader();
    void aNoticeEndsARun();
    void daysBeginAtLocalMidnight();
    void anImpossibleTimeDoesNoHarm();
    void olderMessagesComeAboveAndTheirNeighbourIsToldSo();
    void olderMessagesAreAskedForOnceAtATime();
    void anEmptyPageIsTheEnd();
    void aPageThatComesTwiceIsNotTheEnd();
    void historyThatIsNotOlderIsIgnored();
    void historyThatDoesNotJoinOnIsIgnored();
    void aPostOfMineIsShownAtOnce();
    void aStoredPostKeepsItsRowAndKey();
    void aPostStoredOutOfTurnMoves();
    void othersMessagesComeAboveWaitingPosts();
    void aFailedPostSaysWhy();
    void aDiscardedPostGoes();
    void forgettingTheLogKeepsWaitingPosts();
    void aMentionIsMarkedButNotMyOwn();
    void presenceIsFoldedUntilSomebodySpeaks();
    void whoComesBackAtOnceLeavesNoLine();
    void aTopicIsTold();
    void rowsAreFoundByNumberAndKey();
    void aScreenReaderHearsAuthorTextTimeAndState();
    void aTerminalIsTagged();
    void aHundredThousandRowsComeInOneInsertionEach();

private:
    QVariant at(int row, int role) const { return m_model->data(m_model->index(row), role); }
    QString text(int row) const { return at(row, conversation::TextRole).toString(); }
    bool flag(int row, int role) const { return at(row, role).toBool(); }
    QStringList texts() const;

    std::unique_ptr<ConversationModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestConversationModel::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_model = std::make_unique<ConversationModel>(QTimeZone("Asia/Shanghai"));
    m_model->setMe(MemberId(u"id-Ada"_s), u"Ada"_s);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestConversationModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

QStringList TestConversationModel::texts() const
{
    QStringList all;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        all.append(text(row));
    }
    return all;
}

void TestConversationModel::messagesStandInTheOrderOfTheirNumbers()
{
    m_model->appendEvents({message(1, u"Bo"_s, u"one"_s), message(2, u"Cy"_s, u"two"_s)});
    m_model->appendEvents({message(3, u"Bo"_s, u"three"_s)});
    QCOMPARE(texts(), QStringList({u"one"_s, u"two"_s, u"three"_s}));
    QCOMPARE(at(1, conversation::AuthorNameRole).toString(), u"Cy"_s);
    QCOMPARE(at(1, conversation::AuthorIdRole).toString(), u"id-Cy"_s);
    QCOMPARE(at(1, conversation::SeqRole).toLongLong(), 2);
    QCOMPARE(at(1, conversation::AtRole).toLongLong(), morning);
    QCOMPARE(m_model->oldest(), 1);
    QCOMPARE(m_model->newest(), 3);
}

void TestConversationModel::doublesAndStepsBackAreIgnored()
{
    m_model->appendEvents({message(5, u"Bo"_s, u"five"_s), message(5, u"Bo"_s, u"again"_s),
                           message(4, u"Bo"_s, u"four"_s), message(0, u"Bo"_s, u"zero"_s),
                           message(-7, u"Bo"_s, u"negative"_s)});
    m_model->appendEvents({message(5, u"Bo"_s, u"again"_s), message(6, u"Bo"_s, u"six"_s)});
    QCOMPARE(texts(), QStringList({u"five"_s, u"six"_s}));
}

void TestConversationModel::aBatchIsOneInsertion()
{
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QList<RoomEvent> events;
    for (Seq seq = 1; seq <= 200; ++seq) {
        events.append(message(seq, u"Bo"_s, u"hi"_s));
    }
    m_model->appendEvents(events);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 0);
    QCOMPARE(inserted.first().at(2).toInt(), 199);
}

void TestConversationModel::kindsThatAreNotShownKeepTheirPlace()
{
    RoomEvent unknown = message(2, u"Bo"_s, u"?"_s);
    unknown.kind = EventKind::Unknown;
    m_model->appendEvents({message(1, u"Bo"_s, u"one"_s), unknown});
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->newest(), 2);
    m_model->appendEvents({message(2, u"Bo"_s, u"late"_s)});
    QCOMPARE(m_model->rowCount(), 1);
}

void TestConversationModel::aRunOfOnePersonHasOneHeader()
{
    m_model->appendEvents({message(1, u"Bo"_s, u"a"_s), message(2, u"Bo"_s, u"b"_s, morning + minute),
                           message(3, u"Cy"_s, u"c"_s, morning + minute),
                           message(4, u"Bo"_s, u"d"_s, morning + minute)});
    QVERIFY(flag(0, conversation::StartsGroupRole));
    QVERIFY(!flag(1, conversation::StartsGroupRole));
    QVERIFY(flag(2, conversation::StartsGroupRole));
    QVERIFY(flag(3, conversation::StartsGroupRole));
}

void TestConversationModel::fiveMinutesStartANewHeader()
{
    m_model->appendEvents({message(1, u"Bo"_s, u"a"_s), message(2, u"Bo"_s, u"b"_s, morning + 5 * minute - 1),
                           message(3, u"Bo"_s, u"c"_s, morning + 10 * minute - 1)});
    QVERIFY(!flag(1, conversation::StartsGroupRole));
    QVERIFY(flag(2, conversation::StartsGroupRole));
}

void TestConversationModel::aNoticeEndsARun()
{
    m_model->appendEvents({message(1, u"Bo"_s, u"a"_s)});
    m_model->addNotice(u"the server says hello"_s, morning);
    m_model->appendEvents({message(2, u"Bo"_s, u"b"_s)});
    QCOMPARE(at(1, conversation::KindRole).toInt(), int(conversation::RowKind::Notice));
    QVERIFY(!flag(1, conversation::StartsGroupRole));
    QVERIFY(flag(2, conversation::StartsGroupRole));
    QCOMPARE(at(1, conversation::SeqRole).toLongLong(), 0);
}

void TestConversationModel::daysBeginAtLocalMidnight()
{
    const QTimeZone zone("Asia/Shanghai");
    const qint64 midnight = QDateTime({2026, 11, 24}, {0, 0}, zone).toMSecsSinceEpoch();
    m_model->appendEvents({message(1, u"Bo"_s, u"a"_s, midnight - 1), message(2, u"Bo"_s, u"b"_s, midnight),
                           message(3, u"Bo"_s, u"c"_s, midnight + 1)});
    QVERIFY(flag(0, conversation::StartsDayRole));
    QVERIFY(flag(1, conversation::StartsDayRole));
    QVERIFY(flag(1, conversation::StartsGroupRole));
    QVERIFY(!flag(2, conversation::StartsDayRole));
}

void TestConversationModel::anImpossibleTimeDoesNoHarm()
{
    constexpr qint64 huge = std::numeric_limits<qint64>::max();
    constexpr qint64 tiny = std::numeric_limits<qint64>::min();
    m_model->appendEvents({message(1, u"Bo"_s, u"a"_s, huge), message(2, u"Bo"_s, u"b"_s, tiny)});
    QCOMPARE(m_model->rowCount(), 2);
    QVERIFY(at(0, conversation::AtRole).toLongLong() < huge);
    QCOMPARE(at(1, conversation::AtRole).toLongLong(), 0);
    QVERIFY(flag(1, conversation::StartsDayRole));
}

void TestConversationModel::olderMessagesComeAboveAndTheirNeighbourIsToldSo()
{
    m_model->appendEvents({message(3, u"Bo"_s, u"three"_s, morning + 2)});
    QVERIFY(flag(0, conversation::StartsGroupRole));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_model->prependHistory({message(1, u"Bo"_s, u"one"_s), message(2, u"Bo"_s, u"two"_s, morning + 1)},
                            false);
    QCOMPARE(texts(), QStringList({u"one"_s, u"two"_s, u"three"_s}));
    QCOMPARE(inserted.count(), 1);
    QVERIFY(!flag(2, conversation::StartsGroupRole));
    QVERIFY(!flag(2, conversation::StartsDayRole));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 2);
}

void TestConversationModel::olderMessagesAreAskedForOnceAtATime()
{
    QSignalSpy wanted(m_model.get(), &ConversationModel::olderWanted);
    m_model->setFirstAvailable(1);
    m_model->requestOlder();
    QCOMPARE(wanted.count(), 0); // nothing is there to be older than
    m_model->appendEvents({message(10, u"Bo"_s, u"ten"_s)});
    QVERIFY(m_model->hasOlder());
    m_model->requestOlder();
    m_model->requestOlder();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().value<Seq>(), 10);
    m_model->prependHistory({message(9, u"Bo"_s, u"nine"_s)}, true);
    m_model->requestOlder();
    QCOMPARE(wanted.count(), 2);
    m_model->abandonOlder();
    m_model->requestOlder();
    QCOMPARE(wanted.count(), 3);
    m_model->prependHistory({message(8, u"Bo"_s, u"eight"_s)}, false);
    QVERIFY(!m_model->hasOlder());
}

void TestConversationModel::anEmptyPageIsTheEnd()
{
    m_model->setFirstAvailable(1);
    m_model->appendEvents({message(10, u"Bo"_s, u"ten"_s)});
    m_model->prependHistory({}, true);
    QVERIFY(!m_model->hasOlder());
}

void TestConversationModel::aPageThatComesTwiceIsNotTheEnd()
{
    m_model->setFirstAvailable(1);
    m_model->appendEvents({message(10, u"Bo"_s, u"ten"_s)});
    m_model->prependHistory({message(9, u"Bo"_s, u"nine"_s)}, true);
    m_model->prependHistory({message(9, u"Bo"_s, u"nine"_s)}, true);
    QVERIFY(m_model->hasOlder());
    QCOMPARE(texts(), QStringList({u"nine"_s, u"ten"_s}));
}

/// It was asked for before the log was lost, or trimmed, and a hole would be in sight.
void TestConversationModel::historyThatDoesNotJoinOnIsIgnored()
{
    m_model->setFirstAvailable(1);
    m_model->appendEvents({message(5, u"Bo"_s, u"five"_s)});
    m_model->requestOlder();
    m_model->prependHistory({message(1, u"Bo"_s, u"one"_s), message(2, u"Bo"_s, u"two"_s)}, false);
    QCOMPARE(texts(), QStringList(u"five"_s));
    QVERIFY(m_model->hasOlder());
    m_model->prependHistory({message(3, u"Bo"_s, u"three"_s), message(4, u"Bo"_s, u"four"_s)}, true);
    QCOMPARE(texts(), QStringList({u"three"_s, u"four"_s, u"five"_s}));
}

void TestConversationModel::historyThatIsNotOlderIsIgnored()
{
    m_model->appendEvents({message(5, u"Bo"_s, u"five"_s)});
    m_model->prependHistory({message(-1, u"Bo"_s, u"x"_s), message(4, u"Bo"_s, u"four"_s),
                             message(4, u"Bo"_s, u"x"_s), message(5, u"Bo"_s, u"x"_s),
                             message(9, u"Bo"_s, u"x"_s)},
                            true);
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->rowOf(4), 0);
    QCOMPARE(m_model->rowOf(5), 1);
}

void TestConversationModel::aPostOfMineIsShownAtOnce()
{
    m_model->addPost(PostId(u"k1"_s), EventKind::Message, u"hello"_s, morning);
    QCOMPARE(text(0), u"hello"_s);
    QVERIFY(flag(0, conversation::MineRole));
    QCOMPARE(at(0, conversation::AuthorNameRole).toString(), u"Ada"_s);
    QCOMPARE(at(0, conversation::DeliveryRole).toInt(), int(Delivery::Sending));
    QCOMPARE(m_model->postAt(0), PostId(u"k1"_s));
}

void TestConversationModel::aStoredPostKeepsItsRowAndKey()
{
    m_model->appendEvents({message(1, u"Bo"_s, u"one"_s)});
    m_model->addPost(PostId(u"k1"_s), EventKind::Message, u"hello"_s, morning);
    const QString key = at(1, conversation::KeyRole).toString();
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    RoomEvent mine = message(2, u"Ada"_s, u"hello"_s);
    mine.postId = PostId(u"k1"_s);
    m_model->appendEvents({mine});
    QCOMPARE(inserted.count() + removed.count(), 0);
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(at(1, conversation::KeyRole).toString(), key);
    QCOMPARE(at(1, conversation::SeqRole).toLongLong(), 2);
    QCOMPARE(at(1, conversation::DeliveryRole).toInt(), int(Delivery::Stored));
    QVERIFY(m_model->postAt(1).isEmpty());
    QCOMPARE(m_model->rowOfKey(key), 1);
}

void TestConversationModel::aPostStoredOutOfTurnMoves()
{
    m_model->addPost(PostId(u"k1"_s), EventKind::Message, u"first"_s, morning);
    m_model->addPost(PostId(u"k2"_s), EventKind::Message, u"second"_s, morning);
    const QPersistentModelIndex second(m_model->index(1));
    RoomEvent mine = message(2, u"Ada"_s, u"second"_s);
    mine.postId = PostId(u"k2"_s);
    m_model->appendEvents({message(1, u"Bo"_s, u"other"_s), mine, message(3, u"Bo"_s, u"more"_s)});
    QCOMPARE(texts(), QStringList({u"other"_s, u"second"_s, u"more"_s, u"first"_s}));
    QCOMPARE(second.row(), 1);
    QCOMPARE(m_model->postAt(3), PostId(u"k1"_s));
}

void TestConversationModel::othersMessagesComeAboveWaitingPosts()
{
    m_model->addPost(PostId(u"k1"_s), EventKind::Message, u"mine"_s, morning);
    m_model->appendEvents({message(1, u"Bo"_s, u"other"_s)});
    m_model->addNotice(u"notice"_s, morning);
    QCOMPARE(texts(), QStringList({u"other"_s, u"notice"_s, u"mine"_s}));
}

void TestConversationModel::aFailedPostSaysWhy()
{
    m_model->addPost(PostId(u"k1"_s), EventKind::Message, u"mine"_s, morning);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setPostState(PostId(u"k1"_s), PostState::Failed, u"It is too long."_s);
    QCOMPARE(at(0, conversation::DeliveryRole).toInt(), int(Delivery::Failed));
    QCOMPARE(at(0, conversation::FailureRole).toString(), u"It is too long."_s);
    QCOMPARE(changed.count(), 1);
    m_model->setPostState(PostId(u"k1"_s), PostState::Sending, {});
    QCOMPARE(at(0, conversation::DeliveryRole).toInt(), int(Delivery::Sending));
    QCOMPARE(at(0, conversation::FailureRole).toString(), QString());
    m_model->setPostState(PostId(u"nobody's"_s), PostState::Failed, u"?"_s);
    QCOMPARE(changed.count(), 2);
}

void TestConversationModel::aDiscardedPostGoes()
{
    m_model->addPost(PostId(u"k1"_s), EventKind::Message, u"one"_s, morning);
    m_model->addPost(PostId(u"k2"_s), EventKind::Message, u"two"_s, morning);
    m_model->removePost(PostId(u"k1"_s));
    QCOMPARE(texts(), QStringList({u"two"_s}));
    QCOMPARE(m_model->postAt(0), PostId(u"k2"_s));
    QVERIFY(flag(0, conversation::StartsGroupRole));
}

void TestConversationModel::forgettingTheLogKeepsWaitingPosts()
{
    m_model->appendEvents({message(7, u"Bo"_s, u"old"_s)});
    m_model->addPost(PostId(u"k1"_s), EventKind::Message, u"mine"_s, morning);
    m_model->clear();
    QCOMPARE(texts(), QStringList({u"mine"_s}));
    m_model->appendEvents({message(1, u"Bo"_s, u"new"_s)});
    QCOMPARE(texts(), QStringList({u"new"_s, u"mine"_s}));
}

void TestConversationModel::aMentionIsMarkedButNotMyOwn()
{
    m_model->appendEvents({message(1, u"Bo"_s, u"ada: look"_s), message(2, u"Bo"_s, u"Adam"_s),
                           message(3, u"Ada"_s, u"I, Ada"_s)});
    QVERIFY(flag(0, conversation::MentionsMeRole));
    QVERIFY(!flag(1, conversation::MentionsMeRole));
    QVERIFY(!flag(2, conversation::MentionsMeRole));
    QVERIFY(flag(2, conversation::MineRole));
}

void TestConversationModel::presenceIsFoldedUntilSomebodySpeaks()
{
    const Member bo{MemberId(u"1"_s), u"Bo"_s};
    const Member cy{MemberId(u"2"_s), u"Cy"_s};
    m_model->addPresence({bo}, {}, morning);
    m_model->addPresence({}, {cy}, morning + minute);
    QCOMPARE(texts(), QStringList({u"Bo joined, Cy left"_s}));
    m_model->appendEvents({message(1, u"Bo"_s, u"hi"_s)});
    m_model->addPresence({cy}, {}, morning + 3 * minute);
    QCOMPARE(texts(), QStringList({u"Bo joined, Cy left"_s, u"hi"_s, u"Cy joined"_s}));
}

void TestConversationModel::whoComesBackAtOnceLeavesNoLine()
{
    const Member bo{MemberId(u"1"_s), u"Bo"_s};
    m_model->addPresence({}, {bo}, morning);
    QCOMPARE(m_model->rowCount(), 1);
    m_model->addPresence({bo}, {}, morning + 59 * second);
    QCOMPARE(m_model->rowCount(), 0);
    m_model->addPresence({}, {bo}, morning + 2 * minute);
    m_model->addPresence({bo}, {}, morning + 4 * minute);
    QCOMPARE(texts(), QStringList({u"Bo joined, Bo left"_s}));
}

void TestConversationModel::aTopicIsTold()
{
    RoomEvent topic = message(1, u"Bo"_s, u"Soup %1"_s);
    topic.kind = EventKind::Topic;
    RoomEvent none = message(2, u"Bo"_s, {});
    none.kind = EventKind::Topic;
    m_model->appendEvents({topic, none});
    QCOMPARE(texts(), QStringList({u"Bo changed the topic to “Soup %1”"_s, u"Bo removed the topic"_s}));
    QCOMPARE(at(0, conversation::KindRole).toInt(), int(conversation::RowKind::Notice));
}

void TestConversationModel::rowsAreFoundByNumberAndKey()
{
    m_model->addNotice(u"first"_s, morning);
    m_model->appendEvents({message(10, u"Bo"_s, u"a"_s), message(20, u"Bo"_s, u"b"_s)});
    m_model->addNotice(u"second"_s, morning);
    m_model->prependHistory({message(9, u"Bo"_s, u"older"_s)}, true);
    m_model->addPost(PostId(u"k"_s), EventKind::Message, u"mine"_s, morning);
    QCOMPARE(m_model->rowOf(9), 0);
    QCOMPARE(m_model->rowOf(10), 2);
    QCOMPARE(m_model->rowOf(20), 3);
    QCOMPARE(m_model->rowOf(11), -1);
    QCOMPARE(m_model->rowOf(0), -1);
    QSet<QString> keys;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QString key = at(row, conversation::KeyRole).toString();
        QCOMPARE(m_model->rowOfKey(key), row);
        keys.insert(key);
    }
    QCOMPARE(keys.size(), m_model->rowCount());
    QCOMPARE(m_model->rowOfKey(u"n99"_s), -1);
    QCOMPARE(m_model->rowOfKey({}), -1);
}

void TestConversationModel::aScreenReaderHearsAuthorTextTimeAndState()
{
    RoomEvent action = message(2, u"Bo"_s, u"waves"_s);
    action.kind = EventKind::Action;
    m_model->appendEvents({message(1, u"Bo"_s, u"50%2 off"_s), action});
    m_model->addNotice(u"Cy joined"_s, morning);
    m_model->addPost(PostId(u"k"_s), EventKind::Message, u"mine"_s, morning);
    QCOMPARE(at(0, Qt::AccessibleTextRole).toString(), u"Bo, 50%2 off, 17:00"_s);
    QCOMPARE(at(1, Qt::AccessibleTextRole).toString(), u"Bo waves, 17:00"_s);
    QCOMPARE(at(2, Qt::AccessibleTextRole).toString(), u"Cy joined, 17:00"_s);
    QCOMPARE(at(3, Qt::AccessibleTextRole).toString(), u"Ada, mine, 17:00, sending"_s);
    m_model->setPostState(PostId(u"k"_s), PostState::Failed, u"Too long."_s);
    QCOMPARE(at(3, Qt::AccessibleTextRole).toString(), u"Ada, mine, 17:00, not sent: Too long."_s);
}

void TestConversationModel::aTerminalIsTagged()
{
    RoomEvent line = message(1, u"nc"_s, u"hi"_s);
    line.from.via = Via::Line;
    m_model->appendEvents({line, message(2, u"Bo"_s, u"hi"_s)});
    QCOMPARE(at(0, conversation::TagRole).toString(), u"terminal"_s);
    QCOMPARE(at(1, conversation::TagRole).toString(), QString());
}

void TestConversationModel::aHundredThousandRowsComeInOneInsertionEach()
{
    m_tester.reset(); // it walks all rows at every signal
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    constexpr int batch = 200;
    for (Seq seq = 50'001; seq < 100'001; seq += batch) {
        QList<RoomEvent> events;
        for (Seq i = 0; i < batch; ++i) {
            events.append(message(seq + i, u"Bo"_s, u"live"_s, morning + seq + i));
        }
        m_model->appendEvents(events);
    }
    for (Seq seq = 50'001 - batch; seq > 0; seq -= batch) {
        QList<RoomEvent> events;
        for (Seq i = 0; i < batch; ++i) {
            events.append(message(seq + i, u"Cy"_s, u"old"_s, morning - 100'000 + seq + i));
        }
        m_model->prependHistory(events, true);
    }
    QCOMPARE(m_model->rowCount(), 100'000);
    QCOMPARE(inserted.count(), 500);
    QCOMPARE(changed.count(), 250); // one neighbour below each page
    QCOMPARE(m_model->rowOf(1), 0);
    QCOMPARE(m_model->rowOf(77'777), 77'776);
}

QTEST_GUILESS_MAIN(TestConversationModel)
#include "tst_conversationmodel.moc"
