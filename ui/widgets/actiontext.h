#pragma once

#include <QString>

namespace tincan {

/// An action's text for a list: "&Go To…" and "转到(&G)…" without the mark of their menu key, and without "…"
/// where `bare`.
QString actionText(QString text, bool bare = false);

} // namespace tincan
