#pragma once

#include <QObject>

#include <memory>

namespace tincan {

/// The tray of a desktop that offers it over a bus. Of one that is a window, its icon tells.
class DesktopTray : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void doubtful(); ///< it may have ended
};

/// Null where the desktop has no bus that this program knows.
std::unique_ptr<DesktopTray> desktopTray();

} // namespace tincan
