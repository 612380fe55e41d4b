#include "app/statusnotifiertray.h"

#include <traywatcherinterface.h>

using namespace Qt::StringLiterals;

namespace tincan {

StatusNotifierTray::StatusNotifierTray(const QDBusConnection &bus, QObject *parent)
    : DesktopTray(parent), m_service(u"org.kde.StatusNotifierWatcher"_s, bus)
{
    connect(&m_service, &BusService::ownerChanged, this, &StatusNotifierTray::follow);
    m_service.start();
}

StatusNotifierTray::~StatusNotifierTray() = default;

void StatusNotifierTray::follow()
{
    const auto before = std::move(m_watcher);
    if (!m_service.owner().isEmpty()) {
        using Watcher = OrgKdeStatusNotifierWatcherInterface;
        m_watcher =
            std::make_unique<Watcher>(m_service.owner(), u"/StatusNotifierWatcher"_s, m_service.bus());
        connect(m_watcher.get(), &Watcher::StatusNotifierHostUnregistered, this,
                &StatusNotifierTray::doubtful);
    }
    if (before)
        Q_EMIT doubtful();
}

std::unique_ptr<DesktopTray> desktopTray()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return nullptr;
    return std::make_unique<StatusNotifierTray>(bus);
}

} // namespace tincan
