#include "app/namefile.h"
#include "app/ownidentity.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

class TestNameFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void whatIsSavedIsLoaded();
    void theFileIsForItsOwnerAlone();
    void badLinesAreLeftOut();
    void anotherVersionIsLeftAlone();
    void aMissingFileIsAnEmptyOne();
    void aProfileKeepsItsKey();
    void aTornPairIsMended();
    void withoutAFolderThereIsNoKey();

private:
    QString path() const { return m_directory->filePath(u"names"_s); }
    void put(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QByteArray bytes() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestNameFile::whatIsSavedIsLoaded()
{
    const QList<RegisteredName> names = {{u"Ada Lovelace"_s, QByteArray(64, 'a'), 1'795'000'000'000},
                                         {u"李雷 🙂"_s, QByteArray(64, 'b'), 0}};
    {
        NameFile file(m_directory->path());
        file.save(names.first(1));
        file.save(names);
    }
    QCOMPARE(NameFile(m_directory->path()).load(), names);
}

void TestNameFile::theFileIsForItsOwnerAlone()
{
    NameFile(m_directory->path()).save({});
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(QFile::exists(path()));
    QCOMPARE(QFile::permissions(path()) & others, QFile::Permissions());
}

void TestNameFile::badLinesAreLeftOut()
{
    const QByteArray key(64, 'a');
    put("tincan-names 1\n\nnonsense\n" + key + " 5 Ada\n" + key + " x Bo\n" + key + " 5 Ada: hi\n" + key +
        " 5 \xff\xfe\x1b\n" + key + " -1 Cy\n" + key + " 5\n" + QByteArray(64, 'G') + " 5 Di\n" + key +
        " 6 Ed");
    const QList<RegisteredName> names = {{u"Ada"_s, key, 5}, {u"Ed"_s, key, 6}};
    QCOMPARE(NameFile(m_directory->path()).load(), names);
}

void TestNameFile::anotherVersionIsLeftAlone()
{
    const QByteArray newer = "tincan-names 2\nwho knows\n";
    put(newer);
    {
        NameFile file(m_directory->path());
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"another version"_s));
        QCOMPARE(file.load(), QList<RegisteredName>());
        file.save({{u"Ada"_s, QByteArray(64, 'a'), 5}});
    }
    QCOMPARE(bytes(), newer);
}

void TestNameFile::aMissingFileIsAnEmptyOne()
{
    QCOMPARE(NameFile(m_directory->path()).load(), QList<RegisteredName>());
}

void TestNameFile::aProfileKeepsItsKey()
{
    const Identity own = ownIdentity(m_directory->filePath(u"a/profile"_s));
    QVERIFY(!own.isEmpty());
    QCOMPARE(ownIdentity(m_directory->filePath(u"a/profile"_s)), own);
    QVERIFY(ownIdentity(m_directory->filePath(u"another"_s)).key != own.key);
}

void TestNameFile::aTornPairIsMended()
{
    const Identity one = ownIdentity(m_directory->filePath(u"one"_s));
    ownIdentity(m_directory->filePath(u"two"_s));
    const QString torn = m_directory->filePath(u"one/own-key/certificate.pem"_s);
    QVERIFY(QFile::remove(torn));
    QVERIFY(QFile::copy(m_directory->filePath(u"two/own-key/certificate.pem"_s), torn));
    QCOMPARE(ownIdentity(m_directory->filePath(u"one"_s)).key, one.key);
}

void TestNameFile::withoutAFolderThereIsNoKey()
{
    put("a file where a folder would be");
    QVERIFY(ownIdentity(path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestNameFile)
#include "tst_namefile.moc"
