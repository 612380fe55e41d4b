#pragma once

#include "protocol/command.h"
#include "ui/client/clienttiming.h"
#include "ui/client/refusal.h"

#include <QObject>

namespace tincan {

class Announcer;
class Clock;
class CopyRecorder;
class Transport;
struct ClientMemory;
struct ClientOptions;

/// What a session works with; all of it outlives the session.
struct SessionContext
{
    Transport &transport;
    ClientMemory &memory;
    Announcer &announcer;
    CopyRecorder &copy;
    ClientOptions &options;
    const ClientTiming &timing;
    const Clock &clock;
};

/// One connection's conversation with a server in one dialect, from the moment that the dialect is settled.
class ClientSession : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    virtual void receive(const QByteArray &bytes) = 0;
    virtual void pump() = 0;                          ///< posts were queued, or the network took bytes
    virtual void request(const Command &command) = 0; ///< not a post
    virtual bool sayGoodbye() = 0;                    ///< true: the server will close the connection

    virtual void doubt() {}  ///< the connection may be gone: finds out, where the dialect knows how
    virtual void finish() {} ///< the connection is gone: the last call

    /// The connection ended: why, as far as the server said so.
    virtual Ending explain(const Ending &ending) const = 0;

Q_SIGNALS:
    void entered();
    void over(const tincan::Ending &ending); ///< the connection has to be ended
};

} // namespace tincan
