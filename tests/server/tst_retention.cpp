#include "tests/server/storedesk.h"

#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <algorithm>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const RoomId lounge(u"lounge"_s);
const RoomId attic(u"attic"_s);
constexpr std::int64_t day = 86'400'000;

qint64 rowsOf(const QString &path)
{
    qint64 rows = -1;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
        database.setDatabaseName(path);
        if (database.open()) {
            QSqlQuery query(database);
            if (query.exec(u"SELECT count(*) FROM event"_s) && query.next())
                rows = query.value(0).toLongLong();
        }
    }
    QSqlDatabase::removeDatabase(u"test"_s);
    return rows;
}

/// All `<…>` that a file holds.
QSet<QByteArray> marksIn(const QByteArray &bytes)
{
    constexpr qsizetype longest = 20;
    QSet<QByteArray> marks;
    for (qsizetype at = bytes.indexOf('<'); at >= 0; at = bytes.indexOf('<', at + 1)) {
        const qsizetype length =
            QByteArrayView(bytes).sliced(at).first(std::min(longest, bytes.size() - at)).indexOf('>') + 1;
        if (length > 0)
            marks.insert(bytes.sliced(at, length));
    }
    return marks;
}

} // namespace

// What a store forgets because it is old, or too much.
class TestRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<StoreDesk>(); }
    void cleanup() { m_desk.reset(); }

    void whatIsTooOldGoes();
    void whatIsTooMuchGoes();
    void aRoomHasWhatIsSetForIt();
    void aRoomMayKeepWhatOthersForget();
    void numbersGoOnWhereAllIsGone();
    void aPostIsKnownOnceItsEventIsForgotten();
    void onlySoManyAreKnownOnceTheirEventsAreForgotten();
    void whatWasSaidInARoomThatIsGoneMayBeSaidAgain();
    void aClockThatIsPutForwardIsBelievedAfterAWhile();
    void aComputerThatSleepsOftenForgetsAllTheSame();
    void aClockThatIsPutBackForgetsNothingNew();
    void whatIsForgottenIsInNoFileAmongManyRooms();

private:
    QString logPath() const { return QDir(m_desk->directory()).filePath(u"log.db"_s); }
    void open(const StoreOptions &options = {})
    {
        QVERIFY(!m_desk->useSqlite(options));
        m_desk->openRoom(lounge);
    }
    void fill(int count, const RoomId &room = lounge)
    {
        for (int i = 1; i <= count; ++i)
            m_desk->append(draft(u"%1 %2."_s.arg(room.value()).arg(i), {}, room));
    }
    /// By the clock, and behind what is to be forgotten now.
    void say(int count)
    {
        m_desk->deadlines().fireDue();
        for (int i = 0; i < count; ++i) {
            RoomEvent event = draft(u"text"_s);
            event.at = m_desk->clock().utc();
            m_desk->append(event);
        }
    }
    /// Waits until the room's oldest event is this one.
    bool waitForFirst(const RoomId &room, Seq first)
    {
        return QTest::qWaitFor(
            [this, room, first] {
                m_desk->deadlines().fireDue();
                return m_desk->state(room).first == first;
            },
            StoreDesk::patience);
    }

    std::unique_ptr<StoreDesk> m_desk;
};

void TestRetention::whatIsTooOldGoes()
{
    open();
    for (int i = 1; i <= 10; ++i) {
        RoomEvent event = draft(u"text %1."_s.arg(i));
        event.at = m_desk->clock().utc() - (10 - i) * day;
        m_desk->append(event);
    }
    StoreOptions options;
    options.keep.days = 3;
    open(options);
    QVERIFY(waitForFirst(lounge, 7));
    QCOMPARE(seqs(m_desk->after(lounge, 0, 9)), QList<Seq>({7, 8, 9, 10}));
    QVERIFY(!m_desk->before(lounge, 0, 9).more);
    m_desk->clock().advance(int(day));
    QVERIFY(waitForFirst(lounge, 8));
}

void TestRetention::whatIsTooMuchGoes()
{
    StoreOptions options;
    options.keep.events = 5;
    open(options);
    m_desk->openRoom(attic);
    fill(3, attic);
    fill(8);
    m_desk->clock().advance(SqliteStore::trimEveryMs);
    QVERIFY(waitForFirst(lounge, 4));
    QCOMPARE(m_desk->state(attic).first, 1);
    QCOMPARE(seqs(m_desk->after(lounge, 0, 2)), QList<Seq>({4, 5}));
    open(options);
    QCOMPARE(m_desk->state(lounge).first, 4);
    QCOMPARE(m_desk->state(lounge).head, 8);
}

