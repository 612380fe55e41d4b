#include "app/desktopalerts.h"
#include "app/desktoptray.h"

namespace tincan {

std::unique_ptr<DesktopNotifier> desktopNotifier()
{
    return nullptr;
}

std::unique_ptr<DesktopTray> desktopTray()
{
    return nullptr;
}

} // namespace tincan
