#include "server/directorylock.h"

#include "server/logdatabase.h"
#include "server/randomword.h"

#include <QDir>
#include <QFile>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace tincan {

std::optional<StoreFailure> DirectoryLock::take(const QString &directory)
{
    const QString path = QDir(directory).filePath(u"lock"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return StoreFailure{StoreProblem::NotWritable, directory, file.errorString()};
    file.close();
    m_connection = "lock-"_L1 + randomWord(8);
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=0"_s);
    if (!m_database.open())
        return StoreFailure{problemOf(m_database.lastError()), directory, m_database.lastError().text()};
    QSqlQuery query(m_database);
    if (query.exec(u"BEGIN EXCLUSIVE"_s))
        return {};
    const StoreFailure failure{problemOf(query.lastError()), directory, query.lastError().databaseText()};
    query = QSqlQuery();
    release();
    return failure;
}

void DirectoryLock::release()
{
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

} // namespace tincan
