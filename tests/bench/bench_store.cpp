// bench_store [--quick]: the durable log beside SQLite used by hand, in the same run, on the disk of the
// temporary directory: durable posts a second, catching up, and opening a long room beside a short one.

#include "protocol/clock.h"
#include "server/sqlitestore.h"
#include "tests/bench/percentile.h"
#include "tests/bench/table.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

using namespace tincan;
using namespace tincan::bench;
using namespace Qt::StringLiterals;

namespace {

struct Sizes
{
    int groups = 400; ///< of a post of each poster
    int caughtUp = 100'000;
    int longRoom = 1'000'000;
    int openings = 300;
    int runs = 3; ///< of those who post
};

const RoomId longRoom(u"long"_s);
const RoomId shortRoom(u"short"_s);
constexpr int shortEvents = 100;
constexpr int pageEvents = 200;

[[noreturn]] void fail(const char *what)
{
    std::fprintf(stderr, "bench_store: %s\n", what);
    std::exit(1);
}

void require(bool holds, const char *what)
{
    if (!holds)
        fail(what);
}

template <typename Condition>
void turnUntil(Condition condition)
{
    while (!condition())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

RoomEvent draft(const RoomId &room, int poster, int number)
{
    RoomEvent event;
    event.room = room;
    event.at = 1'795'000'000'000 + number;
    event.from.id = MemberId(u"member-%1"_s.arg(poster));
    event.from.name = u"Ada"_s;
    event.text = u"message %1 of a length that people write, more or less"_s.arg(number);
    event.postId = PostId(u"post-%1-%2-and-some-more"_s.arg(poster).arg(number));
    return event;
}

/// A store on a directory, whose answers are waited for.
class Opened
{
public:
    explicit Opened(const QString &directory) : m_deadlines(m_clock)
    {
        StoreOptions options;
        options.directory = directory;
        m_store = std::make_unique<SqliteStore>(options, m_clock, m_deadlines);
        bool done = false;
        m_store->open([&done](const std::optional<StoreFailure> &failure) {
            require(!failure, "the store cannot be opened");
            done = true;
        });
        turnUntil([&done] { return done; });
    }
    SqliteStore *operator->() { return m_store.get(); }
    EventPage after(const RoomId &room, Seq seq)
    {
        std::optional<EventPage> page;
        m_store->readAfter(room, seq, pageEvents, [&page](const EventPage &found) { page = found; });
        turnUntil([&page] { return page.has_value(); });
        return *page;
    }
    EventPage last(const RoomId &room)
    {
        std::optional<EventPage> page;
        m_store->readBefore(room, 0, 50, [&page](const EventPage &found) { page = found; });
        turnUntil([&page] { return page.has_value(); });
        return *page;
    }

private:
    SystemClock m_clock;
    DeadlineQueue m_deadlines;
    std::unique_ptr<SqliteStore> m_store;
};

/// SQLite as one would use it by hand.
class HandStatement
{
public:
    HandStatement(sqlite3 *database, const char *statement)
    {
        require(sqlite3_prepare_v2(database, statement, -1, &m_statement, nullptr) == SQLITE_OK,
                "a statement cannot be prepared");
    }
    ~HandStatement() { sqlite3_finalize(m_statement); }
    HandStatement(const HandStatement &) = delete;
    HandStatement &operator=(const HandStatement &) = delete;

    void bind(int place, const QString &text)
    {
        const QByteArray bytes = text.toUtf8();
        sqlite3_bind_text(m_statement, place, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
    }
    void bind(int place, qint64 number) { sqlite3_bind_int64(m_statement, place, number); }
    bool step() { return sqlite3_step(m_statement) == SQLITE_ROW; }
    template <typename... Values>
    void insert(const Values &...values)
    {
        int place = 0;
        (bind(++place, values), ...);
        step();
        require(sqlite3_reset(m_statement) == SQLITE_OK, "a statement failed");
    }
    /// What people and programs want of a column.
    QString text(int column)
    {
        return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column)));
    }

private:
    sqlite3_stmt *m_statement = nullptr;
};

class ByHand
{
public:
    explicit ByHand(const QString &path)
    {
        require(sqlite3_open(path.toUtf8().constData(), &m_database) == SQLITE_OK, "SQLite cannot be opened");
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA synchronous = FULL");
        run("PRAGMA wal_autocheckpoint = 4000");
    }
    ~ByHand() { sqlite3_close(m_database); }
    ByHand(const ByHand &) = delete;
    ByHand &operator=(const ByHand &) = delete;

