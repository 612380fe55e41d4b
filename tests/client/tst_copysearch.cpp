#include "ui/client/copywriter.h"
#include "ui/client/sqlitecopy.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

const RoomId lounge(u"lounge"_s);
const RoomId attic(u"attic"_s);
const ServerIdentity kitchen{ServerId(u"kitchen"_s), "abc"};

RoomEvent said(Seq seq, const QString &text, EventKind kind = EventKind::Message, Seq target = 0)
{
    return {lounge, seq, 1'000 + seq, kind,  {MemberId(u"m1"_s), u"Ada"_s, Via::Native, false},
            text,   {},  0,           target};
}

RoomEvent by(const QString &name, RoomEvent event)
{
    event.from.name = name;
    return event;
}

/// In the attic, at that time.
RoomEvent upstairs(Seq seq, std::int64_t at, const QString &text)
{
    RoomEvent event = said(seq, text);
    event.room = attic;
    event.at = at;
    return event;
}

command::Search question(const QString &text, int limit = 50)
{
    command::Search one;
    one.text = text;
    one.limit = limit;
    return one;
}

QStringList texts(const serverevent::Found &found)
{
    QStringList all;
    for (const RoomEvent &event : found.events) {
        all.append(event.text);
    }
    return all;
}

} // namespace

/// Searching what a copy holds.
class tst_CopySearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void textsAreFoundAsAServerFindsThem_data();
    void textsAreFoundAsAServerFindsThem();
    void whatIsDeletedIsNotFound();
    void whatIsEditedIsFoundAsItReadsNow();
    void onlyWhatWasSaidIsFound();
    void filtersNarrowTheSearch();
    void allRoomsAreSearchedTheNewestFirst();
    void olderPagesOfHistoryComeBehindNewerOnes();
    void pagesFollowEachOtherWithoutDoubleOrGap();
    void onePageLooksAtABoundedNumberOfEvents();
    void anotherServerAndLeftRoomsAreNotSearched();
    void aQuestionForEverythingFindsNothing();
    void aCursorMayBeAnything();
    void theAnswerComesLaterUnderItsTag();
    void aSwitchedOffCopyFindsNothing();

private:
    QString path() const { return m_directory->filePath(u"copy.sqlite"_s); }
    void start(int searched);
    void enter(const RoomId &room, const ServerIdentity &server = kitchen);
    void record(const QList<RoomEvent> &events);
    QStringList find(const command::Search &asked) { return texts(m_writer->search(kitchen, asked)); }
    QStringList findAll(command::Search asked, int *pages = nullptr);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<CopyWriter> m_writer;
};

void tst_CopySearch::init()
{
    m_writer.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    start(1'000);
}

void tst_CopySearch::start(int searched)
{
    CopyTables::Bounds bounds;
    bounds.searched = searched;
    m_writer = std::make_unique<CopyWriter>(path(), bounds);
    enter(lounge);
}

void tst_CopySearch::enter(const RoomId &room, const ServerIdentity &server)
{
    Membership membership;
    membership.place = {u"kitchen.example"_s, 4040};
    m_writer->record(server, copychange::Entered{membership});
    RoomInfo info;
    info.id = room;
    info.name = room.value();
    info.epoch = Epoch(u"e1"_s);
    m_writer->record(server, copychange::Room{info});
}

void tst_CopySearch::record(const QList<RoomEvent> &events)
{
    m_writer->record(kitchen, copychange::Events{events.constFirst().room, events});
}

/// Page after page.
QStringList tst_CopySearch::findAll(command::Search asked, int *pages)
{
    QStringList all;
    int count = 0;
    do {
        const serverevent::Found found = m_writer->search(kitchen, asked);
        all += texts(found);
        asked.cursor = found.cursor;
        ++count;
    } while (!asked.cursor.isEmpty() && count < 100);
    if (pages) {
        *pages = count;
    }
    return all;
}

void tst_CopySearch::textsAreFoundAsAServerFindsThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("isFound");
    const QString chinese = u"明天去上海吃饭"_s;
    QTest::newRow("one character") << chinese << u"海"_s << true;
    QTest::newRow("two characters") << chinese << u"上海"_s << true;
    QTest::newRow("three characters") << chinese << u"上海吃"_s << true;
    QTest::newRow("characters that are apart") << chinese << u"上吃"_s << false;
    QTest::newRow("words that are apart") << chinese << u"吃饭 明天"_s << true;
    QTest::newRow("another character") << chinese << u"北"_s << false;
    QTest::newRow("full width in the text") << u"Ｃａｆé"_s << u"cafe"_s << true;
    QTest::newRow("full width in the question") << u"cafe"_s << u"ＣＡＦＥ"_s << true;
    QTest::newRow("accents") << u"Crème Brûlée"_s << u"creme brulee"_s << true;
    QTest::newRow("case") << u"STRASSE"_s << u"straße"_s << true;
    QTest::newRow("a part of a word") << u"understanding"_s << u"stand"_s << true;
    QTest::newRow("one word of two") << u"a cat"_s << u"cat dog"_s << false;
    QTest::newRow("a phrase") << u"a new cat"_s << u"\"new cat\""_s << true;
    QTest::newRow("not the phrase") << u"new, a cat"_s << u"\"new cat\""_s << false;
}

