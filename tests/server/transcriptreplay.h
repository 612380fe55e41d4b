#pragma once

#include "tests/support/transcript.h"
#include "tests/support/transcriptmatcher.h"

#include <QHash>

#include <optional>

namespace tincan::transcript {

/// Where a transcript is replayed: a server, and clients that are known by their names.
class Stage
{
public:
    virtual ~Stage() = default;
    /// `key`: the name of the key that it shows, with TLS; empty: in clear.
    virtual void connect(const QByteArray &client, const QByteArray &key) = 0;
    virtual void send(const QByteArray &client, const QByteArray &bytes) = 0;
    virtual void leave(const QByteArray &client) = 0;
    /// Whether the server has closed the connection.
    virtual bool isClosed(const QByteArray &client) = 0;
    /// What has come since it was last asked.
    virtual QByteArray take(const QByteArray &client) = 0;
    /// Lets the server go on. Answers false once it has been given time enough for everything.
    virtual bool wait() = 0;
    /// Lets everything that is under way arrive, and no deadline of the protocol pass.
    virtual void settle() = 0;
};

/// Plays all steps. Answers what went wrong, or nothing.
QString replay(const Transcript &transcript, Stage &stage);

} // namespace tincan::transcript
