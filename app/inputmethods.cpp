#include "app/inputmethods.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QPluginLoader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

/// What Qt does without a plugin.
bool isBuiltIn(const QString &method)
{
    static const QStringList words{u"none"_s, u"simple"_s, u"xim"_s, u"wayland"_s};
    return words.contains(method);
}

QStringList methodsIn(const QStringList &pluginFolders)
{
    QStringList methods;
    for (const QString &folder : pluginFolders) {
        const QDir plugins(folder + u"/platforminputcontexts"_s);
        const QStringList files = plugins.entryList(QDir::Files);
        for (const QString &file : files) {
            const QJsonObject about = QPluginLoader(plugins.filePath(file)).metaData();
            const QJsonArray keys = about["MetaData"_L1]["Keys"_L1].toArray();
            for (const QJsonValue &key : keys)
                methods.append(key.toString().toLower());
        }
    }
    return methods;
}

} // namespace

QString missingInputMethod(const QString &wanted, const QStringList &pluginFolders)
{
    const QStringList methods = wanted.toLower().split(u';', Qt::SkipEmptyParts);
    if (methods.isEmpty())
        return {};
    const QStringList there = methodsIn(pluginFolders);
    const bool works = std::any_of(methods.begin(), methods.end(), [&there](const QString &method) {
        return isBuiltIn(method) || there.contains(method);
    });
    return works ? QString() : methods.first();
}

QString missingInputMethod()
{
    const QString several = qEnvironmentVariable("QT_IM_MODULES");
    return missingInputMethod(several.isEmpty() ? qEnvironmentVariable("QT_IM_MODULE") : several,
                              QCoreApplication::libraryPaths());
}

} // namespace tincan
