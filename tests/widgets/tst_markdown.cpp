#include "ui/widgets/markdown.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace tincan;
using namespace Qt::StringLiterals;

namespace {

/// "text:styles" for each span, in order.
QStringList spansOf(const RichText &rich)
{
    QStringList spans;
    for (const RichSpan &span : rich.spans) {
        spans.append(rich.text.mid(span.start, span.length) + u':' + QString::number(span.styles));
    }
    return spans;
}

/// What each block shows, with "|" a quote, "•" or a number its marker, "$" code.
QStringList blocksOf(const RichText &rich)
{
    QStringList blocks;
    for (const RichBlock &block : rich.blocks) {
        QString line = QString(block.quotes, u'|') + block.marker;
        line += block.kind == RichBlock::Kind::Code ? u"$"_s : QString();
        blocks.append(line + rich.text.mid(block.start, block.length));
    }
    return blocks;
}

void checkWhole(const RichText &rich)
{
    QVERIFY(!rich.blocks.isEmpty());
    int end = 0;
    for (const RichBlock &block : rich.blocks) {
        QVERIFY(block.start >= end);
        QVERIFY(block.length >= 0);
        end = block.start + block.length;
    }
    QVERIFY(end <= rich.text.size());
    for (const RichSpan &span : rich.spans) {
        QVERIFY(span.start >= 0 && span.length > 0 && span.start + span.length <= rich.text.size());
    }
    for (const RichLink &link : rich.links) {
        QVERIFY(link.start >= 0 && link.start + link.length <= rich.text.size());
        QVERIFY((QStringList{u"http"_s, u"https"_s, u"tincan"_s}.contains(link.url.scheme())));
    }
}

} // namespace

class TestMarkdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stylesAreMarked_data();
    void stylesAreMarked();
    void blocksAreMarked_data();
    void blocksAreMarked();
    void theRestStaysAsTyped_data();
    void theRestStaysAsTyped();
    void itemsAreCopiedWithTheirMarkers();
    void aLinkLeadsWhereItSays();
    void onlyRoomsAndPagesAreLinks_data();
    void onlyRoomsAndPagesAreLinks();
    void aLinkThatPretendsSaysWhereItLeads();
    void anAddressIsNoPlaceForEmphasis();
    void codeHoldsNoLinks();
    void wordsStandInFrontOfTheFirstParagraph();
    void hostileTextsAreReadInTime_data();
    void hostileTextsAreReadInTime();
    void randomTextsMakeWholeDocuments();
};

void TestMarkdown::stylesAreMarked_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QStringList>("spans");
    const auto row = [](const char *name, const QString &typed, const QString &shown, QStringList spans) {
        QTest::newRow(name) << typed << shown << spans;
    };
    row("none", u"just words, 2 * 3 and snake_case_name"_s, u"just words, 2 * 3 and snake_case_name"_s, {});
    row("bold", u"a **b** c"_s, u"a b c"_s, {u"b:1"_s});
    row("italic", u"a *b* _c_"_s, u"a b c"_s, {u"b:2"_s, u"c:2"_s});
    row("strike", u"~~gone~~ here"_s, u"gone here"_s, {u"gone:4"_s});
    row("code", u"run `rm -rf *` now"_s, u"run rm -rf * now"_s, {u"rm -rf *:8"_s});
    row("nested", u"**a *b* c**"_s, u"a b c"_s, {u"a b c:1"_s, u"b:2"_s});
    row("chinese", u"这是**重要**的 `代码`"_s, u"这是重要的 代码"_s, {u"重要:1"_s, u"代码:8"_s});
    row("escaped", u"\\*not\\*"_s, u"*not*"_s, {});
    row("open", u"**never closed"_s, u"**never closed"_s, {});
    row("lines", u"a *b\nc* d"_s, u"a b\nc d"_s, {u"b\nc:2"_s});
}

void TestMarkdown::stylesAreMarked()
{
    QFETCH(QString, typed);
    const RichText rich = richTextOf(typed);
    QTEST(rich.text, "shown");
    QTEST(spansOf(rich), "spans");
}

