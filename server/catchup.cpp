#include "server/catchup.h"

#include <algorithm>

namespace tincan {

CatchUp::CatchUp(EventStore &store, Courier &courier, int pageEvents)
    : m_store(store), m_courier(courier), m_pageEvents(pageEvents)
{
}

void CatchUp::follow(ConnectionId reader, const RoomId &room, Seq have)
{
    m_readers[reader].next.insert_or_assign(room, have + 1);
}

void CatchUp::unfollow(ConnectionId reader, const RoomId &room)
{
    const auto found = m_readers.find(reader);
    if (found != m_readers.end())
        found->second.next.erase(room);
}

void CatchUp::forget(ConnectionId reader)
{
    m_readers.erase(reader);
}

bool CatchUp::follows(ConnectionId reader, const RoomId &room) const
{
    const auto found = m_readers.find(reader);
    return found != m_readers.end() && found->second.next.contains(room);
}

void CatchUp::sendLive(ConnectionId reader, const RoomEvent &event, Fanout &fanout)
{
    const auto found = m_readers.find(reader);
    if (found == m_readers.end())
        return;
    const auto next = found->second.next.find(event.room);
    if (next == found->second.next.end() || next->second > event.seq)
        return;
    if (next->second < event.seq || found->second.reading) {
        pump(reader);
        return;
    }
    ++next->second;
    m_courier.send(reader, fanout, false);
}

bool CatchUp::willBring(ConnectionId reader, const RoomEvent &event) const
{
    const auto found = m_readers.find(reader);
    if (found == m_readers.end())
        return false;
    const auto next = found->second.next.find(event.room);
    return next != found->second.next.end() && next->second <= event.seq;
}

void CatchUp::pump(ConnectionId reader)
{
    const auto found = m_readers.find(reader);
    if (found == m_readers.end() || found->second.reading || m_courier.queuedBytes(reader) >= refillBelow)
        return;
    const auto room = behindIn(found->second);
    if (!room)
        return;
    found->second.reading = true;
    m_store.readAfter(*room, found->second.next.at(*room) - 1, m_pageEvents,
                      [this, reader, id = *room](const EventPage &page) { deliver(reader, id, page); });
}

std::optional<RoomId> CatchUp::behindIn(const Reader &reader) const
{
    for (const auto &[room, next] : reader.next) {
        if (next <= m_store.state(room).head)
            return room;
    }
    return {};
}

void CatchUp::deliver(ConnectionId to, const RoomId &room, const EventPage &page)
{
    const auto found = m_readers.find(to);
    if (found == m_readers.end())
        return;
    found->second.reading = false;
    if (page.refused)
        return; // the next event is another try
    const auto next = found->second.next.find(room);
    if (next != found->second.next.end()) {
        // What is no longer in the log cannot be brought.
        next->second = std::max(next->second, m_store.state(room).first);
        for (const RoomEvent &event : page.events) {
            if (event.seq != next->second)
                continue;
            m_courier.send(to, ServerEvent(serverevent::Happened{event}));
            ++next->second;
        }
    }
    pump(to);
}

} // namespace tincan
