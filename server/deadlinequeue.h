#pragma once

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <map>

namespace tincan {

class Clock;
class DeadlineQueue;

/// A call that is due at a time; letting go of it calls it off. The queue must outlive it.
class Deadline
{
public:
    Deadline() = default;
    Deadline(Deadline &&other) noexcept;
    Deadline &operator=(Deadline &&other) noexcept;
    ~Deadline() { cancel(); }

    void cancel();
    bool isPending() const; ///< neither fired nor called off

private:
    friend class DeadlineQueue;
    using Key = std::pair<std::int64_t, std::uint64_t>;
    Deadline(DeadlineQueue *queue, Key key) : m_queue(queue), m_key(key) {}

    DeadlineQueue *m_queue = nullptr;
    Key m_key;
};

/// Every wait of a server. One single-shot timer stands on the earliest of them, so that a calm server never
/// wakes up.
class DeadlineQueue : public QObject
{
    Q_OBJECT

public:
    /// `clock` must outlive the queue.
    explicit DeadlineQueue(const Clock &clock, QObject *parent = nullptr);

    /// Calls back in `milliseconds` by the clock; 0: once what this turn of the event loop brought is dealt
    /// with.
    [[nodiscard]] Deadline in(int milliseconds, std::function<void()> due);

    /// Calls what is due by the clock. What these calls add waits for the next time.
    void fireDue();

private:
    friend class Deadline;
    void remove(Deadline::Key key);
    void arm();

    const Clock &m_clock;
    QTimer m_timer;
    std::map<Deadline::Key, std::function<void()>> m_waiting;
    std::uint64_t m_lastNumber = 0;
};

} // namespace tincan
