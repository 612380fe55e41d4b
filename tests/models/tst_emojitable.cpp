#include "ui/models/emojitable.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tincan;

namespace {

const QByteArray table = "\xF0\x9F\x91\x8D\tPeople\tthumbs up\t+1 hand yes\t\xE8\xB5\x9E\t\xE5\xA5\xBD\n"
                         "\xF0\x9F\x8E\x89\tThings\tparty popper\tcelebrate tada\t"
                         "\xE8\x81\x9A\xE4\xBC\x9A\xE7\xA4\xBC\xE8\x8A\xB1\t\xE5\xBA\x86\xE7\xA5\x9D\n";

} // namespace

class TestEmojiTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesOfAnotherFormArePassedOver();
    void aTableThatIsTooLongIsCut();
    void emojiAreFoundByNamesAndWords_data();
    void emojiAreFoundByNamesAndWords();
    void namesFollowTheLanguage();
    void aNameCompletes();
};

void TestEmojiTable::linesOfAnotherFormArePassedOver()
{
    const QByteArray junk = "\n\t\t\t\t\t\nx\n" + QByteArray(300, 'y') + "\ta\tb\tc\td\te\n\xff\xfe\n";
    QCOMPARE(EmojiTable::parse(junk + table).all().size(), 2);
    for (qsizetype cut = 0; cut <= table.size(); ++cut) {
        QVERIFY(EmojiTable::parse(QByteArrayView(table).first(cut)).all().size() <= 2);
    }
}

void TestEmojiTable::aTableThatIsTooLongIsCut()
{
    QByteArray many;
    for (int i = 0; i < 6000; ++i) {
        many += table;
    }
    QCOMPARE(EmojiTable::parse(many).all().size(), EmojiTable::most);
}

void TestEmojiTable::emojiAreFoundByNamesAndWords_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("found");
    QTest::newRow("all") << QString() << 2;
    QTest::newRow("name") << u"thumbs"_s << 1;
    QTest::newRow("case") << u"Party"_s << 1;
    QTest::newRow("two words") << u"up thumbs"_s << 1;
    QTest::newRow("keyword") << u"tada"_s << 1;
    QTest::newRow("not in the middle") << u"humbs"_s << 0;
    QTest::newRow("Chinese") << u"庆"_s << 1;
    QTest::newRow("Chinese, inside") << u"礼花"_s << 1;
    QTest::newRow("itself") << u"👍"_s << 1;
    QTest::newRow("nothing") << u"zebra"_s << 0;
}

void TestEmojiTable::emojiAreFoundByNamesAndWords()
{
    QFETCH(QString, query);
    QFETCH(int, found);
    QCOMPARE(EmojiTable::parse(table).find(query).size(), found);
}

void TestEmojiTable::namesFollowTheLanguage()
{
    const EmojiTable parsed = EmojiTable::parse(table);
    QLocale::setDefault(QLocale(QLocale::English));
    QCOMPARE(parsed.nameOf(u"👍"_s), u"thumbs up"_s);
    QLocale::setDefault(QLocale(QLocale::Chinese));
    QCOMPARE(parsed.nameOf(u"👍"_s), u"赞"_s);
    QCOMPARE(parsed.nameOf(u"?"_s), u"?"_s);
    QLocale::setDefault(QLocale::c());
}

void TestEmojiTable::aNameCompletes()
{
    const CompletionList list(EmojiTable::parse(table).completions());
    const auto first = [&list](const QString &text) {
        const auto word = wordToComplete(text, int(text.size()));
        const auto found = word ? list.matches(*word) : QList<CompletionEntry>();
        return found.isEmpty() ? QString() : found.first().insertion;
    };
    QCOMPARE(first(u"well :thumbs_u"_s), u"👍"_s);
    QCOMPARE(first(u":tad"_s), u"🎉"_s);
    QCOMPARE(first(u"好：庆"_s), u"🎉"_s);
    QCOMPARE(first(u":)"_s), QString());
    QCOMPARE(first(u":t"_s), QString());
    QCOMPARE(first(u"12:thumbs"_s), QString());
    QCOMPARE(first(u"http://thumbs"_s), QString());
}

QTEST_APPLESS_MAIN(TestEmojiTable)
#include "tst_emojitable.moc"
