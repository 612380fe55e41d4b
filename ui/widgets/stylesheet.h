#pragma once

#include <QString>

namespace tincan {

struct Tokens;

/// What Fusion cannot draw from a palette: corners, one-pixel borders, the primary button. Widgets ask for a
/// rule by property or object name: a QPushButton that is default (or `primary`) gets the accent; a QFrame
/// with `card` gets a border; QLabel with `kind` "title", "heading", "hint", "section", "error" gets that
/// look.
QString styleSheetFor(const Tokens &tokens);

} // namespace tincan
