#pragma once

#include "protocol/command.h"
#include "protocol/limits.h"
#include "ui/client/pacer.h"
#include "ui/client/queuedpost.h"

#include <QList>
#include <QSet>

#include <deque>
#include <optional>

namespace tincan {

/// The posts that no server has acknowledged yet, in the order in which they were made. Outlives connections:
/// what was on its way when one ended is sent again on the next, under the same id. Pure; times in
/// milliseconds.
class SendQueue
{
public:
    static constexpr int most = 10'000; ///< posts that may wait
    static constexpr int window = 64;   ///< posts that may be on their way at once

    bool add(const command::Post &post, std::int64_t at = 0); ///< false: the queue is full
    bool restore(const QueuedPost &queued);                   ///< of an earlier run: it may have been sent

    /// The server takes us for somebody new, who was `former`: posts that were sent as that one may have been
    /// stored. They wait until their room's log was read.
    void doubt(const MemberId &former);
    /// Whether an event is such a post; it is settled then.
    std::optional<PostId> recognise(const RoomEvent &event);
    /// The log of a room was lost: replies answer nothing any more. Answers what was to change something
    /// there, failed or not.
    QList<PostId> detach(const RoomId &room);
    void readAll(const RoomId &room);            ///< what was not recognised there goes out again
    void readAllBut(const QList<RoomId> &rooms); ///< the same for all rooms but these

    /// A new connection with these limits: whatever was on its way is to be sent again.
    void restart(const Limits &limits, int tooFastPause, std::int64_t now);
    void interrupted();                                  ///< the connection is gone
    void spend(std::int64_t now) { m_pacer.spend(now); } ///< something else went out

    /// Takes the next post that may go now, but none for a room in `held`.
    std::optional<command::Post> next(std::int64_t now, const QSet<RoomId> &held);
    int nextIn(std::int64_t now, const QSet<RoomId> &held) const; ///< -1: nothing to send, whatever the time

    bool holds(const PostId &id) const;                ///< unacknowledged and not failed
    bool acknowledge(const PostId &id);                ///< false: not one of ours
    bool fail(const PostId &id, const Error &error);   ///< kept aside for retry() or discard()
    void postpone(const PostId &id, std::int64_t now); ///< the server found us too fast
    bool retry(const PostId &id);
    void discard(const PostId &id);

    QList<PostId> unacknowledgedIds() const;
    QList<QueuedPost> all() const; ///< failed ones, too
    std::optional<QueuedPost> find(const PostId &id) const;
    int unacknowledged() const { return m_unacknowledged; }

private:
    enum class Stage
    {
        Waiting,
        InFlight,
        Doubtful,
        Failed
    };
    struct Entry
    {
        QueuedPost queued;
        Stage stage = Stage::Waiting;
        bool sent = false; ///< it may have reached the server
        MemberId former;   ///< who sent it, while Doubtful
    };
    using Entries = std::deque<Entry>;

    Entries::iterator entryOf(const PostId &id);
    Entries::const_iterator firstSendable(const QSet<RoomId> &held) const;

    Entries m_entries;
    Pacer m_pacer;
    int m_unacknowledged = 0;
    int m_inFlight = 0;
    int m_firstPause = 0;
    int m_pause = 0;
    std::int64_t m_pausedUntil = 0;
};

} // namespace tincan
