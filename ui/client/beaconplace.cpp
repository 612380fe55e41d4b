#include "ui/client/beaconplace.h"

#include <algorithm>

namespace tincan {

namespace {

bool hasIpv4(const QNetworkInterface &interface)
{
    const auto entries = interface.addressEntries();
    return std::any_of(entries.begin(), entries.end(), [](const QNetworkAddressEntry &entry) {
        return entry.ip().protocol() == QAbstractSocket::IPv4Protocol;
    });
}

bool isWanted(const QNetworkInterface &interface, const QString &only)
{
    const auto flags = interface.flags();
    if (!flags.testFlag(QNetworkInterface::IsUp) || !flags.testFlag(QNetworkInterface::IsRunning)) {
        return false;
    }
    if (!only.isEmpty()) {
        return interface.name() == only;
    }
    return flags.testFlag(QNetworkInterface::CanMulticast) && !flags.testFlag(QNetworkInterface::IsLoopBack);
}

} // namespace

QList<QNetworkInterface> beaconInterfaces(const BeaconPlace &place)
{
    QList<QNetworkInterface> found = QNetworkInterface::allInterfaces();
    found.removeIf([&place](const QNetworkInterface &interface) {
        return !isWanted(interface, place.interface) || !hasIpv4(interface);
    });
    return found;
}

} // namespace tincan
