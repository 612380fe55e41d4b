#include "ui/client/beaconbrowser.h"

#include <QNetworkDatagram>
#include <QUdpSocket>

namespace tincan {

namespace {

constexpr int rejoinInterval = 3'000; // ms
constexpr int tick = 250;             // ms
constexpr int perTick = BeaconBrowser::datagramsPerSecond * tick / 1000;

} // namespace

BeaconBrowser::BeaconBrowser(const BeaconPlace &place, QObject *parent)
    : NearbyBrowser(parent), m_place(place), m_budget(perTick)
{
    m_rejoining.setInterval(rejoinInterval);
    connect(&m_rejoining, &QTimer::timeout, this, &BeaconBrowser::joinGroup);
    m_refilling.setInterval(tick);
    connect(&m_refilling, &QTimer::timeout, this, [this] {
        m_budget = perTick;
        m_refilling.stop();
        read();
    });
}

BeaconBrowser::~BeaconBrowser() = default;

void BeaconBrowser::start()
{
    m_rejoining.start();
    joinGroup();
}

void BeaconBrowser::joinGroup()
{
    const bool looked = isLooking();
    QSet<int> present;
    if (m_socket || openSocket()) {
        const auto interfaces = beaconInterfaces(m_place);
        for (const QNetworkInterface &interface : interfaces) {
            const int index = interface.index();
            if (m_joined.contains(index) || m_socket->joinMulticastGroup(m_place.group, interface)) {
                present.insert(index);
            }
        }
    }
    m_joined = present;
    if (looked != isLooking()) {
        Q_EMIT lookingChanged();
    }
}

/// Several programs on one computer may listen.
bool BeaconBrowser::openSocket()
{
    auto socket = std::make_unique<QUdpSocket>();
    if (!socket->bind(QHostAddress(QHostAddress::AnyIPv4), m_place.port,
                      QUdpSocket::ShareAddress | QUdpSocket::ReuseAddressHint)) {
        return false;
    }
    m_socket = std::move(socket);
    connect(m_socket.get(), &QUdpSocket::readyRead, this, &BeaconBrowser::read);
    return true;
}

void BeaconBrowser::read()
{
    while (m_budget > 0 && m_socket->hasPendingDatagrams()) {
        --m_budget;
        const QNetworkDatagram datagram = m_socket->receiveDatagram(beaconBytes + 1);
        const QHostAddress to = datagram.destinationAddress();
        if (to.isNull() || to == m_place.group) {
            take(datagram.data(), datagram.senderAddress().toString());
        }
    }
    if (m_budget < perTick && !m_refilling.isActive()) {
        m_refilling.start();
    }
}

void BeaconBrowser::take(const QByteArray &datagram, const QString &sender)
{
    const auto message = readBeacon(datagram);
    if (!message) {
        return;
    }
    if (const auto *room = std::get_if<RoomBeacon>(&*message)) {
        Q_EMIT found({sender, *room, beaconLifetime});
    } else {
        Q_EMIT gone(sender, std::get<BeaconGoodbye>(*message).port);
    }
}

} // namespace tincan
