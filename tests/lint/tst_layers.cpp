#include "tests/lint/layerrules.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace tincan;
using namespace Qt::StringLiterals;

// The table of layers and the folders' CMake files, held against the sources; and each check against made-up
// ones.
class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void theProjectKeepsItsLayers();
    void theProjectIncludesFromItsRoot();
    void theProjectHasNoCircles();
    void theProjectsFoldersAreItsTargets();
    void theProjectsProgramsKnowOnlyTheirSide();
    void theProjectsTopLevelIsTidy();

    void aLookAcrossTheHouseIsFound_data();
    void aLookAcrossTheHouseIsFound();
    void aLookDownwardsIsAllowed();
    void aFileOutsideTheLayersIsFound();
    void aRelativeIncludeIsFound();
    void aCircleIsFoundOnce();
    void aDiamondIsNoCircle();
    void aSourceThatNoTargetBuildsIsFound();
    void aTargetThatLinksTooMuchIsFound();
    void aProgramThatKnowsTooMuchIndirectlyIsFound();
    void aStrayFolderIsFound();
    void commentsAndLiteralsAreNoCode_data();
    void commentsAndLiteralsAreNoCode();

private:
    static QString readText(const QString &path);
    static QHash<QString, QString> completeCMakeFiles();

    QList<SourceFile> m_sources;
};

namespace {

SourceFile file(const QString &path, const QStringList &includes = {})
{
    QString text;
    for (const QString &include : includes)
        text += u"#include \"%1\"\n"_s.arg(include);
    return SourceFile::fromText(path, text);
}

QString sourceRoot()
{
    return QString::fromUtf8(TINCAN_SOURCE_DIR);
}

void compareEmpty(const QStringList &violations)
{
    for (const QString &violation : violations)
        qWarning("%s", qPrintable(violation));
    QVERIFY2(violations.isEmpty(), "the violations are listed above");
}

} // namespace

QString TestLayers::readText(const QString &path)
{
    QFile file(sourceRoot() + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestLayers::initTestCase()
{
    m_sources = readSources(sourceRoot(), {u"app"_s, u"protocol"_s, u"server"_s, u"ui"_s});
    QVERIFY2(m_sources.size() > 20, "the sources are not where this test looks for them");
}

void TestLayers::theProjectKeepsItsLayers()
{
    compareEmpty(againstTheLayers(m_sources));
}

void TestLayers::theProjectIncludesFromItsRoot()
{
    compareEmpty(unresolvedIncludes(m_sources));
}

void TestLayers::theProjectHasNoCircles()
{
    compareEmpty(includeCircles(m_sources));
}

void TestLayers::theProjectsFoldersAreItsTargets()
{
    QHash<QString, QString> cmakeFiles;
    for (const Layer &layer : projectLayers())
        cmakeFiles.insert(layer.folder, readText(layer.folder + u"/CMakeLists.txt"_s));
    compareEmpty(againstTheTargets(m_sources, cmakeFiles));
}

void TestLayers::theProjectsProgramsKnowOnlyTheirSide()
{
    compareEmpty(againstThePrograms(m_sources, readText(u"app/CMakeLists.txt"_s)));
}

void TestLayers::theProjectsTopLevelIsTidy()
{
    compareEmpty(strayFolders(QDir(sourceRoot()).entryList(QDir::Dirs | QDir::NoDotAndDotDot)));
}

void TestLayers::aLookAcrossTheHouseIsFound_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("protocol to server") << u"protocol/framer.h"_s << u"server/room.h"_s;
    QTest::newRow("protocol to client") << u"protocol/framer.cpp"_s << u"ui/client/roomclient.h"_s;
    QTest::newRow("server to client") << u"server/room.cpp"_s << u"ui/client/roomclient.h"_s;
    QTest::newRow("server to app") << u"server/room.cpp"_s << u"app/application.h"_s;
    QTest::newRow("client to server") << u"ui/client/roomclient.cpp"_s << u"server/room.h"_s;
    QTest::newRow("client to models") << u"ui/client/roomclient.h"_s << u"ui/models/roomhost.h"_s;
    QTest::newRow("models to widgets") << u"ui/models/roomhost.h"_s << u"ui/widgets/theme.h"_s;
    QTest::newRow("models to server") << u"ui/models/roomhost.h"_s << u"server/room.h"_s;
    QTest::newRow("widgets to server") << u"ui/widgets/theme.cpp"_s << u"server/room.h"_s;
    QTest::newRow("widgets to app") << u"ui/widgets/theme.cpp"_s << u"app/application.h"_s;
    QTest::newRow("app to tests") << u"app/application.cpp"_s << u"tests/support/fakelink.h"_s;
}

void TestLayers::aLookAcrossTheHouseIsFound()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    const QStringList found = againstTheLayers({file(from, {to})});
    QCOMPARE(found.size(), 1);
    QVERIFY(found.first().startsWith(from));
    QVERIFY(found.first().endsWith(to));
}

