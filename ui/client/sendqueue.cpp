#include "ui/client/sendqueue.h"

#include <algorithm>

namespace tincan {

namespace {

constexpr int longestPause = 30'000;

} // namespace

bool SendQueue::add(const command::Post &post)
{
    if (m_entries.size() >= most) {
        return false;
    }
    m_entries.push_back({post, Stage::Waiting});
    ++m_unacknowledged;
    return true;
}

void SendQueue::restart(const Limits &limits, int tooFastPause, std::int64_t now)
{
    interrupted();
    m_pacer.restart(limits.floodBurst, limits.floodPerSecond, now);
    m_firstPause = tooFastPause;
    m_pause = tooFastPause;
    m_pausedUntil = now;
}

void SendQueue::interrupted()
{
    for (Entry &entry : m_entries) {
        if (entry.stage == Stage::InFlight) {
            entry.stage = Stage::Waiting;
        }
    }
    m_inFlight = 0;
}

std::optional<command::Post> SendQueue::next(std::int64_t now, const QSet<RoomId> &held)
{
    if (nextIn(now, held) != 0) {
        return std::nullopt;
    }
    Entry &entry = m_entries[size_t(firstSendable(held) - m_entries.cbegin())];
    entry.stage = Stage::InFlight;
    ++m_inFlight;
    m_pacer.spend(now);
    return entry.post;
}

int SendQueue::nextIn(std::int64_t now, const QSet<RoomId> &held) const
{
    if (m_inFlight >= window || firstSendable(held) == m_entries.cend()) {
        return -1;
    }
    return std::max(m_pacer.readyIn(now), int(std::max<std::int64_t>(0, m_pausedUntil - now)));
}

bool SendQueue::holds(const PostId &id) const
{
    return std::any_of(m_entries.cbegin(), m_entries.cend(), [&id](const Entry &entry) {
        return entry.stage != Stage::Failed && entry.post.id == id;
    });
}

bool SendQueue::acknowledge(const PostId &id)
{
    const auto entry = find(id);
    if (entry == m_entries.end()) {
        return false;
    }
    if (entry->stage == Stage::InFlight) {
        --m_inFlight;
    }
    if (entry->stage != Stage::Failed) {
        --m_unacknowledged;
    }
    m_entries.erase(entry);
    m_pause = m_firstPause;
    return true;
}

bool SendQueue::fail(const PostId &id)
{
    const auto entry = find(id);
    if (entry == m_entries.end() || entry->stage == Stage::Failed) {
        return false;
    }
    if (entry->stage == Stage::InFlight) {
        --m_inFlight;
    }
    --m_unacknowledged;
    entry->stage = Stage::Failed;
    return true;
}

void SendQueue::postpone(const PostId &id, std::int64_t now)
{
    const auto entry = find(id);
    if (entry == m_entries.end() || entry->stage != Stage::InFlight) {
        return;
    }
    --m_inFlight;
    entry->stage = Stage::Waiting;
    m_pacer.empty(now);
    if (m_pausedUntil <= now) {
        m_pausedUntil = now + m_pause;
        m_pause = std::min(2 * m_pause, longestPause);
    }
}

bool SendQueue::retry(const PostId &id)
{
    const auto entry = find(id);
    if (entry == m_entries.end() || entry->stage != Stage::Failed) {
        return false;
    }
    const command::Post post = entry->post;
    m_entries.erase(entry);
    return add(post);
}

void SendQueue::discard(const PostId &id)
{
    const auto entry = find(id);
    if (entry != m_entries.end() && entry->stage == Stage::Failed) {
        m_entries.erase(entry);
    }
}

QList<PostId> SendQueue::unacknowledgedIds() const
{
    QList<PostId> ids;
    for (const Entry &entry : m_entries) {
        if (entry.stage != Stage::Failed) {
            ids.append(entry.post.id);
        }
    }
    return ids;
}

SendQueue::Entries::iterator SendQueue::find(const PostId &id)
{
    return std::find_if(m_entries.begin(), m_entries.end(),
                        [&id](const Entry &entry) { return entry.post.id == id; });
}

SendQueue::Entries::const_iterator SendQueue::firstSendable(const QSet<RoomId> &held) const
{
    return std::find_if(m_entries.cbegin(), m_entries.cend(), [&held](const Entry &entry) {
        return entry.stage == Stage::Waiting && !held.contains(entry.post.room);
    });
}

} // namespace tincan
