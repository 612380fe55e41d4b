#pragma once

#include "server/endpoint.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHostAddress>

#include <memory>

namespace tincan {

/// Who a Link reports to. The calls come from the event loop, never from inside a call of the Link.
class LinkObserver
{
public:
    virtual void bytesCame(QByteArrayView bytes) = 0; ///< valid during the call
    virtual void bytesLeft() = 0;                     ///< more is taken again
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
    /// No more than this is kept where a socket has an unbounded buffer of its own.
    static constexpr qsizetype mostPending = 64 * 1024;

    virtual ~Link() = default;

    /// Bytes that came before are reported from the event loop. The observer must outlive the link.
    virtual void setObserver(LinkObserver *observer) = 0;

    /// Takes as much as it can pass on soon, and answers how many bytes. Where these are not all, bytesLeft()
    /// follows from the event loop.
    [[nodiscard]] virtual qsizetype write(QByteArrayView bytes) = 0;
    virtual qint64 pendingBytes() const = 0; ///< taken, and not yet handed to the system

    /// Sends what it has taken, and then the end. What still comes is thrown away until the peer ends, too.
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

    /// The link that does all of this one's work by now, if there is one. It reports to the same observer;
    /// this one is of no more use then.
    virtual std::unique_ptr<Link> takeSuccessor() { return {}; }
};

} // namespace tincan
