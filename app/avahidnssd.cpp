#include "app/avahiannouncer.h"
#include "app/avahibrowser.h"
#include "app/dnssd.h"
#include "app/neighbourhood.h"

#include <QNetworkInterface>

namespace tincan {

void addDnsSd(Neighbourhood &neighbourhood, const QString &interface)
{
    const QDBusConnection bus = QDBusConnection::systemBus();
    const int index =
        interface.isEmpty() ? avahi::anyInterface : QNetworkInterface::interfaceIndexFromName(interface);
    if (bus.isConnected() && index != 0)
        neighbourhood.addMeans(std::make_unique<AvahiBrowser>(bus, index),
                               std::make_unique<AvahiAnnouncer>(bus, index));
}

} // namespace tincan
