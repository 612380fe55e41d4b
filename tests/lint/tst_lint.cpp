#include "tests/lint/coderules.h"

#include <QTest>

#include <functional>

using namespace tincan;
using namespace Qt::StringLiterals;

// The rules of the house that a program can check, held against the sources; and each check against made-up
// ones.
class TestLint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void theProjectsFilesAndFunctionsAreShort();
    void theTestsFilesAreShort();
    void theProductNeitherBlocksNorLocksNorThrows();
    void theProductsFilesAreFramedAndNamedAlike();
    void theWindowsSpeakThroughTranslation();

    void aLongFileIsFound();
    void aLongFunctionIsFound_data();
    void aLongFunctionIsFound();
    void aLongClassIsNoLongFunction();
    void aForbiddenWordIsFound_data();
    void aForbiddenWordIsFound();
    void aHarmlessWordIsPassed_data();
    void aHarmlessWordIsPassed();
    void aHeaderWithoutItsGuardIsFound();
    void aSourceOutsideTheNamespaceIsFound();
    void aFileNameWithSeparatorsIsFound();
    void aTextWithoutTranslationIsFound();

private:
    QList<SourceFile> m_product;
    QList<SourceFile> m_tests;
};

namespace {

using Check = std::function<QStringList(const SourceFile &)>;

void everyFilePasses(const QList<SourceFile> &sources, const Check &check)
{
    QStringList found;
    for (const SourceFile &source : sources)
        found += check(source);
    for (const QString &violation : found)
        qWarning("%s", qPrintable(violation));
    QVERIFY2(found.isEmpty(), "the violations are listed above");
}

SourceFile product(const QString &text)
{
    return SourceFile::fromText(u"server/room.cpp"_s, text);
}

} // namespace

void TestLint::initTestCase()
{
    const QString root = QString::fromUtf8(TINCAN_SOURCE_DIR);
    m_product = readSources(root, {u"app"_s, u"protocol"_s, u"server"_s, u"ui"_s});
    m_tests = readSources(root, {u"tests"_s});
    QVERIFY2(m_product.size() > 20 && m_tests.size() > 5,
             "the sources are not where this test looks for them");
}

void TestLint::theProjectsFilesAndFunctionsAreShort()
{
    everyFilePasses(m_product, tooLong);
}

void TestLint::theTestsFilesAreShort()
{
    everyFilePasses(m_tests, tooLong);
}

void TestLint::theProductNeitherBlocksNorLocksNorThrows()
{
    everyFilePasses(m_product, forbiddenWords);
}

void TestLint::theProductsFilesAreFramedAndNamedAlike()
{
    everyFilePasses(m_product, badFrame);
    everyFilePasses(m_product, badName);
}

void TestLint::theWindowsSpeakThroughTranslation()
{
    everyFilePasses(m_product, untranslatedText);
}

void TestLint::aLongFileIsFound()
{
    const QString lines = u"int a;\n"_s.repeated(fileLinesMaximum);
    QVERIFY(tooLong(product(lines)).isEmpty());
    QCOMPARE(tooLong(product(lines + u"int b;\n"_s)).size(), 1);
}

void TestLint::aLongFunctionIsFound_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("function") << u"int f(int a)\n{\n"_s << u"}\n"_s;
    QTest::newRow("method") << u"QString Room::name() const\n{\n"_s << u"}\n"_s;
    QTest::newRow("method in its class") << u"class A\n{\n    void f()\n    {\n"_s << u"    }\n};\n"_s;
    QTest::newRow("function of two lines") << u"int f(int a,\n      int b)\n{\n"_s << u"}\n"_s;
    QTest::newRow("constructor") << u"Room::Room()\n    : m_a(1)\n{\n"_s << u"}\n"_s;
}

void TestLint::aLongFunctionIsFound()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const QString lines = u"        f();\n"_s.repeated(functionLinesMaximum);
    QCOMPARE(tooLong(product(before + lines + after)), QStringList());
    const QString longer = before + lines + u"        f();\n"_s + after;
    QCOMPARE(tooLong(product(longer)).size(), 1);
    QCOMPARE(tooLong(SourceFile::fromText(u"tests/server/tst_room.cpp"_s, longer)), QStringList());
}

void TestLint::aLongClassIsNoLongFunction()
{
    const QString lines = u"    int m_a;\n"_s.repeated(functionLinesMaximum + 1);
    QCOMPARE(tooLong(product(u"class A : public B\n{\n"_s + lines + u"};\n"_s)), QStringList());
    QCOMPARE(tooLong(product(u"enum class A\n{\n"_s + lines + u"};\n"_s)), QStringList());
}

