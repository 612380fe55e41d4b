#include "server/sourceaddress.h"

#include <QNetworkInterface>
#include <QtEndian>

#include <algorithm>

namespace tincan {

namespace {

/// The link's number stands in bytes that are zero in addresses of links.
QHostAddress withLink(const QHostAddress &address)
{
    constexpr int place = 4;
    Q_IPV6ADDR bytes = address.toIPv6Address();
    qToBigEndian(quint32(QNetworkInterface::interfaceIndexFromName(address.scopeId())), &bytes[place]);
    return QHostAddress(bytes);
}

} // namespace

QHostAddress sourceAddress(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4)
        return QHostAddress(ipv4);
    return address.scopeId().isEmpty() ? address : withLink(address);
}

QHostAddress sourceNetwork(const QHostAddress &address)
{
    const QHostAddress source = sourceAddress(address);
    if (source.protocol() != QAbstractSocket::IPv6Protocol || source.isLoopback() || source.isLinkLocal())
        return source;
    constexpr int networkBytes = 8;
    Q_IPV6ADDR network = source.toIPv6Address();
    std::fill(std::begin(network.c) + networkBytes, std::end(network.c), quint8(0));
    return QHostAddress(network);
}

} // namespace tincan
