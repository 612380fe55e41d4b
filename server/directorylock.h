#pragma once

#include "server/storefailure.h"

#include <QSqlDatabase>

#include <optional>

namespace tincan {

/// Keeps a directory for one server. The system lets go of it with the process, however that ends. Lives on
/// one thread.
class DirectoryLock
{
public:
    DirectoryLock() = default;
    ~DirectoryLock() { release(); }
    DirectoryLock(const DirectoryLock &) = delete;
    DirectoryLock &operator=(const DirectoryLock &) = delete;

    /// The directory must be there. InUse where another server has it.
    std::optional<StoreFailure> take(const QString &directory);
    void release();

private:
    QString m_connection;
    QSqlDatabase m_database; ///< empty, and locked: the logs themselves stay readable for a backup
};

} // namespace tincan
