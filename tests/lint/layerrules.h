#pragma once

#include "tests/lint/sourcefile.h"

#include <QHash>

namespace tincan {

/// A folder, the CMake target it is, and what it stands on.
struct Layer
{
    QString folder;
    QString target;
    QStringList mayInclude; ///< folders
    QStringList mayLink;    ///< CMake targets
};

/// The project's layers, lowest first. Only app sees both the server and the user's side.
QList<Layer> projectLayers();

/// An executable of app/ and the folders that nothing it is made of may include.
struct Program
{
    QString target;
    QStringList neverIncludes;
    QStringList mayLink;
};

QList<Program> projectPrograms();

// Each check answers with one line per violation, which starts with the file's path; empty means all is well.

/// Includes that go against the layers.
QStringList againstTheLayers(const QList<SourceFile> &sources);

/// Includes between quotes that name no file of the project from its root.
QStringList unresolvedIncludes(const QList<SourceFile> &sources);

/// Circles among the files, each written as the way around.
QStringList includeCircles(const QList<SourceFile> &sources);

/// Layers whose CMakeLists.txt defines another target, leaves out a source, takes one from elsewhere or links
/// too much. `cmakeFiles` maps folders to the texts of their CMakeLists.txt.
QStringList againstTheTargets(const QList<SourceFile> &sources, const QHash<QString, QString> &cmakeFiles);

/// Programs that include, however indirectly, what they must not know, or link it.
QStringList againstThePrograms(const QList<SourceFile> &sources, const QString &appCMake);

/// Folders at the top level that have no business there.
QStringList strayFolders(const QStringList &topLevel);

} // namespace tincan
