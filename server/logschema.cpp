#include "server/logschema.h"

#include "server/logdatabase.h"

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int applicationId = 0x54'49'4e'43; // "TINC"

// Events are only ever added at the table's end. That, and that a row's text is emptied before the row goes
// (EventEraser), keeps SQLite from copying rows from page to page, which would leave texts behind where
// nothing overwrites them.
//
// room: `id` is NULL once the room is gone, until its events are; `trimmed` is the number of the last event
// that was dropped; `one` and `other` are the ends of a direct room. event: `room` is NULL once the event is
// gone, until its row is; `post` where its author gave no id. said: what is searched, by the `id` of the
// event that has the text (the message, or its last edit) and of the `message`.
QStringList versionOne()
{
    return {
        u"CREATE TABLE room (number INTEGER PRIMARY KEY, id TEXT UNIQUE, name TEXT NOT NULL,"
        " topic TEXT NOT NULL, epoch TEXT NOT NULL, trimmed INTEGER NOT NULL,"
        " one TEXT NOT NULL, onename TEXT NOT NULL, other TEXT NOT NULL, othername TEXT NOT NULL)"_s,
        u"CREATE TABLE event (id INTEGER PRIMARY KEY, room INTEGER, seq INTEGER NOT NULL,"
        " at INTEGER NOT NULL, kind TEXT NOT NULL, member TEXT NOT NULL, name TEXT NOT NULL,"
        " via TEXT NOT NULL, verified INTEGER NOT NULL, text TEXT NOT NULL, post TEXT,"
        " reply INTEGER NOT NULL, target INTEGER NOT NULL)"_s,
        u"CREATE UNIQUE INDEX eventplace ON event (room, seq) WHERE room IS NOT NULL"_s,
        u"CREATE UNIQUE INDEX eventpost ON event (member, post) WHERE post IS NOT NULL"_s,
        u"CREATE INDEX eventtarget ON event (room, target) WHERE target > 0"_s,
        u"CREATE TABLE said (id INTEGER PRIMARY KEY, message INTEGER NOT NULL, room INTEGER,"
        " author TEXT NOT NULL, folded TEXT NOT NULL)"_s,
        u"CREATE TABLE session (member TEXT PRIMARY KEY, name TEXT NOT NULL, named INTEGER NOT NULL,"
        " token TEXT NOT NULL, rooms TEXT NOT NULL)"_s,
        u"CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL)"_s,
    };
}

// posted: posts whose events are forgotten.
QStringList versionTwo()
{
    return {
        u"CREATE TABLE posted (id INTEGER PRIMARY KEY, room INTEGER NOT NULL, seq INTEGER NOT NULL,"
        " at INTEGER NOT NULL, member TEXT NOT NULL, post TEXT NOT NULL)"_s,
        u"CREATE UNIQUE INDEX postedpost ON posted (member, post)"_s,
    };
}

std::optional<StoreFailure> problemOfFile(LogDatabase &database, qint64 version)
{
    const qint64 application = database.number(u"PRAGMA application_id"_s).value_or(0);
    const qint64 tables = database.number(u"SELECT count(*) FROM sqlite_master"_s).value_or(0);
    if (auto failure = database.takeFailure())
        return failure;
    const bool isEmpty = application == 0 && version == 0 && tables == 0;
    if (!isEmpty && application != applicationId)
        return database.failure(StoreProblem::NoDatabase);
    if (version > schemaSteps().size())
        return database.failure(StoreProblem::Newer);
    return {};
}

bool take(LogDatabase &database, const QStringList &step, qint64 version)
{
    database.begin();
    for (const QString &statement : step)
        database.run(statement).finish();
    database.run(u"PRAGMA application_id = %1"_s.arg(applicationId)).finish();
    database.run(u"PRAGMA user_version = %1"_s.arg(version)).finish();
    return database.commit();
}

} // namespace

const QList<QStringList> &schemaSteps()
{
    static const QList<QStringList> steps{versionOne(), versionTwo()};
    return steps;
}

std::optional<StoreFailure> prepareSchema(LogDatabase &database)
{
    qint64 version = database.number(u"PRAGMA user_version"_s).value_or(0);
    if (auto failure = database.takeFailure())
        return failure;
    if (auto failure = problemOfFile(database, version))
        return failure;
    // 4,000 pages, 16 MB: many commits change the same pages of an index, which a checkpoint then writes
    // once.
    for (const QString &pragma :
         {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s, u"PRAGMA secure_delete = ON"_s,
          u"PRAGMA temp_store = MEMORY"_s, u"PRAGMA wal_autocheckpoint = 4000"_s, u"PRAGMA fullfsync = ON"_s,
          u"PRAGMA checkpoint_fullfsync = ON"_s})
        database.run(pragma).finish();
    while (version < schemaSteps().size() && !database.hasFailed()) {
        take(database, schemaSteps().at(version), version + 1);
        ++version;
    }
    return database.takeFailure();
}

} // namespace tincan