void tst_CopySearch::textsAreFoundAsAServerFindsThem()
{
    QFETCH(QString, text);
    QFETCH(QString, wanted);
    QFETCH(bool, isFound);
    record({said(1, text), said(2, u"something else"_s)});
    QCOMPARE(find(question(wanted)), isFound ? QStringList(text) : QStringList());
}

void tst_CopySearch::whatIsDeletedIsNotFound()
{
    record({said(1, u"old cat"_s), said(2, u"new cat"_s), said(3, u"edited cat"_s, EventKind::Edit, 1)});
    record({said(4, {}, EventKind::Delete, 1)});
    QCOMPARE(find(question(u"cat"_s)), QStringList(u"new cat"_s));
}

void tst_CopySearch::whatIsEditedIsFoundAsItReadsNow()
{
    record({said(1, u"a dog"_s), said(2, u"a cow"_s, EventKind::Edit, 1),
            said(3, u"a cat"_s, EventKind::Edit, 1), said(4, u"a horse"_s)});
    QCOMPARE(find(question(u"dog"_s)), QStringList());
    QCOMPARE(find(question(u"cow"_s)), QStringList());
    const serverevent::Found found = m_writer->search(kitchen, question(u"cat"_s));
    QCOMPARE(texts(found), QStringList(u"a cat"_s));
    QCOMPARE(found.events.constFirst().seq, 1);
    QCOMPARE(found.events.constFirst().kind, EventKind::Message);
}

void tst_CopySearch::onlyWhatWasSaidIsFound()
{
    record({said(1, u"cat message"_s), said(2, u"cat action"_s, EventKind::Action),
            said(3, u"cat topic"_s, EventKind::Topic), said(4, u"cat name"_s, EventKind::Rename),
            said(5, u"cat"_s, EventKind::React, 1)});
    QCOMPARE(find(question(u"cat"_s)), QStringList({u"cat action"_s, u"cat message"_s}));
}

