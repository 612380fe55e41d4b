#include "tests/server/storedesk.h"

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const RoomId lounge(u"lounge"_s);
const RoomId attic(u"attic"_s);

RoomEvent pointing(EventKind kind, Seq target, const QString &text = {}, const QString &member = u"ada"_s)
{
    RoomEvent event = draft(text, {}, lounge, member);
    event.kind = kind;
    event.target = target;
    return event;
}

} // namespace

// What every store promises, asked of each of them.
class TestEventStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup() { m_desk.reset(); }

    void everyRoomCountsItsOwnEvents();
    void anEventComesBackAsItWasGiven();
    void aSecondPostOfAnIdAnswersTheFirstsEvent();
    void theSameIdOfTwoMembersIsTwoPosts();
    void whatIsRefusedIsAnsweredWhereItIsARepeat();
    void pagesGoBothWays();
    void aPageIsBoundedByItsBytesToo();
    void callbacksComeInTheOrderOfTheCalls();
    void theStateCountsWhatWasCalledBack();
    void anAnswerHoldsNothingThatWasAskedForLater();
    void whatIsPointedAtComesWithTheAnswer();
    void onlyOnesOwnMessagesAreChanged();
    void whatIsDeletedLosesItsTextAndItsEdits();
    void anEditOfAnEditedMessageStillPointsAtIt();
    void aDroppedRoomStartsAnew();
    void aRoomThatIsOpenStaysAsItIs();

private:
    std::unique_ptr<StoreDesk> m_desk;
};

void TestEventStore::initTestCase_data()
{
    QTest::addColumn<bool>("durable");
    QTest::newRow("memory") << false;
    QTest::newRow("sqlite") << true;
}

void TestEventStore::init()
{
    QFETCH_GLOBAL(bool, durable);
    m_desk = std::make_unique<StoreDesk>();
    if (durable)
        QVERIFY(!m_desk->useSqlite());
    else
        m_desk->useMemory();
    m_desk->openRoom(lounge);
    m_desk->openRoom(attic);
}

void TestEventStore::everyRoomCountsItsOwnEvents()
{
    QCOMPARE(m_desk->state(lounge).head, 0);
    QCOMPARE(m_desk->state(lounge).first, 1);
    QVERIFY(!m_desk->state(lounge).epoch.isEmpty());
    QVERIFY(!(m_desk->state(lounge).epoch == m_desk->state(attic).epoch));
    QCOMPARE(m_desk->append(draft(u"a"_s)).event.seq, 1);
    QCOMPARE(m_desk->append(draft(u"b"_s)).event.seq, 2);
    QCOMPARE(m_desk->append(draft(u"c"_s, {}, attic)).event.seq, 1);
    QCOMPARE(m_desk->state(lounge).head, 2);
}

void TestEventStore::anEventComesBackAsItWasGiven()
{
    m_desk->append(draft(u"first"_s));
    RoomEvent event = draft(u"你好🙂\nit's \"fine\"; DROP TABLE event;--"_s, u"p'1"_s);
    event.at = 1'795'000'000'123;
    event.kind = EventKind::Action;
    event.from = {MemberId(u"ada"_s), u"Ada Ł'o"_s, Via::Line, true};
    event.reply = 1;
    const AppendResult result = m_desk->append(event);
    event.seq = 2;
    QCOMPARE(result.event, event);
    QCOMPARE(m_desk->after(lounge, 1, 9).events, QList<RoomEvent>{event});
}

void TestEventStore::aSecondPostOfAnIdAnswersTheFirstsEvent()
{
    const AppendResult first = m_desk->append(draft(u"a"_s, u"p1"_s));
    QVERIFY(!first.duplicate);
    const AppendResult again = m_desk->append(draft(u"other text"_s, u"p1"_s));
    QVERIFY(again.duplicate);
    QCOMPARE(again.event, first.event);
    const AppendResult elsewhere = m_desk->append(draft(u"a"_s, u"p1"_s, attic));
    QVERIFY(elsewhere.duplicate);
    QCOMPARE(elsewhere.event.room, lounge);
    QCOMPARE(m_desk->state(lounge).head, 1);
    QCOMPARE(m_desk->state(attic).head, 0);
}

void TestEventStore::theSameIdOfTwoMembersIsTwoPosts()
{
    m_desk->append(draft(u"a"_s, u"p1"_s));
    QVERIFY(!m_desk->append(draft(u"a"_s, u"p1"_s, lounge, u"bo"_s)).duplicate);
    QCOMPARE(m_desk->state(lounge).head, 2);
}