void TestRetention::aRoomHasWhatIsSetForIt()
{
    open();
    m_desk->openRoom(attic);
    fill(8);
    fill(8, attic);
    m_desk->store().keep(lounge, Retention{0, 5});
    QVERIFY(waitForFirst(lounge, 4));
    QVERIFY(!isKept(m_desk->directory(), "lounge 3."));
    QVERIFY(isKept(m_desk->directory(), "attic 3."));
    QCOMPARE(m_desk->state(attic).first, 1);
    fill(2);
    m_desk->clock().advance(SqliteStore::trimEveryMs);
    QVERIFY(waitForFirst(lounge, 6));
    m_desk->store().keep(lounge, Retention{1, 0});
    m_desk->clock().advance(int(2 * day));
    QVERIFY(waitForFirst(lounge, 11));
    QCOMPARE(m_desk->state(attic).first, 1);
    m_desk->store().keep(lounge, std::nullopt);
    fill(8);
    m_desk->clock().advance(int(2 * day));
    m_desk->deadlines().fireDue();
    m_desk->append(draft(u"on"_s)); // behind whatever was to be forgotten
    QCOMPARE(m_desk->state(lounge).first, 11);
}

void TestRetention::aRoomMayKeepWhatOthersForget()
{
    open();
    m_desk->openRoom(attic);
    fill(8);
    fill(8, attic);
    StoreOptions options;
    options.keep.events = 5;
    QVERIFY(!m_desk->useSqlite(options));
    m_desk->store().keep(attic, Retention{});
    QVERIFY(waitForFirst(lounge, 4));
    m_desk->clock().advance(SqliteStore::trimEveryMs);
    m_desk->deadlines().fireDue();
    m_desk->append(draft(u"on"_s));
    QCOMPARE(m_desk->state(attic).first, 1);
    QVERIFY(isKept(m_desk->directory(), "attic 1."));
}

void TestRetention::numbersGoOnWhereAllIsGone()
{
    open();
    fill(5);
    const Epoch epoch = m_desk->state(lounge).epoch;
    StoreOptions options;
    options.keep.days = 1;
    m_desk->clock().advance(int(3 * day));
    open(options);
    QVERIFY(waitForFirst(lounge, 6));
    open(options);
    QCOMPARE(m_desk->state(lounge).first, 6);
    QCOMPARE(m_desk->state(lounge).head, 5);
    QCOMPARE(m_desk->state(lounge).epoch, epoch);
    QCOMPARE(m_desk->append(draft(u"on"_s)).event.seq, 6);
}

void TestRetention::aPostIsKnownOnceItsEventIsForgotten()
{
    StoreOptions options;
    options.keep.events = 2;
    open(options);
    m_desk->openRoom(attic);
    for (int i = 1; i <= 4; ++i)
        m_desk->append(draft(u"text"_s, QString::number(i)));
    m_desk->clock().advance(SqliteStore::trimEveryMs);
    QVERIFY(waitForFirst(lounge, 3));
    for (int opened = 0; opened < 2; ++opened) {
        const AppendResult again = m_desk->append(draft(u"text"_s, u"2"_s, attic));
        QVERIFY(again.duplicate);
        QCOMPARE(again.event.room, lounge);
        QCOMPARE(again.event.seq, 2);
        QCOMPARE(again.event.text, QString());
        const Error problem{ErrorCode::TooFast, u"wait"_s, 5};
        QVERIFY(m_desk->answerRepeat(draft(u"text"_s, u"1"_s), problem).duplicate);
        open(options);
    }
    QCOMPARE(m_desk->state(attic).head, 0);
}

void TestRetention::onlySoManyAreKnownOnceTheirEventsAreForgotten()
{
    StoreOptions options;
    options.keep.events = 1;
    options.mostForgottenPosts = 2;
    open(options);
    for (int i = 1; i <= 4; ++i)
        m_desk->append(draft(u"text"_s, QString::number(i)));
    m_desk->clock().advance(SqliteStore::trimEveryMs);
    QVERIFY(waitForFirst(lounge, 4));
    QVERIFY(m_desk->append(draft(u"text"_s, u"2"_s)).duplicate);
    QVERIFY(m_desk->append(draft(u"text"_s, u"3"_s)).duplicate);
    QVERIFY(!m_desk->append(draft(u"text"_s, u"1"_s)).duplicate);
}

