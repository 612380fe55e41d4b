#pragma once

#include <QStringList>

namespace tincan {

/// Of the input methods that the environment asks Qt for, by QT_IM_MODULES or QT_IM_MODULE, the first where
/// no plugin in these folders knows any; else empty. Without one nothing but Latin letters can be typed, and
/// nothing would say why.
QString missingInputMethod(const QString &wanted, const QStringList &pluginFolders);

/// As this program was started.
QString missingInputMethod();

} // namespace tincan
