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
    quint16 port = 0; ///< of the peer
    QHostAddress address;
    std::int64_t since = 0; ///< UTC, milliseconds since 1970
    bool encrypted = false;
    QByteArray key; ///< that the peer proved to have; see Link::peerKey()
    bool native = false;
    bool barred = false;  ///< it was told why it may not come in
    Via via = Via::Plain; ///< of a text session
    MemberId member;      ///< empty: not let in yet
    int wrongPasswords = 0;
    bool isChecked = false;        ///< its password is being compared
    std::vector<TextCommand> held; ///< what it said meanwhile
    Deadline patience;             ///< for a hello that is accepted
};

} // namespace tincan
