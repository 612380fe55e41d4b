#pragma once

#include "server/eventstore.h"

#include <QHash>

#include <deque>
#include <memory>

namespace tincan {

/// Keeps the logs in memory, for as long as the server runs; calls back at once. Bounded: past the bounds the
/// oldest events of all rooms go; their post ids are remembered for a while.
class MemoryStore final : public EventStore
{
public:
    struct Bounds
    {
        int events = 100'000;
        qsizetype bytes = 64 * 1024 * 1024;
        qsizetype searchedBytes = 256 * 1024; ///< with one call of search()
        std::size_t forgottenPosts = 10'000;  ///< whose ids are known once their events are gone
    };

    MemoryStore() : MemoryStore(Bounds()) {}
    explicit MemoryStore(const Bounds &bounds);
    ~MemoryStore() override;

    std::vector<Room> rooms() const override { return {}; }
    void openRoom(const Room &room) override;
    void dropRoom(const RoomId &room) override;
    void keep(const RoomId &, const std::optional<Retention> &) override {}
    LogState state(const RoomId &room) const override;
    void append(RoomEvent draft, Appended done) override;
    void answerRepeat(RoomEvent draft, const Error &problem, Appended done) override;
    void readAfter(const RoomId &room, Seq seq, int limit, Read done) override;
    void readBefore(const RoomId &room, Seq seq, int limit, Read done) override;
    void search(const SearchQuestion &question, Searched done) override;

private:
    using PostKey = std::pair<MemberId, PostId>;
    struct Log;
    struct Place
    {
        std::shared_ptr<Log> log;
        Seq seq = 0;
    };

    /// A post whose event is gone.
    struct Forgotten
    {
        std::weak_ptr<Log> log; ///< gone: its room is, too
        RoomId room;
        Seq seq = 0;
        std::int64_t at = 0;
    };

    /// One of all events, in the order in which they were stored.
    struct Age
    {
        std::weak_ptr<Log> log;
        Seq seq = 0;
        std::int64_t count = 0; ///< of the events before it
    };
    using Ages = std::deque<Age>;

    std::shared_ptr<Log> logOf(const RoomId &room) const;
    std::optional<RoomEvent> findPost(const RoomEvent &draft) const;
    void redact(Log &log, const RoomEvent &deletion);
    void trim();
    Ages::const_iterator searchFrom(const QString &cursor) const;
    void remember(const std::shared_ptr<Log> &log);
    void dropOldest(Log &log);

    Bounds m_bounds;
    int m_events = 0;
    qsizetype m_bytes = 0;
    QHash<RoomId, std::shared_ptr<Log>> m_logs;
    QHash<PostKey, Place> m_posts;
    QHash<PostKey, Forgotten> m_forgotten;
    std::deque<PostKey> m_forgottenOrder; ///< the first to be forgotten at the front
    Ages m_ages;                          ///< the oldest first; with some of logs that were dropped
    std::int64_t m_stored = 0;
};

} // namespace tincan
