#include "ui/widgets/linkfinder.h"

#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

class TestLinkFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressEndsWhereTheSentenceGoesOn_data();
    void anAddressEndsWhereTheSentenceGoesOn();
    void severalAddressesKeepTheirPlaces();
    void otherSchemesAreText();
};

void TestLinkFinder::anAddressEndsWhereTheSentenceGoesOn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("link");
    const auto row = [](const char *name, const QString &text, const QString &link) {
        QTest::newRow(name) << text << link;
    };
    row("bare", u"https://example.com"_s, u"https://example.com"_s);
    row("path", u"go to http://example.com/a?b=c#d now"_s, u"http://example.com/a?b=c#d"_s);
    row("full stop", u"See https://example.com/a."_s, u"https://example.com/a"_s);
    row("question", u"Did you see https://example.com/?"_s, u"https://example.com/"_s);
    row("in brackets", u"(see https://example.com/a)"_s, u"https://example.com/a"_s);
    row("balanced", u"https://example.com/a_(b), yes"_s, u"https://example.com/a_(b)"_s);
    row("balanced in brackets", u"(https://example.com/a_(b))"_s, u"https://example.com/a_(b)"_s);
    row("angle brackets", u"<https://example.com/a>"_s, u"https://example.com/a"_s);
    row("quotes", u"\"https://example.com/a\""_s, u"https://example.com/a"_s);
    row("Chinese comma", u"看https://example.com/a，好"_s, u"https://example.com/a"_s);
    row("Chinese brackets", u"（https://example.com/a）"_s, u"https://example.com/a"_s);
    row("Chinese full stop", u"去 https://example.com。"_s, u"https://example.com"_s);
    row("upper case", u"HTTPS://EXAMPLE.COM/A"_s, u"HTTPS://EXAMPLE.COM/A"_s);
    row("room", u"join tincan://192.168.1.20:4040/Lounge!"_s, u"tincan://192.168.1.20:4040/Lounge"_s);
    row("version 6", u"tincan://[::1]:4040/x"_s, u"tincan://[::1]:4040/x"_s);
    row("emphasis", u"**https://example.com/**"_s, u"https://example.com/"_s);
}

void TestLinkFinder::anAddressEndsWhereTheSentenceGoesOn()
{
    QFETCH(QString, text);
    QFETCH(QString, link);
    const QList<FoundLink> links = findLinks(text);
    QCOMPARE(links.size(), 1);
    QCOMPARE(text.mid(links.first().start, links.first().length), link);
    QCOMPARE(links.first().url, QUrl(link));
}

void TestLinkFinder::severalAddressesKeepTheirPlaces()
{
    const QString text = u"👍 http://a.example then https://b.example/c"_s;
    const QList<FoundLink> links = findLinks(text);
    QCOMPARE(links.size(), 2);
    QCOMPARE(text.mid(links[0].start, links[0].length), u"http://a.example"_s);
    QCOMPARE(text.mid(links[1].start, links[1].length), u"https://b.example/c"_s);
}

void TestLinkFinder::otherSchemesAreText()
{
    const QStringList texts{u"file:///etc/passwd"_s, u"javascript://alert"_s, u"ftp://example.com"_s,
                            u"https://"_s,           u"http:///x"_s,          u"xhttps://example.com"_s,
                            u"www.example.com"_s,    u"data://x"_s,           u"://"_s};
    for (const QString &text : texts) {
        QVERIFY2(findLinks(text).isEmpty(), qPrintable(text));
    }
}

QTEST_GUILESS_MAIN(TestLinkFinder)
#include "tst_linkfinder.moc"
