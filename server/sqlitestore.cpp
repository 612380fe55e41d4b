#include "server/sqlitestore.h"

#include "protocol/peerwords.h"
#include "server/logging.h"
#include "server/randomword.h"
#include "server/storeworker.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr std::size_t mostTasksAtOnce = 2'000;
constexpr int mostReadsAtOnce = 16; ///< each answer is in memory until it is passed on

bool isReading(const StoreTask &task)
{
    return std::holds_alternative<storetask::Search>(task) || std::visit(
                                                                  [](const auto &kind) {
                                                                      return requires
                                                                      {
                                                                          kind.limit;
                                                                      };
                                                                  },
                                                                  task);
}

qsizetype bytesOf(const StoreTask &task)
{
    const auto *append = std::get_if<storetask::Append>(&task);
    return append ? append->draft.text.size() * qsizetype(sizeof(QChar)) : 0;
}

Error tooBusy()
{
    return {ErrorCode::Full,
            PeerWords::tr("The server's disk does not keep up, so this was not stored. Try again.")};
}

Error refusalFor(const std::optional<StoreFailure> &failure)
{
    if (failure && failure->problem == StoreProblem::DiskFull)
        return {ErrorCode::Full,
                PeerWords::tr("The server's disk is full, so this was not stored. Try again later.")};
    return {ErrorCode::Full,
            PeerWords::tr("The server cannot store anything at the moment. Try again later.")};
}

Error unreadable()
{
    return {ErrorCode::Full, PeerWords::tr("The server cannot read its history at the moment.")};
}

} // namespace

