#include "ui/widgets/programicon.h"

using namespace Qt::StringLiterals;

/// A static library's resources are there only once somebody asks for them, which works outside of any
/// namespace only.
static void bringResources()
{
    Q_INIT_RESOURCE(tincan);
}

namespace tincan {

QIcon programIcon()
{
    bringResources();
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        icon.addFile(u":/icons/tincan-%1.png"_s.arg(size), QSize(size, size));
    }
    return icon;
}

} // namespace tincan
