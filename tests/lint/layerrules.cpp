#include "tests/lint/layerrules.h"

#include <QRegularExpression>
#include <QSet>

namespace tincan {

using namespace Qt::StringLiterals;

namespace {

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/'));
}

bool isBelow(const QString &path, const QString &folder)
{
    return path.startsWith(folder + u'/');
}

const Layer *layerOf(const QString &path, const QList<Layer> &layers)
{
    for (const Layer &layer : layers) {
        if (isBelow(path, layer.folder))
            return &layer;
    }
    return nullptr;
}

bool allows(const Layer &layer, const QString &included)
{
    for (const QString &folder : layer.mayInclude) {
        if (isBelow(included, folder))
            return true;
    }
    return false;
}

// The words between the brackets of the first call `command(first …)` in a CMake text.
QStringList cmakeArguments(const QString &cmake, const QString &command, const QString &first)
{
    QString text = cmake;
    text.remove(QRegularExpression(u"#[^\n]*"_s));
    const QRegularExpression call(
        u"\\b%1\\(\\s*%2\\s+([^)]*)\\)"_s.arg(command, QRegularExpression::escape(first)));
    QStringList words;
    for (const QRegularExpressionMatch &match : call.globalMatch(text))
        words += match.captured(1).split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts);
    return words;
}

QStringList linkedTargets(const QString &cmake, const QString &target)
{
    QStringList linked = cmakeArguments(cmake, u"target_link_libraries"_s, target);
    linked.removeIf([](const QString &word) {
        return word == "PUBLIC"_L1 || word == "PRIVATE"_L1 || word == "INTERFACE"_L1;
    });
    return linked;
}

QStringList linksTooMuch(const QString &where, const QString &cmake, const QString &target,
                         const QStringList &may)
{
    QStringList found;
    for (const QString &library : linkedTargets(cmake, target)) {
        if (!may.contains(library))
            found += u"%1: %2 must not link %3"_s.arg(where, target, library);
    }
    return found;
}

class CircleSearch
{
public:
    explicit CircleSearch(const QList<SourceFile> &sources)
    {
        for (const SourceFile &source : sources)
            m_includes.insert(source.path, source.projectIncludes());
    }

    QStringList run(const QList<SourceFile> &sources)
    {
        for (const SourceFile &source : sources)
            visit(source.path);
        return m_circles;
    }

private:
    void visit(const QString &path)
    {
        if (const qsizetype start = m_way.indexOf(path); start >= 0) {
            m_circles += (m_way.sliced(start) << path).join(u" -> "_s);
            return;
        }
        if (m_done.contains(path))
            return;
        m_way += path;
        for (const QString &included : m_includes.value(path))
            visit(included);
        m_way.removeLast();
        m_done += path;
    }

    QHash<QString, QStringList> m_includes;
    QStringList m_way;
    QSet<QString> m_done;
    QStringList m_circles;
};

// Everything that the given files include, directly or not, and themselves.
QSet<QString> closure(const QStringList &start, const QHash<QString, QStringList> &includes)
{
    QSet<QString> seen;
    QStringList open = start;
    while (!open.isEmpty()) {
        const QString path = open.takeLast();
        if (seen.contains(path))
            continue;
        seen += path;
        open += includes.value(path);
    }
    return seen;
}

} // namespace

QList<Layer> projectLayers()
{
    return {
        {u"protocol"_s,
         u"tincan_protocol"_s,
         {u"protocol"_s},
         {u"tincan_flags"_s, u"Qt6::Core"_s, u"OpenSSL::Crypto"_s}},
        {u"server"_s,
         u"tincan_server"_s,
         {u"protocol"_s, u"server"_s},
         {u"tincan_protocol"_s, u"Qt6::Core"_s, u"Qt6::Network"_s, u"ICU::i18n"_s, u"ICU::uc"_s,
          u"OpenSSL::Crypto"_s, u"OpenSSL::SSL"_s, u"SQLite::SQLite3"_s}},
        {u"ui/client"_s,
         u"tincan_client"_s,
         {u"protocol"_s, u"ui/client"_s},
         {u"tincan_protocol"_s, u"Qt6::Core"_s, u"Qt6::Network"_s, u"Qt6::Sql"_s}},
        {u"ui/models"_s,
         u"tincan_models"_s,
         {u"protocol"_s, u"ui/client"_s, u"ui/models"_s},
         {u"tincan_client"_s, u"Qt6::Core"_s, u"ICU::i18n"_s, u"ICU::uc"_s}},
        {u"ui/widgets"_s,
         u"tincan_widgets"_s,
         {u"protocol"_s, u"ui/client"_s, u"ui/models"_s, u"ui/widgets"_s},
         {u"tincan_models"_s, u"tincan_resources"_s, u"Qt6::Widgets"_s, u"Qt6::Gui"_s, u"Qt6::Core"_s,
          u"\"${MD4C_LIBRARY}\""_s, u"\"${QRENCODE_LIBRARY}\""_s}},
        {u"app"_s, QString(), {u"protocol"_s, u"server"_s, u"ui"_s, u"app"_s}, {}},
    };
}

