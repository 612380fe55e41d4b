#pragma once

#include "server/storefailure.h"
#include "server/storeoptions.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>
#include <optional>
#include <unordered_map>

namespace tincan {

/// The file that logs are kept in: a connection to it, and its statements, which are prepared once. Lives on
/// one thread, which every call blocks. The first failure is remembered until it is taken.
class LogDatabase
{
public:
    explicit LogDatabase(const QString &path);
    ~LogDatabase();
    LogDatabase(const LogDatabase &) = delete;
    LogDatabase &operator=(const LogDatabase &) = delete;

    /// Opens the file, which is made where there is none, readable for its owner alone, and brings it to the
    /// newest schema. Does not touch what it cannot understand.
    std::optional<StoreFailure> open(const StoreOptions &options);
    void close();

    /// Runs a statement. After a failure it has no rows, and nothing more is run in this transaction.
    QSqlQuery &run(const QString &statement, const QVariantList &values = {});
    /// The first value of the first row; invalid where there is none.
    QVariant value(const QString &statement, const QVariantList &values = {});

    bool begin();
    /// False, and nothing of the transaction was kept, where something in it failed.
    bool commit();
    void rollBack();

    bool hasFailed() const { return m_failure.has_value(); }
    std::optional<StoreFailure> takeFailure() { return std::exchange(m_failure, {}); }
    StoreFailure failure(StoreProblem problem, const QString &detail = {}) const;
    const QString &path() const { return m_path; }

private:
    std::optional<StoreFailure> openFile();
    QSqlQuery *prepared(const QString &statement); ///< null where it cannot be
    void note(const QSqlError &error);

    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_statements;
    QSqlQuery m_nothing; ///< has no rows
    std::optional<StoreFailure> m_failure;
};

/// What SQLite's error stands for.
StoreProblem problemOf(const QSqlError &error);

/// Text as a column takes it that must not be NULL, which a null QString would be.
inline QString columnText(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

} // namespace tincan
