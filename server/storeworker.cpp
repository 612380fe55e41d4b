#include "server/storeworker.h"

#include "server/powercut.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int emptyAgainMs = 1'000;

/// The room that a task reads, null where it reads none.
const RoomId *readRoom(const StoreTask &task)
{
    return std::visit(
        [](const auto &kind) -> const RoomId * {
            if constexpr (requires { kind.limit; })
                return &kind.room;
            return nullptr;
        },
        task);
}

} // namespace

StoreWorker::StoreWorker(const StoreOptions &options)
    : m_options(options), m_database(QDir(options.directory).filePath(u"log.db"_s)), m_rooms(m_database),
      m_forgotten(m_database, m_rooms, options.mostForgottenPosts),
      m_events(m_database, m_rooms, m_forgotten), m_sessions(m_database),
      m_eraser(m_database, m_rooms, m_forgotten, options), m_emptying(this)
{
    m_emptying.setSingleShot(true);
    connect(&m_emptying, &QTimer::timeout, this, &StoreWorker::emptyWal);
}

std::variant<StoreContents, StoreFailure> StoreWorker::open()
{
    if (const auto failure = openFiles())
        return *failure;
    StoreContents contents = load();
    if (const auto failure = m_database.takeFailure())
        return *failure;
    return contents;
}

std::optional<StoreFailure> StoreWorker::openFiles()
{
    const QString &directory = m_options.directory;
    const bool isNew = !QDir(directory).exists();
    if (isNew && !QDir().mkpath(directory))
        return StoreFailure{StoreProblem::NotWritable, directory, {}};
    if (isNew)
        QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (auto failure = m_lock.take(directory))
        return failure;
    return m_database.open(m_options);
}

StoreContents StoreWorker::load()
{
    PowerCut::begin(m_database, m_options.sync);
    m_rooms.load();
    m_forgotten.load();
    m_events.load();
    return {m_rooms.logs(), m_sessions.load()};
}

void StoreWorker::close()
{
    m_emptying.stop();
    PowerCut::end(m_database, m_options.sync);
    m_database.close();
    m_lock.release();
}

StoreWorker::Done StoreWorker::work(const std::vector<StoreTask> &tasks)
{
    Done done;
    done.answers.resize(tasks.size());
    std::vector<Seq> ends(tasks.size(), 0);
    if (writeAll(tasks, done, ends) && commit()) {
        if (m_hasErased)
            emptyWal();
    } else {
        takeBack(done);
    }
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        if (readRoom(tasks[i]))
            done.answers[i] = readFor(tasks[i], ends[i]);
        else if (const auto *task = std::get_if<storetask::Search>(&tasks[i]))
            done.answers[i] = search(task->question, ends[i]);
    }
    return done;
}

/// `ends`: how far each room goes that is read (of a search: the table of events), so that an answer holds
/// nothing that was asked for later.
bool StoreWorker::writeAll(const std::vector<StoreTask> &tasks, Done &done, std::vector<Seq> &ends)
{
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        if (const RoomId *room = readRoom(tasks[i])) {
            const RoomTable::Log *log = m_rooms.find(*room);
            ends[i] = log ? log->now.head : 0;
            continue;
        }
        if (std::holds_alternative<storetask::Search>(tasks[i])) {
            ends[i] = m_events.lastId();
            continue;
        }
        done.answers[i] = std::visit([this](const auto &task) { return write(task); }, tasks[i]);
    }
    if (m_database.hasFailed())
        return false;
    if (!m_rooms.hasUnwritten() && !m_sessions.hasUnwritten())
        return true;
    if (!begin())
        return false;
    m_rooms.writeUnwritten();
    m_sessions.writeUnwritten();
    return !m_database.hasFailed();
}

/// Once something has failed, nothing more is stored in this transaction.
bool StoreWorker::begin()
{
    if (m_database.hasFailed())
        return false;
    if (!m_isWriting)
        m_isWriting = m_database.begin();
    return m_isWriting;
}

