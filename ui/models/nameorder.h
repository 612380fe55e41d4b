#pragma once

#include <QCollator>

namespace tincan {

/// How names of people and rooms are sorted: in the reader's language, in any case, "build 9" before "build
/// 10".
QCollator nameOrder();

} // namespace tincan
