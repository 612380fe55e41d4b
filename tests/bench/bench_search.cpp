// How long a search over many messages takes, beside a plain LIKE scan of the same database in the same run.
//
//     bench_search [--quick]

#include "protocol/clock.h"
#include "protocol/searchfold.h"
#include "server/deadlinequeue.h"
#include "server/sqlitestore.h"
#include "tests/bench/table.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace tincan;
using namespace tincan::bench;
using namespace Qt::StringLiterals;

namespace {

const RoomId lounge(u"lounge"_s);

/// Mixed Chinese and Latin; every 10,000th names Nürnberg, every 1,000th 上海.
QString textOf(int number)
{
    static const QStringList parts = {
        u"the soup is on the table"_s, u"我们明天早上九点开会"_s,          u"build 217 is green"_s,
        u"这个问题已经解决了，谢谢"_s, u"who has the key to the attic?"_s, u"晚饭吃什么？"_s};
    QString text = u"%1 %2 %3"_s.arg(parts.at(number % 6)).arg(number).arg(parts.at(number / 6 % 6));
    if (number % 1'000 == 500)
        text += u" 我家在上海东边"_s;
    if (number % 10'000 == 5'000)
        text += u" from Nürnberg"_s;
    return text;
}

class Bench
{
public:
    explicit Bench(int messages)
        : m_messages(messages), m_deadlines(m_clock), m_store(options(), m_clock, m_deadlines)
    {
    }

    bool fill()
    {
        bool opened = false;
        m_store.open([&](const std::optional<StoreFailure> &failure) {
            opened = !failure;
            m_loop.quit();
        });
        m_loop.exec();
        if (!opened)
            return false;
        m_store.openRoom(Room(lounge, u"Lounge"_s));
        constexpr int atOnce = 1'000;
        for (int first = 0; first < m_messages; first += atOnce) {
            int left = std::min(atOnce, m_messages - first);
            for (int i = first; i < first + std::min(atOnce, m_messages - first); ++i) {
                RoomEvent event;
                event.room = lounge;
                event.at = 1'764'000'000'000 + i * 1000LL;
                event.from = {MemberId(u"ada"_s), u"Ada"_s, Via::Native, false};
                event.text = textOf(i);
                m_store.append(event, [&](const AppendResult &) {
                    if (--left == 0)
                        m_loop.quit();
                });
            }
            m_loop.exec();
        }
        return true;
    }

    /// All pages of a search; answers with the milliseconds, and how many were found.
    std::pair<double, int> search(const QString &text)
    {
        SearchQuestion question;
        question.rooms = {lounge};
        question.terms = searchTerms(text);
        question.limit = 200;
        int found = 0;
        QElapsedTimer timer;
        timer.start();
        do {
            m_store.search(question, [&](const FoundPage &page) {
                found += int(page.events.size());
                question.cursor = page.cursor;
                m_loop.quit();
            });
            m_loop.exec();
        } while (!question.cursor.isEmpty());
        return {timer.nsecsElapsed() / 1e6, found};
    }

    std::pair<double, int> like(const QString &text)
    {
        const QString name = u"like"_s;
        QSqlDatabase database = QSqlDatabase::contains(name) ? QSqlDatabase::database(name, false)
                                                             : QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(QDir(m_directory.path()).filePath(u"log.db"_s));
        database.open();
        QSqlQuery query(database);
        query.prepare(u"SELECT seq FROM event WHERE text LIKE ?"_s);
        query.bindValue(0, QString(u'%' + text + u'%'));
        QElapsedTimer timer;
        timer.start();
        query.exec();
        int found = 0;
        while (query.next())
            ++found;
        return {timer.nsecsElapsed() / 1e6, found};
    }

private:
    StoreOptions options() const
    {
        StoreOptions options;
        options.directory = m_directory.path();
        options.sync = StoreSync::Normal;
        return options;
    }

    int m_messages;
    QTemporaryDir m_directory;
    SystemClock m_clock;
    DeadlineQueue m_deadlines;
    QEventLoop m_loop;
    SqliteStore m_store;
};

struct Case
{
    const char *name;
    QString text;
    int every; ///< this many messages have it
};

template <typename Measure>
std::pair<double, int> median(Measure measure)
{
    QList<std::pair<double, int>> runs;
    for (int i = 0; i < 5; ++i)
        runs.append(measure());
    std::sort(runs.begin(), runs.end());
    return runs.at(2);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const bool quick = application.arguments().contains(u"--quick"_s);
    const int messages = quick ? 5'000 : 100'000;
    Bench bench(messages);
    if (!bench.fill()) {
        std::fprintf(stderr, "the database cannot be made\n");
        return 1;
    }
    printHead("search of " + std::to_string(messages) + " mixed Chinese and Latin messages, all pages",
              "search", "LIKE");
    bool right = true;
    for (const Case &one : {Case{"nothing", u"zebra"_s, 0}, Case{"one Chinese character", u"海"_s, 1'000},
                            Case{"two", u"上海"_s, 1'000}, Case{"three", u"上海东"_s, 1'000},
                            Case{"without the accent", u"nurnberg"_s, 10'000}}) {
        const auto [searchMs, found] = median([&] { return bench.search(one.text); });
        const auto [likeMs, liked] = median([&] { return bench.like(one.text); });
        const int wanted = one.every == 0 ? 0 : (messages - one.every / 2 + one.every - 1) / one.every;
        printRow({one.name + (", found " + std::to_string(found)), searchMs, likeMs, {}, "ms"});
        right = right && found == wanted;
    }
    if (!right)
        std::fprintf(stderr, "a search found another number of messages than there are\n");
    return right ? 0 : 1;
}
