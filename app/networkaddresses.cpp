#include "app/networkaddresses.h"

#include <QNetworkInterface>
#include <QTcpServer>

#include <algorithm>

namespace tincan {

namespace {

bool isUsable(const QNetworkInterface &interface)
{
    const auto flags = interface.flags();
    return flags.testFlag(QNetworkInterface::IsUp) && flags.testFlag(QNetworkInterface::IsRunning) &&
           !flags.testFlag(QNetworkInterface::IsLoopBack);
}

bool isIpv4(const QString &address)
{
    return address.contains(u'.');
}

bool canListen(const QList<Endpoint> &endpoints)
{
    return std::all_of(endpoints.begin(), endpoints.end(), [](const Endpoint &endpoint) {
        QTcpServer probe;
        return probe.listen(endpoint.address, endpoint.port);
    });
}

} // namespace

QList<Endpoint> endpointsFor(const HostRequest &request)
{
    if (!request.address.isEmpty())
        return {{QHostAddress(request.address), request.port}};
    if (request.reach == Reach::ThisComputer)
        return {{QHostAddress(QHostAddress::LocalHost), request.port}};
    return {{QHostAddress(QHostAddress::Any), request.port}};
}

QString onlyAddressOf(const HostRequest &request)
{
    const QHostAddress address(request.address);
    const bool any =
        address == QHostAddress::Any || address == QHostAddress::AnyIPv4 || address == QHostAddress::AnyIPv6;
    return any ? QString() : request.address;
}

QStringList reachableAddresses(const HostRequest &request)
{
    if (const QString only = onlyAddressOf(request); !only.isEmpty())
        return {only};
    if (request.reach == Reach::ThisComputer)
        return {QHostAddress(QHostAddress::LocalHost).toString()};

    QStringList found;
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        if (!isUsable(interface))
            continue;
        const auto entries = interface.addressEntries();
        for (const QNetworkAddressEntry &entry : entries) {
            if (!entry.ip().isLinkLocal() && !entry.ip().isLoopback())
                found.append(entry.ip().toString());
        }
    }
    std::stable_partition(found.begin(), found.end(), isIpv4);
    if (found.isEmpty())
        found.append(QHostAddress(QHostAddress::LocalHost).toString());
    return found;
}

QString loopbackFor(const QHostAddress &address)
{
    if (address == QHostAddress::AnyIPv6)
        return QHostAddress(QHostAddress::LocalHostIPv6).toString();
    if (address == QHostAddress::Any || address == QHostAddress::AnyIPv4)
        return QHostAddress(QHostAddress::LocalHost).toString();
    return address.toString();
}

quint16 nextFreePort(HostRequest request)
{
    constexpr int attempts = 100;
    for (int i = 0; i < attempts && request.port < 65535; ++i) {
        ++request.port;
        if (canListen(endpointsFor(request)))
            return request.port;
    }
    return 0;
}

} // namespace tincan
