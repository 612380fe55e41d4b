#pragma once

#include "server/connectionid.h"
#include "server/deadlinequeue.h"
#include "server/eventstore.h"

#include <deque>
#include <map>

namespace tincan {

/// Searches for everybody, a slice at a time: the store looks at a bounded part of its logs, then it is the
/// next one's turn, and what was posted meanwhile is stored. Each connection has one search under way, and a
/// few that wait.
class SearchDesk
{
public:
    static constexpr std::size_t mostOfOne = 4; ///< searches of one connection
    static constexpr int mostSlices = 40;       ///< of one search; then it is answered with a cursor

    struct Parts ///< all must outlive the desk
    {
        EventStore &store;
        DeadlineQueue &deadlines;
    };
    explicit SearchDesk(const Parts &parts) : m_parts(parts) {}

    /// Errors, besides the store's: TooFast.
    void search(ConnectionId asker, const SearchQuestion &question, EventStore::Searched done);
    /// It is gone; nobody wants to know any more.
    void forget(ConnectionId asker);

private:
    struct Run
    {
        SearchQuestion question;
        EventStore::Searched done;
        std::uint64_t number = 0;
        FoundPage page = {}; ///< what was found so far
        int slices = 0;
    };

    void startNext();
    void take(ConnectionId asker, std::uint64_t number, const FoundPage &slice);

    Parts m_parts;
    std::map<ConnectionId, std::deque<Run>> m_runs; ///< of each, the first is under way
    std::deque<ConnectionId> m_turns;               ///< whose slice comes next
    bool m_isBusy = false;
    std::uint64_t m_lastNumber = 0;
    Deadline m_next;
};

} // namespace tincan
