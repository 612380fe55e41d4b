#include "server/logbackup.h"
#include "tests/server/storedesk.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const RoomId lounge(u"lounge"_s);
const RoomId attic(u"attic"_s);

/// Says something to the database behind the store's back, and answers the first value that comes back.
QVariant say(const QString &path, const QString &statement)
{
    QVariant answer;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
        database.setDatabaseName(path);
        if (database.open()) {
            QSqlQuery query(database);
            answer = query.exec(statement);
            if (query.next())
                answer = query.value(0);
        }
    }
    QSqlDatabase::removeDatabase(u"test"_s);
    return answer;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSqliteStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<StoreDesk>(); }
    void cleanup() { m_desk.reset(); }

    void whatWasStoredIsThereAgain();
    void whatIsOnItsWayWhenItEndsIsStored();
    void roomsComeBackWithNameTopicAndEnds();
    void aDroppedRoomDoesNotComeBack();
    void aPostIsKnownAfterAReopening();
    void sessionsComeBack();
    void manyPostsShareATransaction();
    void whatAnswersBringIsOneTransaction();
    void aFullDiskRefusesAndRecovers();
    void aFailedGroupTakesNoNumbers();
    void whatIsDeletedIsInNoFile();
    void aSecondStoreOnTheDirectoryIsRefused();
    void whatIsNoLogIsLeftAlone_data();
    void whatIsNoLogIsLeftAlone();
    void aPowerCutUnderLooseStoringChangesEpochs();
    void aBackupIsTheLogOfOneMoment();
    void aRestoredLogHasOtherEpochsAndNoSessions();
    void onlyTheOwnerReadsTheFiles();

private:
    QString logPath() const { return QDir(m_desk->directory()).filePath(u"log.db"_s); }
    void open(const StoreOptions &options = {})
    {
        QVERIFY(!m_desk->useSqlite(options));
        m_desk->openRoom(lounge);
    }
    void fill(int count, const RoomId &room = lounge)
    {
        for (int i = 1; i <= count; ++i)
            m_desk->append(draft(u"text %1."_s.arg(i), {}, room));
    }
    std::unique_ptr<StoreDesk> m_desk;
};

void TestSqliteStore::whatWasStoredIsThereAgain()
{
    open();
    fill(5);
    const LogState before = m_desk->state(lounge);
    const QList<RoomEvent> events = m_desk->after(lounge, 0, 9).events;
    open();
    QCOMPARE(m_desk->state(lounge).epoch, before.epoch);
    QCOMPARE(m_desk->state(lounge).head, 5);
    QCOMPARE(m_desk->state(lounge).first, 1);
    QCOMPARE(m_desk->after(lounge, 0, 9).events, events);
    QCOMPARE(m_desk->append(draft(u"on"_s)).event.seq, 6);
}

void TestSqliteStore::whatIsOnItsWayWhenItEndsIsStored()
{
    open();
    for (int i = 0; i < 100; ++i)
        m_desk->store().append(draft(QString::number(i)),
                               [](const AppendResult &) { QFAIL("a store that is gone calls nobody back"); });
    m_desk->close();
    open();
    QCOMPARE(m_desk->state(lounge).head, 100);
}

void TestSqliteStore::roomsComeBackWithNameTopicAndEnds()
{
    open();
    const RoomId direct(u"@ada:bo"_s);
    m_desk->store().openRoom(Room(attic, u"The Attic"_s));
    m_desk->store().openRoom(Room(direct, {MemberId(u"ada"_s), u"Ada"_s}, {MemberId(u"bo"_s), u"Bo"_s}));
    RoomEvent topic = draft(u"Old things"_s, {}, attic);
    topic.kind = EventKind::Topic;
    m_desk->append(topic);
    open();
    const std::vector<Room> rooms = m_desk->store().rooms();
    QCOMPARE(rooms.size(), std::size_t(3));
    const auto find = [&rooms](const RoomId &id) {
        return *std::find_if(rooms.begin(), rooms.end(), [&id](const Room &room) { return room.id() == id; });
    };
    QCOMPARE(find(attic).name(), u"The Attic"_s);
    QCOMPARE(find(attic).topic(), u"Old things"_s);
    QVERIFY(!find(attic).isDirect());
    QVERIFY(find(direct).isEnd(MemberId(u"bo"_s)));
    QCOMPARE(find(direct).otherEnd(MemberId(u"bo"_s)).name, u"Ada"_s);
}

