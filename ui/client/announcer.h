#pragma once

#include "protocol/roomevent.h"
#include "ui/client/roomclient.h"

#include <QHash>
#include <QList>

#include <functional>
#include <utility>

namespace tincan {

/// Emits a client's signals, in order, from the event loop and never from the middle of a change of its
/// state; events of one room that come in one turn become one signal. A receiver may delete the client.
class Announcer
{
public:
    explicit Announcer(RoomClient &client) : m_client(client) {}

    /// Later: `Q_EMIT client.signal(arguments…)`.
    template <typename Signal, typename... Arguments>
    void say(Signal signal, Arguments... arguments)
    {
        enqueue([signal, ... held = std::move(arguments)](RoomClient &client) {
            Q_EMIT(client.*signal)(held...);
        });
    }

    /// The same for a signal that events of its room must not overtake.
    template <typename Signal, typename... Arguments>
    void sayBetweenEvents(Signal signal, Arguments... arguments)
    {
        m_batches.clear();
        say(signal, std::move(arguments)...);
    }

    void sayEvents(const RoomId &room, const QList<RoomEvent> &events);

private:
    using Announcement = std::function<void(RoomClient &)>;

    void enqueue(Announcement announcement);
    void flush();

    RoomClient &m_client;
    QList<Announcement> m_queue;
    QHash<RoomId, std::shared_ptr<QList<RoomEvent>>> m_batches; ///< those that can still grow
    bool m_scheduled = false;
};

} // namespace tincan
