#pragma once

#include "ui/models/completion.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace tincan {

struct Emoji
{
    QString sign;
    QString englishName;
    QString chineseName;
    QString words; ///< all that it is found by, in lower case
};

/// Emoji and what they are called, in both languages. Pure.
class EmojiTable
{
public:
    static constexpr qsizetype mostBytes = 1024 * 1024;
    static constexpr qsizetype most = 5000;

    /// One emoji a line, tab-separated: sign, group, English name and words, Chinese name and words. Lines of
    /// another form are passed over.
    static EmojiTable parse(QByteArrayView table);

    const QList<Emoji> &all() const { return m_all; }
    /// Those whose words begin with every word of the query, in the table's order; all for an empty one.
    QList<Emoji> find(const QString &query) const;
    /// In the language of QLocale(); the sign itself where it is not in the table.
    QString nameOf(const QString &sign) const;
    static QString nameOf(const Emoji &emoji);

    QList<CompletionEntry> completions() const; ///< for ":name"

private:
    QList<Emoji> m_all;
};

} // namespace tincan
