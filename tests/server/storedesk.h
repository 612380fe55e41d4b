#pragma once

#include "server/deadlinequeue.h"
#include "server/memorystore.h"
#include "server/sqlitestore.h"
#include "tests/server/manualclock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tincan {

/// Asks a store, and waits for its answers as they come: at once or in later turns.
class StoreDesk
{
public:
    static constexpr int patience = 20'000; // ms

    StoreDesk() : m_deadlines(m_clock) {}

    void useMemory(const MemoryStore::Bounds &bounds = {})
    {
        m_store = std::make_unique<MemoryStore>(bounds);
    }
    /// Opens a database; in a directory of the desk's own where the options name none.
    std::optional<StoreFailure> useSqlite(StoreOptions options = {})
    {
        close();
        if (options.directory.isEmpty())
            options.directory = m_directory.path();
        auto store = std::make_unique<SqliteStore>(options, m_clock, m_deadlines);
        m_sqlite = store.get();
        m_store = std::move(store);
        std::optional<std::optional<StoreFailure>> opened;
        m_sqlite->open([&opened](const std::optional<StoreFailure> &failure) { opened = failure; });
        waitFor([&opened] { return opened.has_value(); });
        return opened ? *opened : std::optional(StoreFailure());
    }
    /// Whatever the store was given is stored.
    void close()
    {
        m_sqlite = nullptr;
        m_store.reset();
    }

    EventStore &store() { return *m_store; }
    SqliteStore &sqlite() { return *m_sqlite; }
    QString directory() const { return m_directory.path(); }
    ManualClock &clock() { return m_clock; }
    DeadlineQueue &deadlines() { return m_deadlines; }

    void openRoom(const RoomId &room) { m_store->openRoom(Room(room, room.value().toUpper())); }
    LogState state(const RoomId &room) const { return m_store->state(room); }

    AppendResult append(const RoomEvent &event)
    {
        std::optional<AppendResult> answer;
        m_store->append(event, [&answer](const AppendResult &result) { answer = result; });
        waitFor([&answer] { return answer.has_value(); });
        return answer.value_or(AppendResult());
    }
    AppendResult answerRepeat(const RoomEvent &event, const Error &problem)
    {
        std::optional<AppendResult> answer;
        m_store->answerRepeat(event, problem, [&answer](const AppendResult &result) { answer = result; });
        waitFor([&answer] { return answer.has_value(); });
        return answer.value_or(AppendResult());
    }
    EventPage after(const RoomId &room, Seq seq, int limit)
    {
        return page([&](EventStore::Read done) { m_store->readAfter(room, seq, limit, std::move(done)); });
    }
    EventPage before(const RoomId &room, Seq seq, int limit)
    {
        return page([&](EventStore::Read done) { m_store->readBefore(room, seq, limit, std::move(done)); });
    }
    FoundPage search(const SearchQuestion &question)
    {
        std::optional<FoundPage> answer;
        m_store->search(question, [&answer](const FoundPage &page) { answer = page; });
        waitFor([&answer] { return answer.has_value(); });
        return answer.value_or(FoundPage());
    }

    template <typename Condition>
    void waitFor(Condition condition)
    {
        QVERIFY(QTest::qWaitFor(condition, patience));
    }

private:
    template <typename Ask>
    EventPage page(Ask ask)
    {
        std::optional<EventPage> answer;
        ask([&answer](const EventPage &found) { answer = found; });
        waitFor([&answer] { return answer.has_value(); });
        return answer.value_or(EventPage());
    }

    QTemporaryDir m_directory;
    ManualClock m_clock;
    DeadlineQueue m_deadlines;
    std::unique_ptr<EventStore> m_store;
    SqliteStore *m_sqlite = nullptr;
};

inline RoomEvent draft(const QString &text, const QString &id = {},
                       const RoomId &room = RoomId(QStringLiteral("lounge")),
                       const QString &member = QStringLiteral("ada"))
{
    RoomEvent event;
    event.room = room;
    event.from.id = MemberId(member);
    event.from.name = member;
    event.text = text;
    event.postId = PostId(id);
    return event;
}

template <typename Page>
QList<Seq> seqs(const Page &page)
{
    QList<Seq> result;
    for (const RoomEvent &event : page.events)
        result.append(event.seq);
    return result;
}

/// Whether the bytes stand in any file of the directory.
inline bool isKept(const QString &directory, const QByteArray &bytes)
{
    const QStringList names = QDir(directory).entryList(QDir::Files);
    for (const QString &name : names) {
        QFile file(QDir(directory).filePath(name));
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
            return true;
    }
    return false;
}

} // namespace tincan
