#pragma once

#include "protocol/error.h"
#include "protocol/roomevent.h"
#include "server/room.h"
#include "server/searchquestion.h"

#include <QList>

#include <functional>
#include <optional>
#include <vector>

namespace tincan {

/// Where a room's log stands.
struct LogState
{
    Seq first = 1; ///< the oldest event that is still there (head + 1 where none is)
    Seq head = 0;  ///< the newest event
    Epoch epoch;
};

struct AppendResult
{
    RoomEvent event;
    bool duplicate = false; ///< its author has posted this id before: this is the event it became then
    std::optional<RoomEvent> about = {}; ///< what the event answers or points at, where it is still there
    /// It was not stored: see pointingProblem(), or the store cannot at the moment (ErrorCode::Full).
    std::optional<Error> refused = {};
};

struct EventPage
{
    QList<RoomEvent> events;           ///< ascending
    bool more = false;                 ///< the question has more answers than this page holds
    std::optional<Error> refused = {}; ///< it could not be read, and the rest says nothing
};

/// The rooms' logs. The store, and nobody else, numbers the events: an event's number is its place in what is
/// stored.
///
/// Callbacks come at once or in a later turn of the same thread's event loop, in the order of the calls;
/// whoever asks must bear that the world has changed meanwhile. A store that is destroyed calls nobody back
/// any more.
class EventStore
{
public:
    using Appended = std::function<void(const AppendResult &)>;
    using Read = std::function<void(const EventPage &)>;
    using Searched = std::function<void(const FoundPage &)>;

    /// A page ends behind the event that reaches this many bytes of text.
    static constexpr qsizetype pageBytes = 256 * 1024;

    virtual ~EventStore() = default;

    /// The rooms that an earlier run left, without people. They are open.
    virtual std::vector<Room> rooms() const = 0;
    /// Makes the room's log if there is none. Everything else is for open rooms.
    virtual void openRoom(const Room &room) = 0;
    /// Forgets the room's log. Opened again it has another epoch.
    virtual void dropRoom(const RoomId &room) = 0;
    /// What is kept of the room from now on, whether it is there or not; none: as of others. A store that
    /// ends with the server keeps what it can.
    virtual void keep(const RoomId &room, const std::optional<Retention> &kept) = 0;
    /// Counts every append that has been called back, and no other.
    virtual LogState state(const RoomId &room) const = 0;

    /// Stores `draft` with the next number of its room (its seq is ignored). A post id of one author is
    /// stored once. What is deleted, and the edits of it, keep their places and lose their texts.
    virtual void append(RoomEvent draft, Appended done) = 0;
    /// Stores nothing: answers as append() does where the author has posted this id before, and else refuses
    /// with the problem.
    virtual void answerRepeat(RoomEvent draft, const Error &problem, Appended done) = 0;

    /// The first `limit` events behind `seq`.
    virtual void readAfter(const RoomId &room, Seq seq, int limit, Read done) = 0;
    /// The last `limit` events before `seq`; 0: before the end.
    virtual void readBefore(const RoomId &room, Seq seq, int limit, Read done) = 0;
    /// Messages and actions as they read now: with the text of their last edit. One call does the work of
    /// some milliseconds at most; where that was not enough, a page has fewer than `limit` (even none) and a
    /// cursor. See SearchDesk.
    virtual void search(const SearchQuestion &question, Searched done) = 0;
};

} // namespace tincan
