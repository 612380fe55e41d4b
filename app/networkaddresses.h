#pragma once

#include "server/hostoptions.h"
#include "ui/models/roomhost.h"

#include <QHostAddress>
#include <QList>
#include <QStringList>

namespace tincan {

/// Where a server listens to be reached as the request says.
QList<Endpoint> endpointsFor(const HostRequest &request);

/// The one address of this computer that a server listens on for the request; empty: more than one.
QString onlyAddressOf(const HostRequest &request);

/// The addresses at which others find a server that listens there, best first: this computer's own ones
/// (IPv4, then global IPv6), or the one address that it was told to listen on.
QStringList reachableAddresses(const HostRequest &request);

/// Where this computer itself reaches a server that listens on `address`: that one, or loopback where it is
/// any.
QString loopbackFor(const QHostAddress &address);

/// The first port after `port` on which all endpoints of the request can be listened on; 0 where none of the
/// next hundred is free.
quint16 nextFreePort(HostRequest request);

} // namespace tincan