void TestEventStore::whatIsRefusedIsAnsweredWhereItIsARepeat()
{
    const Error problem{ErrorCode::TooFast, u"wait"_s, 5};
    const AppendResult fresh = m_desk->answerRepeat(draft(u"a"_s, u"p1"_s), problem);
    QCOMPARE(fresh.refused, problem);
    QCOMPARE(fresh.event.postId, PostId(u"p1"_s));
    QCOMPARE(m_desk->state(lounge).head, 0);
    const AppendResult stored = m_desk->append(draft(u"a"_s, u"p1"_s));
    const AppendResult again = m_desk->answerRepeat(draft(u"a"_s, u"p1"_s), problem);
    QVERIFY(again.duplicate && !again.refused);
    QCOMPARE(again.event, stored.event);
    QCOMPARE(m_desk->answerRepeat(draft(u"a"_s, u"p1"_s, lounge, u"bo"_s), problem).refused, problem);
    QCOMPARE(m_desk->state(lounge).head, 1);
}

void TestEventStore::pagesGoBothWays()
{
    for (int i = 1; i <= 5; ++i) {
        m_desk->append(draft(QString::number(i)));
        m_desk->append(draft(u"between"_s, {}, attic));
    }
    QCOMPARE(seqs(m_desk->after(lounge, 0, 2)), QList<Seq>({1, 2}));
    QVERIFY(m_desk->after(lounge, 0, 2).more);
    QCOMPARE(seqs(m_desk->after(lounge, 3, 2)), QList<Seq>({4, 5}));
    QVERIFY(!m_desk->after(lounge, 3, 2).more);
    QVERIFY(m_desk->after(lounge, 5, 2).events.isEmpty());
    QVERIFY(m_desk->after(lounge, 99, 2).events.isEmpty());
    QVERIFY(!m_desk->after(lounge, 99, 2).more);
    QCOMPARE(seqs(m_desk->before(lounge, 0, 2)), QList<Seq>({4, 5}));
    QVERIFY(m_desk->before(lounge, 0, 2).more);
    QCOMPARE(seqs(m_desk->before(lounge, 3, 9)), QList<Seq>({1, 2}));
    QVERIFY(!m_desk->before(lounge, 3, 9).more);
    QVERIFY(m_desk->before(lounge, 1, 9).events.isEmpty());
    QCOMPARE(seqs(m_desk->before(lounge, 99, 1)), QList<Seq>({5}));
}

void TestEventStore::aPageIsBoundedByItsBytesToo()
{
    const QString large(qsizetype(EventStore::pageBytes / 4), u'x');
    for (int i = 0; i < 10; ++i)
        m_desk->append(draft(large));
    const EventPage page = m_desk->after(lounge, 0, 10);
    QCOMPARE(seqs(page), QList<Seq>({1, 2}));
    QVERIFY(page.more);
    QCOMPARE(seqs(m_desk->before(lounge, 0, 10)), QList<Seq>({9, 10}));
}

void TestEventStore::callbacksComeInTheOrderOfTheCalls()
{
    QStringList order;
    const auto noteAppend = [&order](const AppendResult &result) { order += result.event.text; };
    const auto notePage = [&order](const EventPage &page) {
        order += u"page of %1"_s.arg(page.events.size());
    };
    m_desk->store().append(draft(u"a"_s), noteAppend);
    m_desk->store().readAfter(lounge, 0, 9, notePage);
    m_desk->store().append(draft(u"b"_s), noteAppend);
    m_desk->store().append(draft(u"c"_s, {}, attic), noteAppend);
    m_desk->store().readBefore(lounge, 0, 9, notePage);
    m_desk->waitFor([&order] { return order.size() == 5; });
    QCOMPARE(order, QStringList({u"a"_s, u"page of 1"_s, u"b"_s, u"c"_s, u"page of 2"_s}));
}

void TestEventStore::theStateCountsWhatWasCalledBack()
{
    QList<Seq> heads;
    for (int i = 0; i < 20; ++i)
        m_desk->store().append(draft(QString::number(i)),
                               [this, &heads](const AppendResult &) { heads += m_desk->state(lounge).head; });
    m_desk->waitFor([&heads] { return heads.size() == 20; });
    for (int i = 0; i < 20; ++i)
        QCOMPARE(heads.at(i), i + 1);
}