    void run(const char *statement)
    {
        require(sqlite3_exec(m_database, statement, nullptr, nullptr, nullptr) == SQLITE_OK,
                "a statement failed");
    }
    HandStatement prepare(const char *statement) { return {m_database, statement}; }

private:
    sqlite3 *m_database = nullptr;
};

/// Every poster has one post under way.
double storePostsPerSecond(int posters, int posts)
{
    const QTemporaryDir directory;
    Opened store(directory.path());
    store->openRoom(Room(longRoom, u"Long"_s));
    int sent = 0;
    int stored = 0;
    std::function<void(int)> post = [&](int poster) {
        if (sent == posts)
            return;
        store->append(draft(longRoom, poster, ++sent), [&, poster](const AppendResult &result) {
            require(!result.refused && result.event.seq == ++stored, "a post got the wrong number");
            post(poster);
        });
    };
    QElapsedTimer timer;
    timer.start();
    for (int poster = 0; poster < posters; ++poster)
        post(poster);
    turnUntil([&] { return stored == posts; });
    return posts * 1e9 / double(timer.nsecsElapsed());
}

/// A transaction for each post of all posters.
template <typename Insert>
double handPostsPerSecond(ByHand &database, int posters, int posts, const Insert &insert)
{
    QElapsedTimer timer;
    timer.start();
    for (int number = 0; number < posts;) {
        database.run("BEGIN");
        for (int poster = 0; poster < posters && number < posts; ++poster) {
            ++number;
            insert(number, draft(longRoom, poster, number));
        }
        database.run("COMMIT");
    }
    return posts * 1e9 / double(timer.nsecsElapsed());
}

/// Into the store's own tables, with all that makes a post one of a numbered log, stored once, and found.
double sameRowsPerSecond(int posters, int posts)
{
    const QTemporaryDir directory;
    Opened(directory.path())->openRoom(Room(longRoom, u"Long"_s));
    ByHand database(directory.filePath(u"log.db"_s));
    HandStatement event = database.prepare(
        "INSERT INTO event (id, room, seq, at, kind, member, name, via, verified, text, post, reply, target)"
        " VALUES (?, 1, ?, ?, 'message', ?, ?, 'native', 0, ?, ?, 0, 0)");
    HandStatement said =
        database.prepare("INSERT INTO said (id, message, room, author, folded) VALUES (?, ?, 1, ?, ?)");
    return handPostsPerSecond(database, posters, posts, [&](qint64 number, const RoomEvent &draft) {
        event.insert(number, number, qint64(draft.at), draft.from.id.value(), draft.from.name, draft.text,
                     draft.postId.value());
        said.insert(number, number, draft.from.name.toLower(), draft.text.toLower());
    });
}

/// Into a table that has no index, where nothing is looked for.
double bareRowsPerSecond(int posters, int posts)
{
    const QTemporaryDir directory;
    ByHand database(directory.filePath(u"hand.db"_s));
    database.run(
        "CREATE TABLE event (id INTEGER PRIMARY KEY, room INTEGER, at INTEGER, member TEXT, name TEXT,"
        " text TEXT, post TEXT)");
    HandStatement event =
        database.prepare("INSERT INTO event (room, at, member, name, text, post) VALUES (1, ?, ?, ?, ?, ?)");
    return handPostsPerSecond(database, posters, posts, [&](int, const RoomEvent &draft) {
        event.insert(qint64(draft.at), draft.from.id.value(), draft.from.name, draft.text,
                     draft.postId.value());
    });
}

/// By turns, since what else the disk has to do shifts them.
void comparePostsOf(int posters, const Sizes &sizes, const Wanted &wanted)
{
    const int posts = sizes.groups * posters;
    std::vector<double> store;
    std::vector<double> same;
    std::vector<double> bare;
    for (int run = 0; run < sizes.runs; ++run) {
        same.push_back(sameRowsPerSecond(posters, posts));
        store.push_back(storePostsPerSecond(posters, posts));
        bare.push_back(bareRowsPerSecond(posters, posts));
    }
    const std::string who = std::to_string(posters) + (posters == 1 ? " poster" : " posters");
    printRow({who + ", beside the same rows and indexes", median(store), median(same), wanted, "a second"});
    printRow({"    beside the events alone, with no index", median(store), median(bare), {}, "a second"});
}

