#pragma once

#include "protocol/roomevent.h"
#include "protocol/textcommand.h"
#include "server/connectionid.h"
#include "server/deadlinequeue.h"

#include <QByteArray>
#include <QHostAddress>

#include <vector>

namespace tincan {

/// What the hub knows of one connection. It is a member's once it is let in.
struct Session
{
    ConnectionId id = ConnectionId::None;
    QHostAddress address;
    std::int64_t since = 0;        ///< UTC, milliseconds since 1970
    QByteArray key;                ///< that the peer proved to have; see Link::peerKey()
    MemberId member;               ///< empty: not let in yet
    std::vector<TextCommand> held; ///< what it said while its password was compared
    Deadline patience;             ///< for a hello that is accepted
    Via via = Via::Plain;          ///< of a text session
    int wrongPasswords = 0;
    quint16 port = 0; ///< of the peer
    bool encrypted = false;
    bool native = false;
    bool barred = false;    ///< it was told why it may not come in
    bool isChecked = false; ///< its password is being compared
};

} // namespace tincan
