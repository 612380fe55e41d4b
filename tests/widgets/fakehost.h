#pragma once

#include "ui/models/roomhost.h"

namespace tincan {

/// A host that opens nothing: a test says what comes of a request.
class FakeHost : public RoomHost
{
    Q_OBJECT

public:
    using RoomHost::RoomHost;

    void open(const HostRequest &request) override { requests.append(request); }
    void close() override
    {
        ++closings;
        m_open = false;
        Q_EMIT closed();
    }
    bool isOpen() const override { return m_open; }
    HostedRoom room() const override { return m_room; }
    int guests() const override { return m_guests; }

    void answer(const HostedRoom &room)
    {
        m_room = room;
        m_open = true;
        Q_EMIT opened(room);
    }
    void setGuests(int guests)
    {
        m_guests = guests;
        Q_EMIT guestsChanged(guests);
    }

    QList<HostRequest> requests;
    int closings = 0;

private:
    HostedRoom m_room;
    int m_guests = 0;
    bool m_open = false;
};

} // namespace tincan
