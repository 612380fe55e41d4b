#pragma once

#include "server/endpoint.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHostAddress>

namespace tincan {

/// Who a Link reports to. The calls come from the event loop, never from inside a call of the Link.
class LinkObserver
{
public:
    virtual void bytesCame(QByteArrayView bytes) = 0; ///< valid during the call
    virtual void bytesLeft() = 0;                     ///< some of what was written is gone
    virtual void linkClosed() = 0;                    ///< for good; nothing comes after it

    /// The peer agrees with the link on how to speak, before anything was said by anybody. Nothing must be
    /// written until resumed(); the link may close instead.
    virtual void paused() {}
    virtual void resumed() {} ///< Link::isEncrypted() tells what came of it

protected:
    ~LinkObserver() = default;
};

/// A byte stream to one peer: the seam between connections and sockets.
class Link
{
public:
    virtual ~Link() = default;

    /// Bytes that came before are reported from the event loop. The observer must outlive the link.
    virtual void setObserver(LinkObserver *observer) = 0;

    virtual void write(QByteArrayView bytes) = 0;
    virtual qint64 pendingBytes() const = 0; ///< written, and not yet handed to the system

    /// Sends what is pending, and then the end. What still comes is thrown away until the peer ends, too.
    virtual void closeAfterWriting() = 0;
    /// Closes at once. linkClosed() follows from the event loop.
    virtual void abort() = 0;

    virtual QHostAddress peerAddress() const = 0;
    virtual quint16 peerPort() const = 0;
    virtual Endpoint ownEndpoint() const = 0; ///< where the peer found us

    /// Milliseconds, as the system measured it last; -1 where it does not tell.
    virtual int roundTrip() const { return -1; }

    virtual bool isEncrypted() const { return false; }
    /// The fingerprint of the key that the peer proved to have, as keyFingerprint() gives it. Empty where it
    /// showed none.
    virtual QByteArray peerKey() const { return {}; }
};

} // namespace tincan