void TestLayers::aLookDownwardsIsAllowed()
{
    compareEmpty(againstTheLayers({
        file(u"protocol/framer.cpp"_s, {u"protocol/framer.h"_s}),
        file(u"server/room.h"_s, {u"protocol/ids.h"_s, u"server/session.h"_s}),
        file(u"ui/client/roomclient.h"_s, {u"protocol/ids.h"_s}),
        file(u"ui/models/roomhost.h"_s, {u"protocol/ids.h"_s, u"ui/client/roomclient.h"_s}),
        file(u"ui/widgets/theme.cpp"_s, {u"ui/models/roomhost.h"_s, u"theme.moc"_s}),
        file(u"app/application.cpp"_s, {u"server/roomserver.h"_s, u"ui/widgets/mainwindow.h"_s}),
    }));
}

void TestLayers::aFileOutsideTheLayersIsFound()
{
    QCOMPARE(againstTheLayers({file(u"ui/helpers/text.h"_s)}).size(), 1);
}

void TestLayers::aRelativeIncludeIsFound()
{
    const SourceFile target = file(u"server/room.h"_s);
    QCOMPARE(unresolvedIncludes({target, file(u"server/room.cpp"_s, {u"room.h"_s})}).size(), 1);
    QCOMPARE(unresolvedIncludes({target, file(u"server/room.cpp"_s, {u"../server/room.h"_s})}).size(), 1);
    compareEmpty(
        unresolvedIncludes({target, file(u"server/room.cpp"_s, {u"server/room.h"_s, u"room.moc"_s})}));
}

void TestLayers::aCircleIsFoundOnce()
{
    const QStringList found = includeCircles({
        file(u"server/a.h"_s, {u"server/b.h"_s}),
        file(u"server/b.h"_s, {u"server/c.h"_s}),
        file(u"server/c.h"_s, {u"server/a.h"_s}),
        file(u"server/d.cpp"_s, {u"server/a.h"_s}),
    });
    QCOMPARE(found, QStringList{u"server/a.h -> server/b.h -> server/c.h -> server/a.h"_s});
}

void TestLayers::aDiamondIsNoCircle()
{
    compareEmpty(includeCircles({
        file(u"server/a.h"_s, {u"server/b.h"_s, u"server/c.h"_s}),
        file(u"server/b.h"_s, {u"server/d.h"_s}),
        file(u"server/c.h"_s, {u"server/d.h"_s}),
        file(u"server/d.h"_s),
    }));
}

QHash<QString, QString> TestLayers::completeCMakeFiles()
{
    QHash<QString, QString> cmakeFiles;
    for (const Layer &layer : projectLayers())
        cmakeFiles.insert(layer.folder,
                          u"add_library(%1 STATIC a.cpp)\ntarget_link_libraries(%1 PUBLIC %2)\n"_s.arg(
                              layer.target, layer.mayLink.value(0)));
    return cmakeFiles;
}

