#include "tests/client/copiedkitchen.h"
#include "ui/client/copydatabase.h"
#include "ui/client/copywriter.h"
#include "ui/client/sqlitecopy.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;
using namespace tincan::sample;

class tst_SqliteCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whatWasSeenIsThereInTheNextRun();
    void whatIsReadWaitsUntilItIsAskedFor();
    void whatTheOutboxChangesIsRecalled();
    void aServerIsFoundWhereItWasLastFound();
    void anotherServerAtTheSamePlaceIsAnother();
    void eventsAreWithoutHoleAndOlderOnesJoinInFront();
    void anotherEpochMakesTheEventsVoid();
    void whatIsDeletedLosesItsTextInTheFile();
    void topicsAndNamesFollowTheLog();
    void theOutboxKeepsItsOrderAndItsFailures();
    void whatIsToOutliveAPowerCutIsSynced();
    void theNewestEventsAreKept();
    void roomsAndServersAreBounded();
    void aRoomThatWasLeftIsNotRecalled();
    void theFileIsForItsOwnerAlone();
    void aWipedCopyHoldsNothing();
    void aFileThatIsNoDatabaseIsLeftAloneAndSaidOnce();
    void aNewerSchemaIsLeftAlone();
    void aWipeMendsAFileThatIsNoDatabase();
    void aSwitchedOffCopyKeepsAndTellsNothing();
    void aSwitchedOffCopyForgetsWhatIsSettled();
    void aSwitchedOffCopyMakesNoFile();
    void answersDoNotReachWhoIsGone();
    void aFloodIsWrittenInItsOrder();

private:
    QString path() const { return m_directory->filePath(u"below/copy.sqlite"_s); }
    CopiedServer recalled() { return CopyWriter(path()).recall(place); }
    QList<RoomEvent> kept() { return CopyWriter(path()).page(kitchen, lounge, 0, 100); }
    void record(const QList<CopyChange> &changes);
    QByteArray bytes() const;

    std::unique_ptr<QTemporaryDir> m_directory;
};

void tst_SqliteCopy::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
}

/// In a run of its own.
void tst_SqliteCopy::record(const QList<CopyChange> &changes)
{
    CopyWriter writer(path());
    for (const CopyChange &change : changes) {
        writer.record(kitchen, change);
    }
    writer.flush();
}

QByteArray tst_SqliteCopy::bytes() const
{
    QByteArray all;
    for (const auto suffix : {""_L1, "-wal"_L1}) {
        QFile file(path() + suffix);
        if (file.open(QIODevice::ReadOnly)) {
            all += file.readAll();
        }
    }
    return all;
}

void tst_SqliteCopy::whatWasSeenIsThereInTheNextRun()
{
    {
        SqliteCopy copy(path());
        copy.record(kitchen, copychange::Entered{membership()});
        copy.record(kitchen, copychange::Room{info(u"lounge"_s, 3)});
        copy.record(kitchen, copychange::Room{info(u"quiet"_s)});
        copy.record(kitchen, copychange::Events{lounge, said(1, 3)});
        copy.record(kitchen, copychange::Read{lounge, 2});
    }
    SqliteCopy copy(path());
    std::optional<CopiedServer> answer;
    copy.recall(place, this, [&answer](const CopiedServer &server) { answer = server; });
    QTRY_VERIFY(answer);
    QCOMPARE(answer->identity, kitchen);
    QCOMPARE(answer->membership, membership());
    QCOMPARE(answer->rooms.size(), 2);
    const CopiedRoom &room = answer->rooms.at(0);
    QCOMPARE(room.info, info(u"lounge"_s, 3));
    QVERIFY(room.known);
    QCOMPARE(room.read, 2);
    QCOMPARE(room.newest, said(3, 3));
    QVERIFY(answer->rooms.at(1).known); // that it is empty
    QCOMPARE(answer->rooms.at(1).info.head, 0);

    std::optional<QList<RoomEvent>> page;
    copy.page(kitchen, lounge, 3, 1, this, [&page](const QList<RoomEvent> &events) { page = events; });
    QTRY_VERIFY(page);
    QCOMPARE(*page, said(2, 2));
}

