#pragma once

#include "server/logstatement.h"
#include "server/storefailure.h"
#include "server/storeoptions.h"

#include <memory>
#include <optional>
#include <unordered_map>

struct sqlite3;

namespace tincan {

/// The file that logs are kept in: a connection to it, and its statements, which are prepared once. Lives on
/// one thread, which every call blocks. The first failure is remembered until it is taken.
///
/// It speaks to SQLite itself: Qt Sql takes longer to bind the values of a row than SQLite takes to store
/// them.
class LogDatabase
{
public:
    explicit LogDatabase(const QString &path) : m_path(path), m_nothing(*this, nullptr) {}
    ~LogDatabase() { close(); }
    LogDatabase(const LogDatabase &) = delete;
    LogDatabase &operator=(const LogDatabase &) = delete;

    /// Opens the file, which is made where there is none, readable for its owner alone, and brings it to the
    /// newest schema. Does not touch what it cannot understand.
    std::optional<StoreFailure> open(const StoreOptions &options);
    /// The same without a schema of its own. Waits so long for others who hold the file.
    std::optional<StoreFailure> openFile(int patienceMs);
    void close();

    /// Runs a statement. After a failure it has no rows, and nothing more is run in this transaction.
    LogStatement &run(const QString &statement, const LogValues &values = {});
    /// The first number of the first row; nothing where there is no row, or NULL in it.
    std::optional<qint64> number(const QString &statement, const LogValues &values = {});
    std::optional<QString> text(const QString &statement, const LogValues &values = {});

    qint64 lastId() const;   ///< of the row that was inserted last
    bool hasChanged() const; ///< whether the last statement that writes changed a row

    bool begin();
    /// False, and nothing of the transaction was kept, where something in it failed.
    bool commit();
    void rollBack();

    void note(); ///< SQLite's last error
    bool hasFailed() const { return m_failure.has_value(); }
    std::optional<StoreFailure> takeFailure() { return std::exchange(m_failure, {}); }
    StoreFailure failure(StoreProblem problem, const QString &detail = {}) const;

private:
    LogStatement &prepared(const QString &statement);

    QString m_path;
    sqlite3 *m_database = nullptr;
    std::unordered_map<QString, std::unique_ptr<LogStatement>> m_statements;
    LogStatement m_nothing; ///< has no rows
    std::optional<StoreFailure> m_failure;
};

} // namespace tincan
