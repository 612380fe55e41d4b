#include "ui/client/sendqueue.h"

#include "protocol/textsanitizer.h"

#include <algorithm>

namespace tincan {

namespace {

constexpr int longestPause = 30'000;

/// Whether an event is what the server makes of a post.
bool isSame(const command::Post &post, const RoomEvent &event)
{
    const QString text = post.kind == EventKind::Topic ? sanitizeLine(post.text) : sanitizeText(post.text);
    return event.room == post.room && event.kind == post.kind && event.text == text &&
           event.reply == post.reply && event.target == post.target;
}

} // namespace

bool SendQueue::add(const command::Post &post, std::int64_t at)
{
    if (m_entries.size() >= most) {
        return false;
    }
    m_entries.push_back({{post, at, {}}, Stage::Waiting, false, {}});
    ++m_unacknowledged;
    return true;
}

bool SendQueue::restore(const QueuedPost &queued)
{
    if (entryOf(queued.post.id) != m_entries.end() || !add(queued.post, queued.at)) {
        return false;
    }
    m_entries.back().sent = true;
    if (queued.failure) {
        fail(queued.post.id, *queued.failure);
    }
    return true;
}

void SendQueue::doubt(const MemberId &former)
{
    for (Entry &entry : m_entries) {
        if (entry.sent && entry.stage == Stage::Waiting) {
            entry.stage = Stage::Doubtful;
            entry.former = former;
        }
    }
}

std::optional<PostId> SendQueue::recognise(const RoomEvent &event)
{
    const auto entry = std::find_if(m_entries.cbegin(), m_entries.cend(), [&event](const Entry &one) {
        return one.stage == Stage::Doubtful && one.former == event.from.id && isSame(one.queued.post, event);
    });
    if (entry == m_entries.cend()) {
        return std::nullopt;
    }
    const PostId id = entry->queued.post.id;
    acknowledge(id);
    return id;
}

QList<PostId> SendQueue::detach(const RoomId &room)
{
    QList<PostId> changes;
    for (Entry &entry : m_entries) {
        if (entry.queued.post.room == room && entry.stage != Stage::InFlight) {
            entry.queued.post.reply = 0;
            if (entry.queued.post.target > 0) {
                changes.append(entry.queued.post.id);
            }
        }
    }
    return changes;
}

void SendQueue::readAll(const RoomId &room)
{
    for (Entry &entry : m_entries) {
        if (entry.stage == Stage::Doubtful && entry.queued.post.room == room) {
            entry.stage = Stage::Waiting;
        }
    }
}

void SendQueue::readAllBut(const QList<RoomId> &rooms)
{
    for (Entry &entry : m_entries) {
        if (entry.stage == Stage::Doubtful && !rooms.contains(entry.queued.post.room)) {
            entry.stage = Stage::Waiting;
        }
    }
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
    entry.sent = true;
    ++m_inFlight;
    m_pacer.spend(now);
    return entry.queued.post;
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
        return entry.stage != Stage::Failed && entry.queued.post.id == id;
    });
}

bool SendQueue::acknowledge(const PostId &id)
{
    const auto entry = entryOf(id);
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

bool SendQueue::fail(const PostId &id, const Error &error)
{
    const auto entry = entryOf(id);
    if (entry == m_entries.end() || entry->stage == Stage::Failed) {
        return false;
    }
    if (entry->stage == Stage::InFlight) {
        --m_inFlight;
    }
    --m_unacknowledged;
    entry->stage = Stage::Failed;
    entry->queued.failure = error;
    return true;
}

void SendQueue::postpone(const PostId &id, std::int64_t now)
{
    const auto entry = entryOf(id);
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
    const auto entry = entryOf(id);
    if (entry == m_entries.end() || entry->stage != Stage::Failed) {
        return false;
    }
    const Entry before = *entry;
    m_entries.erase(entry);
    add(before.queued.post, before.queued.at);
    m_entries.back().sent = before.sent;
    return true;
}

void SendQueue::discard(const PostId &id)
{
    const auto entry = entryOf(id);
    if (entry != m_entries.end() && entry->stage == Stage::Failed) {
        m_entries.erase(entry);
    }
}

QList<PostId> SendQueue::unacknowledgedIds() const
{
    QList<PostId> ids;
    for (const Entry &entry : m_entries) {
        if (entry.stage != Stage::Failed) {
            ids.append(entry.queued.post.id);
        }
    }
    return ids;
}

QList<QueuedPost> SendQueue::all() const
{
    QList<QueuedPost> posts;
    for (const Entry &entry : m_entries) {
        posts.append(entry.queued);
    }
    return posts;
}

std::optional<QueuedPost> SendQueue::find(const PostId &id) const
{
    const auto entry = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [&id](const Entry &one) { return one.queued.post.id == id; });
    return entry == m_entries.cend() ? std::nullopt : std::optional(entry->queued);
}

SendQueue::Entries::iterator SendQueue::entryOf(const PostId &id)
{
    return std::find_if(m_entries.begin(), m_entries.end(),
                        [&id](const Entry &entry) { return entry.queued.post.id == id; });
}

SendQueue::Entries::const_iterator SendQueue::firstSendable(const QSet<RoomId> &held) const
{
    return std::find_if(m_entries.cbegin(), m_entries.cend(), [&held](const Entry &entry) {
        return entry.stage == Stage::Waiting && !held.contains(entry.queued.post.room);
    });
}

} // namespace tincan
