#include "tests/support/transcriptmatcher.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;
using transcript::Matcher;
using transcript::Mistake;
using transcript::Step;
using transcript::Transcript;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(QStringLiteral(TINCAN_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Step stepOf(const QByteArray &line)
{
    const auto result = transcript::parse(line);
    const auto *parsed = std::get_if<Transcript>(&result);
    return parsed && parsed->steps.size() == 1 ? parsed->steps.first() : Step();
}

} // namespace

class TranscriptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTranscriptCanBeRead_data();
    void everyTranscriptCanBeRead();
    void stepsAreRead();
    void keysAreRead();
    void escapesAreRead();
    void mistakesNameTheirLine_data();
    void mistakesNameTheirLine();
    void textIsCompared_data();
    void textIsCompared();
    void jsonIsCompared_data();
    void jsonIsCompared();
    void placeholdersAreBoundOnce();
    void presenceMayPass();
    void theSpecificationShowsTheSameExamples_data();
    void theSpecificationShowsTheSameExamples();
};

void TranscriptTest::everyTranscriptCanBeRead_data()
{
    QTest::addColumn<QString>("name");
    const QDir folder(QStringLiteral(TINCAN_SOURCE_DIR "/tests/transcripts"));
    const QStringList names = folder.entryList({u"*.txt"_s});
    QVERIFY(names.size() >= 5);
    for (const QString &name : names) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void TranscriptTest::everyTranscriptCanBeRead()
{
    QFETCH(QString, name);
    const auto result = transcript::parse(contentsOf(u"tests/transcripts/"_s + name));
    if (const auto *mistake = std::get_if<Mistake>(&result)) {
        QFAIL(qPrintable(u"line %1: %2"_s.arg(mistake->line).arg(mistake->message)));
    }
    QCOMPARE(std::get<Transcript>(result).serverName, u"Ada's kitchen"_s);
    QVERIFY(std::get<Transcript>(result).steps.size() > 3);
}

void TranscriptTest::stepsAreRead()
{
    const auto result =
        transcript::parse("# comment\nserver name A b\nserver password c d\n\nC1 connects\nC1> a\\0\n"
                          "C1< <who>: a\\0\nC1 leaves\nC1 is closed\n");
    const Transcript transcript = std::get<Transcript>(result);
    QCOMPARE(transcript.serverName, u"A b"_s);
    QCOMPARE(transcript.password, u"c d"_s);
    QCOMPARE(transcript.steps.size(), 5);
    QVERIFY(transcript.steps[0] == (Step{Step::Kind::Connects, "C1", {}, 5}));
    QVERIFY(transcript.steps[1] == (Step{Step::Kind::Sends, "C1", {{false, QByteArray("a\0", 2)}}, 6}));
    QVERIFY(transcript.steps[2] ==
            (Step{Step::Kind::Receives, "C1", {{true, "who"}, {false, QByteArray(": a\0", 4)}}, 7}));
    QCOMPARE(transcript.steps[3].kind, Step::Kind::Leaves);
    QCOMPARE(transcript.steps[4].kind, Step::Kind::IsClosed);
    QCOMPARE(Matcher::describe(transcript.steps[2]), u"<who>: a\\0"_s);
    QCOMPARE(Matcher::delimiterOf(transcript.steps[2]), '\0');
}

void TranscriptTest::keysAreRead()
{
    const auto result = transcript::parse("server owner ada\nC1 connects with ada\nC2 connects\n");
    const Transcript transcript = std::get<Transcript>(result);
    QCOMPARE(transcript.owner, QByteArray("ada"));
    QVERIFY(transcript.steps[0] == (Step{Step::Kind::Connects, "C1", {}, 2, "ada"}));
    QVERIFY(transcript.steps[1].key.isEmpty());
}

void TranscriptTest::escapesAreRead()
{
    const Step step = stepOf("C1> \\0\\n\\r\\t\\\\\\<\\x1b\\xFF<3*a>你");
    QCOMPARE(Matcher().fill(step), QByteArray("\0\n\r\t\\<\x1b\xff"
                                              "aaa\xe4\xbd\xa0",
                                              14));
}

void TranscriptTest::mistakesNameTheirLine_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {"nonsense",
                             "C1",
                             "C1 dances",
                             "C1 connects with ",
                             "C1 connects with a b",
                             "server owner ",
                             "C1>",
                             "C1> ",
                             "C1>x",
                             "C1> \\q",
                             "C1> \\",
                             "C1> \\x1",
                             "C1> \\xzz",
                             "C1> <a",
                             "C1> <>",
                             "C1> <a b>",
                             "C1> <0*x>",
                             "C1> <9999999*x>",
                             "C1< no delimiter",
                             "C1< <any>",
                             " C1 connects"}) {
        QTest::newRow(line) << QByteArray(line);
    }
}

void TranscriptTest::mistakesNameTheirLine()
{
    QFETCH(QByteArray, line);
    const auto result = transcript::parse("C0 connects\n\n" + line + "\nC0 leaves\n");
    QVERIFY(std::holds_alternative<Mistake>(result));
    QCOMPARE(std::get<Mistake>(result).line, 3);
}

