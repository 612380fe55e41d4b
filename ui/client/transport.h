#pragma once

#include "protocol/identity.h"
#include "protocol/roomaddress.h"
#include "ui/client/connectionstate.h"
#include "ui/client/knownhosts.h"

#include <QByteArray>
#include <QObject>

namespace tincan {

/// Whether a connection is encrypted, and who has to be at its other end.
struct TlsDemand
{
    bool wanted = false; ///< TLS from the first byte
    QByteArray key;      ///< the fingerprint that the server's key must have; empty: any
    Identity own = {};   ///< what we prove to be to the server; may be empty
    /// Another key will do as well, if the system's authorities vouch for it under the server's name.
    bool orVouchedFor = false;

    friend bool operator==(const TlsDemand &, const TlsDemand &) = default;
};

/// A stream of bytes to one server, for one connection.
class Transport : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// To the first of the places that answers; there is one at least. Nothing of ours is sent to a server
    /// that has not the key that is demanded.
    virtual void open(const QList<HostPort> &places, const TlsDemand &tls) = 0;
    virtual void send(const QByteArray &bytes) = 0;
    virtual qint64 unsent() const = 0;                 ///< bytes that the network has not taken yet
    virtual void finish() = 0;                         ///< sends what is queued, then closes
    virtual void abort() = 0;                          ///< closes at once; says nothing more
    virtual ServerKey serverKey() const { return {}; } ///< once opened, or ended with WrongKey

Q_SIGNALS:
    void opened();
    void received(const QByteArray &bytes);
    void drained(); ///< the network took bytes
    /// Once, after which nothing comes: it could not be opened, or was closed from either side.
    void ended(tincan::ConnectFailure failure, const QString &detail);
};

} // namespace tincan
