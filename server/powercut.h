#pragma once

#include "server/storeoptions.h"

namespace tincan {

class LogDatabase;

/// Numbers that a power cut may have taken back, so that they would be given again, need another epoch. Where
/// StoreSync::Normal was in use and the computer went down before the server did, nobody can tell.
class PowerCut
{
public:
    /// Gives the rooms new epochs where that may have happened, and remembers how this run stores.
    static void begin(LogDatabase &database, StoreSync sync);
    /// The run ends in good order: everything is on the disk.
    static void end(LogDatabase &database, StoreSync sync);
};

/// Whoever knows the rooms' events by their numbers knows no longer.
void renewEpochs(LogDatabase &database);

} // namespace tincan
