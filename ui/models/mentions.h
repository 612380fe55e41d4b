#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace tincan {

/// Whether `text` names `name`: as a whole word, with or without '@', in any case. A name in a script without
/// spaces between words (Chinese, Japanese, Thai, …) is found anywhere.
bool mentions(const QString &text, const QString &name);

bool mentionsAny(const QString &text, const QStringList &names);

/// Of a list as somebody types it, between commas of any kind: at most 50, none longer than 64 characters.
QStringList typedWords(const QString &list);

/// Where it does so.
struct Mention
{
    int start = 0; ///< of the '@' where there is one
    int length = 0;
};
QList<Mention> mentionsIn(const QString &text, const QString &name);

} // namespace tincan
