#include "app/moderationfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const QByteArray key(64, 'a');

KeptModeration everything()
{
    const Ban ban{BanId(u"b1"_s), Act::Ban, u"Bo \"你好\" 🙂"_s, true, true, u"2001:db8::/64"_s, 5, 0,
                  u"Ada"_s,       u"spam"_s};
    const Ban mute{BanId(u"b2"_s), Act::Mute, u"Cy"_s, true, false, {}, 5, 9, u"Ada"_s, {}};
    KeptModeration kept;
    kept.sanctions = {{ban, key, {}}, {mute, {}, MemberId(u"m1"_s)}};
    kept.moderators = {{key, u"Di"_s}};
    kept.rooms = {{RoomId(u"lounge"_s), {30, Writers::Members}},
                  {RoomId(u"random"_s), {0, Writers::Moderators}},
                  {RoomId(u"attic"_s), {0, Writers::All, Retention{30, 1'000}}},
                  {RoomId(u"vault"_s), {0, Writers::All, Retention{}}}};
    kept.acts = {{5, Act::Ban, u"Ada"_s, u"Bo"_s, {}, 0, 0, Writers::All, u"spam"_s},
                 {6, Act::Slow, u"Ada"_s, {}, RoomId(u"lounge"_s), 0, 30, Writers::All, {}},
                 {7, Act::Writers, u"Ada"_s, {}, RoomId(u"lounge"_s), 0, 0, Writers::Members, {}},
                 {7, Act::Keep, u"Ada"_s, {}, RoomId(u"lounge"_s), 0, 0, Writers::All, {}, Retention{30, 0}},
                 {8, Act::Mute, u"Ada"_s, u"Cy"_s, {}, 9, 0, Writers::All, {}}};
    return kept;
}

void keep(const QString &directory, const KeptModeration &kept)
{
    ModerationFile file(directory);
    file.load();
    file.save(kept);
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestModerationFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSavedIsLoaded();
    void theFilesAreForTheirOwnerAlone();
    void eachLineIsOneObject();
    void linesThatAreNoneAreLeftOut();
    void nothingIsWrittenWhereNothingIsToBeKept();
    void aFileThatCannotBeReadIsLeftAlone();
};

void TestModerationFile::whatIsSavedIsLoaded()
{
    const QTemporaryDir folder;
    QVERIFY(ModerationFile(folder.path()).load() == KeptModeration());
    keep(folder.path(), everything());
    QVERIFY(ModerationFile(folder.path()).load() == everything());
    keep(folder.path(), KeptModeration());
    QVERIFY(ModerationFile(folder.path()).load() == KeptModeration());
}

void TestModerationFile::theFilesAreForTheirOwnerAlone()
{
    const QTemporaryDir folder;
    keep(folder.path(), everything());
    for (const char *name : {"bans", "moderators", "room-rules", "acts"}) {
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        const QString path = folder.filePath(QString::fromLatin1(name));
        QVERIFY(QFile::exists(path));
        QVERIFY(!(QFile::permissions(path) & others));
    }
}

void TestModerationFile::eachLineIsOneObject()
{
    const QTemporaryDir folder;
    keep(folder.path(), everything());
    QCOMPARE(contentsOf(folder.filePath(u"acts"_s)).split('\n').value(0),
             QByteArray(R"({"act":"ban","at":5,"by":"Ada","reason":"spam","whom":"Bo"})"));
}

void TestModerationFile::linesThatAreNoneAreLeftOut()
{
    const QTemporaryDir folder;
    const QByteArray good = "{\"key\":\"" + key + "\",\"name\":\"Di\"}\n";
    write(folder.filePath(u"moderators"_s),
          "nonsense\n{\"key\":\"short\",\"name\":\"Bo\"}\n[]\n\n" + good + good.left(20));
    write(folder.filePath(u"bans"_s), R"({"id":"b","act":"kick","name":"Bo","at":5})");
    write(folder.filePath(u"acts"_s), R"({"act":"dance","at":5})");
    write(folder.filePath(u"room-rules"_s), R"({"room":"lounge","slow":-1,"writers":"all"})");
    const KeptModeration kept = ModerationFile(folder.path()).load();
    QCOMPARE(kept.moderators.size(), 1);
    QCOMPARE(kept.moderators.first().name, u"Di"_s);
    QVERIFY(kept.sanctions.isEmpty() && kept.acts.isEmpty() && kept.rooms.isEmpty());
}

void TestModerationFile::nothingIsWrittenWhereNothingIsToBeKept()
{
    const QTemporaryDir folder;
    keep(folder.path(), KeptModeration());
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestModerationFile::aFileThatCannotBeReadIsLeftAlone()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"bans"_s)); // a folder in its place cannot be read, even by root
    keep(folder.path(), everything());
    QVERIFY(QFileInfo(folder.filePath(u"bans"_s)).isDir());
    QCOMPARE(ModerationFile(folder.path()).load().moderators, everything().moderators);
}

QTEST_GUILESS_MAIN(TestModerationFile)
#include "tst_moderationfile.moc"
