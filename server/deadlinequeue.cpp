#include "server/deadlinequeue.h"

#include "protocol/clock.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace tincan {

Deadline::Deadline(Deadline &&other) noexcept
    : m_queue(std::exchange(other.m_queue, nullptr)), m_key(other.m_key)
{
}

Deadline &Deadline::operator=(Deadline &&other) noexcept
{
    if (this != &other) {
        cancel();
        m_queue = std::exchange(other.m_queue, nullptr);
        m_key = other.m_key;
    }
    return *this;
}

void Deadline::cancel()
{
    if (m_queue)
        std::exchange(m_queue, nullptr)->remove(m_key);
}

bool Deadline::isPending() const
{
    return m_queue && m_queue->m_waiting.contains(m_key);
}

DeadlineQueue::DeadlineQueue(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &DeadlineQueue::fireDue);
}

Deadline DeadlineQueue::in(int milliseconds, std::function<void()> due)
{
    const Deadline::Key key(m_clock.monotonic() + milliseconds, ++m_lastNumber);
    const auto place = m_waiting.emplace(key, std::move(due)).first;
    if (place == m_waiting.begin())
        arm();
    return Deadline(this, key);
}

void DeadlineQueue::fireDue()
{
    const std::int64_t now = m_clock.monotonic();
    const std::uint64_t last = m_lastNumber;
    auto next = m_waiting.begin();
    while (next != m_waiting.end() && next->first.first <= now) {
        if (next->first.second > last) {
            ++next;
            continue;
        }
        // Taken out first: the call may add, call off or fire other deadlines.
        const auto due = m_waiting.extract(next);
        due.mapped()();
        next = m_waiting.begin();
    }
    arm();
}

void DeadlineQueue::remove(Deadline::Key key)
{
    m_waiting.erase(key);
}

void DeadlineQueue::arm()
{
    if (m_waiting.empty()) {
        m_timer.stop();
        return;
    }
    const std::int64_t wait = m_waiting.begin()->first.first - m_clock.monotonic();
    m_timer.start(int(std::clamp<std::int64_t>(wait, 0, std::numeric_limits<int>::max())));
}

} // namespace tincan