void tst_CopySearch::filtersNarrowTheSearch()
{
    enter(attic);
    record({by(u"Ada"_s, said(1, u"cat 1"_s)), by(u"Ádám"_s, said(2, u"cat 2"_s)),
            by(u"Bo"_s, said(3, u"cat 3"_s)), by(u"Bo"_s, said(4, u"dog 4"_s))});
    record({upstairs(1, 5'000, u"cat upstairs"_s)});
    command::Search asked;
    asked.from = u"ADA"_s;
    asked.room = lounge;
    QCOMPARE(find(asked), QStringList({u"cat 2"_s, u"cat 1"_s}));
    asked = question(u"cat"_s);
    asked.room = lounge;
    asked.after = 1'002;
    QCOMPARE(find(asked), QStringList({u"cat 3"_s, u"cat 2"_s}));
    asked.before = 1'003;
    QCOMPARE(find(asked), QStringList({u"cat 2"_s}));
    asked.from = u"Bo"_s;
    QCOMPARE(find(asked), QStringList());
    asked = question(u"cat"_s);
    asked.room = attic;
    QCOMPARE(find(asked), QStringList({u"cat upstairs"_s}));
    asked.room = RoomId(u"cellar"_s);
    QCOMPARE(find(asked), QStringList());
}

void tst_CopySearch::allRoomsAreSearchedTheNewestFirst()
{
    enter(attic);
    record({said(1, u"cat 1001"_s), said(2, u"cat 1002"_s), said(3, u"cat 1003"_s)});
    record({upstairs(7, 900, u"cat 900"_s), upstairs(8, 1'002, u"dog"_s), upstairs(9, 2'000, u"cat 2000"_s)});
    const serverevent::Found found = m_writer->search(kitchen, question(u"cat"_s));
    QCOMPARE(texts(found),
             QStringList({u"cat 2000"_s, u"cat 1003"_s, u"cat 1002"_s, u"cat 1001"_s, u"cat 900"_s}));
    QCOMPARE(found.events.constFirst().room, attic);
    QVERIFY(!found.more());
}

void tst_CopySearch::olderPagesOfHistoryComeBehindNewerOnes()
{
    record({said(3, u"cat 3"_s), said(4, u"cat 4"_s)});
    record({said(1, u"cat 1"_s), said(2, u"cat 2"_s)});
    QCOMPARE(find(question(u"cat"_s)), QStringList({u"cat 4"_s, u"cat 3"_s, u"cat 2"_s, u"cat 1"_s}));
}

void tst_CopySearch::pagesFollowEachOtherWithoutDoubleOrGap()
{
    enter(attic);
    QStringList expected;
    QList<RoomEvent> below;
    QList<RoomEvent> above;
    for (Seq seq = 1; seq <= 30; ++seq) {
        below.append(said(seq, u"cat %1"_s.arg(seq)));
        above.append(upstairs(seq, 1'000 + seq, u"cat %1"_s.arg(seq))); // at the same moments
        expected.prepend(below.constLast().text);
        expected.prepend(below.constLast().text);
    }
    record(below);
    record(above);
    QCOMPARE(m_writer->search(kitchen, question(u"cat"_s, 7)).events.size(), 7);
    QStringList all = findAll(question(u"cat"_s, 7));
    QCOMPARE(all.size(), 60);
    QCOMPARE(all, expected);
    QCOMPARE(m_writer->search(kitchen, question(u"cat"_s, 0)).events.size(), 1);
}

void tst_CopySearch::onePageLooksAtABoundedNumberOfEvents()
{
    start(10);
    QList<RoomEvent> events{said(1, u"the cat"_s)};
    for (Seq seq = 2; seq <= 95; ++seq) {
        events.append(said(seq, u"a dog"_s));
    }
    record(events);
    const serverevent::Found first = m_writer->search(kitchen, question(u"cat"_s));
    QVERIFY(first.events.isEmpty());
    QVERIFY(first.more());
    int pages = 0;
    QCOMPARE(findAll(question(u"cat"_s), &pages), QStringList(u"the cat"_s));
    QCOMPARE(pages, 10);
}

void tst_CopySearch::anotherServerAndLeftRoomsAreNotSearched()
{
    const ServerIdentity impostor{kitchen.id, "def"};
    enter(attic);
    enter(lounge, impostor);
    record({said(1, u"a cat"_s)});
    record({upstairs(1, 1'000, u"a cat upstairs"_s)});
    QVERIFY(m_writer->search(impostor, question(u"cat"_s)).events.isEmpty());
    m_writer->record(kitchen, copychange::Left{attic});
    QCOMPARE(find(question(u"cat"_s)), QStringList(u"a cat"_s));
}

void tst_CopySearch::aQuestionForEverythingFindsNothing()
{
    record({said(1, u"a cat"_s)});
    const serverevent::Found found = m_writer->search(kitchen, question(u"  "_s));
    QVERIFY(found.events.isEmpty());
    QVERIFY(!found.more());
}

void tst_CopySearch::aCursorMayBeAnything()
{
    record({said(1, u"a cat"_s)});
    for (const QString &cursor : {u"nonsense"_s, u"1"_s, u":"_s, u"1:x 2:"_s, u"99:5"_s, u"1:-3"_s}) {
        command::Search asked = question(u"cat"_s);
        asked.cursor = cursor;
        const serverevent::Found found = m_writer->search(kitchen, asked);
        QVERIFY2(found.events.isEmpty() && !found.more(), qPrintable(cursor));
    }
}

void tst_CopySearch::theAnswerComesLaterUnderItsTag()
{
    record({said(1, u"a cat"_s)});
    m_writer.reset();
    SqliteCopy copy(path());
    copy.record(kitchen, copychange::Events{lounge, {said(2, u"a second cat"_s)}});
    std::optional<serverevent::Found> answer;
    command::Search asked = question(u"cat"_s);
    asked.re = u"tag"_s;
    copy.search(kitchen, asked, this, [&answer](const serverevent::Found &found) { answer = found; });
    QVERIFY(!answer);
    QTRY_VERIFY(answer);
    QCOMPARE(texts(*answer), QStringList({u"a second cat"_s, u"a cat"_s}));
    QCOMPARE(answer->re, u"tag"_s);
}

void tst_CopySearch::aSwitchedOffCopyFindsNothing()
{
    record({said(1, u"a cat"_s)});
    m_writer.reset();
    SqliteCopy copy(path());
    copy.setEnabled(false);
    std::optional<serverevent::Found> answer;
    command::Search asked = question(u"cat"_s);
    asked.re = u"tag"_s;
    copy.search(kitchen, asked, this, [&answer](const serverevent::Found &found) { answer = found; });
    QTRY_VERIFY(answer);
    QVERIFY(answer->events.isEmpty());
    QCOMPARE(answer->re, u"tag"_s);
}

QTEST_GUILESS_MAIN(tst_CopySearch)
#include "tst_copysearch.moc"
