#pragma once

#include "protocol/ids.h"
#include "ui/models/roomhost.h"

#include <QStringList>

namespace tincan {

struct RoomAddress;

/// What one sends to the people whom one wants in a room.
struct InviteText
{
    QString link;            ///< tincan://192.168.1.7:4040/lounge?fp=…&at=…
    QString terminalCommand; ///< nc 192.168.1.7 4040; empty where encryption is demanded
    QString secureCommand;   ///< openssl s_client -quiet -connect 192.168.1.7:4040; empty without TLS
    QStringList addresses;   ///< of the hosting computer, each with its port
};

/// For a room that is hosted here; all empty while it has no address.
InviteText inviteFor(const HostedRoom &hosted, const RoomId &room);

/// For a room elsewhere, at the address by which it was joined.
InviteText inviteFor(const RoomAddress &address, const RoomId &room);

} // namespace tincan
