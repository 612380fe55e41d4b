#include "protocol/searchfold.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

using Span = FoldedText::Span;

class TestSearchFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theseAreTheSame_data();
    void theseAreTheSame();
    void theseAreTwo_data();
    void theseAreTwo();
    void chineseIsFoundByAnyPart_data();
    void chineseIsFoundByAnyPart();
    void foldingTwiceChangesNothing_data();
    void foldingTwiceChangesNothing();
    void aHitIsAPartOfTheOriginal_data();
    void aHitIsAPartOfTheOriginal();
    void hitsAreInOrderAndJoined();
    void termsAreWordsAndPhrases_data();
    void termsAreWordsAndPhrases();
    void aPhraseIsOneTermWhateverIsInIt();
    void allTermsMustBeThere();
};

void TestSearchFold::theseAreTheSame_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("case") << u"Hello WORLD"_s << u"hello world"_s;
    QTest::newRow("case beside an accent") << u"Hello WÖRLD"_s << u"hello world"_s;
    QTest::newRow("accents") << u"Café crème"_s << u"cafe creme"_s;
    QTest::newRow("accents taken apart") << u"cafe\u0301"_s << u"café"_s;
    QTest::newRow("several accents") << u"Việt"_s << u"viet"_s;
    QTest::newRow("strokes") << u"Øre Łódź Đà"_s << u"ore lodz da"_s;
    QTest::newRow("sharp s") << u"Straße"_s << u"STRASSE"_s;
    QTest::newRow("ligatures that are letters") << u"Æsop, œuvre"_s << u"aesop, oeuvre"_s;
    QTest::newRow("Turkish capital") << u"İstanbul"_s << u"istanbul"_s;
    QTest::newRow("Greek") << u"Άλφας"_s << u"αλφασ"_s;
    QTest::newRow("full width") << u"ＡＢＣ１２３，！"_s << u"abc123,!"_s;
    QTest::newRow("half-width kana") << u"ｶﾞｯｺｳ"_s << u"ガッコウ"_s;
    QTest::newRow("wide space") << u"你好　世界"_s << u"你好 世界"_s;
    QTest::newRow("no-break space") << u"10\u00a0km"_s << u"10 km"_s;
    QTest::newRow("line feed") << u"one\ntwo"_s << u"one two"_s;
    QTest::newRow("ligature") << u"oﬃce"_s << u"office"_s;
    QTest::newRow("soft hyphen") << u"Donau\u00adschiff"_s << u"donauschiff"_s;
    QTest::newRow("zero width space") << u"上\u200b海"_s << u"上海"_s;
    QTest::newRow("emoji variation") << u"\u2764\ufe0f"_s << u"\u2764"_s;
    QTest::newRow("compatibility Han") << u"\uf9d1"_s << u"\u516d"_s;
    QTest::newRow("Hangul taken apart") << u"\u1112\u1161\u11ab"_s << u"한"_s;
}

void TestSearchFold::theseAreTheSame()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QCOMPARE(searchFold(one), searchFold(other));
}

void TestSearchFold::theseAreTwo_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("voiced kana") << u"か"_s << u"が"_s;
    QTest::newRow("Hindi vowels") << u"कि"_s << u"का"_s;
    QTest::newRow("Cyrillic letters") << u"й"_s << u"и"_s;
    QTest::newRow("simplified and traditional") << u"东"_s << u"東"_s;
}

void TestSearchFold::theseAreTwo()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY(searchFold(one) != searchFold(other));
}

void TestSearchFold::chineseIsFoundByAnyPart_data()
{
    QTest::addColumn<QString>("part");
    for (const QString &part : {u"我"_s, u"边"_s, u"上海"_s, u"家在"_s, u"上海东"_s, u"我家在上海东边"_s})
        QTest::newRow(qPrintable(part)) << part;
}

void TestSearchFold::chineseIsFoundByAnyPart()
{
    QFETCH(QString, part);
    QVERIFY(searchFold(u"我家在上海东边"_s).contains(searchFold(part)));
}

void TestSearchFold::foldingTwiceChangesNothing_data()
{
    theseAreTheSame_data();
}

void TestSearchFold::foldingTwiceChangesNothing()
{
    QFETCH(QString, one);
    QCOMPARE(searchFold(searchFold(one)), searchFold(one));
}

