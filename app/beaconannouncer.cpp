#include "app/beaconannouncer.h"

#include <QUdpSocket>
#include <QVariant>

#include <algorithm>

namespace tincan {

namespace {

bool hasAddress(const QNetworkInterface &interface, const QHostAddress &address)
{
    const auto entries = interface.addressEntries();
    return std::any_of(entries.begin(), entries.end(),
                       [&address](const QNetworkAddressEntry &entry) { return entry.ip() == address; });
}

} // namespace

BeaconAnnouncer::BeaconAnnouncer(const BeaconPlace &place, QObject *parent)
    : RoomAnnouncer(parent), m_place(place)
{
    m_repeating.setInterval(beaconInterval);
    connect(&m_repeating, &QTimer::timeout, this, [this] { send(writeBeacon(m_announcement.room)); });
}

BeaconAnnouncer::~BeaconAnnouncer() = default;

void BeaconAnnouncer::announce(const RoomAnnouncement &announcement)
{
    const bool begins = !m_repeating.isActive();
    m_announcement = announcement;
    if (begins) {
        m_repeating.start();
        send(writeBeacon(m_announcement.room));
    }
}

void BeaconAnnouncer::withdraw()
{
    if (!m_repeating.isActive()) {
        return;
    }
    m_repeating.stop();
    send(writeGoodbye(m_announcement.room.port));
    m_socket.reset();
}

/// The room is found at the address that its beacons come from.
bool BeaconAnnouncer::openSocket()
{
    const QHostAddress from = m_announcement.address.isEmpty() ? QHostAddress(QHostAddress::AnyIPv4)
                                                               : QHostAddress(m_announcement.address);
    auto socket = std::make_unique<QUdpSocket>();
    if (from.protocol() != QAbstractSocket::IPv4Protocol || !socket->bind(from, 0)) {
        return false;
    }
    socket->setSocketOption(QAbstractSocket::MulticastTtlOption, QVariant(1));
    m_socket = std::move(socket);
    return true;
}

void BeaconAnnouncer::send(const QByteArray &datagram)
{
    if (!m_socket && !openSocket()) {
        return;
    }
    const auto interfaces = beaconInterfaces(m_place);
    for (const QNetworkInterface &interface : interfaces) {
        if (m_announcement.address.isEmpty() || hasAddress(interface, QHostAddress(m_announcement.address))) {
            m_socket->setMulticastInterface(interface);
            m_socket->writeDatagram(datagram, m_place.group, m_place.port);
        }
    }
}

} // namespace tincan
