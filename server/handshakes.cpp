#include "server/handshakes.h"

#include "server/logging.h"
#include "server/sourceaddress.h"

#include <QHash>

#include <algorithm>

namespace tincan {

Handshakes::Place &Handshakes::Place::operator=(Place &&other) noexcept
{
    if (this != &other) {
        leave();
        m_owner = std::exchange(other.m_owner, nullptr);
        m_number = other.m_number;
    }
    return *this;
}

void Handshakes::Place::setAbandon(std::function<void()> abandon)
{
    if (!m_owner)
        return;
    const auto running = m_owner->m_running.find(m_number);
    if (running != m_owner->m_running.end())
        running->second.abandon = std::move(abandon);
}

void Handshakes::Place::leave()
{
    if (m_owner)
        std::exchange(m_owner, nullptr)->m_running.erase(m_number);
}

Handshakes::Place Handshakes::begin(const QHostAddress &from, std::function<void()> abandon)
{
    const QHostAddress source = sourceNetwork(from);
    if (count() >= m_bounds.most && !makeRoomFor(source)) {
        noteRefusal();
        return {};
    }
    const std::uint64_t number = ++m_lastNumber;
    Deadline deadline = m_deadlines.in(m_bounds.patience, [this, number] { giveUp(number); });
    m_running[number] = {source, m_clock.monotonic(), std::move(abandon), std::move(deadline)};
    return {this, number};
}

bool Handshakes::makeRoomFor(const QHostAddress &source)
{
    QHash<QHostAddress, int> counts;
    for (const auto &[number, running] : m_running)
        ++counts[running.source];
    const int most = counts.isEmpty() ? 0 : *std::max_element(counts.cbegin(), counts.cend());
    const auto oldest = std::find_if(m_running.begin(), m_running.end(), [&](const auto &entry) {
        return counts.value(entry.second.source) == most;
    });
    const bool isShared = most <= counts.value(source) + 1;
    if (oldest == m_running.end() ||
        (isShared && m_clock.monotonic() - oldest->second.since < m_bounds.yieldsAfter))
        return false;
    giveUp(oldest->first);
    return true;
}

void Handshakes::noteRefusal()
{
    ++m_refused;
    const std::int64_t now = m_clock.monotonic();
    if (m_notedAt > 0 && now - m_notedAt < noteEveryMs)
        return;
    qCWarning(lcListener).noquote() << "too many TLS handshakes at once, the limit is" << m_bounds.most
                                    << "- closed without an answer:" << std::exchange(m_refused, 0);
    m_notedAt = now;
}

void Handshakes::giveUp(std::uint64_t number)
{
    auto node = m_running.extract(number);
    if (node)
        node.mapped().abandon();
}

} // namespace tincan
