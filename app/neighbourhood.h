#pragma once

#include "app/roomannouncer.h"
#include "ui/client/beaconplace.h"
#include "ui/models/nearbyrooms.h"

#include <QObject>

#include <memory>
#include <vector>

namespace tincan {

class ChatSessions;
class Preferences;
class RoomHost;
class ServerSession;

/// Rooms nearby, both ways: makes the hosted room known while it is to be shown, and looks for those of
/// others. By which means, it does not know.
class Neighbourhood : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    Neighbourhood(const RoomHost &host, const ChatSessions &sessions, const Preferences &preferences,
                  const Clock &clock);
    ~Neighbourhood() override;

    void addMeans(std::unique_ptr<NearbyBrowser> browser, std::unique_ptr<RoomAnnouncer> announcer);
    void start(); ///< begins to look, and announces the room that is open, if any; later ones when they open

    NearbyRooms &rooms() { return m_rooms; }

private:
    void announce();
    void withdraw();
    void hideOwnRooms(const ServerSession *leaving);

    const RoomHost &m_host;
    const ChatSessions &m_sessions;
    const Preferences &m_preferences;
    std::vector<std::unique_ptr<NearbyBrowser>> m_browsers;
    std::vector<std::unique_ptr<RoomAnnouncer>> m_announcers;
    NearbyRooms m_rooms;
};

} // namespace tincan
