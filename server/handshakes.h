#pragma once

#include "protocol/clock.h"
#include "server/deadlinequeue.h"

#include <QHostAddress>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace tincan {

/// The TLS handshakes that are under way on a server: so many at the same time, each for so long, so that
/// half of a handshake costs nobody but who left it.
class Handshakes
{
public:
    struct Bounds
    {
        int most = 64;
        int patience = 10'000;   ///< milliseconds, then one is given up
        int yieldsAfter = 1'000; ///< one of that age makes room where all places are taken
    };

    /// A place among them; letting go of it frees it.
    class Place
    {
    public:
        Place() = default;
        Place(Place &&other) noexcept
            : m_owner(std::exchange(other.m_owner, nullptr)), m_number(other.m_number)
        {
        }
        Place &operator=(Place &&other) noexcept;
        ~Place() { leave(); }

        bool isTaken() const { return m_owner; }
        /// It was handed on: somebody else is to be called.
        void setAbandon(std::function<void()> abandon);
        void leave();

    private:
        friend class Handshakes;
        Place(Handshakes *owner, std::uint64_t number) : m_owner(owner), m_number(number) {}

        Handshakes *m_owner = nullptr;
        std::uint64_t m_number = 0;
    };

    /// All must outlive this, and this all places.
    Handshakes(const Clock &clock, DeadlineQueue &deadlines, const Bounds &bounds)
        : m_clock(clock), m_deadlines(deadlines), m_bounds(bounds)
    {
    }

    static constexpr int noteEveryMs = 60'000;

    /// `abandon` is called when the time is over, or when it has to make room for another. Where all places
    /// are taken, the oldest goes of the source that has most of them (sourceNetwork()): at once if `from`
    /// has fewer all the same, else once it is old enough. No place where neither holds; the log tells of
    /// that, once a minute at most.
    [[nodiscard]] Place begin(const QHostAddress &from, std::function<void()> abandon);
    int count() const { return int(m_running.size()); }

private:
    struct Running
    {
        QHostAddress source;
        std::int64_t since = 0;
        std::function<void()> abandon;
        Deadline deadline;
    };

    bool makeRoomFor(const QHostAddress &source);
    void noteRefusal();
    void giveUp(std::uint64_t number);

    const Clock &m_clock;
    DeadlineQueue &m_deadlines;
    Bounds m_bounds;
    std::map<std::uint64_t, Running> m_running; ///< by number: the oldest first
    std::uint64_t m_lastNumber = 0;
    std::int64_t m_notedAt = 0;
    int m_refused = 0; ///< that nobody was told of
};

} // namespace tincan
