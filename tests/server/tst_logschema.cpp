#include "server/logschema.h"
#include "tests/server/storedesk.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const RoomId lounge(u"lounge"_s);
const RoomId attic(u"attic"_s);

/// Makes the database that a released version left, from its statements, one a line. Whether all went well.
bool makeDatabase(const QString &path, const QString &statements)
{
    bool done = false;
    {
        QFile file(statements);
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"fixture"_s);
        database.setDatabaseName(path);
        done = file.open(QIODevice::ReadOnly) && database.open();
        while (done && !file.atEnd()) {
            QSqlQuery query(database);
            done = query.exec(QString::fromUtf8(file.readLine()));
        }
    }
    QSqlDatabase::removeDatabase(u"fixture"_s);
    return done;
}

QVariant ask(const QString &path, const QString &question)
{
    QVariant answer;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"question"_s);
        database.setDatabaseName(path);
        if (database.open()) {
            QSqlQuery query(database);
            if (query.exec(question) && query.next())
                answer = query.value(0);
        }
    }
    QSqlDatabase::removeDatabase(u"question"_s);
    return answer;
}

} // namespace

// What a released version wrote is opened by this one: tests/server/logs/ has one log of each.
class TestLogSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyReleasedVersionHasItsLog();
    void aReleasedLogIsReadAndWritten_data();
    void aReleasedLogIsReadAndWritten();
    void aNewLogHasTheSchemaOfAMigratedOne();
};

void TestLogSchema::everyReleasedVersionHasItsLog()
{
    for (qsizetype version = 1; version <= schemaSteps().size(); ++version) {
        const QString name = u"logs/version%1.sql"_s.arg(version);
        QVERIFY2(!QFINDTESTDATA(name).isEmpty(), qPrintable(name));
    }
}

void TestLogSchema::aReleasedLogIsReadAndWritten_data()
{
    QTest::addColumn<QString>("statements");
    for (qsizetype version = 1; version <= schemaSteps().size(); ++version) {
        const QString name = u"logs/version%1.sql"_s.arg(version);
        QTest::newRow(qPrintable(name)) << QFINDTESTDATA(name);
    }
}

void TestLogSchema::aReleasedLogIsReadAndWritten()
{
    QFETCH(QString, statements);
    StoreDesk desk;
    const QString path = QDir(desk.directory()).filePath(u"log.db"_s);
    QVERIFY(makeDatabase(path, statements));
    QVERIFY(!desk.useSqlite());
    QCOMPARE(desk.store().rooms().size(), std::size_t(2));
    QCOMPARE(desk.state(lounge).epoch, Epoch(u"307f7c42f1441c10"_s));
    QCOMPARE(desk.state(attic).head, 1);
    QStringList texts;
    for (const RoomEvent &event : desk.after(lounge, 0, 9).events)
        texts += event.text;
    QCOMPARE(texts, QStringList({u"hello"_s, u"你好🙂"_s, u""_s, u"hello, all"_s, u""_s}));
    const KeptSession ada = desk.sqlite().sessions().value(0);
    QCOMPARE(ada.name, u"Ada"_s);
    QCOMPARE(ada.rooms, QList<RoomId>({lounge, attic}));
    const RoomEvent again = draft(u"hello"_s, u"p0"_s, lounge, ada.member.value());
    QVERIFY(desk.append(again).duplicate);
    QCOMPARE(desk.append(draft(u"on"_s)).event.seq, 6);
    desk.close();
    QCOMPARE(ask(path, u"PRAGMA user_version"_s).toInt(), int(schemaSteps().size()));
}

void TestLogSchema::aNewLogHasTheSchemaOfAMigratedOne()
{
    const QString question =
        u"SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master ORDER BY name)"_s;
    StoreDesk made;
    QVERIFY(!made.useSqlite());
    made.close();
    StoreDesk migrated;
    const QString path = QDir(migrated.directory()).filePath(u"log.db"_s);
    QVERIFY(makeDatabase(path, QFINDTESTDATA(u"logs/version1.sql"_s)));
    QVERIFY(!migrated.useSqlite());
    migrated.close();
    const QString schema = ask(path, question).toString();
    QVERIFY(schema.contains("CREATE TABLE"_L1));
    QCOMPARE(schema, ask(QDir(made.directory()).filePath(u"log.db"_s), question).toString());
}

QTEST_GUILESS_MAIN(TestLogSchema)
#include "tst_logschema.moc"
