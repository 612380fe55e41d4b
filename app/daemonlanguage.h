#pragma once

#include <QString>

namespace tincan {

/// Makes the server say its sentences in that language from now on: "en" or "zh_CN". Whether it can.
bool useLanguage(const QString &name);

} // namespace tincan
