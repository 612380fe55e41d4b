#include "server/memorystore.h"

#include "protocol/searchfold.h"
#include "server/pointing.h"
#include "server/randomword.h"

#include <QSet>

#include <algorithm>

namespace tincan {

struct MemoryStore::Log
{
    Epoch epoch;
    Seq first = 1;
    std::deque<RoomEvent> events; ///< numbered from `first` on
    QHash<Seq, Seq> edits;        ///< of an event that is there: the last

    Seq head() const { return first + Seq(events.size()) - 1; }
    const RoomEvent &at(Seq seq) const { return events[std::size_t(seq - first)]; }
    RoomEvent &at(Seq seq) { return events[std::size_t(seq - first)]; }
    bool holds(Seq seq) const { return seq >= first && seq <= head(); }
};

namespace {

qsizetype textBytes(const RoomEvent &event)
{
    return event.text.size() * qsizetype(sizeof(QChar));
}

qsizetype chargeOf(const RoomEvent &event)
{
    const qsizetype words = event.from.name.size() + event.postId.value().size();
    return qsizetype(sizeof(RoomEvent)) + textBytes(event) + words * qsizetype(sizeof(QChar));
}

} // namespace

MemoryStore::MemoryStore(const Bounds &bounds) : m_bounds(bounds) {}
MemoryStore::~MemoryStore() = default;

std::shared_ptr<MemoryStore::Log> MemoryStore::logOf(const RoomId &room) const
{
    return m_logs.value(room);
}

void MemoryStore::openRoom(const Room &room)
{
    if (m_logs.contains(room.id()))
        return;
    auto log = std::make_shared<Log>();
    log->epoch = Epoch(randomWord(8));
    m_logs.insert(room.id(), std::move(log));
}

void MemoryStore::dropRoom(const RoomId &room)
{
    const auto log = m_logs.take(room);
    while (log && !log->events.empty())
        dropOldest(*log);
    // What is left in m_ages of dropped logs must not pile up.
    if (m_ages.size() > 2 * std::size_t(m_events) + 1024)
        std::erase_if(m_ages, [](const Age &age) { return age.log.expired(); });
}

LogState MemoryStore::state(const RoomId &room) const
{
    const auto log = logOf(room);
    return log ? LogState{log->first, log->head(), log->epoch} : LogState();
}

void MemoryStore::append(RoomEvent draft, Appended done)
{
    const auto log = logOf(draft.room);
    if (!log)
        return;
    if (const auto earlier = findPost(draft)) {
        done({*earlier, true});
        return;
    }
    std::optional<RoomEvent> about;
    if (const Seq seq = pointsAt(draft); log->holds(seq))
        about = log->at(seq);
    if (const auto problem = pointingProblem(draft, about ? &*about : nullptr)) {
        done({draft, false, about, problem});
        return;
    }
    draft.seq = log->head() + 1;
    if (!draft.postId.isEmpty())
        m_posts.insert({draft.from.id, draft.postId}, {log, draft.seq});
    log->events.push_back(draft);
    m_ages.push_back({log, draft.seq, m_stored++});
    ++m_events;
    m_bytes += chargeOf(draft);
    if (draft.kind == EventKind::Edit)
        log->edits.insert(draft.target, draft.seq);
    if (draft.kind == EventKind::Delete)
        redact(*log, draft);
    trim();
    done({draft, false, about, {}});
}

void MemoryStore::answerRepeat(RoomEvent draft, const Error &problem, Appended done)
{
    if (const auto earlier = findPost(draft))
        done({*earlier, true});
    else
        done({draft, false, {}, problem});
}

/// Edits stand behind what they edit.
void MemoryStore::redact(Log &log, const RoomEvent &deletion)
{
    log.edits.remove(deletion.target);
    for (Seq seq = deletion.target; seq < deletion.seq; ++seq) {
        RoomEvent &event = log.at(seq);
        if (seq == deletion.target || (event.kind == EventKind::Edit && event.target == deletion.target)) {
            m_bytes -= textBytes(event);
            event.text.clear();
        }
    }
}

/// Without its text where that is forgotten.
std::optional<RoomEvent> MemoryStore::findPost(const RoomEvent &draft) const
{
    if (draft.postId.isEmpty())
        return {};
    const PostKey key(draft.from.id, draft.postId);
    if (const auto post = m_posts.constFind(key); post != m_posts.constEnd())
        return post->log->at(post->seq);
    const auto forgotten = m_forgotten.constFind(key);
    if (forgotten == m_forgotten.constEnd() || forgotten->log.expired())
        return {};
    RoomEvent event = draft;
    event.room = forgotten->room;
    event.seq = forgotten->seq;
    event.at = forgotten->at;
    event.text.clear();
    return event;
}

void MemoryStore::trim()
{
    while (m_ages.size() > 1 && (m_events > m_bounds.events || m_bytes > m_bounds.bytes)) {
        const auto log = m_ages.front().log.lock();
        m_ages.pop_front();
        if (!log || log->events.empty())
            continue;
        remember(log);
        dropOldest(*log);
    }
}

/// The post that the log's oldest event was.
void MemoryStore::remember(const std::shared_ptr<Log> &log)
{
    const RoomEvent &oldest = log->events.front();
    if (oldest.postId.isEmpty())
        return;
    const PostKey key(oldest.from.id, oldest.postId);
    if (!m_forgotten.contains(key))
        m_forgottenOrder.push_back(key);
    m_forgotten.insert(key, {log, oldest.room, oldest.seq, oldest.at});
    if (m_forgottenOrder.size() <= m_bounds.forgottenPosts)
        return;
    m_forgotten.remove(m_forgottenOrder.front());
    m_forgottenOrder.pop_front();
}

void MemoryStore::dropOldest(Log &log)
{
    const RoomEvent &oldest = log.events.front();
    --m_events;
    m_bytes -= chargeOf(oldest);
    m_posts.remove({oldest.from.id, oldest.postId});
    log.edits.remove(oldest.seq);
    log.events.pop_front();
    ++log.first;
}

void MemoryStore::readAfter(const RoomId &room, Seq seq, int limit, Read done)
{
    EventPage page;
    if (const auto log = logOf(room)) {
        qsizetype bytes = 0;
        Seq next = std::max(seq + 1, log->first);
        for (; next <= log->head() && page.events.size() < limit && bytes < pageBytes; ++next) {
            page.events.append(log->at(next));
            bytes += textBytes(log->at(next));
        }
        page.more = next <= log->head();
    }
    done(page);
}

void MemoryStore::readBefore(const RoomId &room, Seq seq, int limit, Read done)
{
    EventPage page;
    if (const auto log = logOf(room)) {
        qsizetype bytes = 0;
        Seq next = seq > 0 ? std::min(seq - 1, log->head()) : log->head();
        for (; next >= log->first && page.events.size() < limit && bytes < pageBytes; --next) {
            page.events.append(log->at(next));
            bytes += textBytes(log->at(next));
        }
        page.more = next >= log->first;
        std::reverse(page.events.begin(), page.events.end());
    }
    done(page);
}

void MemoryStore::search(const SearchQuestion &question, Searched done)
{
    QSet<const Log *> wanted;
    for (const RoomId &room : question.rooms)
        wanted.insert(logOf(room).get());
    FoundPage page;
    qsizetype searched = 0;
    qsizetype found = 0;
    for (auto age = searchFrom(question.cursor); age != m_ages.cbegin();) {
        if (searched >= m_bounds.searchedBytes || found >= pageBytes ||
            page.events.size() >= question.limit) {
            page.cursor = cursorBelow(age->count);
            break;
        }
        --age;
        searched += qsizetype(sizeof(Age));
        const auto log = age->log.lock();
        if (!wanted.contains(log.get()) || !log || !log->holds(age->seq))
            continue;
        const RoomEvent &said = log->at(age->seq); // the message, or an edit of it
        const Seq seq = said.kind == EventKind::Edit ? said.target : said.seq;
        if (!log->holds(seq) || log->edits.value(seq, seq) != said.seq)
            continue;
        const RoomEvent &event = log->at(seq);
        if (!isSpoken(event) || !fits(question, event))
            continue;
        searched += textBytes(said);
        if (said.text.isEmpty() || !holdsAll(searchFold(said.text), question.terms))
            continue;
        page.events.append(event);
        page.events.last().text = said.text;
        found += textBytes(page.events.last());
    }
    done(page);
}

MemoryStore::Ages::const_iterator MemoryStore::searchFrom(const QString &cursor) const
{
    const auto below = countOfCursor(cursor);
    if (!below)
        return m_ages.cend();
    return std::lower_bound(m_ages.cbegin(), m_ages.cend(), *below,
                            [](const Age &age, std::int64_t count) { return age.count < count; });
}

} // namespace tincan
