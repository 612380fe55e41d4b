#include "ui/models/searchkey.h"

#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace tincan;

using Match = SearchKey::Match;
Q_DECLARE_METATYPE(SearchKey::Match)

class TestSearchKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstNameInLatinLettersTakesNoTime();
    void aNameIsFoundBy_data();
    void aNameIsFoundBy();
};

/// Whoever types the first "/" or "@" waits for it.
void TestSearchKey::theFirstNameInLatinLettersTakesNoTime()
{
    const std::clock_t before = std::clock();
    QCOMPARE(SearchKey(u"Zoë Ångström"_s).match(u"zoe"_s), Match::Beginning);
    QVERIFY2(std::clock() - before < CLOCKS_PER_SEC / 20, "it made a transliterator, without need");
}

void TestSearchKey::aNameIsFoundBy_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("query");
    QTest::addColumn<Match>("match");
    const QString zhang = u"张三"_s;
    QTest::newRow("initials of pinyin") << zhang << u"zs"_s << Match::Beginning;
    QTest::newRow("beginning of pinyin") << zhang << u"zhangs"_s << Match::Beginning;
    QTest::newRow("pinyin") << zhang << u"zhangsan"_s << Match::Beginning;
    QTest::newRow("pinyin with a space") << zhang << u"zhang san"_s << Match::Beginning;
    QTest::newRow("a character") << zhang << u"张"_s << Match::Beginning;
    QTest::newRow("the second character") << zhang << u"三"_s << Match::Inside;
    QTest::newRow("the second syllable") << zhang << u"san"_s << Match::WordBeginning;
    QTest::newRow("somebody else's pinyin") << zhang << u"lisi"_s << Match::None;
    QTest::newRow("capitals") << u"Ada"_s << u"AD"_s << Match::Beginning;
    QTest::newRow("accents") << u"Zoë"_s << u"zoe"_s << Match::Beginning;
    QTest::newRow("full width") << u"ＡＢＣ"_s << u"abc"_s << Match::Beginning;
    QTest::newRow("a later word") << u"Li Mei"_s << u"mei"_s << Match::WordBeginning;
    QTest::newRow("initials") << u"Li Mei"_s << u"lm"_s << Match::Beginning;
    QTest::newRow("hyphens do not matter") << u"build-farm"_s << u"buildf"_s << Match::Beginning;
    QTest::newRow("inside") << u"Wojtek"_s << u"jte"_s << Match::Inside;
    QTest::newRow("nothing is wanted") << u"Wojtek"_s << QString() << Match::Beginning;
    QTest::newRow("only spaces") << u"Wojtek"_s << u"  "_s << Match::Beginning;
    QTest::newRow("only signs") << u"Wojtek"_s << u"--"_s << Match::None;
    QTest::newRow("an emoji") << u"🙂 room"_s << u"🙂"_s << Match::Beginning;
    QTest::newRow("too much") << u"Ada"_s << u"adam"_s << Match::None;
}

void TestSearchKey::aNameIsFoundBy()
{
    QFETCH(QString, name);
    QFETCH(QString, query);
    QTEST(SearchKey(name).match(query), "match");
}

QTEST_GUILESS_MAIN(TestSearchKey)
#include "tst_searchkey.moc"
