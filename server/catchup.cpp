#include "server/catchup.h"

#include <algorithm>
#include <utility>

namespace tincan {

CatchUp::CatchUp(EventStore &store, Courier &courier, DeadlineQueue &deadlines, int pageEvents)
    : m_store(store), m_courier(courier), m_deadlines(deadlines), m_pageEvents(pageEvents)
{
}

void CatchUp::follow(ConnectionId reader, const RoomId &room, Seq have)
{
    Log &log = m_logs[room];
    const auto [place, isNew] = m_readers[reader].places.insert_or_assign(room, Place{have + 1});
    log.followers += isNew ? 1 : 0;
    log.behind.insert(reader);
    m_courier.listen(reader, room, Stance::Aside);
}

void CatchUp::unfollow(ConnectionId reader, const RoomId &room)
{
    const auto found = m_readers.find(reader);
    if (found != m_readers.end() && found->second.places.erase(room) > 0)
        leave(reader, room);
}

void CatchUp::forget(ConnectionId reader)
{
    const auto node = m_readers.extract(reader);
    if (!node)
        return;
    for (const auto &[room, place] : node.mapped().places)
        leave(reader, room);
}

void CatchUp::leave(ConnectionId id, const RoomId &room)
{
    m_courier.unlisten(id, room);
    const auto log = m_logs.find(room);
    log->second.behind.erase(id);
    if (--log->second.followers == 0)
        m_logs.erase(log);
}

bool CatchUp::follows(ConnectionId reader, const RoomId &room) const
{
    const auto found = m_readers.find(reader);
    return found != m_readers.end() && found->second.places.contains(room);
}

void CatchUp::tell(const RoomEvent &event, Fanout &fanout, const QList<ConnectionId> &except)
{
    const auto log = m_logs.find(event.room);
    if (log == m_logs.end())
        return m_courier.send(event.room, fanout, except);
    if (log->second.next != event.seq)
        allFallBehind(event.room);
    m_courier.send(event.room, fanout, except);
    log->second.next = event.seq + 1;
    const std::set<ConnectionId> behind = log->second.behind;
    for (const ConnectionId reader : behind)
        tellBehind(reader, event, fanout);
}

/// Once it has all that came before, it is level.
void CatchUp::tellBehind(ConnectionId id, const RoomEvent &event, Fanout &fanout)
{
    Reader &reader = m_readers.at(id);
    Place &place = reader.places.at(event.room);
    if (place.next > event.seq)
        return;
    if (place.next < event.seq || reader.reading) {
        pump(id);
        return;
    }
    m_courier.send(id, fanout, Stance::Here);
    place.isLevel = true;
    m_logs.at(event.room).behind.erase(id);
    m_courier.listen(id, event.room, Stance::Here);
}

void CatchUp::fallBehind(ConnectionId id, Reader &reader)
{
    for (auto &[room, place] : reader.places) {
        if (!std::exchange(place.isLevel, false))
            continue;
        Log &log = m_logs.at(room);
        place.next = log.next;
        log.behind.insert(id);
        m_courier.listen(id, room, Stance::Aside);
    }
}

/// A number was left out or comes again: each reader sees for itself what it lacks.
void CatchUp::allFallBehind(const RoomId &room)
{
    for (auto &[id, reader] : m_readers) {
        const auto place = reader.places.find(room);
        if (place != reader.places.end() && place->second.isLevel)
            fallBehind(id, reader);
    }
}

Seq CatchUp::nextOf(const RoomId &room, const Place &place) const
{
    return place.isLevel ? m_logs.at(room).next : place.next;
}

bool CatchUp::willBring(ConnectionId reader, const RoomEvent &event) const
{
    const auto found = m_readers.find(reader);
    if (found == m_readers.end())
        return false;
    const auto place = found->second.places.find(event.room);
    return place != found->second.places.end() && nextOf(event.room, place->second) <= event.seq &&
           event.seq >= m_store.state(event.room).first;
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
    fallBehind(reader, found->second);
    m_store.readAfter(*room, found->second.places.at(*room).next - 1, m_pageEvents,
                      [this, reader, id = *room](const EventPage &page) { deliver(reader, id, page); });
}

std::optional<RoomId> CatchUp::behindIn(const Reader &reader) const
{
    for (const auto &[room, place] : reader.places) {
        if (!place.isRefused && nextOf(room, place) <= m_store.state(room).head)
            return room;
    }
    return {};
}

/// What is said in this room meanwhile waits, too: it comes in its turn. Other rooms go on.
void CatchUp::retryLater(ConnectionId id, Reader &reader, const RoomId &room)
{
    const auto place = reader.places.find(room);
    if (place == reader.places.end())
        return;
    place->second.isRefused = true;
    if (reader.retry.isPending())
        return;
    const int wait = std::min(retryFirstMs << std::min(reader.refusals, 10), retryMostMs);
    ++reader.refusals;
    reader.retry = m_deadlines.in(wait, [this, id] { retry(id); });
}

void CatchUp::retry(ConnectionId id)
{
    for (auto &[room, place] : m_readers.at(id).places)
        place.isRefused = false;
    pump(id);
}

void CatchUp::deliver(ConnectionId to, const RoomId &room, const EventPage &page)
{
    const auto found = m_readers.find(to);
    if (found == m_readers.end())
        return;
    found->second.reading = false;
    if (page.refused) {
        retryLater(to, found->second, room);
        return pump(to);
    }
    if (!found->second.retry.isPending())
        found->second.refusals = 0;
    const auto place = found->second.places.find(room);
    if (place != found->second.places.end()) {
        // What is no longer in the log cannot be brought.
        Seq &next = place->second.next;
        next = std::max(next, m_store.state(room).first);
        for (const RoomEvent &event : page.events) {
            if (event.seq != next)
                continue;
            m_courier.send(to, ServerEvent(serverevent::Happened{event}));
            ++next;
        }
    }
    pump(to);
}

} // namespace tincan