void tst_SqliteCopy::whatIsReadWaitsUntilItIsAskedFor()
{
    record({copychange::Entered{membership()}, copychange::Room{info(u"lounge"_s, 200)},
            copychange::Events{lounge, said(1, 200)}});
    QVERIFY(recalled().rooms.constFirst().newest.isEmpty()); // nobody said what is new
    record({copychange::Read{lounge, 0}});
    QCOMPARE(recalled().rooms.constFirst().read, -1);
    QCOMPARE(numbers(recalled().rooms.constFirst().newest), numbers(said(141, 200)));
    record({copychange::Read{lounge, 197}});
    QCOMPARE(numbers(recalled().rooms.constFirst().newest), numbers(said(198, 200)));
    QCOMPARE(recalled().rooms.constFirst().info.head, 200);
    record({copychange::Read{lounge, 200}});
    QVERIFY(recalled().rooms.constFirst().newest.isEmpty());
    QVERIFY(recalled().rooms.constFirst().known);
}

void tst_SqliteCopy::whatTheOutboxChangesIsRecalled()
{
    QueuedPost deletion;
    deletion.post = {lounge, PostId(u"d1"_s), EventKind::Delete, {}, 0, 4};
    record({copychange::Entered{membership()}, copychange::Room{info(u"lounge"_s, 6)},
            copychange::Events{lounge, said(1, 6)}, copychange::Read{lounge, 6},
            copychange::Queued{deletion}});
    QCOMPARE(numbers(recalled().rooms.constFirst().newest), numbers(said(4, 6)));
}

void tst_SqliteCopy::aServerIsFoundWhereItWasLastFound()
{
    const HostPort other{u"10.0.0.7"_s, 4041};
    record({copychange::Entered{membership()}, copychange::Entered{membership(other)}});
    CopyWriter writer(path());
    QCOMPARE(writer.recall(place).identity, kitchen);
    QCOMPARE(writer.recall(other).identity, kitchen);
    QVERIFY(writer.recall({u"kitchen.example"_s, 4041}).identity.isEmpty());
}

void tst_SqliteCopy::anotherServerAtTheSamePlaceIsAnother()
{
    record({copychange::Entered{membership()}, copychange::Room{info(u"lounge"_s, 1)},
            copychange::Events{lounge, said(1, 1)}});
    const ServerIdentity impostor{kitchen.id, "def"};
    {
        CopyWriter writer(path());
        writer.record(impostor, copychange::Entered{membership()});
        writer.record(impostor, copychange::Room{info(u"lounge"_s, 0, u"e2"_s)});
    }
    QCOMPARE(recalled().identity, impostor);
    QVERIFY(recalled().rooms.constFirst().newest.isEmpty());
    QCOMPARE(CopyWriter(path()).page(kitchen, lounge, 0, 10), said(1, 1));
}

void tst_SqliteCopy::eventsAreWithoutHoleAndOlderOnesJoinInFront()
{
    record({copychange::Entered{membership()}, copychange::Room{info(u"lounge"_s, 20)},
            copychange::Events{lounge, said(18, 20)}});
    record({copychange::Events{lounge, said(15, 17)}}); // a page of history
    QCOMPARE(numbers(kept()), numbers(said(15, 20)));
    record({copychange::Events{lounge, said(3, 5)}, copychange::Events{lounge, said(19, 22)},
            copychange::Events{lounge, {said(1), said(14)}}});
    QCOMPARE(numbers(kept()), numbers(said(15, 22)));
    QCOMPARE(recalled().rooms.constFirst().info.head, 22);
    record({copychange::Events{lounge, said(30, 31)}}); // something was missed
    QCOMPARE(numbers(kept()), numbers(said(30, 31)));
}

void tst_SqliteCopy::anotherEpochMakesTheEventsVoid()
{
    record({copychange::Entered{membership()}, copychange::Room{info(u"lounge"_s, 2)},
            copychange::Events{lounge, said(1, 2)}, copychange::Room{info(u"lounge"_s, 5, u"e2"_s)}});
    const CopiedServer server = recalled();
    QVERIFY(!server.rooms.constFirst().known);
    QVERIFY(server.rooms.constFirst().newest.isEmpty());
    QCOMPARE(server.rooms.constFirst().info.epoch, Epoch(u"e2"_s));
}

