#include "app/desktopalerts.h"
#include "app/freedesktopnotifier.h"

namespace tincan {

std::unique_ptr<DesktopNotifier> desktopNotifier()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return nullptr;
    return std::make_unique<FreedesktopNotifier>(bus);
}

} // namespace tincan