void TestRetention::whatWasSaidInARoomThatIsGoneMayBeSaidAgain()
{
    StoreOptions options;
    options.keep.events = 1;
    open(options);
    m_desk->openRoom(attic);
    m_desk->append(draft(u"text"_s, u"1"_s, attic));
    m_desk->append(draft(u"text"_s, u"2"_s, attic));
    m_desk->clock().advance(SqliteStore::trimEveryMs);
    QVERIFY(waitForFirst(attic, 2));
    m_desk->store().dropRoom(attic);
    for (int opened = 0; opened < 2; ++opened) {
        const AppendResult again = m_desk->append(draft(u"text"_s, u"1"_s));
        QCOMPARE(again.duplicate, opened > 0);
        QCOMPARE(again.event.room, lounge);
        open(options);
    }
}

void TestRetention::aClockThatIsPutForwardIsBelievedAfterAWhile()
{
    StoreOptions options;
    options.keep.days = 3;
    open(options);
    say(3);
    m_desk->clock().put(365 * day);
    m_desk->clock().advance(ForgettingTime::believedAfterMs / 2);
    say(1);
    QCOMPARE(m_desk->state(lounge).first, 1);
    m_desk->clock().put(-365 * day); // it was a mistake
    m_desk->clock().advance(ForgettingTime::believedAfterMs);
    say(1);
    QCOMPARE(m_desk->state(lounge).first, 1);
    m_desk->clock().put(365 * day);
    say(1);
    m_desk->clock().advance(SqliteStore::trimEveryMs);
    say(1);
    m_desk->clock().advance(ForgettingTime::believedAfterMs);
    QVERIFY(waitForFirst(lounge, 4)); // which was said by that time
}

void TestRetention::aComputerThatSleepsOftenForgetsAllTheSame()
{
    StoreOptions options;
    options.keep.days = 3;
    open(options);
    say(3);
    for (int sleeps = 0; sleeps < 12; ++sleeps) {
        m_desk->clock().put(day); // its monotonic clock stood still
        m_desk->clock().advance(ForgettingTime::believedAfterMs / 4);
        say(1);
    }
    QTRY_VERIFY(m_desk->state(lounge).first > 3);
}

void TestRetention::aClockThatIsPutBackForgetsNothingNew()
{
    StoreOptions options;
    options.keep.days = 1;
    open(options);
    const auto said = [this] { return seqs(m_desk->after(lounge, 0, 99)); };
    say(3);
    m_desk->clock().put(-60 * 60 * 1'000);
    say(3);
    m_desk->clock().advance(SqliteStore::trimEveryMs);
    say(1);
    m_desk->clock().put(60 * 60 * 1'000);
    m_desk->clock().advance(2 * ForgettingTime::believedAfterMs);
    say(1);
    QCOMPARE(said(), QList<Seq>({1, 2, 3, 4, 5, 6, 7, 8}));
}

// Rows of several rooms stand among one another, some go and some stay: what SQLite moves must not be left
// behind.
void TestRetention::whatIsForgottenIsInNoFileAmongManyRooms()
{
    open();
    const QList<RoomId> rooms{lounge, attic, RoomId(u"cellar"_s)};
    for (const RoomId &room : rooms)
        m_desk->openRoom(room);
    int stored = 0;
    for (int i = 0; i < 6'000; ++i) {
        const RoomId &room = rooms.at(i % 100 == 0 ? 0 : 1 + i % 2);
        const QString padding(i % 7 == 0 ? 1'500 : i % 90, u'x');
        m_desk->store().append(draft(u"<%1/%2>"_s.arg(room.value()).arg(i) + padding, {}, room),
                               [&stored](const AppendResult &) { ++stored; });
    }
    m_desk->waitFor([&stored] { return stored == 6'000; });
    const Seq head = m_desk->state(attic).head;
    for (const int keep : {2'000, 500, 20}) {
        StoreOptions options;
        options.keep.events = keep;
        open(options);
        QVERIFY(waitForFirst(attic, head - keep + 1));
        QVERIFY(waitForFirst(rooms.at(2), m_desk->state(rooms.at(2)).head - keep + 1));
    }
    m_desk->close();
    QFile file(logPath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QSet<QByteArray> left = marksIn(file.readAll());
    for (int i = 0; i < 5'000; ++i) {
        const bool isForgotten = i % 100 != 0 || i < 4'000;
        const RoomId &room = rooms.at(i % 100 == 0 ? 0 : 1 + i % 2);
        const QByteArray mark = u"<%1/%2>"_s.arg(room.value()).arg(i).toUtf8();
        if (isForgotten && left.contains(mark))
            QFAIL(mark.constData());
    }
    QVERIFY(left.contains("<lounge/5000>"));
    const qint64 rows = rowsOf(logPath());
    QVERIFY2(rows >= 0 && rows < 4'000, qPrintable(QString::number(rows)));
}

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