void tst_SqliteCopy::whatIsDeletedLosesItsTextInTheFile()
{
    record({copychange::Entered{membership()}, copychange::Room{info(u"lounge"_s)},
            copychange::Events{lounge, {said(1, u"first secret"_s)}},
            copychange::Events{lounge, {said(2, u"second secret"_s, EventKind::Edit, 1)}}});
    QVERIFY(bytes().contains("first secret") && bytes().contains("second secret"));
    record({copychange::Events{lounge, {said(3, u" "_s, EventKind::Delete, 1)}}});
    QCOMPARE(kept().at(0).text, QString());
    QCOMPARE(kept().at(1).text, QString());
    QVERIFY(!bytes().contains("secret"));
}

void tst_SqliteCopy::topicsAndNamesFollowTheLog()
{
    record({copychange::Entered{membership()}, copychange::Room{info(u"lounge"_s, 9)},
            copychange::Events{lounge, {said(10, u"bread"_s, EventKind::Topic)}},
            copychange::Events{lounge, {said(11, u"Attic"_s, EventKind::Rename)}},
            copychange::Events{lounge, {said(9, u"old"_s, EventKind::Topic)}}});
    QCOMPARE(recalled().rooms.constFirst().info.topic, u"bread"_s);
    QCOMPARE(recalled().rooms.constFirst().info.name, u"Attic"_s);
}

void tst_SqliteCopy::theOutboxKeepsItsOrderAndItsFailures()
{
    const QueuedPost first{{lounge, PostId(u"a"_s), EventKind::Message, u"one"_s, 7, 0}, 100, {}};
    const QueuedPost second{{lounge, PostId(u"b"_s), EventKind::Edit, u"two"_s, 0, 3}, 200, {}};
    const QueuedPost third{{lounge, PostId(u"c"_s), EventKind::Message, u"three"_s, 0, 0}, 300, {}};
    record({copychange::Entered{membership()}, copychange::Queued{first}, copychange::Queued{second},
            copychange::Queued{third}});
    QCOMPARE(recalled().outbox, (QList<QueuedPost>{first, second, third}));
    QueuedPost failed = first;
    failed.failure = Error{ErrorCode::NotAllowed, u"No."_s};
    record({copychange::Queued{failed}, copychange::Settled{PostId(u"b"_s)}});
    QCOMPARE(recalled().outbox, (QList<QueuedPost>{failed, third}));
    QueuedPost detached = first;
    detached.post.reply = 0;
    record({copychange::Queued{detached}});
    QCOMPARE(recalled().outbox, (QList<QueuedPost>{detached, third}));
}

void tst_SqliteCopy::whatIsToOutliveAPowerCutIsSynced()
{
    CopyDatabase database(path());
    QVERIFY(database.open());
    auto level = [&database, asked = 0]() mutable {
        // Another statement each time: the answer may be fixed when one is prepared.
        QSqlQuery &answer = database.run(u"PRAGMA synchronous -- %1"_s.arg(++asked));
        const int value = answer.next() ? answer.value(0).toInt() : -1;
        answer.finish();
        return value;
    };
    constexpr int normal = 1;
    constexpr int full = 2;
    for (const bool synced : {false, true, false, true}) {
        database.begin(synced);
        QCOMPARE(level(), synced ? full : normal);
        QVERIFY(database.commit());
    }
}

