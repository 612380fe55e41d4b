#pragma once

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
    int keepDays = 0;   ///< older events go; 0: none
    int keepEvents = 0; ///< more events of a room than these go, the oldest first; 0: none
    int mostPages = 0;  ///< what the database may grow to, in pages of 4 KiB; 0: what the disk holds

    bool isDurable() const { return !directory.isEmpty(); }
    bool forgets() const { return keepDays > 0 || keepEvents > 0; }
};

} // namespace tincan
