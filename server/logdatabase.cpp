#include "server/logdatabase.h"

#include "server/logging.h"
#include "server/logschema.h"

#include <QFile>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int patienceMs = 2'000;

StoreProblem problemOf(int error)
{
    switch (error) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return StoreProblem::InUse;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
        return StoreProblem::NotWritable;
    case SQLITE_CORRUPT:
        return StoreProblem::Damaged;
    case SQLITE_FULL:
        return StoreProblem::DiskFull;
    case SQLITE_NOTADB:
        return StoreProblem::NoDatabase;
    default:
        return StoreProblem::Other;
    }
}

} // namespace

std::optional<StoreFailure> LogDatabase::open(const StoreOptions &options)
{
    if (auto problem = openFile(patienceMs))
        return problem;
    if (auto problem = prepareSchema(*this))
        return problem;
    run(options.sync == StoreSync::Full ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = NORMAL"_s);
    if (options.mostPages > 0)
        run(u"PRAGMA max_page_count = %1"_s.arg(options.mostPages)).finish();
    return takeFailure();
}

/// What SQLite puts beside the file has the file's permissions.
std::optional<StoreFailure> LogDatabase::openFile(int patience)
{
    QFile file(m_path);
    const bool isNew = !file.exists();
    if (!file.open(QIODevice::ReadWrite))
        return failure(StoreProblem::NotWritable, file.errorString());
    if (isNew)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.close();
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(m_path.toUtf8().constData(), &m_database, flags, nullptr) != SQLITE_OK)
        note();
    sqlite3_busy_timeout(m_database, patience);
    return takeFailure();
}

void LogDatabase::close()
{
    m_statements.clear();
    sqlite3_close(std::exchange(m_database, nullptr));
}

LogStatement &LogDatabase::run(const QString &statement, const LogValues &values)
{
    LogStatement &found = m_failure ? m_nothing : prepared(statement);
    found.run(values);
    return m_failure ? m_nothing : found;
}

LogStatement &LogDatabase::prepared(const QString &statement)
{
    const auto known = m_statements.find(statement);
    if (known != m_statements.end())
        return *known->second;
    const QByteArray text = statement.toUtf8();
    sqlite3_stmt *made = nullptr;
    const int result = sqlite3_prepare_v3(m_database, text.constData(), int(text.size()),
                                          SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    if (result != SQLITE_OK) {
        note();
        return m_nothing;
    }
    return *m_statements.emplace(statement, std::make_unique<LogStatement>(*this, made)).first->second;
}

std::optional<qint64> LogDatabase::number(const QString &statement, const LogValues &values)
{
    LogStatement &row = run(statement, values);
    std::optional<qint64> found;
    if (row.next() && !row.column(0).isNull())
        found = row.column(0).number();
    row.finish();
    return found;
}

std::optional<QString> LogDatabase::text(const QString &statement, const LogValues &values)
{
    LogStatement &row = run(statement, values);
    std::optional<QString> found;
    if (row.next() && !row.column(0).isNull())
        found = row.column(0).text();
    row.finish();
    return found;
}

qint64 LogDatabase::lastId() const
{
    return sqlite3_last_insert_rowid(m_database);
}

bool LogDatabase::hasChanged() const
{
    return sqlite3_changes(m_database) > 0;
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

/// SQLite may have rolled back already.
void LogDatabase::rollBack()
{
    if (!sqlite3_get_autocommit(m_database))
        sqlite3_exec(m_database, "ROLLBACK", nullptr, nullptr, nullptr);
}

void LogDatabase::note()
{
    if (m_failure)
        return;
    constexpr int primary = 0xff; // the rest says more than anybody here asks
    const int error = sqlite3_errcode(m_database);
    const QString words = QString::fromUtf8(sqlite3_errmsg(m_database));
    qCDebug(lcStore).noquote() << m_path << error << words;
    m_failure = failure(problemOf(error & primary), words);
}

StoreFailure LogDatabase::failure(StoreProblem problem, const QString &detail) const
{
    return {problem, m_path, detail};
}

} // namespace tincan