void tst_SqliteCopy::theNewestEventsAreKept()
{
    CopyTables::Bounds bounds;
    bounds.events = 50;
    {
        CopyWriter writer(path(), bounds);
        writer.record(kitchen, copychange::Entered{membership()});
        writer.record(kitchen, copychange::Room{info(u"lounge"_s)});
        for (Seq seq = 1; seq <= 2'000; seq += 100) {
            writer.record(kitchen, copychange::Events{lounge, said(seq, seq + 99)});
        }
    }
    CopyWriter writer(path());
    const QList<RoomEvent> left = writer.page(kitchen, lounge, 0, 10'000);
    QCOMPARE(left.constLast().seq, 2'000);
    QVERIFY(left.size() >= 50 && left.size() <= 1'050);
    QCOMPARE(left.constFirst().seq, 2'001 - left.size());
}

void tst_SqliteCopy::roomsAndServersAreBounded()
{
    CopyTables::Bounds bounds;
    bounds.rooms = 2;
    bounds.servers = 2;
    CopyWriter writer(path(), bounds);
    writer.record(kitchen, copychange::Entered{membership()});
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"a"_s}) {
        writer.record(kitchen, copychange::Room{info(id)});
    }
    QCOMPARE(writer.recall(place).rooms.size(), 2);
    for (quint16 port = 1; port <= 3; ++port) {
        const ServerIdentity one{ServerId(QString::number(port)), {}};
        writer.record(one, copychange::Entered{membership({u"h"_s, port})});
    }
    QVERIFY(writer.recall(place).identity.isEmpty());
    QVERIFY(writer.recall({u"h"_s, 1}).identity.isEmpty());
    QVERIFY(!writer.recall({u"h"_s, 3}).identity.isEmpty());
    const ServerIdentity next{ServerId(u"4"_s), {}};
    writer.record(next, copychange::Entered{membership({u"h"_s, 3})}); // in the place of the third
    QVERIFY(!writer.recall({u"h"_s, 2}).identity.isEmpty());
    QCOMPARE(writer.recall({u"h"_s, 3}).identity, next);
}

void tst_SqliteCopy::aRoomThatWasLeftIsNotRecalled()
{
    record(
        {copychange::Entered{membership()}, copychange::Room{info(u"lounge"_s)}, copychange::Left{lounge}});
    QVERIFY(recalled().rooms.isEmpty());
    record({copychange::Room{info(u"lounge"_s)}});
    QCOMPARE(recalled().rooms.size(), 1);
}

void tst_SqliteCopy::theFileIsForItsOwnerAlone()
{
    CopyWriter writer(path());
    writer.record(kitchen, copychange::Entered{membership()});
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const auto suffix : {""_L1, "-wal"_L1, "-shm"_L1}) {
        QVERIFY(QFile::exists(path() + suffix));
        QCOMPARE(QFile::permissions(path() + suffix) & others, QFile::Permissions());
    }
}

void tst_SqliteCopy::aWipedCopyHoldsNothing()
{
    SqliteCopy copy(path());
    copy.record(kitchen, copychange::Entered{membership()});
    copy.record(kitchen, copychange::Room{info(u"lounge"_s)});
    copy.record(kitchen, copychange::Events{lounge, {said(1, u"a secret"_s)}});
    QSignalSpy wiped(&copy, &SqliteCopy::wiped);
    QSignalSpy restarted(&copy, &SqliteCopy::restarted);
    copy.wipe();
    QTRY_COMPARE(wiped.count(), 1);
    QCOMPARE(restarted.count(), 1);
    QVERIFY(!bytes().contains("secret"));
    QVERIFY(recalled().identity.isEmpty());
}

void tst_SqliteCopy::aFileThatIsNoDatabaseIsLeftAloneAndSaidOnce()
{
    QDir().mkpath(QFileInfo(path()).path());
    const QByteArray before = "this is no database, but somebody's diary\n" + QByteArray(5'000, 'x');
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(before);
    }
    {
        SqliteCopy copy(path());
        QSignalSpy failed(&copy, &SqliteCopy::failed);
        copy.record(kitchen, copychange::Entered{membership()});
        copy.record(kitchen, copychange::Room{info(u"lounge"_s)});
        bool answered = false;
        copy.recall(place, this,
                    [&answered](const CopiedServer &server) { answered = server.identity.isEmpty(); });
        QTRY_VERIFY(answered);
        QCOMPARE(failed.count(), 1);
        QVERIFY(!failed.constFirst().constFirst().toString().isEmpty());
    }
    QCOMPARE(bytes(), before);
}

void tst_SqliteCopy::aNewerSchemaIsLeftAlone()
{
    record({copychange::Entered{membership()}});
    {
        CopyDatabase database(path());
        QVERIFY(database.open());
        database.run(u"PRAGMA user_version = 99"_s).finish();
    }
    CopyWriter writer(path());
    QSignalSpy failed(&writer, &CopyWriter::failed);
    QVERIFY(writer.recall(place).identity.isEmpty());
    QVERIFY(failed.constFirst().constFirst().toString().contains(u"newer"_s));
}

void tst_SqliteCopy::aWipeMendsAFileThatIsNoDatabase()
{
    QDir().mkpath(QFileInfo(path()).path());
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5'000, 'x'));
    }
    CopyWriter writer(path());
    QSignalSpy wiped(&writer, &CopyWriter::wiped);
    writer.record(kitchen, copychange::Entered{membership()});
    writer.wipe();
    QCOMPARE(wiped.count(), 1);
    writer.record(kitchen, copychange::Entered{membership()});
    QCOMPARE(writer.recall(place).identity, kitchen);
}

