#include "server/memorystore.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const RoomId lounge(u"lounge"_s);
const RoomId attic(u"attic"_s);

RoomEvent draft(const QString &text, const QString &id = {}, const RoomId &room = lounge,
                const QString &member = u"ada"_s)
{
    RoomEvent event;
    event.room = room;
    event.from.id = MemberId(member);
    event.from.name = member;
    event.text = text;
    event.postId = PostId(id);
    return event;
}

AppendResult append(EventStore &store, const RoomEvent &event)
{
    AppendResult answer;
    store.append(event, [&answer](const AppendResult &result) { answer = result; });
    return answer;
}

EventPage after(EventStore &store, Seq seq, int limit, const RoomId &room = lounge)
{
    EventPage answer;
    store.readAfter(room, seq, limit, [&answer](const EventPage &page) { answer = page; });
    return answer;
}

EventPage before(EventStore &store, Seq seq, int limit)
{
    EventPage answer;
    store.readBefore(lounge, seq, limit, [&answer](const EventPage &page) { answer = page; });
    return answer;
}

FoundPage search(EventStore &store, const SearchQuestion &question)
{
    FoundPage answer;
    store.search(question, [&answer](const FoundPage &page) { answer = page; });
    return answer;
}

template <typename Page>
QList<Seq> seqs(const Page &page)
{
    QList<Seq> result;
    for (const RoomEvent &event : page.events)
        result.append(event.seq);
    return result;
}

} // namespace

class TestMemoryStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOldestGoPastTheBoundOnEvents();
    void theOldestGoPastTheBoundOnBytes();
    void theOldestOfAllRoomsGoFirst();
    void aPostIsKnownOnceItsEventIsGone();
    void onlySoManyAreKnownOnceTheirEventsAreGone();
    void aDroppedRoomStartsAnew();
    void searchDoesALittleAtATime();
    void whatWasTrimmedIsNotFound();
};

void TestMemoryStore::theOldestGoPastTheBoundOnEvents()
{
    MemoryStore store({3});
    store.openRoom(Room(lounge, u"Lounge"_s));
    for (int i = 1; i <= 5; ++i)
        append(store, draft(QString::number(i)));
    QCOMPARE(store.state(lounge).first, 3);
    QCOMPARE(store.state(lounge).head, 5);
    QCOMPARE(seqs(after(store, 0, 10)), QList<Seq>({3, 4, 5}));
    QVERIFY(!before(store, 0, 10).more);
}

