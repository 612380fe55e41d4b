#pragma once

#include <QString>

#include <algorithm>

namespace tincan {

/// A name as it may stand in a sentence: where it holds letters that are written from the right, Unicode's
/// isolates keep it from turning what stands beside it around.
inline QString isolated(const QString &name)
{
    const bool fromRight = std::any_of(name.cbegin(), name.cend(), [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
    });
    return fromRight ? QChar(0x2068) + name + QChar(0x2069) : name;
}

} // namespace tincan
