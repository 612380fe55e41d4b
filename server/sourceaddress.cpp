#include "server/sourceaddress.h"

#include <algorithm>

namespace tincan {

QHostAddress sourceAddress(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : address;
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
