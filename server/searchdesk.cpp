#include "server/searchdesk.h"

#include "protocol/peerwords.h"

namespace tincan {

namespace {

/// Adds what a slice found; answers whether that is enough.
bool isComplete(FoundPage &page, const FoundPage &slice, const SearchQuestion &question)
{
    page.events.append(slice.events);
    page.cursor = slice.cursor;
    page.refused = slice.refused;
    qsizetype bytes = 0;
    for (const RoomEvent &event : std::as_const(page.events))
        bytes += event.text.size() * qsizetype(sizeof(QChar));
    return page.refused || page.cursor.isEmpty() || page.events.size() >= question.limit ||
           bytes >= EventStore::pageBytes;
}

} // namespace

void SearchDesk::search(ConnectionId asker, const SearchQuestion &question, EventStore::Searched done)
{
    std::deque<Run> &runs = m_runs[asker];
    if (runs.size() >= mostOfOne)
        return done(
            {{}, {}, Error{ErrorCode::TooFast, PeerWords::tr("One search after the other, please.")}});
    runs.push_back({question, std::move(done), ++m_lastNumber});
    if (runs.size() == 1)
        m_turns.push_back(asker);
    startNext();
}

void SearchDesk::forget(ConnectionId asker)
{
    m_runs.erase(asker);
    std::erase(m_turns, asker);
}

void SearchDesk::startNext()
{
    if (m_isBusy || m_next.isPending() || m_turns.empty())
        return;
    m_isBusy = true;
    const ConnectionId asker = m_turns.front();
    m_turns.pop_front();
    const Run &run = m_runs.find(asker)->second.front();
    SearchQuestion slice = run.question;
    slice.limit -= int(run.page.events.size());
    if (run.slices > 0)
        slice.cursor = run.page.cursor;
    m_parts.store.search(slice, [this, asker, number = run.number](const FoundPage &page) {
        m_isBusy = false;
        take(asker, number, page);
        if (!m_turns.empty() && !m_next.isPending())
            m_next = m_parts.deadlines.in(0, [this] { startNext(); });
    });
}

/// Whoever asked may have gone.
void SearchDesk::take(ConnectionId asker, std::uint64_t number, const FoundPage &slice)
{
    const auto runs = m_runs.find(asker);
    if (runs == m_runs.end() || runs->second.front().number != number)
        return;
    Run &run = runs->second.front();
    if (!isComplete(run.page, slice, run.question) && ++run.slices < mostSlices)
        return m_turns.push_back(asker);
    const Run ended = std::move(run);
    runs->second.pop_front();
    if (runs->second.empty())
        m_runs.erase(runs);
    else
        m_turns.push_back(asker);
    ended.done(ended.page);
}

} // namespace tincan
