#pragma once

#include "protocol/serverevent.h"
#include "ui/client/clientsession.h"
#include "ui/client/roomlogs.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace tincan {

/// A native session's rooms: enters them, passes on what is new in them, fills gaps, and founds those anew
/// that a restarted server has lost. What was written for a room that is gone for good fails, and the room
/// stays in sight together with it.
class RoomFollower
{
public:
    using Send = std::function<void(const Command &)>;

    RoomFollower(const SessionContext &context, Send send);

    void welcome(const serverevent::Welcome &welcome);
    void joined(const serverevent::Joined &joined);
    void left(const RoomId &room); ///< as one asked to
    void removed(const RoomId &room);
    void happened(const RoomEvent &event);
    void page(const serverevent::HistoryPage &page);

    /// An error that answers something which this class asked: dealt with.
    bool refused(const serverevent::Failed &failed);
    void askAgain(const QString &re);

    /// Rooms that are being founded anew: posts for them wait.
    const QSet<RoomId> &held() const { return m_held; }

private:
    void enter(const QList<RoomInfo> &rooms);
    void restore(const RoomId &room);
    void gone(const RoomId &room, const Error &error);
    bool giveUpPosts(const RoomId &room, const Error &error);
    void rejoin();
    void rejoin(const QString &re);
    void enterAddressRoom();
    void passOn(const RoomId &room, RoomLogs::Outcome outcome);
    void reset(const RoomId &room);
    void recognise(QList<RoomEvent> &events);
    void stored(const PostId &id);
    void readWhole(const RoomId &room);
    void drop(const RoomId &room);

    SessionContext m_context;
    Send m_send;
    QList<RoomId> m_lost;               ///< to be founded anew, when others are
    QHash<QString, RoomId> m_rejoining; ///< by the tag of the request
    int m_rejoins = 0;
    QSet<RoomId> m_held;
};

} // namespace tincan