void TestMemoryStore::theOldestGoPastTheBoundOnBytes()
{
    MemoryStore store({1000, 20'000});
    store.openRoom(Room(lounge, u"Lounge"_s));
    for (int i = 1; i <= 5; ++i)
        append(store, draft(QString(4000, u'x')));
    QCOMPARE(store.state(lounge).first, 4);
    QCOMPARE(store.state(lounge).head, 5);
}

void TestMemoryStore::theOldestOfAllRoomsGoFirst()
{
    MemoryStore store({3});
    store.openRoom(Room(lounge, u"Lounge"_s));
    store.openRoom(Room(attic, u"Attic"_s));
    append(store, draft(u"1"_s, {}, attic));
    append(store, draft(u"2"_s));
    append(store, draft(u"3"_s, {}, attic));
    append(store, draft(u"4"_s));
    QCOMPARE(seqs(after(store, 0, 9, attic)), QList<Seq>({2}));
    QCOMPARE(seqs(after(store, 0, 9)), QList<Seq>({1, 2}));
    append(store, draft(u"5"_s));
    append(store, draft(u"6"_s));
    QCOMPARE(store.state(attic).first, 3);
    QCOMPARE(store.state(attic).head, 2);
}

void TestMemoryStore::aPostIsKnownOnceItsEventIsGone()
{
    MemoryStore store({1});
    store.openRoom(Room(lounge, u"Lounge"_s));
    store.openRoom(Room(attic, u"Attic"_s));
    const RoomEvent first = append(store, draft(u"a"_s, u"p1"_s, attic)).event;
    append(store, draft(u"b"_s, u"p2"_s));
    const AppendResult again = append(store, draft(u"a"_s, u"p1"_s));
    QVERIFY(again.duplicate);
    QCOMPARE(again.event.room, attic);
    QCOMPARE(again.event.seq, first.seq);
    QCOMPARE(again.event.text, QString());
    QCOMPARE(store.state(lounge).head, 1);
    store.dropRoom(attic); // and what was said in it may be said elsewhere
    QVERIFY(!append(store, draft(u"a"_s, u"p1"_s)).duplicate);
}

void TestMemoryStore::onlySoManyAreKnownOnceTheirEventsAreGone()
{
    MemoryStore::Bounds bounds{1};
    bounds.forgottenPosts = 2;
    MemoryStore store(bounds);
    store.openRoom(Room(lounge, u"Lounge"_s));
    for (int i = 1; i <= 4; ++i)
        append(store, draft(u"a"_s, QString::number(i)));
    QVERIFY(append(store, draft(u"a"_s, u"2"_s)).duplicate);
    QVERIFY(append(store, draft(u"a"_s, u"3"_s)).duplicate);
    QVERIFY(!append(store, draft(u"a"_s, u"1"_s)).duplicate);
}

void TestMemoryStore::aDroppedRoomStartsAnew()
{
    MemoryStore store({3});
    store.openRoom(Room(lounge, u"Lounge"_s));
    store.openRoom(Room(attic, u"Attic"_s));
    const Epoch before = store.state(lounge).epoch;
    append(store, draft(u"a"_s, u"p1"_s));
    append(store, draft(u"b"_s));
    store.dropRoom(lounge);
    store.openRoom(Room(lounge, u"Lounge"_s));
    QVERIFY(!(store.state(lounge).epoch == before));
    QCOMPARE(store.state(lounge).head, 0);
    const AppendResult again = append(store, draft(u"a"_s, u"p1"_s));
    QVERIFY(!again.duplicate);
    QCOMPARE(again.event.seq, 1);
    for (int i = 0; i < 3; ++i)
        append(store, draft(u"c"_s, {}, attic));
    QCOMPARE(store.state(lounge).first, 2);
    QCOMPARE(seqs(after(store, 0, 9, attic)), QList<Seq>({1, 2, 3}));
}

void TestMemoryStore::searchDoesALittleAtATime()
{
    MemoryStore::Bounds bounds;
    bounds.searchedBytes = 100;
    MemoryStore store(bounds);
    store.openRoom(Room(lounge, u"Lounge"_s));
    append(store, draft(u"needle"_s));
    for (int i = 0; i < 9; ++i)
        append(store, draft(u"only hay here"_s));
    SearchQuestion question;
    question.rooms = {lounge};
    question.terms = QStringList{u"needle"_s};
    FoundPage page = search(store, question);
    QVERIFY(page.events.isEmpty());
    QVERIFY(!page.cursor.isEmpty());
    int pages = 1;
    for (; !page.cursor.isEmpty() && pages < 20; ++pages) {
        question.cursor = page.cursor;
        page = search(store, question);
    }
    QCOMPARE(seqs(page), QList<Seq>({1}));
    QVERIFY(pages > 2 && pages < 11);
}

void TestMemoryStore::whatWasTrimmedIsNotFound()
{
    MemoryStore store({3});
    store.openRoom(Room(lounge, u"Lounge"_s));
    append(store, draft(u"soop"_s));
    RoomEvent edit = draft(u"soup"_s);
    edit.kind = EventKind::Edit;
    edit.target = 1;
    append(store, edit);
    append(store, draft(u"soup"_s));
    append(store, draft(u"soup"_s));
    SearchQuestion question;
    question.rooms = {lounge};
    question.terms = QStringList{u"soup"_s};
    QCOMPARE(seqs(search(store, question)), QList<Seq>({4, 3}));
}

QTEST_GUILESS_MAIN(TestMemoryStore)
#include "tst_memorystore.moc"