void TestSqliteStore::aDroppedRoomDoesNotComeBack()
{
    open();
    m_desk->openRoom(attic);
    m_desk->append(draft(u"wardrobe"_s, u"p1"_s, attic));
    m_desk->store().dropRoom(attic);
    open();
    QCOMPARE(m_desk->store().rooms().size(), std::size_t(1));
    m_desk->openRoom(attic);
    QCOMPARE(m_desk->append(draft(u"desk"_s, u"p1"_s, attic)).event.seq, 1);
    QVERIFY(QTest::qWaitFor([this] {
        m_desk->deadlines().fireDue();
        return !isKept(m_desk->directory(), "wardrobe");
    }));
}

void TestSqliteStore::aPostIsKnownAfterAReopening()
{
    open();
    m_desk->append(draft(u"a"_s, u"p1"_s));
    open();
    const AppendResult again = m_desk->append(draft(u"a"_s, u"p1"_s));
    QVERIFY(again.duplicate);
    QCOMPARE(again.event.seq, 1);
}

void TestSqliteStore::sessionsComeBack()
{
    open();
    const KeptSession ada{MemberId(u"1"_s), u"Ada"_s, true, SessionToken(u"t1"_s), {lounge, attic}};
    const KeptSession bo{MemberId(u"2"_s), u"guest-1"_s, false, SessionToken(u"t2"_s), {}};
    m_desk->sqlite().keepSession(ada);
    m_desk->sqlite().keepSession(bo);
    m_desk->sqlite().keepSession({MemberId(u"3"_s), u"Cy"_s, true, SessionToken(u"t3"_s), {lounge}});
    m_desk->sqlite().forgetSession(MemberId(u"3"_s));
    open();
    QList<KeptSession> sessions = m_desk->sqlite().sessions();
    std::sort(sessions.begin(), sessions.end(),
              [](const KeptSession &a, const KeptSession &b) { return a.member < b.member; });
    QCOMPARE(sessions, (QList<KeptSession>{ada, bo}));
    m_desk->sqlite().forgetSession(ada.member);
    open();
    QCOMPARE(m_desk->sqlite().sessions(), QList<KeptSession>{bo});
}

void TestSqliteStore::manyPostsShareATransaction()
{
    open();
    m_desk->append(draft(u"a"_s));
    int stored = 0;
    int turns = 0;
    for (int i = 0; i < 500; ++i)
        m_desk->store().append(draft(QString::number(i)), [&stored](const AppendResult &) { ++stored; });
    while (stored < 500 && turns < 500) {
        const int before = stored;
        m_desk->waitFor([&stored, before] { return stored > before; });
        ++turns;
    }
    QCOMPARE(stored, 500);
    QCOMPARE(turns, 1);
}

/// As from people who wait for one message to arrive before they send the next.
void TestSqliteStore::whatAnswersBringIsOneTransaction()
{
    open();
    int answers = 0;
    const auto post = [this](const EventStore::Appended &done) {
        m_desk->store().append(draft(u"a"_s), done);
    };
    const auto count = [&answers](const AppendResult &) { ++answers; };
    for (int poster = 0; poster < 100; ++poster)
        post([&post, &count, &answers](const AppendResult &) {
            ++answers;
            post(count);
        });
    m_desk->waitFor([&answers] { return answers >= 100; });
    QCOMPARE(answers, 100);
    m_desk->waitFor([&answers] { return answers > 100; });
    QCOMPARE(answers, 200);
}

