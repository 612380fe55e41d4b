#pragma once

#include "protocol/moderation.h"

#include <QString>

namespace tincan {

/// How firmly an event is stored when its author is told so.
enum class StoreSync
{
    Full,  ///< it survives a power cut
    Normal ///< it survives the end of the program, however abrupt; a power cut may take the last ones
};

/// Where and how a server keeps its rooms' logs.
struct StoreOptions
{
    QString directory; ///< empty: in memory, for as long as the server runs
    StoreSync sync = StoreSync::Full;
    Retention keep;                   ///< of rooms that nobody has set it for
    int mostForgottenPosts = 100'000; ///< whose ids are known once their events are forgotten
    int mostPages = 0; ///< what the database may grow to, in pages of 4 KiB; 0: what the disk holds

    bool isDurable() const { return !directory.isEmpty(); }
};

} // namespace tincan
