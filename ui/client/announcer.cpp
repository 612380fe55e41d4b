#include "ui/client/announcer.h"

#include <QMetaObject>
#include <QPointer>

namespace tincan {

void Announcer::sayEvents(const RoomId &room, const QList<RoomEvent> &events)
{
    if (events.isEmpty()) {
        return;
    }
    if (const auto batch = m_batches.value(room)) {
        batch->append(events);
        return;
    }
    const auto batch = std::make_shared<QList<RoomEvent>>(events);
    m_batches.insert(room, batch);
    enqueue([room, batch](RoomClient &client) { Q_EMIT client.eventsArrived(room, *batch); });
}

void Announcer::enqueue(Announcement announcement)
{
    m_queue.append(std::move(announcement));
    if (!std::exchange(m_scheduled, true)) {
        QMetaObject::invokeMethod(
            &m_client, [this] { flush(); }, Qt::QueuedConnection);
    }
}

void Announcer::flush()
{
    m_scheduled = false;
    m_batches.clear();
    const QList<Announcement> queue = std::exchange(m_queue, {});
    const QPointer<RoomClient> client(&m_client);
    for (const Announcement &announcement : queue) {
        announcement(*client);
        if (!client) {
            return;
        }
    }
}

} // namespace tincan