void TestMarkdown::blocksAreMarked_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("blocks");
    const auto row = [](const char *name, const QString &typed, QStringList blocks) {
        QTest::newRow(name) << typed << blocks;
    };
    row("empty", u""_s, {u""_s});
    row("lines", u"a *b*\nc"_s, {u"a b\nc"_s});
    row("paragraphs", u"*a*\n\n\nb"_s, {u"a"_s, u"b"_s});
    row("fence", u"see:\n```cpp\nint a;\n\n  int *b*;\n```\ndone"_s,
        {u"see:"_s, u"$int a;\n\n  int *b*;"_s, u"done"_s});
    row("fence in a list's wake", u"- a\n```\nb\n```"_s, {u"•a"_s, u"$b"_s});
    row("tildes", u"~~~\na\n~~~"_s, {u"$a"_s});
    row("open fence", u"```\na *b*"_s, {u"```\na b"_s});
    row("tildes that are words", u"~~~~ hm\n> a"_s, {u"~~~~ hm"_s, u"|a"_s});
    row("list", u"- a\n- b\nDone."_s, {u"•a"_s, u"•b"_s, u"Done."_s});
    row("numbers", u"3. c\n4. d"_s, {u"3.c"_s, u"4.d"_s});
    row("brackets", u"1) a\n2) b"_s, {u"1)a"_s, u"2)b"_s});
    row("nested", u"- a\n  - b\n    - c\n- d"_s, {u"•a"_s, u"◦b"_s, u"▪c"_s, u"•d"_s});
    row("quote", u"> a\n> b\nmy answer"_s, {u"|a\nb"_s, u"my answer"_s});
    row("quotes", u">> a\n> b"_s, {u"||a\nb"_s});
    row("item goes on", u"- a\n  b"_s, {u"•a\nb"_s});
    row("indented", u"if x:\n    y = *1*"_s, {u"if x:\n    y = 1"_s});
    row("much indented", u"    y = `1`"_s, {u"    y = 1"_s});
}

void TestMarkdown::blocksAreMarked()
{
    QFETCH(QString, typed);
    const RichText rich = richTextOf(typed);
    QTEST(blocksOf(rich), "blocks");
    checkWhole(rich);
}

void TestMarkdown::theRestStaysAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    const auto row = [](const char *name, const QString &typed) { QTest::newRow(name) << typed; };
    row("heading", u"# not a heading, > 1"_s);
    row("headings", u"## a\n### b >"_s);
    row("underlined", u"a > b\n---"_s);
    row("underlined twice", u"a > b\n==="_s);
    row("rule", u"a > b\n\n* * *"_s);
    row("rules", u"---"_s);
    row("minus", u"-"_s);
    row("html", u"<b>bold</b> <script>alert(1)</script> <img src=x>"_s);
    row("html block", u"<div>\n> </div>"_s.left(6) + u"a > b</div>"_s);
    row("comment", u"<!-- gone? -->"_s);
    row("entity", u"&lt;b&gt; &amp; &#x41; &copy; _"_s);
    row("image", u"![a cat](cat.png)"_s);
    row("script link", u"[click](javascript:alert(1))"_s);
    row("file link", u"[click](file:///etc/passwd)"_s);
    row("mail", u"<a@b.example> > c"_s);
    row("definition", u"[a]: /b > c"_s);
    row("table", u"| a | b |\n|---|---|\n| 1 | 2 | >"_s);
    row("brackets", u"[x] done, [ ] open"_s);
    row("arithmetic", u"a > b, c < d, 5 * 4 * 3"_s);
    row("path", u"/usr/lib/__init__ >"_s.replace(u"__init__"_s, u"a_b_c"_s));
}

void TestMarkdown::theRestStaysAsTyped()
{
    QFETCH(QString, typed);
    const RichText rich = richTextOf(typed);
    QCOMPARE(rich.text, typed);
    QVERIFY(rich.spans.isEmpty());
    QVERIFY(rich.links.isEmpty());
}

void TestMarkdown::itemsAreCopiedWithTheirMarkers()
{
    QCOMPARE(richTextOf(u"to do:\n- a\n  1. b\n- c"_s).text, u"to do:\n• a\n  1. b\n• c"_s);
    QCOMPARE(richTextOf(u"*a*\n\nb"_s).text, u"a\n\nb"_s);
}

void TestMarkdown::aLinkLeadsWhereItSays()
{
    const RichText rich = richTextOf(u"read [the *guide*](https://example.com/a?b=1&c=2), please"_s);
    QCOMPARE(rich.text, u"read the guide, please"_s);
    QCOMPARE(rich.links, (QList<RichLink>{{5, 9, QUrl(u"https://example.com/a?b=1&c=2"_s)}}));
    QCOMPARE(richTextOf(u"[join](tincan://host/room)"_s).links.size(), 1);
    const RichText bare = richTextOf(u"**see** https://example.com/a_(b)."_s);
    QCOMPARE(bare.text, u"see https://example.com/a_(b)."_s);
    QCOMPARE(bare.links, (QList<RichLink>{{4, 25, QUrl(u"https://example.com/a_(b)"_s)}}));
}

void TestMarkdown::onlyRoomsAndPagesAreLinks_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address :
         {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://a.b/c", "/relative",
          "mailto:a@b.c", "http:", "https://", "vbscript:x", "#top"}) {
        QTest::newRow(address) << QString::fromLatin1(address);
    }
}

void TestMarkdown::onlyRoomsAndPagesAreLinks()
{
    QFETCH(QString, address);
    for (const QString &typed : {u"[a](%1)"_s, u"![a](%1)"_s, u"<%1> *"_s, u"%1 *"_s}) {
        QVERIFY2(richTextOf(typed.arg(address)).links.isEmpty(), qPrintable(typed));
    }
}