void tst_SqliteCopy::aSwitchedOffCopyKeepsAndTellsNothing()
{
    record({copychange::Entered{membership()}});
    SqliteCopy copy(path());
    copy.setEnabled(false);
    copy.record(kitchen, copychange::Room{info(u"lounge"_s)});
    std::optional<CopiedServer> answer;
    const auto take = [&answer](const CopiedServer &server) { answer = server; };
    copy.recall(place, this, take);
    QTRY_VERIFY(answer);
    QVERIFY(answer->identity.isEmpty());
    QSignalSpy restarted(&copy, &SqliteCopy::restarted);
    copy.setEnabled(true);
    QCOMPARE(restarted.count(), 1);
    answer.reset();
    copy.recall(place, this, take);
    QTRY_VERIFY(answer);
    QCOMPARE(answer->identity, kitchen);
    QVERIFY(answer->rooms.isEmpty());
}

void tst_SqliteCopy::aSwitchedOffCopyForgetsWhatIsSettled()
{
    const QueuedPost post{{lounge, PostId(u"a"_s), EventKind::Message, u"one"_s, 0, 0}, 100, {}};
    record({copychange::Entered{membership()}, copychange::Queued{post}});
    QCOMPARE(recalled().outbox.size(), 1);
    {
        SqliteCopy copy(path());
        copy.setEnabled(false);
        copy.record(kitchen, copychange::Settled{post.post.id});
    }
    QVERIFY(recalled().outbox.isEmpty());
}

void tst_SqliteCopy::aSwitchedOffCopyMakesNoFile()
{
    {
        SqliteCopy copy(path());
        copy.setEnabled(false);
        copy.record(kitchen, copychange::Settled{PostId(u"a"_s)});
    }
    QVERIFY(!QFile::exists(path()));
}

void tst_SqliteCopy::answersDoNotReachWhoIsGone()
{
    SqliteCopy copy(path());
    bool reached = false;
    auto receiver = std::make_unique<QObject>();
    copy.recall(place, receiver.get(), [&reached](const CopiedServer &) { reached = true; });
    receiver.reset();
    bool answered = false;
    copy.recall(place, this, [&answered](const CopiedServer &) { answered = true; });
    QTRY_VERIFY(answered);
    QVERIFY(!reached);
}

void tst_SqliteCopy::aFloodIsWrittenInItsOrder()
{
    {
        SqliteCopy copy(path());
        copy.record(kitchen, copychange::Entered{membership()});
        copy.record(kitchen, copychange::Room{info(u"lounge"_s)});
        for (Seq seq = 1; seq <= 5'000; ++seq) {
            copy.record(kitchen, copychange::Events{lounge, {said(seq)}});
        }
        copy.record(kitchen, copychange::Read{lounge, 4'000});
    }
    const CopiedRoom room = recalled().rooms.constFirst();
    QCOMPARE(room.info.head, 5'000);
    QCOMPARE(room.read, 4'000);
    QCOMPARE(CopyWriter(path()).page(kitchen, lounge, 0, 10'000), said(1, 5'000));
}

QTEST_GUILESS_MAIN(tst_SqliteCopy)
#include "tst_sqlitecopy.moc"
