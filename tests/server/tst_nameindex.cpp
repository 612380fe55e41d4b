#include "server/nameindex.h"

#include "protocol/nickname.h"

#include <QFile>
#include <QTest>

#include <array>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

/// "0072+006E" is rn.
QString fromCodePoints(const QString &list)
{
    QString text;
    for (const QString &codePoint : list.split(u'+'))
        text += QString::fromUcs4(std::array{char32_t(codePoint.toUInt(nullptr, 16))}.data(), 1);
    return text;
}

} // namespace

class TestNameIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lookalikesClash_data();
    void lookalikesClash();
    void whatUnicodeCallsConfusableClashes();
    void differentNamesDoNot_data();
    void differentNamesDoNot();
    void aRemovedNameIsFree();
    void aNameMayLookLikeTwo();
    void longestNamesHaveALikeness();
    void plainLettersLookTheSameBesideOthers();
};

void TestNameIndex::lookalikesClash_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    const auto row = [](const char *what, const QString &one, const QString &other) {
        QTest::newRow(what) << one << other;
    };
    row("case", u"Ada"_s, u"aDA"_s);
    row("full width", u"Ada"_s, u"Ａｄａ"_s);
    row("mathematical letters", u"Ada"_s, u"𝐀𝒹𝖆"_s);
    row("letters in circles", u"ada"_s, u"ⓐⓓⓐ"_s);
    row("one Cyrillic letter", u"Ada"_s, u"\u0410da"_s);
    row("one Cyrillic letter of another case", u"Ada"_s, u"ad\u0410"_s);
    row("a Cyrillic letter that is one as a capital only", u"Bob"_s, u"\u0412ob"_s);
    row("whole word in Cyrillic", u"pace"_s, u"\u0440\u0430\u0441\u0435"_s);
    row("whole word in Cyrillic capitals", u"bob"_s, u"\u0412\u041e\u0412"_s);
    row("Greek capital", u"Ada"_s, u"\u0391da"_s);
    row("Greek omicron", u"Bob"_s, u"B\u03bfb"_s);
    row("whole word in Greek capitals", u"BOB"_s, u"\u0392\u039f\u0392"_s);
    row("Armenian", u"Lou"_s, u"L\u0585u"_s);
    row("Cherokee", u"Ada"_s, u"\u13aada"_s);
    row("l and I", u"Al"_s, u"AI"_s);
    row("l and 1", u"Al"_s, u"A1"_s);
    row("I and 1", u"AI"_s, u"A1"_s);
    row("l and the bar", u"Al"_s, u"A|"_s);
    row("O and 0", u"Bob"_s, u"B0b"_s);
    row("o and 0", u"BOB"_s, u"B0B"_s);
    row("m and rn", u"Tom"_s, u"Torn"_s);
    row("dotless i", u"Kai"_s, u"Ka\u0131"_s);
    row("long s", u"finn"_s, u"\u017finn"_s);
    row("ligature", u"Finn"_s, u"ﬁnn"_s);
    row("dashes", u"Jean-Luc"_s, u"Jean\u2010Luc"_s);
    row("apostrophes", u"O'Brien"_s, u"O\u2019Brien"_s);
    row("no-break space", u"Ada L"_s, u"Ada\u00a0L"_s);
    row("composed or not", u"José"_s, u"Jose\u0301"_s);
    row("emoji style", u"❤\ufe0f"_s, u"❤"_s);
    row("emoji in one picture or two", u"👩\u200d🚀"_s, u"👩🚀"_s);
    row("radical for ideograph", u"金"_s, u"⾦"_s);
}

void TestNameIndex::lookalikesClash()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    const auto nobody = [](int) { return false; };
    NameIndex<int> index;
    index.insert(one, 1);
    QVERIFY(!index.areAll(other, nobody));
    index.remove(one);
    QVERIFY(index.areAll(other, nobody));
    index.insert(other, 1);
    QVERIFY(!index.areAll(one, nobody));
}

