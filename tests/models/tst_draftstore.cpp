#include "ui/models/draftstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestDraftStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDraftComesBackAfterARestart();
    void aDraftIsOnDiskWithinASecond();
    void anEmptyTextForgetsTheDraft();
    void onlyTheOwnerMayReadThem();
    void aDamagedFileCountsAsEmpty();
    void aCursorBeyondTheTextIsBroughtBack();
    void thereIsABound();
};

void TestDraftStore::aDraftComesBackAfterARestart()
{
    const QTemporaryDir profile;
    const Draft draft{u"你好 \"half\"\nline"_s, 4};
    {
        DraftStore store(profile.path());
        store.setDraft(u"host:4040/lounge"_s, draft);
    }
    const DraftStore store(profile.path());
    QCOMPARE(store.draft(u"host:4040/lounge"_s), draft);
    QCOMPARE(store.draft(u"host:4040/attic"_s), Draft());
}

void TestDraftStore::aDraftIsOnDiskWithinASecond()
{
    const QTemporaryDir profile;
    DraftStore store(profile.path());
    store.setDraft(u"a"_s, {u"text"_s, 0});
    QTRY_VERIFY_WITH_TIMEOUT(DraftStore(profile.path()).draft(u"a"_s).text == u"text"_s, 1000);
}

void TestDraftStore::anEmptyTextForgetsTheDraft()
{
    const QTemporaryDir profile;
    DraftStore store(profile.path());
    store.setDraft(u"a"_s, {u"text"_s, 0});
    store.flush();
    store.setDraft(u"a"_s, {});
    store.flush();
    QFile file(profile.filePath(u"drafts.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{}"));
}

void TestDraftStore::onlyTheOwnerMayReadThem()
{
    const QTemporaryDir profile;
    DraftStore store(profile.path());
    store.setDraft(u"a"_s, {u"text"_s, 0});
    store.flush();
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(profile.filePath(u"drafts.json"_s)) & others));
}

void TestDraftStore::aDamagedFileCountsAsEmpty()
{
    const QTemporaryDir profile;
    QFile file(profile.filePath(u"drafts.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"a\":{\"text\":\"cut o");
    file.close();
    const DraftStore store(profile.path());
    QCOMPARE(store.draft(u"a"_s), Draft());
}

void TestDraftStore::aCursorBeyondTheTextIsBroughtBack()
{
    const QTemporaryDir profile;
    QFile file(profile.filePath(u"drafts.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"a":{"text":"four","cursor":99},"b":{"text":"four","cursor":-9},"c":7})");
    file.close();
    const DraftStore store(profile.path());
    QCOMPARE(store.draft(u"a"_s).cursor, 4);
    QCOMPARE(store.draft(u"b"_s).cursor, 0);
    QCOMPARE(store.draft(u"c"_s), Draft());
}

void TestDraftStore::thereIsABound()
{
    const QTemporaryDir profile;
    {
        DraftStore store(profile.path());
        for (int i = 0; i < DraftStore::maximum + 50; ++i) {
            store.setDraft(QString::number(i), {u"text"_s, 0});
        }
    }
    const DraftStore store(profile.path());
    int kept = 0;
    for (int i = 0; i < DraftStore::maximum + 50; ++i) {
        kept += store.draft(QString::number(i)).text.isEmpty() ? 0 : 1;
    }
    QCOMPARE(kept, DraftStore::maximum);
}

QTEST_GUILESS_MAIN(TestDraftStore)
#include "tst_draftstore.moc"
