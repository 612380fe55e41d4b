#include "ui/client/copydatabase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

// A server is known by its id and its key, a room by its server and its id, an event by its room and number.
// `low` and `high` are the first and the last event of a room that are there, without a hole between them;
// `high` is -1 where nothing is known of the room's log.
const QStringList &schema()
{
    static const QStringList statements = {
        u"CREATE TABLE server (id INTEGER PRIMARY KEY, server TEXT NOT NULL, key TEXT NOT NULL, name TEXT "
        u"NOT NULL,"
        " self TEXT NOT NULL, selfname TEXT NOT NULL, session TEXT NOT NULL, sessionkey TEXT NOT NULL,"
        " used INTEGER NOT NULL, UNIQUE (server, key))"_s,
        u"CREATE TABLE place (host TEXT NOT NULL, port INTEGER NOT NULL,"
        " server INTEGER NOT NULL REFERENCES server ON DELETE CASCADE, PRIMARY KEY (host, port)) WITHOUT ROWID"_s,
        u"CREATE INDEX placeserver ON place (server)"_s,
        u"CREATE TABLE room (id INTEGER PRIMARY KEY, server INTEGER NOT NULL REFERENCES server ON DELETE "
        u"CASCADE,"
        " room TEXT NOT NULL, name TEXT NOT NULL, direct INTEGER NOT NULL, topic TEXT NOT NULL, epoch TEXT "
        "NOT NULL,"
        " first INTEGER NOT NULL, low INTEGER NOT NULL DEFAULT 0, high INTEGER NOT NULL DEFAULT -1,"
        " read INTEGER NOT NULL DEFAULT 0, joined INTEGER NOT NULL DEFAULT 1, UNIQUE (server, room))"_s,
        u"CREATE TABLE event (id INTEGER PRIMARY KEY, room INTEGER NOT NULL REFERENCES room ON DELETE "
        u"CASCADE,"
        " seq INTEGER NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, member TEXT NOT NULL, name TEXT NOT "
        "NULL,"
        " via TEXT NOT NULL, verified INTEGER NOT NULL, text TEXT NOT NULL, post TEXT NOT NULL,"
        " reply INTEGER NOT NULL, target INTEGER NOT NULL, UNIQUE (room, seq))"_s,
        u"CREATE INDEX eventtarget ON event (room, target) WHERE target > 0"_s,
        u"CREATE TABLE outbox (id INTEGER PRIMARY KEY, server INTEGER NOT NULL REFERENCES server ON DELETE "
        u"CASCADE,"
        " post TEXT NOT NULL, room TEXT NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT "
        "NULL,"
        " reply INTEGER NOT NULL, target INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,"
        " UNIQUE (server, post))"_s,
        u"PRAGMA user_version = 1"_s};
    return statements;
}

constexpr auto driver = "QSQLITE"_L1;

} // namespace

CopyDatabase::CopyDatabase(const QString &path)
    : m_path(path), m_connection(u"copy-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

CopyDatabase::~CopyDatabase()
{
    close();
}

bool CopyDatabase::open()
{
    m_error.clear();
    m_database = QSqlDatabase::addDatabase(driver, m_connection);
    m_database.setDatabaseName(m_path);
    if (!prepareFile()) {
        return false;
    }
    if (!m_database.open()) {
        note(m_database.lastError().text());
        return false;
    }
    for (const auto pragma :
         {"PRAGMA journal_mode = WAL"_L1, "PRAGMA synchronous = NORMAL"_L1, "PRAGMA secure_delete = ON"_L1,
          "PRAGMA foreign_keys = ON"_L1, "PRAGMA max_page_count = 524288"_L1}) {
        run(pragma).finish();
    }
    if (!m_error.isEmpty() || !prepareSchema()) {
        const QString error = m_error;
        close();
        m_error = error;
        return false;
    }
    return true;
}

void CopyDatabase::close()
{
    m_isSynced = false;
    m_statements.clear();
    m_inTransaction = false;
    if (m_database.isValid()) {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_connection);
    }
}

/// What SQLite puts beside the file has the file's permissions.
bool CopyDatabase::prepareFile()
{
    QDir().mkpath(QFileInfo(m_path).path());
    QFile file(m_path);
    if (!file.open(QIODevice::ReadWrite)) {
        note(file.errorString());
        return false;
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return true;
}

bool CopyDatabase::prepareSchema()
{
    QSqlQuery &asked = run(u"PRAGMA user_version"_s);
    const int version = asked.next() ? asked.value(0).toInt() : -1;
    asked.finish();
    if (version == schemaVersion) {
        return true;
    }
    if (version != 0) {
        note(version > schemaVersion ? u"it was written by a newer version of this program"_s
                                     : u"it is no database"_s);
        return false;
    }
    begin();
    for (const QString &statement : schema()) {
        run(statement).finish();
    }
    return commit();
}

/// Not within a transaction, where SQLite takes it for an error.
void CopyDatabase::setSynced(bool on)
{
    if (std::exchange(m_isSynced, on) != on) {
        QSqlQuery query(m_database);
        query.exec(on ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = NORMAL"_s);
    }
}

void CopyDatabase::begin(bool outlivesPowerCuts)
{
    if (!m_inTransaction) {
        m_error.clear();
        setSynced(outlivesPowerCuts);
        run(u"BEGIN IMMEDIATE"_s).finish();
        m_inTransaction = m_error.isEmpty();
    }
}

bool CopyDatabase::commit()
{
    if (!m_inTransaction) {
        return m_error.isEmpty();
    }
    m_inTransaction = false;
    if (m_error.isEmpty()) {
        run(u"COMMIT"_s).finish();
    }
    if (!m_error.isEmpty()) {
        const QString error = m_error;
        run(u"ROLLBACK"_s).finish();
        m_error = error;
        return false;
    }
    return true;
}

QSqlQuery &CopyDatabase::run(const QString &statement, const QVariantList &values)
{
    auto &query = m_statements[statement];
    if (!query) {
        query = std::make_unique<QSqlQuery>(m_database);
        query->setForwardOnly(true);
        if (!query->prepare(statement)) {
            note(query->lastError().text());
            return *query;
        }
    }
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QVariant &value = values.at(i);
        const bool empty = value.typeId() == QMetaType::QString && value.toString().isEmpty();
        query->bindValue(int(i), empty ? QVariant(u""_s) : value); // no column of ours takes NULL
    }
    if (!query->exec()) {
        note(query->lastError().text());
        query->finish();
    }
    return *query;
}

bool CopyDatabase::wipe()
{
    if (!isOpen()) {
        for (const auto suffix : {""_L1, "-wal"_L1, "-shm"_L1}) {
            QFile::remove(m_path + suffix);
        }
        return open();
    }
    commit();
    begin();
    run(u"DELETE FROM server"_s).finish(); // and with it all the rest
    if (!commit()) {
        return false;
    }
    m_statements.clear();
    run(u"VACUUM"_s).finish();
    run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s).finish();
    return m_error.isEmpty();
}

void CopyDatabase::note(const QString &error)
{
    if (m_error.isEmpty()) {
        m_error = error.isEmpty() ? u"unknown error"_s : error;
    }
}

} // namespace tincan
