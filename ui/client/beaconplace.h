#pragma once

#include "protocol/beacon.h"

#include <QHostAddress>
#include <QList>
#include <QNetworkInterface>

namespace tincan {

/// Where beacons are sent and heard.
struct BeaconPlace
{
    QHostAddress group{QString(beaconGroup)};
    quint16 port = beaconPort;
    QString interface; ///< only this one, be it loopback; empty: every network that carries multicast
};

/// The interfaces of this computer that are such a place now: up, with an IPv4 address.
QList<QNetworkInterface> beaconInterfaces(const BeaconPlace &place);

} // namespace tincan
