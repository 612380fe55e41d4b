#pragma once

#include "protocol/command.h"

namespace tincan {

/// What an answer to this command repeats as `re`: its tag, or a post's id.
QString requestTag(const Command &command);

} // namespace tincan