void comparePosts(const Sizes &sizes)
{
    printHead("durable posts (synchronous = FULL), beside inserts in transactions of as many; medians of " +
                  std::to_string(sizes.runs),
              "store", "by hand");
    for (const int posters : {1, 10})
        comparePostsOf(posters, sizes, {});
    comparePostsOf(100, sizes, ratioAtLeast(0.6));
}

/// A long room and a short one.
void fill(const QString &directory, const Sizes &sizes)
{
    {
        Opened store(directory);
        store->openRoom(Room(longRoom, u"Long"_s));
        store->openRoom(Room(shortRoom, u"Short"_s));
    }
    ByHand database(QDir(directory).filePath(u"log.db"_s));
    const auto insert = [&database](const RoomId &room, int count) {
        const QString statement =
            u"INSERT INTO event (room, seq, at, kind, member, name, via, verified, text, post, reply, target)"
            " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %2)"
            " SELECT (SELECT number FROM room WHERE id = '%1'), i, 1795000000000 + i, 'message',"
            " 'member-1', 'Ada', 'native', 0, 'message ' || i || ' of a length that people write',"
            " 'post-%1-' || i, 0, 0 FROM n"_s.arg(room.value())
                .arg(count);
        database.run(statement.toUtf8().constData());
    };
    insert(longRoom, sizes.longRoom);
    insert(shortRoom, shortEvents);
}

void compareCatchUp(const QString &directory, const Sizes &sizes)
{
    QElapsedTimer timer;
    double store = 0;
    {
        Opened opened(directory);
        timer.start();
        Seq seq = 0;
        while (seq < sizes.caughtUp) {
            const EventPage page = opened.after(longRoom, seq);
            require(!page.events.isEmpty() && page.events.first().seq == seq + 1, "a page does not go on");
            seq = page.events.last().seq;
        }
        store = double(timer.nsecsElapsed()) / 1e6;
    }
    ByHand database(QDir(directory).filePath(u"log.db"_s));
    HandStatement rows = database.prepare(
        "SELECT seq, at, kind, member, name, via, verified, text, post, reply, target FROM event"
        " WHERE room = 1 ORDER BY seq");
    timer.start();
    int count = 0;
    for (; count < sizes.caughtUp && rows.step(); ++count) {
        for (int column = 0; column < 11; ++column)
            rows.text(column);
    }
    const double hand = double(timer.nsecsElapsed()) / 1e6;
    require(count == sizes.caughtUp, "rows are missing");
    std::printf("\n");
    printHead("catching up, in pages of " + std::to_string(pageEvents), "store", "rows alone");
    printRow({std::to_string(sizes.caughtUp) + " events", store, hand, {}, "ms"});
}

double medianOpening(Opened &store, const RoomId &room, Seq head, int openings)
{
    std::vector<double> times;
    for (int i = 0; i < openings; ++i) {
        QElapsedTimer timer;
        timer.start();
        const LogState state = store->state(room);
        const EventPage page = store.last(room);
        times.push_back(double(timer.nsecsElapsed()) / 1e3);
        require(state.head == head && page.events.last().seq == head,
                "the room does not end where it should");
    }
    return median(times);
}

void compareOpenings(const QString &directory, const Sizes &sizes)
{
    Opened store(directory);
    const double small = medianOpening(store, shortRoom, shortEvents, sizes.openings);
    const double large = medianOpening(store, longRoom, sizes.longRoom, sizes.openings);
    std::printf("\n");
    printHead("opening a room of " + std::to_string(sizes.longRoom) + " events, beside one of " +
                  std::to_string(shortEvents) + "; medians of " + std::to_string(sizes.openings),
              "long", "short");
    printRow({"its last 50 events", large, small, {}, "us"});
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    Sizes sizes;
    if (QCoreApplication::arguments().contains(u"--quick"_s))
        sizes = {10, 2'000, 5'000, 20, 1};
    comparePosts(sizes);
    const QTemporaryDir directory;
    fill(directory.path(), sizes);
    compareCatchUp(directory.path(), sizes);
    compareOpenings(directory.path(), sizes);
    return 0;
}
