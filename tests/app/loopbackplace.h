#pragma once

#include "ui/client/beaconplace.h"

#include <QNetworkDatagram>
#include <QUdpSocket>

namespace tincan {

/// A place on the loopback interface that no other test uses: its port was free a moment ago.
inline BeaconPlace loopbackPlace()
{
    BeaconPlace place;
    QUdpSocket probe;
    if (probe.bind(QHostAddress(QHostAddress::LocalHost), 0)) {
        place.port = probe.localPort();
    }
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        if (interface.flags().testFlag(QNetworkInterface::IsLoopBack)) {
            place.interface = interface.name();
        }
    }
    return place;
}

/// Counts what goes to the place, whatever it is.
class Ear
{
public:
    explicit Ear(const BeaconPlace &place)
    {
        m_socket.bind(QHostAddress(QHostAddress::AnyIPv4), place.port,
                      QUdpSocket::ShareAddress | QUdpSocket::ReuseAddressHint);
        m_hears =
            m_socket.joinMulticastGroup(place.group, QNetworkInterface::interfaceFromName(place.interface));
    }

    bool hears() const { return m_hears; }
    QList<QByteArray> take()
    {
        while (m_socket.hasPendingDatagrams()) {
            m_heard.append(m_socket.receiveDatagram().data());
        }
        return m_heard;
    }

private:
    QUdpSocket m_socket;
    QList<QByteArray> m_heard;
    bool m_hears = false;
};

} // namespace tincan
