#pragma once

#include "server/deadlinequeue.h"
#include "server/eventstore.h"
#include "server/forgettingtime.h"
#include "server/sessionkeeper.h"
#include "server/storefailure.h"
#include "server/storeoptions.h"
#include "server/storetask.h"

#include <QHash>
#include <QObject>
#include <QThread>

#include <deque>
#include <memory>

namespace tincan {

class StoreWorker;

/// Keeps the logs in an SQLite database, which a thread of its own works on. One transaction takes everything
/// that was asked for in one turn, or while the one before was stored, so that many posts share an fsync and
/// a lone one waits for nobody else's. Calls back in later turns. An append that is called back is stored as
/// firmly as the options say.
class SqliteStore final : public EventStore, public SessionKeeper
{
public:
    static constexpr int trimEveryMs = 60'000;
    static constexpr std::size_t mostWaiting = 20'000;              ///< tasks
    static constexpr qsizetype mostWaitingBytes = 64 * 1024 * 1024; ///< of text

    /// Both must outlive the store.
    SqliteStore(const StoreOptions &options, const Clock &clock, DeadlineQueue &deadlines);
    ~SqliteStore() override; ///< what it was given is stored

    /// The first call. Calls back in a later turn: nothing, and the store can be used, or what is wrong.
    using Opened = std::function<void(const std::optional<StoreFailure> &)>;
    void open(Opened opened);

    std::vector<Room> rooms() const override { return m_rooms; }
    void openRoom(const Room &room) override;
    void dropRoom(const RoomId &room) override;
    void keep(const RoomId &room, const std::optional<Retention> &kept) override;
    LogState state(const RoomId &room) const override { return m_states.value(room); }
    void append(RoomEvent draft, Appended done) override;
    void answerRepeat(RoomEvent draft, const Error &problem, Appended done) override;
    void readAfter(const RoomId &room, Seq seq, int limit, Read done) override;
    void readBefore(const RoomId &room, Seq seq, int limit, Read done) override;
    void search(const SearchQuestion &question, Searched done) override;

    QList<KeptSession> sessions() const override { return m_sessions; }
    void keepSession(const KeptSession &session) override;
    void forgetSession(const MemberId &member) override;

private:
    struct Call ///< what is to be done with an answer
    {
        Appended appended;
        Read read;
        Searched searched;
        RoomEvent draft; ///< of an append, without its text
        Epoch epoch;     ///< of its room when it was asked for
        bool trims = false;
    };

    void take(const std::variant<StoreContents, StoreFailure> &result, const Opened &opened);
    void read(StoreTask task, Read done);
    void ask(StoreTask task, Call call);
    bool isFull() const;
    std::vector<StoreTask> nextTasks();
    void startSoon();
    void startNext();
    void answered(const std::vector<StoreAnswer> &answers, const std::optional<StoreFailure> &failure);
    void noteHealth(const std::optional<StoreFailure> &failure);
    void answer(const Call &call, const StoreAnswer &answer, const std::optional<StoreFailure> &failure);
    void count(const Call &call, const AppendResult &result);
    void take(const Trimmed &trimmed);
    void trimIn(int milliseconds);
    bool forgets() const;

    StoreOptions m_options;
    ForgettingTime m_time;
    DeadlineQueue &m_deadlines;
    QObject m_home;                        ///< on the thread of the answers
    std::unique_ptr<StoreWorker> m_worker; ///< on m_thread
    QThread m_thread;
    std::vector<Room> m_rooms;
    QList<KeptSession> m_sessions;
    QHash<RoomId, LogState> m_states;
    QHash<RoomId, Retention> m_kept; ///< of rooms that have it set
    std::deque<StoreTask> m_waiting;
    std::deque<Call> m_calls; ///< of what is being done, then of what waits
    qsizetype m_waitingBytes = 0;
    bool m_isBusy = false;
    bool m_isStarting = false;
    bool m_isFailing = false;
    Deadline m_trimming;
};

} // namespace tincan
