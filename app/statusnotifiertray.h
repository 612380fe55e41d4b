#pragma once

#include "app/busservice.h"
#include "app/desktoptray.h"

#include <memory>

class OrgKdeStatusNotifierWatcherInterface;

namespace tincan {

/// A tray by org.kde.StatusNotifierWatcher: one program knows the icons, others, the hosts, show them.
/// Nothing blocks.
class StatusNotifierTray final : public DesktopTray
{
    Q_OBJECT

public:
    explicit StatusNotifierTray(const QDBusConnection &bus, QObject *parent = nullptr);
    ~StatusNotifierTray() override;

private:
    void follow();

    BusService m_service;
    std::unique_ptr<OrgKdeStatusNotifierWatcherInterface> m_watcher; ///< while there is one
};

} // namespace tincan