void TestEventStore::anAnswerHoldsNothingThatWasAskedForLater()
{
    std::optional<EventPage> page;
    int stored = 0;
    const auto count = [&stored](const AppendResult &) { ++stored; };
    m_desk->store().append(draft(u"a"_s), count);
    m_desk->store().readAfter(lounge, 0, 9, [&page](const EventPage &found) { page = found; });
    m_desk->store().append(draft(u"b"_s), count);
    m_desk->waitFor([&stored] { return stored == 2; });
    QVERIFY(page);
    QCOMPARE(seqs(*page), QList<Seq>{1});
    QVERIFY(!page->more);
}

void TestEventStore::whatIsPointedAtComesWithTheAnswer()
{
    m_desk->append(draft(u"question"_s));
    RoomEvent answer = draft(u"answer"_s);
    answer.reply = 1;
    const AppendResult result = m_desk->append(answer);
    QVERIFY(result.about);
    QCOMPARE(result.about->text, u"question"_s);
    RoomEvent stray = draft(u"answer to nothing"_s);
    stray.reply = 77;
    QVERIFY(!m_desk->append(stray).about);
}

void TestEventStore::onlyOnesOwnMessagesAreChanged()
{
    m_desk->append(draft(u"hers"_s));
    const auto refused = m_desk->append(pointing(EventKind::Delete, 1, {}, u"bo"_s)).refused;
    QVERIFY(refused);
    QCOMPARE(refused->code, ErrorCode::NotAllowed);
    const auto missing = m_desk->append(pointing(EventKind::React, 9, u"👍"_s)).refused;
    QVERIFY(missing);
    QCOMPARE(missing->code, ErrorCode::BadField);
    QCOMPARE(m_desk->state(lounge).head, 1);
    QVERIFY(!m_desk->append(pointing(EventKind::React, 1, u"👍"_s, u"bo"_s)).refused);
}

void TestEventStore::whatIsDeletedLosesItsTextAndItsEdits()
{
    m_desk->append(draft(u"one"_s));
    m_desk->append(draft(u"two"_s));
    m_desk->append(pointing(EventKind::Edit, 1, u"one, edited"_s));
    m_desk->append(pointing(EventKind::Edit, 2, u"two, edited"_s));
    QVERIFY(!m_desk->append(pointing(EventKind::Delete, 1)).refused);
    QStringList texts;
    for (const RoomEvent &event : m_desk->after(lounge, 0, 9).events)
        texts += event.text;
    QCOMPARE(texts, QStringList({u""_s, u"two"_s, u""_s, u"two, edited"_s, u""_s}));
    QVERIFY(m_desk->append(pointing(EventKind::Edit, 1, u"again"_s)).refused);
}

void TestEventStore::anEditOfAnEditedMessageStillPointsAtIt()
{
    m_desk->append(draft(u"one"_s));
    m_desk->append(pointing(EventKind::Edit, 1, u"two"_s));
    const AppendResult result = m_desk->append(pointing(EventKind::Edit, 1, u"three"_s));
    QVERIFY(!result.refused);
    QCOMPARE(result.event.target, 1);
    QCOMPARE(m_desk->after(lounge, 2, 1).events.value(0).target, 1);
}

void TestEventStore::aDroppedRoomStartsAnew()
{
    const Epoch before = m_desk->state(lounge).epoch;
    m_desk->append(draft(u"a"_s, u"p1"_s));
    m_desk->append(draft(u"b"_s));
    m_desk->store().dropRoom(lounge);
    QVERIFY(m_desk->state(lounge).epoch.isEmpty());
    m_desk->openRoom(lounge);
    QVERIFY(!(m_desk->state(lounge).epoch == before));
    QCOMPARE(m_desk->state(lounge).head, 0);
    const AppendResult again = m_desk->append(draft(u"a"_s, u"p1"_s));
    QVERIFY(!again.duplicate);
    QCOMPARE(again.event.seq, 1);
    QCOMPARE(seqs(m_desk->after(lounge, 0, 9)), QList<Seq>{1});
}

void TestEventStore::aRoomThatIsOpenStaysAsItIs()
{
    m_desk->append(draft(u"a"_s));
    const LogState before = m_desk->state(lounge);
    m_desk->openRoom(lounge);
    QCOMPARE(m_desk->state(lounge).epoch, before.epoch);
    QCOMPARE(m_desk->append(draft(u"b"_s)).event.seq, 2);
}

QTEST_GUILESS_MAIN(TestEventStore)
#include "tst_eventstore.moc"