void TestNameIndex::whatUnicodeCallsConfusableClashes()
{
    QFile table(QFINDTESTDATA("confusables.tsv"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    int pairs = 0;
    while (!table.atEnd()) {
        const QStringList cells = QString::fromUtf8(table.readLine()).trimmed().split(u'\t');
        if (cells.size() != 2)
            continue; // the heading
        const QString one = u"X%1x"_s.arg(cells.at(0));
        for (const QString &likeness : cells.at(1).split(u' ')) {
            const QString other = u"X%1x"_s.arg(fromCodePoints(likeness));
            if (std::holds_alternative<Error>(checkedName(other, Limits())))
                continue; // nobody can be called that
            NameIndex<int> index;
            index.insert(one, 1);
            QVERIFY2(!index.areAll(other, [](int) { return false; }),
                     qPrintable(u"%1 and %2"_s.arg(one, other)));
            ++pairs;
        }
    }
    QVERIFY2(pairs > 1400, qPrintable(QString::number(pairs)));
}

void TestNameIndex::differentNamesDoNot_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    const auto row = [](const char *what, const QString &one, const QString &other) {
        QTest::newRow(what) << one << other;
    };
    row("one letter", u"Ada"_s, u"Ava"_s);
    row("i and l in lower case", u"Kai"_s, u"Kal"_s);
    row("an accent", u"Jose"_s, u"José"_s);
    row("Chinese", u"李雷"_s, u"李磊"_s);
    row("Chinese surnames", u"张三"_s, u"章三"_s);
    row("emoji", u"🙂"_s, u"🙃"_s);
    row("skin", u"👍🏽"_s, u"👍🏿"_s);
    row("flags", u"🇩🇪"_s, u"🇫🇷"_s);
    row("a number behind", u"Ada"_s, u"Ada-2"_s);
    row("ports", u"guest-50010"_s, u"guest-50011"_s);
    row("Cyrillic", u"Алиса"_s, u"Алёна"_s);
    row("Hangul", u"김철수"_s, u"김영희"_s);
}

void TestNameIndex::differentNamesDoNot()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    NameIndex<int> index;
    index.insert(one, 1);
    QVERIFY(index.areAll(other, [](int) { return false; }));
}

void TestNameIndex::aRemovedNameIsFree()
{
    NameIndex<int> index;
    index.insert(u"Ada"_s, 7);
    QCOMPARE(*index.find(u"ADA"_s), 7);
    QVERIFY(index.areAll(u"Ada"_s, [](int owner) { return owner == 7; }));
    index.remove(u"ada"_s);
    QCOMPARE(index.find(u"Ada"_s), nullptr);
}

void TestNameIndex::aNameMayLookLikeTwo()
{
    NameIndex<int> index;
    index.insert(u"ai"_s, 1);
    index.insert(u"al"_s, 2);
    QList<int> asked;
    index.areAll(u"AI"_s, [&asked](int owner) {
        asked.append(owner);
        return true;
    });
    QCOMPARE(asked, QList<int>({1, 2}));
}

void TestNameIndex::longestNamesHaveALikeness()
{
    const QString widest = u"\ufdfa"_s.repeated(32);
    QVERIFY(!likenessOf(widest).read.isEmpty());
    QVERIFY(!likenessOf(widest).seen.isEmpty());
    QVERIFY(likenessOf(widest) != likenessOf(widest.chopped(1)));
}

// Names of ASCII alone take a shorter way.
void TestNameIndex::plainLettersLookTheSameBesideOthers()
{
    const QString other = u"李"_s;
    const NameLikeness of = likenessOf(other);
    for (char16_t first = u'!'; first <= u'~'; ++first) {
        for (char16_t second = u'!'; second <= u'~'; ++second) {
            const QString name = QString(QChar(first)) + QChar(second);
            const NameLikeness alone = likenessOf(name);
            const NameLikeness together{alone.read + of.read, alone.seen + of.seen};
            QVERIFY2(likenessOf(name + other) == together, qPrintable(name));
        }
    }
}

QTEST_GUILESS_MAIN(TestNameIndex)
#include "tst_nameindex.moc"
