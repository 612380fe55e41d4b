#pragma once

#include "protocol/command.h"
#include "protocol/plainvocabulary.h"
#include "protocol/roomevent.h"
#include "protocol/textcommand.h"
#include "server/connectionid.h"

#include <QByteArray>
#include <QHostAddress>

namespace tincan {

/// What is known of a peer before it has spoken.
struct Arrival
{
    quint16 port = 0; ///< its own TCP port
    bool encrypted = false;
    QByteArray key = {}; ///< see Link::peerKey()
    QHostAddress address = {};
};

/// What connections report about their peers; the hub listens.
class SessionEvents
{
public:
    /// A peer that has not spoken yet.
    virtual void arrived(ConnectionId id, const Arrival &arrival) = 0;
    /// It kept silent: a listener.
    virtual void listens(ConnectionId id) = 0;
    /// It speaks plain or line.
    virtual void speaksText(ConnectionId id, Via via) = 0;
    /// It speaks the native dialect; its hello comes next.
    virtual void speaksNative(ConnectionId id) = 0;

    virtual void asked(ConnectionId id, const TextCommand &command) = 0;
    virtual void asked(ConnectionId id, const Command &command) = 0;

    /// Everything that was queued for it is on its way.
    virtual void drained(ConnectionId id) = 0;
    /// It is gone, or takes no part any more. May come twice.
    virtual void gone(ConnectionId id) = 0;

    virtual plain::Message greetingFor(ConnectionId id) = 0;

protected:
    ~SessionEvents() = default;
};

} // namespace tincan