SqliteStore::SqliteStore(const StoreOptions &options, const Clock &clock, DeadlineQueue &deadlines)
    : m_options(options), m_time(clock), m_deadlines(deadlines),
      m_worker(std::make_unique<StoreWorker>(options))
{
    m_thread.setObjectName(u"tincan-store"_s);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

SqliteStore::~SqliteStore()
{
    const auto finish = [worker = m_worker.get(), thread = &m_thread,
                         rest = std::vector<StoreTask>(m_waiting.begin(), m_waiting.end())] {
        if (!rest.empty())
            worker->work(rest);
        worker->close();
        thread->quit();
    };
    QMetaObject::invokeMethod(m_worker.get(), finish, Qt::QueuedConnection);
    m_thread.wait();
}

void SqliteStore::open(Opened opened)
{
    m_isBusy = true;
    const auto work = [this, worker = m_worker.get(), home = &m_home, opened = std::move(opened)] {
        const auto result = worker->open();
        QMetaObject::invokeMethod(
            home, [this, result, opened] { take(result, opened); }, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_worker.get(), work, Qt::QueuedConnection);
}

void SqliteStore::take(const std::variant<StoreContents, StoreFailure> &result, const Opened &opened)
{
    if (const auto *failure = std::get_if<StoreFailure>(&result)) {
        opened(*failure);
        return;
    }
    const auto &contents = std::get<StoreContents>(result);
    for (const StoredLog &log : contents.logs) {
        m_rooms.push_back(log.room);
        m_states.insert(log.room.id(), log.state);
    }
    m_sessions = contents.sessions;
    m_isBusy = false;
    trimIn(0);
    startNext();
    opened({});
}

void SqliteStore::openRoom(const Room &room)
{
    if (m_states.contains(room.id()))
        return;
    const Epoch epoch(randomWord(8));
    m_states.insert(room.id(), {1, 0, epoch});
    ask(storetask::OpenRoom{room, epoch}, {});
}

void SqliteStore::dropRoom(const RoomId &room)
{
    if (m_states.remove(room) == 0)
        return;
    ask(storetask::DropRoom{room}, {});
    if (!m_trimming.isPending())
        trimIn(trimEveryMs);
}

void SqliteStore::keep(const RoomId &room, const std::optional<Retention> &kept)
{
    if (kept)
        m_kept.insert(room, *kept);
    else
        m_kept.remove(room);
    if (forgets())
        trimIn(0);
}

bool SqliteStore::forgets() const
{
    return m_options.keep.forgets() ||
           std::any_of(m_kept.cbegin(), m_kept.cend(), [](const Retention &kept) { return kept.forgets(); });
}

void SqliteStore::append(RoomEvent draft, Appended done)
{
    const auto state = m_states.constFind(draft.room);
    if (state == m_states.constEnd())
        return;
    Call call;
    call.appended = std::move(done);
    call.draft = draft;
    call.draft.text.clear();
    call.epoch = state->epoch;
    if (isFull())
        return call.appended({call.draft, false, {}, tooBusy()});
    ask(storetask::Append{std::move(draft)}, std::move(call));
}

void SqliteStore::answerRepeat(RoomEvent draft, const Error &problem, Appended done)
{
    Call call;
    call.appended = std::move(done);
    call.draft = draft;
    call.draft.text.clear();
    if (isFull())
        return call.appended({call.draft, false, {}, problem});
    ask(storetask::AnswerRepeat{std::move(draft), problem}, std::move(call));
}

void SqliteStore::readAfter(const RoomId &room, Seq seq, int limit, Read done)
{
    read(storetask::ReadAfter{room, seq, limit}, std::move(done));
}

void SqliteStore::readBefore(const RoomId &room, Seq seq, int limit, Read done)
{
    read(storetask::ReadBefore{room, seq, limit}, std::move(done));
}

void SqliteStore::search(const SearchQuestion &question, Searched done)
{
    if (isFull())
        return done({{}, {}, tooBusy()});
    Call call;
    call.searched = std::move(done);
    ask(storetask::Search{question}, std::move(call));
}

void SqliteStore::read(StoreTask task, Read done)
{
    if (isFull())
        return done({{}, false, tooBusy()});
    Call call;
    call.read = std::move(done);
    ask(std::move(task), std::move(call));
}

void SqliteStore::keepSession(const KeptSession &session)
{
    ask(storetask::KeepSession{session}, {});
}

void SqliteStore::forgetSession(const MemberId &member)
{
    ask(storetask::ForgetSession{member}, {});
}

bool SqliteStore::isFull() const
{
    return m_waiting.size() >= mostWaiting || m_waitingBytes >= mostWaitingBytes;
}

void SqliteStore::ask(StoreTask task, Call call)
{
    m_waitingBytes += bytesOf(task);
    m_waiting.push_back(std::move(task));
    m_calls.push_back(std::move(call));
    startSoon();
}

/// What is asked for in the same turn goes together.
void SqliteStore::startSoon()
{
    if (m_isBusy || std::exchange(m_isStarting, true))
        return;
    const auto start = [this] {
        m_isStarting = false;
        startNext();
    };
    QMetaObject::invokeMethod(&m_home, start, Qt::QueuedConnection);
}

std::vector<StoreTask> SqliteStore::nextTasks()
{
    std::vector<StoreTask> tasks;
    int reads = 0;
    while (!m_waiting.empty() && tasks.size() < mostTasksAtOnce && reads < mostReadsAtOnce) {
        m_waitingBytes -= bytesOf(m_waiting.front());
        reads += isReading(m_waiting.front()) ? 1 : 0;
        tasks.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    return tasks;
}

void SqliteStore::startNext()
{
    if (m_isBusy || m_waiting.empty())
        return;
    m_isBusy = true;
    auto work = [this, worker = m_worker.get(), home = &m_home, tasks = nextTasks()] {
        auto answer = [this, done = worker->work(tasks)] { answered(done.answers, done.failure); };
        QMetaObject::invokeMethod(home, std::move(answer), Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_worker.get(), std::move(work), Qt::QueuedConnection);
}

void SqliteStore::answered(const std::vector<StoreAnswer> &answers,
                           const std::optional<StoreFailure> &failure)
{
    const auto end = m_calls.begin() + std::ptrdiff_t(answers.size());
    const std::vector<Call> calls(std::make_move_iterator(m_calls.begin()), std::make_move_iterator(end));
    m_calls.erase(m_calls.begin(), end);
    m_isBusy = false;
    noteHealth(failure);
    startNext(); // the disk need not wait until everybody has been told
    for (std::size_t i = 0; i < answers.size(); ++i)
        answer(calls[i], answers[i], failure);
}

/// Says once that something is wrong, and once that it is over.
void SqliteStore::noteHealth(const std::optional<StoreFailure> &failure)
{
    if (std::exchange(m_isFailing, failure.has_value()) == failure.has_value())
        return;
    if (failure)
        qCWarning(lcStore).noquote() << "cannot store what is said in" << failure->path << failure->detail;
    else
        qCWarning(lcStore) << "what is said can be stored again";
}

void SqliteStore::answer(const Call &call, const StoreAnswer &answer,
                         const std::optional<StoreFailure> &failure)
{
    if (call.appended) {
        const auto *result = std::get_if<AppendResult>(&answer);
        if (result)
            count(call, *result);
        call.appended(result ? *result : AppendResult{call.draft, false, {}, refusalFor(failure)});
    } else if (call.read) {
        EventPage page = std::get<EventPage>(answer);
        if (page.refused)
            page.refused = unreadable();
        call.read(page);
    } else if (call.searched) {
        FoundPage page = std::get<FoundPage>(answer);
        if (page.refused)
            page.refused = unreadable();
        call.searched(page);
    } else if (call.trims) {
        const auto *trimmed = std::get_if<Trimmed>(&answer);
        trimmed ? take(*trimmed) : trimIn(trimEveryMs);
    }
}

/// The room may have been dropped, and opened again, meanwhile.
void SqliteStore::count(const Call &call, const AppendResult &result)
{
    const auto state = m_states.find(call.draft.room);
    if (state != m_states.end() && state->epoch == call.epoch && !result.duplicate && !result.refused)
        state->head = result.event.seq;
}

void SqliteStore::take(const Trimmed &trimmed)
{
    for (const auto &[room, first] : trimmed.firsts) {
        if (const auto state = m_states.find(room); state != m_states.end())
            state->first = std::max(state->first, first);
    }
    if (trimmed.more)
        trimIn(0);
    else if (forgets())
        trimIn(trimEveryMs);
}

void SqliteStore::trimIn(int milliseconds)
{
    m_trimming = m_deadlines.in(milliseconds, [this] {
        Call call;
        call.trims = true;
        ask(storetask::Trim{m_time.utc(), m_kept}, call);
    });
}

} // namespace tincan