void TranscriptTest::textIsCompared_data()
{
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *expected, const QByteArray &message, bool same) {
        QTest::addRow("%s %s", expected, message.toPercentEncoding(" :*").constData())
            << QByteArray(expected) << message << same;
    };
    row("C1< Ada: hi\\n", "Ada: hi\n", true);
    row("C1< Ada: hi\\n", "Ada: hi!\n", false);
    row("C1< Ada: hi\\n", QByteArray("Ada: hi\0", 8), false);
    row("C1< a.c (x)\\n", "a.c (x)\n", true);
    row("C1< a.c (x)\\n", "abc (x)\n", false);
    row("C1< <any>: hi\\n", "Ada: hi\n", true);
    row("C1< <any>\\n", "\n", true);
    row("C1< <any>\\n", "a\nb\n", false);
    row("C1< <number> here\\n", "12 here\n", true);
    row("C1< <number> here\\n", "x here\n", false);
    row("C1< <a> and <a>\\n", "x and x\n", true);
    row("C1< <a> and <a>\\n", "x and y\n", false);
    row("C1< 你<any>\\n", "\xe4\xbd\xa0\xff\n", true);
}

void TranscriptTest::textIsCompared()
{
    QFETCH(QByteArray, expected);
    QFETCH(QByteArray, message);
    QFETCH(bool, same);
    QCOMPARE(Matcher().matches(stepOf(expected), message), same);
}

void TranscriptTest::jsonIsCompared_data()
{
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("same");
    int number = 0;
    const auto row = [&number](const char *expected, const char *message, bool same) {
        QTest::addRow("%d", ++number)
            << "C1< " + QByteArray(expected) + "\\0" << QByteArray(message) + '\0' << same;
    };
    row(R"({"t":"a","n":1})", R"({"n":1,"x":[],"t":"a"})", true);
    row(R"({"t":"a","n":1})", R"({"t":"a","n":"1"})", false);
    row(R"({"t":"a","n":1})", R"({"t":"a"})", false);
    row(R"({"t":"<any>"})", R"({"t":[]})", true);
    row(R"({"t":"<any>"})", R"({"x":1})", false);
    row(R"({"t":"<none>"})", R"({"x":1})", true);
    row(R"({"t":"<none>"})", R"({"t":null})", false);
    row(R"({"n":"<number>"})", R"({"n":7})", true);
    row(R"({"n":"<number>"})", R"({"n":"7"})", false);
    row(R"({"a":"<x>","b":"<x>"})", R"({"a":7,"b":7})", true);
    row(R"({"a":"<x>","b":"<x>"})", R"({"a":7,"b":8})", false);
    row(R"({"a":"<any>Z"})", R"({"a":"12Z"})", true);
    row(R"({"a":"<any>Z"})", R"({"a":"12"})", false);
    row(R"({"a":{"b":[1,"<any>"]}})", R"({"a":{"b":[1,2],"c":3}})", true);
    row(R"({"a":[1]})", R"({"a":[1,2]})", false);
    row(R"({"a":"\\\<x>"})", R"({"a":"<x>"})", true);
    row(R"({"a":1})", "a: 1", false);
}

void TranscriptTest::jsonIsCompared()
{
    QFETCH(QByteArray, expected);
    QFETCH(QByteArray, message);
    QFETCH(bool, same);
    QCOMPARE(Matcher().matches(stepOf(expected), message), same);
}

void TranscriptTest::placeholdersAreBoundOnce()
{
    Matcher matcher;
    QVERIFY(!matcher.matches(stepOf("C1< <who>: hi\\n"), "Ada: ho\n"));
    QVERIFY(matcher.matches(stepOf("C1< <who>: hi\\n"), "Bo: hi\n"));
    QVERIFY(!matcher.matches(stepOf("C1< <who>: ho\\n"), "Ada: ho\n"));
    QVERIFY(
        matcher.matches(stepOf(R"(C1< {"seq":"<seq>","who":"<who>"}\n)"), "{\"seq\":12,\"who\":\"Bo\"}\n"));
    QCOMPARE(matcher.fill(stepOf("C1> <who> <seq> <other>\\n")), QByteArray("Bo 12 <other>\n"));
}

void TranscriptTest::presenceMayPass()
{
    QVERIFY(Matcher::mayPass(QByteArray("{\"t\":\"presence\"}") + '\0'));
    QVERIFY(Matcher::mayPass(QByteArray("{\"t\":\"ping\"}") + '\0'));
    QVERIFY(!Matcher::mayPass(QByteArray("{\"t\":\"event\"}") + '\0'));
    QVERIFY(!Matcher::mayPass("{\"t\":\"ping\"}\n"));
    QVERIFY(!Matcher::mayPass("* Ada joined\n"));
}

void TranscriptTest::theSpecificationShowsTheSameExamples_data()
{
    everyTranscriptCanBeRead_data();
}

void TranscriptTest::theSpecificationShowsTheSameExamples()
{
    QFETCH(QString, name);
    const QByteArray specification = contentsOf(u"protocol/PROTOCOL.md"_s);
    const QByteArray opening = "```transcript " + name.chopped(4).toUtf8() + '\n';
    const qsizetype start = specification.indexOf(opening);
    QVERIFY(start >= 0);
    const qsizetype end = specification.indexOf("```", start + opening.size());
    const QByteArray example = specification.mid(start + opening.size(), end - start - opening.size());
    QCOMPARE(example, contentsOf(u"tests/transcripts/"_s + name));
}

QTEST_GUILESS_MAIN(TranscriptTest)
#include "tst_transcript.moc"
