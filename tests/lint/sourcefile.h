#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace tincan {

/// A file of the project as the checks see it.
struct SourceFile
{
    QString path; ///< from the repository's root, with forward slashes
    QString text;
    QString code; ///< the text with comments and the insides of literals blanked; lines and columns stay

    static SourceFile fromText(const QString &path, const QString &text);

    bool isHeader() const { return path.endsWith(QLatin1String(".h")); }

    /// What stands between quotes in the file's include lines.
    QStringList projectIncludes() const;
};

/// C++ text with comments and the insides of string and character literals replaced by blanks.
QString withoutCommentsAndLiterals(const QString &text);

/// All .h and .cpp files below the given folders of `root`, sorted by path.
QList<SourceFile> readSources(const QString &root, const QStringList &folders);

} // namespace tincan
