#pragma once

#include "server/logdatabase.h"

#include <memory>
#include <optional>

namespace tincan {

/// Keeps a directory for one server. The system lets go of it with the process, however that ends. Lives on
/// one thread.
class DirectoryLock
{
public:
    /// The directory must be there. InUse where another server has it.
    std::optional<StoreFailure> take(const QString &directory);
    void release() { m_lock.reset(); }

private:
    std::unique_ptr<LogDatabase>
        m_lock; ///< empty, and locked: the logs themselves stay readable for a backup
};

} // namespace tincan