void TestMarkdown::aLinkThatPretendsSaysWhereItLeads()
{
    const RichText rich = richTextOf(u"[https://bank.example](https://evil.example/x)"_s);
    QCOMPARE(rich.text, u"https://bank.example (https://evil.example/x)"_s);
    QCOMPARE(rich.links.size(), 1);
    QCOMPARE(rich.links.first().url, QUrl(u"https://evil.example/x"_s));
    QCOMPARE(richTextOf(u"[https://a.example](https://a.example)"_s).text, u"https://a.example"_s);
    QVERIFY(richTextOf(u"[](https://a.example)"_s).text.contains(u"https://a.example"_s));
}

void TestMarkdown::anAddressIsNoPlaceForEmphasis()
{
    for (const QString &typed :
         {u"https://example.com/*a*/_b_/__c__/~~d~~ > x"_s, u"https://example.com/`x`y > x"_s,
          u"https://example.com/?a=1&copy=2 > x"_s}) {
        const RichText rich = richTextOf(typed);
        QCOMPARE(rich.text, typed);
        QVERIFY(rich.spans.isEmpty());
        QCOMPARE(rich.links.size(), 1);
    }
    const RichText around = richTextOf(u"**https://example.com/a_b**"_s);
    QCOMPARE(around.text, u"https://example.com/a_b"_s);
    QCOMPARE(spansOf(around), QStringList{u"https://example.com/a_b:1"_s});
}

void TestMarkdown::codeHoldsNoLinks()
{
    const RichText rich = richTextOf(u"`https://a.example` and\n```\nhttps://b.example\n```"_s);
    QCOMPARE(rich.text, u"https://a.example and\nhttps://b.example"_s);
    QVERIFY(rich.links.isEmpty());
}

void TestMarkdown::wordsStandInFrontOfTheFirstParagraph()
{
    RichText rich = richTextOf(u"waves *wildly*"_s);
    QVERIFY(rich.prepend(u"* Ada "_s));
    QCOMPARE(rich.text, u"* Ada waves wildly"_s);
    QCOMPARE(spansOf(rich), QStringList{u"wildly:2"_s});
    QCOMPARE(rich.blocks.first().length, 18);
    RichText code = richTextOf(u"```\na\n```"_s);
    QVERIFY(!code.prepend(u"* Ada "_s));
    QCOMPARE(code.text, u"a"_s);
}

void TestMarkdown::hostileTextsAreReadInTime_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *piece : {"*",
                              "_",
                              "**a",
                              "*a_",
                              "`",
                              "`a ",
                              "``` a\n",
                              "~~~\n",
                              "[",
                              "]",
                              "[a](",
                              "[a](b",
                              "![",
                              "[[a]",
                              "](",
                              "<",
                              "<a ",
                              "<!--",
                              "&",
                              "&a;",
                              ">",
                              "> ",
                              ">\n",
                              "- ",
                              "-\n",
                              "1. ",
                              "\\",
                              "~~",
                              "~",
                              "#",
                              "# a\n",
                              "a\n\n",
                              "    a\n",
                              "\t",
                              "|",
                              "[a]: b\n",
                              "https://a.b/*",
                              "*https://a.b ",
                              "- a\n  ",
                              ">a\n\n",
                              "**a** ",
                              "[a](https://b.c) ",
                              "`a`https://b.c ",
                              "* a\n > b\n"}) {
        QTest::newRow(piece) << QString::fromLatin1(piece).repeated(65'000 / int(qstrlen(piece)));
    }
    QString steps;
    for (int depth = 0; steps.size() < 60'000; ++depth) {
        steps += QString(depth, u' ') + u"- a\n"_s;
    }
    QTest::newRow("steps") << steps;
    QString fences;
    for (int length = 3; fences.size() < 60'000; ++length) {
        fences += QString(length, u'`') + u'\n';
    }
    QTest::newRow("fences") << fences;
    QTest::newRow("too long") << u"**a** "_s.repeated(20'000);
    QTest::newRow("surrogates") << u"*\xD800*\xDC00_a_"_s.repeated(1000);
}

void TestMarkdown::hostileTextsAreReadInTime()
{
    QFETCH(QString, typed);
    QElapsedTimer timer;
    timer.start();
    const RichText rich = richTextOf(typed);
    // What grows without bound takes minutes; a busy machine with sanitizers takes two seconds.
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    checkWhole(rich);
    for (const RichBlock &block : rich.blocks) {
        QVERIFY(block.quotes + block.lists <= 16);
    }
}

void TestMarkdown::randomTextsMakeWholeDocuments()
{
    static constexpr char16_t pieces[] = u"ab \n\n\t*_~`[]()<>#-+1.!\\&;:/\"'|=中א";
    std::mt19937 random(11);
    for (int round = 0; round < 3000; ++round) {
        QString typed;
        const int length = int(random() % 80);
        for (int i = 0; i < length; ++i) {
            typed += QChar(pieces[random() % (std::size(pieces) - 1)]);
        }
        checkWhole(richTextOf(typed));
        if (QTest::currentTestFailed()) {
            qWarning() << typed;
            return;
        }
    }
}

QTEST_MAIN(TestMarkdown)
#include "tst_markdown.moc"
