#include "ui/client/networkchanges.h"

#include <QNetworkInterface>

#include <utility>

using namespace Qt::StringLiterals;

namespace tincan {

QStringList ownNetworks()
{
    QStringList networks;
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        if (!interface.flags().testFlag(QNetworkInterface::IsRunning))
            continue;
        networks.append(interface.name());
        const auto entries = interface.addressEntries();
        for (const QNetworkAddressEntry &entry : entries)
            networks.append(interface.name() + u' ' + entry.ip().toString());
    }
    return networks;
}

void NetworkChanges::look()
{
    QStringList networks = m_networks();
    networks.sort();
    if (std::exchange(m_known, networks) != networks)
        Q_EMIT changed();
}

} // namespace tincan
