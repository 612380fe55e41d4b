#pragma once

#include "server/directorylock.h"
#include "server/eventeraser.h"
#include "server/eventtable.h"
#include "server/logdatabase.h"
#include "server/sessiontable.h"

#include <QObject>
#include <QTimer>

namespace tincan {

/// Does a store's work, on the thread that its database lives on. What one call of work() brings is one
/// transaction, and one fsync.
class StoreWorker : public QObject
{
    Q_OBJECT

public:
    explicit StoreWorker(const StoreOptions &options);

    std::variant<StoreContents, StoreFailure> open();

    struct Done
    {
        std::vector<StoreAnswer> answers; ///< one for each task; to an append, nothing where it failed
        std::optional<StoreFailure> failure = {};
    };
    Done work(const std::vector<StoreTask> &tasks);

    void close();

private:
    std::optional<StoreFailure> openFiles();
    StoreContents load();
    bool writeAll(const std::vector<StoreTask> &tasks, Done &done, std::vector<Seq> &ends);
    bool begin();
    bool commit();
    void takeBack(Done &done);
    void emptyWal();

    StoreAnswer write(const storetask::OpenRoom &task);
    StoreAnswer write(const storetask::DropRoom &task);
    StoreAnswer write(const storetask::Append &task);
    StoreAnswer write(const storetask::AnswerRepeat &task);
    StoreAnswer write(const storetask::KeepSession &task);
    StoreAnswer write(const storetask::ForgetSession &task);
    StoreAnswer write(const storetask::Trim &task);
    template <typename Reading>
    StoreAnswer write(const Reading &) // done once everything is written
    {
        return {};
    }

    EventPage read(const RoomTable::Log &log, const storetask::ReadAfter &task, Seq end);
    EventPage read(const RoomTable::Log &log, const storetask::ReadBefore &task, Seq end);
    StoreAnswer readFor(const StoreTask &task, Seq end);
    FoundPage search(const SearchQuestion &question, qint64 end);

    StoreOptions m_options;
    DirectoryLock m_lock;
    LogDatabase m_database;
    RoomTable m_rooms;
    ForgottenPosts m_forgotten;
    EventTable m_events;
    SessionTable m_sessions;
    EventEraser m_eraser;
    QTimer m_emptying;
    bool m_isWriting = false; ///< a transaction is under way
    bool m_hasErased = false; ///< the write-ahead log may still have texts that are gone
};

} // namespace tincan
