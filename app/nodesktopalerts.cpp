#include "app/desktopalerts.h"

namespace tincan {

std::unique_ptr<DesktopNotifier> desktopNotifier()
{
    return nullptr;
}

} // namespace tincan