void TestLayers::aSourceThatNoTargetBuildsIsFound()
{
    const QHash<QString, QString> complete = completeCMakeFiles();
    compareEmpty(againstTheTargets({file(u"server/a.cpp"_s)}, complete));
    QCOMPARE(againstTheTargets({file(u"server/b.cpp"_s)}, complete),
             QStringList{u"server/CMakeLists.txt: tincan_server leaves out b.cpp"_s});
    QHash<QString, QString> without = complete;
    without.remove(u"server"_s);
    QCOMPARE(againstTheTargets({}, without),
             QStringList{u"server/CMakeLists.txt: does not define tincan_server"_s});
}

void TestLayers::aTargetThatLinksTooMuchIsFound()
{
    QHash<QString, QString> cmakeFiles = completeCMakeFiles();
    cmakeFiles[u"server"_s] =
        u"add_library(tincan_server STATIC ../ui/a.cpp)\n"
        "target_link_libraries(tincan_server PUBLIC tincan_protocol\n    Qt6::Widgets)\n"_s;
    QCOMPARE(againstTheTargets({}, cmakeFiles),
             (QStringList{u"server/CMakeLists.txt: tincan_server takes ../ui/a.cpp from another folder"_s,
                          u"server/CMakeLists.txt: tincan_server must not link Qt6::Widgets"_s}));
}

void TestLayers::aProgramThatKnowsTooMuchIndirectlyIsFound()
{
    const QString cmake = u"add_executable(tincan main.cpp)\n"
                          "add_executable(tincand daemon_main.cpp)\n"
                          "add_executable(tincan-cli cli_main.cpp terminal.cpp)\n"
                          "target_link_libraries(tincan-cli PRIVATE tincan_client)\n"_s;
    const SourceFile terminal = file(u"app/terminal.cpp"_s, {u"app/shared.h"_s});
    compareEmpty(againstThePrograms({terminal, file(u"app/shared.h"_s, {u"protocol/ids.h"_s})}, cmake));
    QCOMPARE(againstThePrograms({terminal, file(u"app/shared.h"_s, {u"server/room.h"_s})}, cmake),
             QStringList{u"app/CMakeLists.txt: tincan-cli must not be made with server/room.h"_s});
    QString widgets = cmake;
    widgets.replace(u"tincan_client"_s, u"tincan_widgets"_s);
    QCOMPARE(againstThePrograms({terminal}, widgets),
             QStringList{u"app/CMakeLists.txt: tincan-cli must not link tincan_widgets"_s});
}

void TestLayers::aStrayFolderIsFound()
{
    compareEmpty(strayFolders({u"app"_s, u"tests"_s, u"build"_s, u"build-asan"_s, u".git"_s}));
    QCOMPARE(strayFolders({u"app"_s, u"scripts"_s}), QStringList{u"scripts/: no folder of the project's"_s});
}

void TestLayers::commentsAndLiteralsAreNoCode_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("line comment") << u"a; // b\nc;"_s << u"a;     \nc;"_s;
    QTest::newRow("block comment") << u"a;/*b\nb*/c;"_s << u"a;   \n   c;"_s;
    QTest::newRow("string") << uR"(f("a\"b // c") + d)"_s << u"f(           ) + d"_s;
    QTest::newRow("digits") << u"30'000 + 'x' + 1'0"_s << u"30'000 +     + 1'0"_s;
    QTest::newRow("raw string") << u"f(R\"x(a)\"b)x\", c)"_s << u"f(           , c)"_s;
}

void TestLayers::commentsAndLiteralsAreNoCode()
{
    QFETCH(QString, text);
    QTEST(withoutCommentsAndLiterals(text), "code");
}

QTEST_APPLESS_MAIN(TestLayers)
#include "tst_layers.moc"
