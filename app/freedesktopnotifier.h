#pragma once

#include "ui/models/desktopnotifier.h"

#include <QDBusConnection>

#include <memory>

class OrgFreedesktopNotificationsInterface;

namespace tincan {

/// Shows alerts by org.freedesktop.Notifications, which GNOME, KDE and most other desktops of Linux bring,
/// with a tray or without. Nothing blocks.
class FreedesktopNotifier final : public DesktopNotifier
{
    Q_OBJECT

public:
    explicit FreedesktopNotifier(const QDBusConnection &bus, QObject *parent = nullptr);
    ~FreedesktopNotifier() override;

    void show(const QString &title, const QString &text) override;

private:
    void onShown(uint id, const QString &service);

    QDBusConnection m_bus;
    std::unique_ptr<OrgFreedesktopNotificationsInterface> m_service; ///< who showed the last one
    uint m_shown = 0;                                                ///< its number; 0: none is on the screen
};

} // namespace tincan
