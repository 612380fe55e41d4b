#include "protocol/searchfold.h"
#include "tests/server/storedesk.h"

#include <QDir>
#include <QFile>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const RoomId lounge(u"lounge"_s);
const RoomId attic(u"attic"_s);

RoomEvent change(EventKind kind, Seq target, const QString &text = {})
{
    RoomEvent event = draft(text);
    event.kind = kind;
    event.target = target;
    return event;
}

SearchQuestion question(const QString &text, const QList<RoomId> &rooms = {lounge})
{
    SearchQuestion asked;
    asked.rooms = rooms;
    asked.terms = searchTerms(text);
    return asked;
}

} // namespace

// What every store finds, asked of each of them.
class TestStoreSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup() { m_desk.reset(); }

    void searchFindsTheLastHitsHoweverTheyAreWritten();
    void searchGoesOnWhereItStopped();
    void searchReadsOverRoomsInTheOrderOfTime();
    void searchKeepsToAuthorAndTime();
    void whatWasEditedIsFoundAsItReadsNow();
    void whatWasDeletedIsNotFound();
    void whatIsNoMessageIsNotFound();
    void aCursorFromSomewhereElseDoesNoHarm_data();
    void aCursorFromSomewhereElseDoesNoHarm();
    void anEditedMessageStandsAtItsLastEdit();
    void longTextsAreSearchedAFewAtATime();
    void whatWasReplacedOrDeletedIsGoneFromTheFiles();

private:
    FoundPage search(const QString &text) { return m_desk->search(question(text)); }

    std::unique_ptr<StoreDesk> m_desk;
};

void TestStoreSearch::initTestCase_data()
{
    QTest::addColumn<bool>("durable");
    QTest::newRow("memory") << false;
    QTest::newRow("sqlite") << true;
}

void TestStoreSearch::init()
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

void TestStoreSearch::searchFindsTheLastHitsHoweverTheyAreWritten()
{
    for (const QString &text : {u"Soup"_s, u"bread"_s, u"more soup"_s, u"ＳＯÚＰ again"_s, u"早上好"_s})
        m_desk->append(draft(text));
    QCOMPARE(seqs(search(u"soup"_s)), QList<Seq>({4, 3, 1}));
    QVERIFY(search(u"soup"_s).cursor.isEmpty());
    QCOMPARE(seqs(search(u"上"_s)), QList<Seq>({5}));
    QCOMPARE(seqs(search(u"上好"_s)), QList<Seq>({5}));
    QCOMPARE(seqs(search(u"早上好"_s)), QList<Seq>({5}));
    QCOMPARE(seqs(search(u"again soup"_s)), QList<Seq>({4}));
    QVERIFY(search(u"cake"_s).events.isEmpty());
}

void TestStoreSearch::searchGoesOnWhereItStopped()
{
    for (int i = 1; i <= 5; ++i)
        m_desk->append(draft(u"soup %1"_s.arg(i)));
    SearchQuestion asked = question(u"soup"_s);
    asked.limit = 2;
    const FoundPage first = m_desk->search(asked);
    QCOMPARE(seqs(first), QList<Seq>({5, 4}));
    m_desk->append(draft(u"soup 6"_s));
    asked.cursor = first.cursor;
    const FoundPage second = m_desk->search(asked);
    QCOMPARE(seqs(second), QList<Seq>({3, 2}));
    asked.cursor = second.cursor;
    const FoundPage third = m_desk->search(asked);
    QCOMPARE(seqs(third), QList<Seq>({1}));
    QVERIFY(third.cursor.isEmpty());
}

void TestStoreSearch::searchReadsOverRoomsInTheOrderOfTime()
{
    const RoomId cellar(u"cellar"_s);
    m_desk->openRoom(cellar);
    m_desk->append(draft(u"soup 1"_s, {}, attic));
    m_desk->append(draft(u"soup 2"_s));
    m_desk->append(draft(u"soup 3"_s, {}, cellar));
    m_desk->append(draft(u"soup 4"_s, {}, attic));
    SearchQuestion asked = question({});
    asked.rooms = {lounge, attic};
    asked.terms = {u"soup"_s};
    QStringList texts;
    for (const RoomEvent &event : m_desk->search(asked).events)
        texts.append(event.text);
    QCOMPARE(texts, QStringList({u"soup 4"_s, u"soup 2"_s, u"soup 1"_s}));
    m_desk->store().dropRoom(attic);
    QCOMPARE(seqs(m_desk->search(asked)), QList<Seq>({1}));
    asked.rooms = {RoomId(u"nowhere"_s)};
    QVERIFY(m_desk->search(asked).events.isEmpty());
}