void TestSqliteStore::aFullDiskRefusesAndRecovers()
{
    open();
    fill(3);
    StoreOptions small;
    small.mostPages = 40;
    open(small);
    const QString large(20'000, u'x');
    AppendResult result;
    for (int i = 0; i < 100 && !result.refused; ++i)
        result = m_desk->append(draft(large, u"p%1"_s.arg(i)));
    QVERIFY(result.refused);
    QCOMPARE(result.refused->code, ErrorCode::Full);
    QVERIFY(!result.event.postId.isEmpty());
    QCOMPARE(m_desk->after(lounge, 0, 3).events.size(), 3);
    const Seq head = m_desk->state(lounge).head;
    open();
    QCOMPARE(m_desk->state(lounge).head, head);
    const AppendResult again = m_desk->append(draft(large, result.event.postId.value()));
    QVERIFY(!again.refused && !again.duplicate);
    QCOMPARE(again.event.seq, head + 1);
}

void TestSqliteStore::aFailedGroupTakesNoNumbers()
{
    StoreOptions small;
    small.mostPages = 30;
    open(small);
    const QString large(60'000, u'x');
    QList<Seq> stored;
    int refused = 0;
    for (int i = 0; i < 20; ++i)
        m_desk->store().append(draft(large), [&stored, &refused](const AppendResult &result) {
            if (result.refused)
                ++refused;
            else
                stored += result.event.seq;
        });
    m_desk->openRoom(attic); // is there all the same, once there is room
    m_desk->sqlite().keepSession({MemberId(u"1"_s), u"Ada"_s, true, SessionToken(u"t"_s), {}});
    m_desk->waitFor([&stored, &refused] { return stored.size() + refused == 20; });
    QVERIFY(refused > 0);
    const AppendResult next = m_desk->append(draft(u"small"_s));
    QVERIFY(!next.refused);
    QCOMPARE(next.event.seq, stored.size() + 1);
    open();
    QCOMPARE(m_desk->state(lounge).head, next.event.seq);
    QCOMPARE(m_desk->store().rooms().size(), std::size_t(2));
    QCOMPARE(m_desk->sqlite().sessions().size(), 1);
}

void TestSqliteStore::whatIsDeletedIsInNoFile()
{
    open();
    fill(50);
    m_desk->append(draft(u"swordfish"_s + QString(9'000, u'!')));
    RoomEvent edit = draft(u"swordfish, edited"_s);
    edit.kind = EventKind::Edit;
    edit.target = 51;
    m_desk->append(edit);
    fill(50);
    QVERIFY(isKept(m_desk->directory(), "swordfish"));
    RoomEvent deletion = draft({});
    deletion.kind = EventKind::Delete;
    deletion.target = 51;
    QVERIFY(!m_desk->append(deletion).refused);
    QVERIFY(!isKept(m_desk->directory(), "swordfish"));
    QVERIFY(isKept(m_desk->directory(), "text 50."));
}

void TestSqliteStore::aSecondStoreOnTheDirectoryIsRefused()
{
    open();
    StoreDesk other;
    StoreOptions options;
    options.directory = m_desk->directory();
    const auto failure = other.useSqlite(options);
    QVERIFY(failure);
    QCOMPARE(failure->problem, StoreProblem::InUse);
    m_desk->close();
    QVERIFY(!other.useSqlite(options));
}

void TestSqliteStore::whatIsNoLogIsLeftAlone_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<StoreProblem>("problem");
    QTest::newRow("no database") << QString() << StoreProblem::NoDatabase;
    QTest::newRow("another program's") << u"CREATE TABLE cheese (name TEXT)"_s << StoreProblem::NoDatabase;
    QTest::newRow("newer") << u"PRAGMA user_version = 99"_s << StoreProblem::Newer;
}

void TestSqliteStore::whatIsNoLogIsLeftAlone()
{
    QFETCH(QString, statement);
    QFETCH(StoreProblem, problem);
    if (problem == StoreProblem::Newer)
        open();
    m_desk->close();
    if (statement.isEmpty()) {
        QFile file(logPath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("dear diary\n").repeated(1'000));
    } else {
        QVERIFY(say(logPath(), statement).toBool());
    }
    const QByteArray before = bytesOf(logPath());
    const auto failure = m_desk->useSqlite();
    QVERIFY(failure);
    QCOMPARE(failure->problem, problem);
    QCOMPARE(failure->path, logPath());
    m_desk->close();
    QCOMPARE(bytesOf(logPath()), before);
}

void TestSqliteStore::aPowerCutUnderLooseStoringChangesEpochs()
{
    StoreOptions loose;
    loose.sync = StoreSync::Normal;
    open(loose);
    fill(2);
    const Epoch epoch = m_desk->state(lounge).epoch;
    open(loose);
    QCOMPARE(m_desk->state(lounge).epoch, epoch); // it ended in good order
    m_desk->close();
    QVERIFY(say(logPath(), u"INSERT INTO fact VALUES ('loose', 'an earlier boot')"_s).toBool());
    open();
    QVERIFY(!(m_desk->state(lounge).epoch == epoch));
    const Epoch later = m_desk->state(lounge).epoch;
    open();
    QCOMPARE(m_desk->state(lounge).epoch, later);
}

void TestSqliteStore::aBackupIsTheLogOfOneMoment()
{
    open();
    fill(3);
    const QString file = m_desk->directory() + u"/backup.db"_s;
    QVERIFY(!backUpLog(m_desk->directory(), file));
    m_desk->append(draft(u"afterwards"_s));
    QVERIFY(!bytesOf(file).contains("afterwards"));
    QVERIFY(bytesOf(file).contains("text 3."));
    const auto again = backUpLog(m_desk->directory(), file);
    QVERIFY(again);
    QCOMPARE(again->problem, StoreProblem::Exists);
    const auto nothing = backUpLog(m_desk->directory() + u"/none"_s, file + u"2"_s);
    QVERIFY(nothing);
    QCOMPARE(nothing->problem, StoreProblem::Missing);
}

void TestSqliteStore::aRestoredLogHasOtherEpochsAndNoSessions()
{
    open();
    fill(3);
    const Epoch epoch = m_desk->state(lounge).epoch;
    m_desk->sqlite().keepSession({MemberId(u"1"_s), u"Ada"_s, true, SessionToken(u"hush"_s), {}});
    m_desk->append(draft(u"and a session"_s));
    const QString file = m_desk->directory() + u"/backup"_s;
    QVERIFY(!backUpLog(m_desk->directory(), file));
    QVERIFY(!bytesOf(file).contains("hush"));
    fill(5);
    const auto busy = restoreLog(m_desk->directory(), file);
    QVERIFY(busy);
    QCOMPARE(busy->problem, StoreProblem::InUse);
    m_desk->close();
    const auto broken = restoreLog(m_desk->directory(), QFINDTESTDATA("tst_sqlitestore.cpp"));
    QVERIFY(broken);
    QCOMPARE(broken->problem, StoreProblem::NoDatabase);
    QVERIFY(!restoreLog(m_desk->directory(), file));
    QCOMPARE(QDir(m_desk->directory()).entryList({u"log.db.before-restore-*"_s}).size(), 1);
    open();
    QCOMPARE(m_desk->state(lounge).head, 4);
    QVERIFY(!(m_desk->state(lounge).epoch == epoch));
    QVERIFY(m_desk->sqlite().sessions().isEmpty());
}

void TestSqliteStore::onlyTheOwnerReadsTheFiles()
{
    StoreOptions options;
    options.directory = m_desk->directory() + u"/new/one"_s;
    open(options);
    fill(1);
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(options.directory) & others));
    for (const QString &name : {u"log.db"_s, u"log.db-wal"_s})
        QVERIFY2(!(QFile::permissions(options.directory + u'/' + name) & others), qPrintable(name));
}

QTEST_GUILESS_MAIN(TestSqliteStore)
#include "tst_sqlitestore.moc"