void TestLint::aForbiddenWordIsFound_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"socket.waitForConnected();",
                             "QThread::sleep(1);",
                             "QThread::msleep(5);",
                             "usleep(5);",
                             "std::this_thread::sleep_for(1s);",
                             "QCoreApplication::processEvents();",
                             "QEventLoop loop;",
                             "if (dialog.exec() == 1)",
                             "menu->exec (p);",
                             "QMessageBox::question(this, a, b);",
                             "QFileDialog::getOpenFileName(this);",
                             "QInputDialog::getText(this);",
                             "QMutex m;",
                             "QMutexLocker l(&m);",
                             "QReadWriteLock l;",
                             "std::mutex m;",
                             "std::recursive_mutex m;",
                             "std::lock_guard l(m);",
                             "std::condition_variable c;",
                             "throw 1;",
                             "try {",
                             "} catch (...) {",
                             "connect(a, SIGNAL(b()), c, d);",
                             "// TODO: later",
                             "/* FIXME */",
                             "int a; // XXX"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestLint::aForbiddenWordIsFound()
{
    QFETCH(QString, text);
    const QStringList found = forbiddenWords(product(u"int a;\n"_s + text + u'\n'));
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().startsWith(u"server/room.cpp:2: "_s), qPrintable(found.first()));
}

void TestLint::aHarmlessWordIsPassed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::newRow("comment") << u"server/a.cpp"_s << u"// there is no QMutex and no sleep() here"_s;
    QTest::newRow("text") << u"server/a.cpp"_s << u"f(u\"throw QEventLoop\");"_s;
    QTest::newRow("other words") << u"server/a.cpp"_s << u"int waiting, sleeper, execute, tryAgain, retry;"_s;
    QTest::newRow("statement") << u"server/a.cpp"_s << u"query->exec();"_s;
    QTest::newRow("main") << u"app/daemon_main.cpp"_s << u"return application.exec();"_s;
}

void TestLint::aHarmlessWordIsPassed()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QCOMPARE(forbiddenWords(SourceFile::fromText(path, text)), QStringList());
}

void TestLint::aHeaderWithoutItsGuardIsFound()
{
    const QString body = u"namespace tincan {\n}\n"_s;
    const QString path = u"server/room.h"_s;
    QCOMPARE(badFrame(SourceFile::fromText(path, u"#pragma once\n"_s + body)), QStringList());
    QCOMPARE(badFrame(SourceFile::fromText(path, body)).size(), 1);
    QCOMPARE(badFrame(SourceFile::fromText(path, u"#ifndef A\n"_s + body)).size(), 1);
}

void TestLint::aSourceOutsideTheNamespaceIsFound()
{
    QCOMPARE(badFrame(product(u"// namespace tincan\nint a;\n"_s)).size(), 1);
    QCOMPARE(badFrame(SourceFile::fromText(u"app/cli_main.cpp"_s, u"int main() {}\n"_s)), QStringList());
    QCOMPARE(badFrame(product(u"#include \"server/room.h\"\n#include \"room.moc\"\n"_s)), QStringList());
}

void TestLint::aFileNameWithSeparatorsIsFound()
{
    for (const QString &path :
         {u"server/roomServer.h"_s, u"server/room_server.cpp"_s, u"server/room-server.h"_s})
        QCOMPARE(badName(SourceFile::fromText(path, QString())).size(), 1);
    for (const QString &path : {u"server/roomserver.h"_s, u"app/daemon_main.cpp"_s, u"app/input_unix.cpp"_s})
        QCOMPARE(badName(SourceFile::fromText(path, QString())), QStringList());
}

void TestLint::aTextWithoutTranslationIsFound()
{
    for (const QString &text :
         {u"label->setText(u\"Hello\"_s);"_s, u"new QLabel(u\"Your name\"_s, this);"_s,
          u"list->setAccessibleName(\"Rooms\");"_s, u"menu->addAction( u\"&Quit\"_s);"_s})
        QCOMPARE(untranslatedText(product(text)).size(), 1);
    for (const QString &text : {u"label->setText(tr(\"Hello\"));"_s, u"label->setText(u\"…\"_s);"_s,
                                u"label->setObjectName(u\"title\"_s);"_s, u"label->setText(name);"_s})
        QCOMPARE(untranslatedText(product(text)), QStringList());
}

QTEST_APPLESS_MAIN(TestLint)
#include "tst_lint.moc"