bool StoreWorker::commit()
{
    if (!m_isWriting)
        return true;
    if (!m_database.commit())
        return false;
    m_isWriting = false;
    m_rooms.settle(true);
    m_sessions.settle(true);
    return true;
}

/// Nothing of the transaction is there. What was answered from what had been there before still holds.
void StoreWorker::takeBack(Done &done)
{
    done.failure = m_database.takeFailure();
    m_database.rollBack();
    m_isWriting = false;
    m_rooms.settle(false);
    m_sessions.settle(false);
    for (StoreAnswer &answer : done.answers) {
        const auto *result = std::get_if<AppendResult>(&answer);
        const RoomTable::Log *log = result ? m_rooms.find(result->event.room) : nullptr;
        if (!log || !result->duplicate || result->event.seq > log->now.head)
            answer = {};
    }
}

StoreAnswer StoreWorker::write(const storetask::OpenRoom &task)
{
    m_rooms.open(task.room, task.epoch);
    return {};
}

StoreAnswer StoreWorker::write(const storetask::DropRoom &task)
{
    m_rooms.drop(task.room);
    return {};
}

StoreAnswer StoreWorker::write(const storetask::Append &task)
{
    RoomTable::Log *log = m_rooms.find(task.draft.room);
    if (!log || !begin())
        return {};
    AppendResult result = m_events.append(*log, task.draft);
    m_hasErased = m_hasErased || (task.draft.kind == EventKind::Delete && !result.refused);
    return result;
}

StoreAnswer StoreWorker::write(const storetask::AnswerRepeat &task)
{
    if (m_database.hasFailed())
        return {};
    const auto earlier = m_events.earlierPost(task.draft);
    return earlier ? AppendResult{*earlier, true} : AppendResult{task.draft, false, {}, task.problem};
}

StoreAnswer StoreWorker::write(const storetask::KeepSession &task)
{
    m_sessions.keep(task.session);
    return {};
}

StoreAnswer StoreWorker::write(const storetask::ForgetSession &task)
{
    m_sessions.forget(task.member);
    return {};
}

StoreAnswer StoreWorker::write(const storetask::Trim &task)
{
    if (!begin())
        return Trimmed{};
    Trimmed trimmed = m_eraser.trim(task);
    m_hasErased = m_hasErased || trimmed.events > 0;
    return trimmed;
}

StoreAnswer StoreWorker::readFor(const StoreTask &task, Seq end)
{
    const RoomTable::Log *log = m_rooms.find(*readRoom(task));
    if (!log)
        return EventPage{};
    end = std::min(end, log->now.head);
    EventPage page = std::visit(
        [this, log, end](const auto &kind) -> EventPage {
            if constexpr (requires { kind.limit; })
                return read(*log, kind, end);
            return {};
        },
        task);
    if (m_database.takeFailure())
        page.refused = Error{ErrorCode::Full, {}};
    return page;
}

EventPage StoreWorker::read(const RoomTable::Log &log, const storetask::ReadAfter &task, Seq end)
{
    return m_events.readAfter(log, task.seq, end, task.limit);
}

EventPage StoreWorker::read(const RoomTable::Log &log, const storetask::ReadBefore &task, Seq end)
{
    return m_events.readBefore(log, task.seq, end, task.limit);
}

FoundPage StoreWorker::search(const SearchQuestion &question, qint64 end)
{
    FoundPage page = m_events.search(question, end);
    if (m_database.takeFailure())
        page.refused = Error{ErrorCode::Full, {}};
    return page;
}

/// What the write-ahead log has of a text outlasts the text. Somebody who reads the file, as a backup does,
/// can be in the way for a while.
void StoreWorker::emptyWal()
{
    m_database.run(u"PRAGMA busy_timeout = 0"_s).finish();
    const auto busy = m_database.number(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    m_database.run(u"PRAGMA busy_timeout = 2000"_s).finish();
    m_hasErased = m_database.takeFailure().has_value() || busy != 0;
    if (m_hasErased)
        m_emptying.start(emptyAgainMs);
}

} // namespace tincan
