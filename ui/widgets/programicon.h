#pragma once

#include <QIcon>

namespace tincan {

/// The program's icon in all its sizes.
QIcon programIcon();

} // namespace tincan
