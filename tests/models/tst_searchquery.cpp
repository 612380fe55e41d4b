#include "ui/models/searchquery.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone shanghai("Asia/Shanghai");

qint64 utc(const QString &time)
{
    return QDateTime::fromString(time, Qt::ISODate).toMSecsSinceEpoch();
}

SearchQuery parsed(const QString &typed)
{
    const auto query = parseSearch(typed, shanghai);
    return std::holds_alternative<SearchQuery>(query) ? std::get<SearchQuery>(query) : SearchQuery();
}

} // namespace

class TestSearchQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAndFiltersComeInAnyOrder();
    void namesWithSpacesStandInQuotes();
    void daysAreThoseOfTheReader();
    void fullWidthMarksWillDo();
    void whatOnlyLooksLikeAFilterIsAWord_data();
    void whatOnlyLooksLikeAFilterIsAWord();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void nothingTypedLooksForNothing();
    void aMessageIsFoundByAllThatIsAsked();
    void aPhraseIsLookedForAsItStands();
};

void TestSearchQuery::wordsAndFiltersComeInAnyOrder()
{
    const SearchQuery query = parsed(u"soup from:Ada \"Big cat\" in:lounge hot"_s);
    QCOMPARE(query.terms, QStringList({u"big cat"_s, u"soup"_s, u"hot"_s}));
    QCOMPARE(query.text, u"soup \"Big cat\" hot"_s);
    QCOMPARE(query.from, u"Ada"_s);
    QCOMPARE(query.in, u"lounge"_s);
    QCOMPARE(parsed(u"in:attic IN:lounge"_s).in, u"lounge"_s);
}

void TestSearchQuery::namesWithSpacesStandInQuotes()
{
    QCOMPARE(parsed(u"from:\"Cy Twombly\" x"_s).from, u"Cy Twombly"_s);
    QCOMPARE(parsed(u"in:\"Ada's kitchen"_s).in, u"Ada's kitchen"_s);
}

void TestSearchQuery::daysAreThoseOfTheReader()
{
    const SearchQuery query = parsed(u"after:2026-11-01 before:2026-11-26"_s);
    QCOMPARE(query.after, utc(u"2026-10-31T16:00:00Z"_s));
    QCOMPARE(query.before, utc(u"2026-11-25T16:00:00Z"_s));
    QVERIFY(query.finds(u"Ada"_s, query.after, u"x"_s));
    QVERIFY(!query.finds(u"Ada"_s, query.after - 1, u"x"_s));
    QVERIFY(query.finds(u"Ada"_s, query.before - 1, u"x"_s));
    QVERIFY(!query.finds(u"Ada"_s, query.before, u"x"_s));
}

void TestSearchQuery::fullWidthMarksWillDo()
{
    QCOMPARE(parsed(u"from：张三"_s).from, u"张三"_s);
    QCOMPARE(parsed(u"after：２０２６-11-01"_s).after, parsed(u"after:2026-11-01"_s).after);
}

void TestSearchQuery::whatOnlyLooksLikeAFilterIsAWord_data()
{
    QTest::addColumn<QString>("typed");
    for (const QString &typed : {u"http://x"_s, u"re:soup"_s, u"inn:x"_s, u"\"from:ada\""_s, u"from"_s})
        QTest::newRow(qPrintable(typed)) << typed;
}

void TestSearchQuery::whatOnlyLooksLikeAFilterIsAWord()
{
    QFETCH(QString, typed);
    QCOMPARE(parsed(typed).terms.size(), 1);
    QVERIFY(parsed(typed).from.isEmpty());
}

void TestSearchQuery::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    QTest::newRow("no name") << u"x from:"_s << u"Write a name behind “from:”, such as from:Ada."_s;
    QTest::newRow("no room") << u"in:\"\""_s << u"Write a room behind “in:”, such as in:lounge."_s;
    QTest::newRow("nothing behind before")
        << u"before:"_s << u"Write a day behind “before:”, such as before:2026-11-26."_s;
    QTest::newRow("no such day") << u"after:2026-02-30"_s
                                 << u"“2026-02-30” is no day. Write it like this: after:2026-11-26."_s;
    QTest::newRow("a word") << u"after:monday"_s
                            << u"“monday” is no day. Write it like this: after:2026-11-26."_s;
    QTest::newRow("long ago") << u"before:0001-01-01"_s
                              << u"“0001-01-01” is no day. Write it like this: before:2026-11-26."_s;
    QTest::newRow("no day between") << u"after:2026-11-02 before:2026-11-02"_s
                                    << u"No day is both after and before these two."_s;
}

void TestSearchQuery::whatIsWrongIsSaid()
{
    QFETCH(QString, typed);
    QFETCH(QString, words);
    const auto result = parseSearch(typed, shanghai);
    QVERIFY(std::holds_alternative<SearchProblem>(result));
    QCOMPARE(std::get<SearchProblem>(result).words, words);
}

void TestSearchQuery::nothingTypedLooksForNothing()
{
    QVERIFY(parsed(u"  "_s).isEmpty());
    QVERIFY(parsed(u"in:lounge"_s).isEmpty());
    QVERIFY(!parsed(u"from:Ada"_s).isEmpty());
    QVERIFY(!parsed(u"x"_s).isEmpty());
}

void TestSearchQuery::aMessageIsFoundByAllThatIsAsked()
{
    const SearchQuery query = parsed(u"上海 from:ada 东"_s);
    QVERIFY(query.finds(u"Ada"_s, 1, u"我家在上海东边"_s));
    QVERIFY(query.finds(u"Ádà Lovelace"_s, 1, u"东上海"_s));
    QVERIFY(!query.finds(u"Bo"_s, 1, u"我家在上海东边"_s));
    QVERIFY(!query.finds(u"Ada"_s, 1, u"我家在上海"_s));
}

void TestSearchQuery::aPhraseIsLookedForAsItStands()
{
    const SearchQuery query = searchForPhrase(u"big cat from:ada"_s);
    QVERIFY(query.finds(u"Bo"_s, 1, u"A Big  cat? No: a big cat FROM:ADA"_s));
    QVERIFY(!query.finds(u"ada"_s, 1, u"cat big"_s));
    QVERIFY(searchForPhrase(u" "_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestSearchQuery)
#include "tst_searchquery.moc"