void TestStoreSearch::searchKeepsToAuthorAndTime()
{
    for (int i = 1; i <= 4; ++i) {
        RoomEvent event = draft(u"soup"_s, {}, lounge, i % 2 == 0 ? u"Bo"_s : u"Ádà"_s);
        event.at = i * 1000;
        m_desk->append(event);
    }
    SearchQuestion asked = question({});
    asked.from = u"ad"_s;
    QCOMPARE(seqs(m_desk->search(asked)), QList<Seq>({3, 1}));
    asked.from = u"da"_s;
    QVERIFY(m_desk->search(asked).events.isEmpty());
    asked.from.clear();
    asked.after = 2000;
    asked.before = 4000;
    QCOMPARE(seqs(m_desk->search(asked)), QList<Seq>({3, 2}));
}

void TestStoreSearch::whatWasEditedIsFoundAsItReadsNow()
{
    m_desk->append(draft(u"soop"_s));
    m_desk->append(change(EventKind::Edit, 1, u"souk"_s));
    m_desk->append(change(EventKind::Edit, 1, u"soup"_s));
    QVERIFY(search(u"soop"_s).events.isEmpty());
    QVERIFY(search(u"souk"_s).events.isEmpty());
    const FoundPage page = search(u"soup"_s);
    QCOMPARE(seqs(page), QList<Seq>({1}));
    QCOMPARE(page.events.first().text, u"soup"_s);
    QCOMPARE(page.events.first().kind, EventKind::Message);
}

void TestStoreSearch::whatWasDeletedIsNotFound()
{
    m_desk->append(draft(u"soop"_s));
    m_desk->append(change(EventKind::Edit, 1, u"soup"_s));
    m_desk->append(change(EventKind::Delete, 1));
    QVERIFY(search(u"soup"_s).events.isEmpty());
    SearchQuestion asked = question({});
    asked.from = u"ada"_s;
    QVERIFY(m_desk->search(asked).events.isEmpty());
}

void TestStoreSearch::whatIsNoMessageIsNotFound()
{
    RoomEvent topic = draft(u"soup"_s);
    topic.kind = EventKind::Topic;
    m_desk->append(topic);
    RoomEvent action = draft(u"eats soup"_s);
    action.kind = EventKind::Action;
    m_desk->append(action);
    m_desk->append(change(EventKind::React, 2, u"🍲"_s));
    QCOMPARE(seqs(search(u"soup"_s)), QList<Seq>({2}));
    QVERIFY(search(u"🍲"_s).events.isEmpty());
}

void TestStoreSearch::aCursorFromSomewhereElseDoesNoHarm_data()
{
    QTest::addColumn<QString>("cursor");
    for (const QString &cursor : {u"x"_s, u"-1"_s, u"0"_s, u"99999999999999999999"_s, u"9007199254740991"_s})
        QTest::newRow(qPrintable(cursor)) << cursor;
}

void TestStoreSearch::aCursorFromSomewhereElseDoesNoHarm()
{
    QFETCH(QString, cursor);
    m_desk->append(draft(u"soup"_s));
    SearchQuestion asked = question(u"soup"_s);
    asked.cursor = cursor;
    const FoundPage page = m_desk->search(asked);
    QVERIFY(page.events.size() <= 1);
    QVERIFY(page.cursor.isEmpty());
}

void TestStoreSearch::anEditedMessageStandsAtItsLastEdit()
{
    for (const char *text : {"soup 1", "soup 2", "soup 3"})
        m_desk->append(draft(QString::fromUtf8(text)));
    m_desk->append(change(EventKind::Edit, 1, u"soup 4"_s));
    QCOMPARE(seqs(search(u"soup"_s)), QList<Seq>({1, 3, 2}));
}

void TestStoreSearch::longTextsAreSearchedAFewAtATime()
{
    m_desk->append(draft(u"soup"_s));
    const QString longest(60'000, u'x');
    for (int i = 0; i < 20; ++i)
        m_desk->append(draft(longest));
    SearchQuestion asked = question(u"soup"_s);
    int calls = 0;
    FoundPage page;
    do {
        page = m_desk->search(asked);
        asked.cursor = page.cursor;
    } while (++calls < 100 && page.events.isEmpty() && !page.cursor.isEmpty());
    QCOMPARE(seqs(page), QList<Seq>{1});
    QVERIFY(page.cursor.isEmpty());
    QVERIFY2(calls >= 4 && calls <= 20, qPrintable(QString::number(calls)));
}

void TestStoreSearch::whatWasReplacedOrDeletedIsGoneFromTheFiles()
{
    QFETCH_GLOBAL(bool, durable);
    if (!durable)
        return;
    m_desk->append(draft(u"Ｚuccotto"_s)); // only its folded form is zuccotto
    m_desk->append(draft(u"Ｑuiche"_s));
    m_desk->append(change(EventKind::Edit, 2, u"soup"_s));
    m_desk->append(change(EventKind::Delete, 1));
    QCOMPARE(search(u"soup"_s).events.size(), 1);
    m_desk->close();
    const QDir folder(m_desk->directory());
    const QStringList names = folder.entryList(QDir::Files | QDir::Hidden);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains("zuccotto"), qPrintable(name));
        QVERIFY2(!bytes.contains("quiche"), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(TestStoreSearch)
#include "tst_storesearch.moc"
