#pragma once

#include "ui/models/emojitable.h"

namespace tincan {

/// The emoji that the program carries in itself; read when they are first asked for.
const EmojiTable &programEmoji();

} // namespace tincan
