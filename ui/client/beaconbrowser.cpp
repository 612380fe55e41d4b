#include "ui/client/beaconbrowser.h"

#include <QNetworkDatagram>
#include <QUdpSocket>

namespace tincan {

namespace {

constexpr int againAfter = 3'000; // ms
constexpr int tick = 250;         // ms
constexpr int perTick = BeaconBrowser::datagramsPerSecond * tick / 1000;

} // namespace

BeaconBrowser::BeaconBrowser(const BeaconPlace &place, QObject *parent)
    : NearbyBrowser(parent), m_place(place), m_budget(perTick)
{
    m_joining.setSingleShot(true);
    m_joining.setInterval(againAfter);
    connect(&m_joining, &QTimer::timeout, this, &BeaconBrowser::joinGroup);
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
    connect(&m_changes, &NetworkChanges::changed, this, &BeaconBrowser::joinGroup);
    joinGroup();
}

void BeaconBrowser::joinGroup()
{
    const bool looked = isLooking();
    const bool open = m_socket || openSocket();
    const auto interfaces = open ? beaconInterfaces(m_place) : QList<QNetworkInterface>();
    QSet<int> present;
    for (const QNetworkInterface &interface : interfaces) {
        if (m_joined.contains(interface.index()) || join(interface)) {
            present.insert(interface.index());
        }
    }
    m_joined = present;
    if (!open || present.size() < interfaces.size() || !m_changes.isTold()) {
        m_joining.start();
    }
    if (looked != isLooking()) {
        Q_EMIT lookingChanged();
    }
}

/// What went down and came up again may be joined still, and cannot be joined twice.
bool BeaconBrowser::join(const QNetworkInterface &interface)
{
    m_socket->leaveMulticastGroup(m_place.group, interface);
    return m_socket->joinMulticastGroup(m_place.group, interface);
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
