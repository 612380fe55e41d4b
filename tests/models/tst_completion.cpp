#include "ui/models/completion.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

class TestCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWordIsFoundByItsSign_data();
    void aWordIsFoundByItsSign();
    void otherTextIsNoWord_data();
    void otherTextIsNoWord();
    void onlyWhatStandsBeforeTheCursorCounts();
    void beginningsComeFirst();
    void aNameIsFoundByItsPinyin();
    void aCompleteWordNeedsNothing();
    void thereAreFiftyAtMost();
};

namespace {

QList<CompletionEntry> peopleCalled(const QStringList &names)
{
    QList<CompletionEntry> entries;
    for (const QString &name : names) {
        entries.append({name, {}, u'@' + name});
    }
    return entries;
}

QStringList found(const CompletionList &list, const CompletionWord &word)
{
    QStringList titles;
    const auto matches = list.matches(word);
    for (const CompletionEntry &match : matches) {
        titles.append(match.title);
    }
    return titles;
}

} // namespace

void TestCompletion::aWordIsFoundByItsSign_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<CompletionKind>("kind");
    QTest::addColumn<int>("start");
    QTest::addColumn<QString>("query");
    QTest::newRow("a person") << u"@ad"_s << CompletionKind::Person << 0 << u"ad"_s;
    QTest::newRow("the sign alone") << u"hi @"_s << CompletionKind::Person << 3 << QString();
    QTest::newRow("in a bracket") << u"(@ad"_s << CompletionKind::Person << 1 << u"ad"_s;
    QTest::newRow("on a new line") << u"x\n#lo"_s << CompletionKind::Room << 2 << u"lo"_s;
    QTest::newRow("behind Chinese") << u"你好@张"_s << CompletionKind::Person << 2 << u"张"_s;
    QTest::newRow("full-width at") << u"＠zs"_s << CompletionKind::Person << 0 << u"zs"_s;
    QTest::newRow("full-width number sign") << u"＃lo"_s << CompletionKind::Room << 0 << u"lo"_s;
    QTest::newRow("full-width slash") << u"／ni"_s << CompletionKind::SlashCommand << 0 << u"ni"_s;
    QTest::newRow("a hyphen") << u"#build-f"_s << CompletionKind::Room << 0 << u"build-f"_s;
}

void TestCompletion::aWordIsFoundByItsSign()
{
    QFETCH(QString, text);
    const auto word = wordToComplete(text, int(text.size()));
    QVERIFY(word);
    QTEST(word->kind, "kind");
    QTEST(word->start, "start");
    QTEST(word->query, "query");
}

void TestCompletion::otherTextIsNoWord_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("text") << u"hello"_s;
    QTest::newRow("an address") << u"ada@example"_s;
    QTest::newRow("a slash later") << u"and /or"_s;
    QTest::newRow("two slashes") << u"//me"_s;
    QTest::newRow("a space behind") << u"@ada "_s;
    QTest::newRow("a heading") << u"##"_s;
    QTest::newRow("too long") << u'@' + QString(500, u'a');
}

void TestCompletion::otherTextIsNoWord()
{
    QFETCH(QString, text);
    QVERIFY(!wordToComplete(text, int(text.size())));
}

void TestCompletion::onlyWhatStandsBeforeTheCursorCounts()
{
    const auto word = wordToComplete(u"@ada and others"_s, 3);
    QVERIFY(word);
    QCOMPARE(word->query, u"ad"_s);
    QVERIFY(!wordToComplete(u"@ada"_s, 0));
}

void TestCompletion::beginningsComeFirst()
{
    const CompletionList list(peopleCalled({u"Amelia"_s, u"Li Mei"_s, u"Mei"_s, u"Noor"_s}));
    QCOMPARE(found(list, {CompletionKind::Person, 0, u"me"_s}),
             QStringList({u"Mei"_s, u"Li Mei"_s, u"Amelia"_s}));
    QCOMPARE(found(list, {CompletionKind::Person, 0, {}}).size(), 4);
    QVERIFY(found(list, {CompletionKind::Person, 0, u"xyz"_s}).isEmpty());
}

void TestCompletion::aNameIsFoundByItsPinyin()
{
    const CompletionList list(peopleCalled({u"李四"_s, u"张三"_s}));
    for (const QString &query : {u"zs"_s, u"zhangs"_s, u"张"_s}) {
        QCOMPARE(found(list, {CompletionKind::Person, 0, query}), QStringList{u"张三"_s});
    }
}

void TestCompletion::aCompleteWordNeedsNothing()
{
    const CompletionList commands({{u"me"_s, {}, u"/me"_s}, {u"rename"_s, {}, u"/rename"_s}});
    QVERIFY(found(commands, {CompletionKind::SlashCommand, 0, u"me"_s}).isEmpty());
    const CompletionList people(peopleCalled({u"Li"_s, u"Li Mei"_s, u"Noor"_s}));
    QCOMPARE(found(people, {CompletionKind::Person, 0, u"Li"_s}).size(), 2);
    QVERIFY(found(people, {CompletionKind::Person, 0, u"Noor"_s}).isEmpty());
}

void TestCompletion::thereAreFiftyAtMost()
{
    const CompletionList list(peopleCalled(QStringList(500, u"Ada"_s)));
    QCOMPARE(found(list, {CompletionKind::Person, 0, u"a"_s}).size(), CompletionList::most);
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