void TestSearchFold::aHitIsAPartOfTheOriginal_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("hit");
    QTest::newRow("as it is") << u"say hello"_s << u"hello"_s << u"hello"_s;
    QTest::newRow("other case") << u"say Hello"_s << u"hello"_s << u"Hello"_s;
    QTest::newRow("accent taken apart") << u"un cafe\u0301 noir"_s << u"cafe"_s << u"cafe\u0301"_s;
    QTest::newRow("behind what shrank") << u"e\u0301e\u0301 x"_s << u"x"_s << u"x"_s;
    QTest::newRow("behind what grew") << u"ßß x"_s << u"x"_s << u"x"_s;
    QTest::newRow("half of what grew") << u"aßb"_s << u"as"_s << u"aß"_s;
    QTest::newRow("the other half") << u"aßb"_s << u"sb"_s << u"ßb"_s;
    QTest::newRow("behind an emoji") << u"🙂上海"_s << u"海"_s << u"海"_s;
    QTest::newRow("an emoji") << u"ab🙂cd"_s << u"🙂"_s << u"🙂"_s;
    QTest::newRow("at the end") << u"你好"_s << u"好"_s << u"好"_s;
    QTest::newRow("over an invisible one") << u"上\u200b海"_s << u"上海"_s << u"上\u200b海"_s;
}

void TestSearchFold::aHitIsAPartOfTheOriginal()
{
    QFETCH(QString, text);
    QFETCH(QString, term);
    QFETCH(QString, hit);
    const QList<Span> hits = FoldedText(text).hits({searchFold(term)});
    QCOMPARE(hits.size(), 1);
    QCOMPARE(text.mid(hits.first().start, hits.first().length), hit);
}

void TestSearchFold::hitsAreInOrderAndJoined()
{
    const FoldedText text(u"abc abc xyz"_s);
    QCOMPARE(text.hits({u"xyz"_s, u"abc"_s}), QList<Span>({{0, 3}, {4, 3}, {8, 3}}));
    QCOMPARE(text.hits({u"ab"_s, u"bc"_s, u"c x"_s}), QList<Span>({{0, 3}, {4, 5}}));
    QCOMPARE(text.hits({u"none"_s, QString()}), QList<Span>());
    QCOMPARE(FoldedText(QString()).hits({u"a"_s}), QList<Span>());
}

void TestSearchFold::termsAreWordsAndPhrases_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("terms");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("white space") << u" \n "_s << QStringList();
    QTest::newRow("words") << u"Big  cat"_s << QStringList({u"big"_s, u"cat"_s});
    QTest::newRow("the longest first") << u"a bcd"_s << QStringList({u"bcd"_s, u"a"_s});
    QTest::newRow("a phrase") << u"\"Big cat\" fat"_s << QStringList({u"big cat"_s, u"fat"_s});
    QTest::newRow("an open phrase") << u"\"big cat"_s << QStringList({u"big cat"_s});
    QTest::newRow("an empty phrase") << u"\"\" \" \" cat"_s << QStringList({u"cat"_s});
    QTest::newRow("a quotation mark") << u"\"say \"\"hi\"\"\""_s << QStringList({u"say \"hi\""_s});
    QTest::newRow("doubles") << u"cat CAT Ｃａｔ"_s << QStringList({u"cat"_s});
    QTest::newRow("Chinese") << u"上海　东边"_s << QStringList({u"上海"_s, u"东边"_s});
}

void TestSearchFold::termsAreWordsAndPhrases()
{
    QFETCH(QString, text);
    QFETCH(QStringList, terms);
    QCOMPARE(searchTerms(text), terms);
}

void TestSearchFold::aPhraseIsOneTermWhateverIsInIt()
{
    for (const QString &text :
         {u"two words"_s, u" at the edge "_s, u"\"quoted\" text"_s, u"\"\"\""_s, u"a\"b"_s})
        QCOMPARE(searchTerms(searchPhrase(text)), QStringList({searchFold(text)}));
}

void TestSearchFold::allTermsMustBeThere()
{
    QVERIFY(holdsAll(u"big fat cat"_s, {u"cat"_s, u"big"_s}));
    QVERIFY(!holdsAll(u"big fat cat"_s, {u"cat"_s, u"dog"_s}));
    QVERIFY(holdsAll(u"anything"_s, {}));
}

QTEST_GUILESS_MAIN(TestSearchFold)
#include "tst_searchfold.moc"
