#include "server/logdatabase.h"

#include "server/logging.h"
#include "server/logschema.h"
#include "server/randomword.h"

#include <QFile>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr auto driver = "QSQLITE"_L1;

} // namespace

StoreProblem problemOf(const QSqlError &error)
{
    constexpr int primary = 0xff; // the rest says more than anybody here asks
    switch (error.nativeErrorCode().toInt() & primary) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return StoreProblem::InUse;
    case 8:  // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
        return StoreProblem::NotWritable;
    case 11: // SQLITE_CORRUPT
        return StoreProblem::Damaged;
    case 13: // SQLITE_FULL
        return StoreProblem::DiskFull;
    case 26: // SQLITE_NOTADB
        return StoreProblem::NoDatabase;
    default:
        return StoreProblem::Other;
    }
}

LogDatabase::LogDatabase(const QString &path) : m_path(path), m_connection("log-"_L1 + randomWord(8)) {}

LogDatabase::~LogDatabase()
{
    close();
}

std::optional<StoreFailure> LogDatabase::open(const StoreOptions &options)
{
    if (!QSqlDatabase::isDriverAvailable(driver))
        return failure(StoreProblem::NoDriver);
    if (auto problem = openFile())
        return problem;
    if (auto problem = prepareSchema(*this))
        return problem;
    run(options.sync == StoreSync::Full ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = NORMAL"_s);
    if (options.mostPages > 0)
        run(u"PRAGMA max_page_count = %1"_s.arg(options.mostPages)).finish();
    return takeFailure();
}

/// What SQLite puts beside the file has the file's permissions.
std::optional<StoreFailure> LogDatabase::openFile()
{
    QFile file(m_path);
    const bool isNew = !file.exists();
    if (!file.open(QIODevice::ReadWrite))
        return failure(StoreProblem::NotWritable, file.errorString());
    if (isNew)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.close();
    m_database = QSqlDatabase::addDatabase(driver, m_connection);
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=2000"_s);
    if (!m_database.open())
        note(m_database.lastError());
    return takeFailure();
}

void LogDatabase::close()
{
    m_statements.clear();
    m_nothing = QSqlQuery();
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlQuery &LogDatabase::run(const QString &statement, const QVariantList &values)
{
    QSqlQuery *query = prepared(statement);
    if (m_failure || !query)
        return m_nothing;
    query->finish();
    for (qsizetype i = 0; i < values.size(); ++i)
        query->bindValue(int(i), values.at(i));
    if (!query->exec()) {
        note(query->lastError());
        query->finish();
    }
    return *query;
}

QSqlQuery *LogDatabase::prepared(const QString &statement)
{
    const auto known = m_statements.find(statement);
    if (known != m_statements.end())
        return known->second.get();
    auto query = std::make_unique<QSqlQuery>(m_database);
    query->setForwardOnly(true);
    if (!query->prepare(statement)) {
        note(query->lastError());
        return nullptr;
    }
    return m_statements.emplace(statement, std::move(query)).first->second.get();
}

QVariant LogDatabase::value(const QString &statement, const QVariantList &values)
{
    QSqlQuery &query = run(statement, values);
    const QVariant found = query.next() ? query.value(0) : QVariant();
    query.finish();
    return found;
}

bool LogDatabase::begin()
{
    run(u"BEGIN IMMEDIATE"_s).finish();
    return !m_failure;
}

bool LogDatabase::commit()
{
    run(u"COMMIT"_s).finish();
    if (m_failure)
        rollBack();
    return !m_failure;
}

void LogDatabase::rollBack()
{
    // SQLite may have rolled back already, and says that it has nothing to roll back then.
    QSqlQuery query(m_database);
    query.exec(u"ROLLBACK"_s);
}

StoreFailure LogDatabase::failure(StoreProblem problem, const QString &detail) const
{
    return {problem, m_path, detail};
}

void LogDatabase::note(const QSqlError &error)
{
    if (m_failure)
        return;
    qCInfo(lcStore).noquote() << m_path << error.nativeErrorCode() << error.text();
    m_failure = failure(problemOf(error), error.databaseText());
}

} // namespace tincan
