#pragma once

#include "server/eventstore.h"
#include "server/sessionkeeper.h"

#include <QHash>

#include <variant>

// What goes between a store and the thread that its database lives on.

namespace tincan {

namespace storetask {

struct OpenRoom
{
    Room room;
    Epoch epoch;
};

struct DropRoom
{
    RoomId room;
};

struct Append
{
    RoomEvent draft;
};

/// As Append, but to store nothing that is not there yet.
struct AnswerRepeat
{
    RoomEvent draft;
    Error problem;
};

struct ReadAfter
{
    RoomId room;
    Seq seq = 0;
    int limit = 0;
};

struct ReadBefore
{
    RoomId room;
    Seq seq = 0;
    int limit = 0;
};

struct Search
{
    SearchQuestion question;
};

struct KeepSession
{
    KeptSession session;
};

struct ForgetSession
{
    MemberId member;
};

/// Drops some of what is too old, or one too many.
struct Trim
{
    std::int64_t now = 0;               ///< UTC, milliseconds since 1970
    QHash<RoomId, Retention> kept = {}; ///< of rooms that have it set
};

} // namespace storetask

using StoreTask =
    std::variant<storetask::OpenRoom, storetask::DropRoom, storetask::Append, storetask::AnswerRepeat,
                 storetask::ReadAfter, storetask::ReadBefore, storetask::Search, storetask::KeepSession,
                 storetask::ForgetSession, storetask::Trim>;

/// What a trim has done.
struct Trimmed
{
    QList<std::pair<RoomId, Seq>> firsts; ///< rooms, and the oldest event that each has now
    int events = 0;                       ///< that were dropped
    bool more = false;                    ///< there is more to drop
};

/// Nothing where there is nothing to say.
using StoreAnswer = std::variant<std::monostate, AppendResult, EventPage, FoundPage, Trimmed>;

/// What was in the file when it was opened.
struct StoredLog
{
    Room room;
    LogState state;
};

struct StoreContents
{
    std::vector<StoredLog> logs;
    QList<KeptSession> sessions;
};

} // namespace tincan
