#pragma once

#include "protocol/limits.h"
#include "protocol/roominfo.h"
#include "ui/client/messagecopy.h"
#include "ui/client/requests.h"
#include "ui/client/roomlogs.h"
#include "ui/client/sendqueue.h"

#include <QHash>

namespace tincan {

/// What a client keeps in memory from one connection to the next.
struct ClientMemory
{
    enum class Dialect
    {
        Unknown,
        Native,
        Plain
    };

    struct KnownRoom
    {
        QString name;
        RoomKind kind = RoomKind::Room;
        bool gone = false;    ///< not on the server; in sight as long as something written for it is not sent
        bool removed = false; ///< gone, because somebody removed it
    };

    Dialect dialect = Dialect::Unknown;
    Member self;
    bool away = false; ///< as was asked for
    QString status;
    SessionToken session;
    QByteArray sessionKey;   ///< the fingerprint of the server that gave the token: no other is shown it
    ServerIdentity recalled; ///< the server that the copy told of, until one is in
    Limits limits;
    int roundTrip = -1;
    QHash<RoomId, KnownRoom> rooms; ///< those one is in
    RoomLogs logs;
    SendQueue posts;
    Requests requests;
    bool addressRoomAsked = false; ///< the room that the address names was entered once
    Seq plainHead = 0;             ///< the last number that a plain session gave
};

} // namespace tincan
