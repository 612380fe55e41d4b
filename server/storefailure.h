#pragma once

#include <QString>

namespace tincan {

/// Why a store cannot be opened, or does not take something.
enum class StoreProblem
{
    DiskFull,
    NotWritable, ///< neither the file nor its directory may be changed, or the directory cannot be made
    InUse,       ///< by another server
    NoDatabase,  ///< the file is something else
    Newer,       ///< a newer version of this program has written it
    Damaged,
    Missing, ///< nothing is there
    Exists,  ///< something is there already
    Other
};

struct StoreFailure
{
    StoreProblem problem = StoreProblem::Other;
    QString path;
    QString detail; ///< in the system's words
};

} // namespace tincan
