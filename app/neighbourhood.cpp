#include "app/neighbourhood.h"

#include "ui/models/chatsessions.h"
#include "ui/models/preferences.h"

#include <QNetworkInterface>

namespace tincan {

Neighbourhood::Neighbourhood(const RoomHost &host, const ChatSessions &sessions,
                             const Preferences &preferences, const Clock &clock)
    : m_host(host), m_sessions(sessions), m_preferences(preferences), m_rooms(clock)
{
    connect(&host, &RoomHost::opened, this, [this] {
        announce();
        hideOwnRooms(nullptr);
    });
    connect(&host, &RoomHost::closed, this, [this] {
        withdraw();
        hideOwnRooms(nullptr);
    });
    connect(&host, &RoomHost::guestsChanged, this, &Neighbourhood::announce);
    connect(&sessions, &ChatSessions::sessionAdded, this, [this] { hideOwnRooms(nullptr); });
    connect(&sessions, &ChatSessions::sessionAboutToBeRemoved, this, &Neighbourhood::hideOwnRooms);
}

Neighbourhood::~Neighbourhood()
{
    withdraw();
}

void Neighbourhood::addMeans(std::unique_ptr<NearbyBrowser> browser, std::unique_ptr<RoomAnnouncer> announcer)
{
    m_rooms.addBrowser(*browser);
    m_browsers.push_back(std::move(browser));
    m_announcers.push_back(std::move(announcer));
}

void Neighbourhood::start()
{
    for (const auto &browser : m_browsers)
        browser->start();
    announce();
}

void Neighbourhood::announce()
{
    const HostedRoom room = m_host.room();
    if (!m_host.isOpen() || !room.shownNearby)
        return;
    const QString name = m_preferences.userName();
    const RoomBeacon beacon{.name = room.name,
                            .host = name.isEmpty() ? systemUserName() : name,
                            .port = room.port,
                            .people = m_host.guests() + 1,
                            .passwordNeeded = room.passwordNeeded};
    for (const auto &announcer : m_announcers)
        announcer->announce({beacon, room.onlyAddress});
}

void Neighbourhood::withdraw()
{
    for (const auto &announcer : m_announcers)
        announcer->withdraw();
}

/// Nobody needs a way into a room that one has open.
void Neighbourhood::hideOwnRooms(const ServerSession *leaving)
{
    QList<RoomAddress> own;
    const auto sessions = m_sessions.sessions();
    for (const ServerSession *session : sessions) {
        if (session != leaving)
            own.append(session->address());
    }
    if (m_host.isOpen()) {
        const auto addresses = QNetworkInterface::allAddresses();
        for (const QHostAddress &address : addresses)
            own.append({address.toString(), m_host.room().port, {}, {}});
    }
    m_rooms.setHidden(own);
}

} // namespace tincan
