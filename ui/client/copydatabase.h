#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <memory>
#include <unordered_map>

namespace tincan {

/// The file that a copy is kept in: opened, brought to the newest schema, readable for its owner alone. Lives
/// on one thread, and never grows over 2 GiB. Errors are remembered until the next transaction.
class CopyDatabase
{
public:
    static constexpr int schemaVersion = 1;

    explicit CopyDatabase(const QString &path);
    ~CopyDatabase();

    bool open(); ///< false: error() says why
    void close();
    bool isOpen() const { return m_database.isOpen(); }
    QString error() const { return m_error; } ///< technical; empty: all went well

    /// Nothing where a transaction is under way. `outlivesPowerCuts`: what is committed does at once, and not
    /// only after a while.
    void begin(bool outlivesPowerCuts = false);
    bool commit(); ///< false: nothing of the transaction was kept

    /// Runs a statement, which is prepared once. After an error it has no rows.
    QSqlQuery &run(const QString &statement, const QVariantList &values = {});

    /// Empties the file, so that nothing of what was there can be read from it.
    bool wipe();

private:
    bool prepareFile();
    bool prepareSchema();
    void setSynced(bool on);
    void note(const QString &error);

    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_statements;
    QString m_error;
    bool m_inTransaction = false;
    bool m_isSynced = false;
};

} // namespace tincan