QList<Program> projectPrograms()
{
    return {
        {u"tincan"_s, {}, {u"tincan_app"_s}},
        {u"tincand"_s, {u"ui"_s}, {u"tincan_server"_s, u"tincan_resources"_s}},
        {u"tincan-cli"_s, {u"server"_s, u"ui/models"_s, u"ui/widgets"_s}, {u"tincan_client"_s}},
    };
}

QStringList againstTheLayers(const QList<SourceFile> &sources)
{
    const QList<Layer> layers = projectLayers();
    QStringList found;
    for (const SourceFile &source : sources) {
        const Layer *layer = layerOf(source.path, layers);
        if (!layer) {
            found += u"%1: belongs to no layer"_s.arg(source.path);
            continue;
        }
        for (const QString &included : source.projectIncludes()) {
            if (!included.endsWith(u".moc"_s) && !allows(*layer, included))
                found += u"%1: %2/ must not include %3"_s.arg(source.path, layer->folder, included);
        }
    }
    return found;
}

QStringList unresolvedIncludes(const QList<SourceFile> &sources)
{
    QSet<QString> paths;
    for (const SourceFile &source : sources)
        paths += source.path;
    QStringList found;
    for (const SourceFile &source : sources) {
        for (const QString &included : source.projectIncludes()) {
            if (!included.endsWith(u".moc"_s) && !paths.contains(included))
                found += u"%1: \"%2\" is no file seen from the project's root"_s.arg(source.path, included);
        }
    }
    return found;
}

QStringList includeCircles(const QList<SourceFile> &sources)
{
    return CircleSearch(sources).run(sources);
}

QStringList againstTheTargets(const QList<SourceFile> &sources, const QHash<QString, QString> &cmakeFiles)
{
    QStringList found;
    for (const Layer &layer : projectLayers()) {
        if (layer.target.isEmpty())
            continue;
        const QString where = layer.folder + u"/CMakeLists.txt"_s;
        const QString cmake = cmakeFiles.value(layer.folder);
        const QStringList listed = cmakeArguments(cmake, u"add_library"_s, layer.target);
        if (listed.isEmpty())
            found += u"%1: does not define %2"_s.arg(where, layer.target);
        for (const SourceFile &source : sources) {
            const QString name = source.path.mid(layer.folder.size() + 1);
            if (folderOf(source.path) == layer.folder && !listed.contains(name))
                found += u"%1: %2 leaves out %3"_s.arg(where, layer.target, name);
        }
        for (const QString &name : listed) {
            if (name.contains(u'/'))
                found += u"%1: %2 takes %3 from another folder"_s.arg(where, layer.target, name);
        }
        found += linksTooMuch(where, cmake, layer.target, layer.mayLink);
    }
    return found;
}

QStringList againstThePrograms(const QList<SourceFile> &sources, const QString &appCMake)
{
    QHash<QString, QStringList> includes;
    for (const SourceFile &source : sources)
        includes.insert(source.path, source.projectIncludes());
    const QString where = u"app/CMakeLists.txt"_s;
    QStringList found;
    for (const Program &program : projectPrograms()) {
        QStringList files = cmakeArguments(appCMake, u"add_executable"_s, program.target);
        if (files.isEmpty())
            found += u"%1: does not define %2"_s.arg(where, program.target);
        files.replaceInStrings(QRegularExpression(u"^"_s), u"app/"_s);
        for (const QString &path : closure(files, includes)) {
            for (const QString &folder : program.neverIncludes) {
                if (isBelow(path, folder))
                    found += u"%1: %2 must not be made with %3"_s.arg(where, program.target, path);
            }
        }
        found += linksTooMuch(where, appCMake, program.target, program.mayLink);
    }
    return found;
}

QStringList strayFolders(const QStringList &topLevel)
{
    static const QStringList known = {u"app"_s,    u"protocol"_s, u"resources"_s,
                                      u"server"_s, u"tests"_s,    u"ui"_s};
    QStringList found;
    for (const QString &folder : topLevel) {
        if (!known.contains(folder) && !folder.startsWith(u'.') && !folder.startsWith(u"build"_s))
            found += u"%1/: no folder of the project's"_s.arg(folder);
    }
    return found;
}

} // namespace tincan
