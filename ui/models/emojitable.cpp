#include "ui/models/emojitable.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr qsizetype columns = 6;
constexpr qsizetype longestSign = 16; // UTF-16 units

/// Chinese has no spaces between words, so that it is found from any character on.
bool holds(const QString &words, const QString &part)
{
    const bool isLatin = part.at(0) < QChar(0x80);
    return isLatin ? words.startsWith(part) || words.contains(u' ' + part) : words.contains(part);
}

} // namespace

EmojiTable EmojiTable::parse(QByteArrayView table)
{
    EmojiTable parsed;
    const QString text = QString::fromUtf8(table.first(std::min(table.size(), mostBytes)));
    const auto lines = QStringView(text).split(u'\n', Qt::SkipEmptyParts);
    for (const QStringView line : lines) {
        const auto fields = line.split(u'\t');
        const bool fits = fields.size() == columns && !fields[0].isEmpty() && fields[0].size() <= longestSign;
        if (!fits || parsed.m_all.size() >= most) {
            continue;
        }
        QString words;
        for (const QStringView field : fields.sliced(2)) {
            words += u' ';
            words += field;
        }
        parsed.m_all.append(
            {fields[0].toString(), fields[2].toString(), fields[4].toString(), words.toLower()});
    }
    return parsed;
}

QList<Emoji> EmojiTable::find(const QString &query) const
{
    const QStringList parts = query.toLower().split(u' ', Qt::SkipEmptyParts);
    QList<Emoji> found;
    for (const Emoji &emoji : m_all) {
        const bool fits = std::all_of(parts.begin(), parts.end(),
                                      [&emoji](const QString &part) { return holds(emoji.words, part); });
        if (fits || emoji.sign == query) {
            found.append(emoji);
        }
    }
    return found;
}

QString EmojiTable::nameOf(const Emoji &emoji)
{
    return QLocale().language() == QLocale::Chinese ? emoji.chineseName : emoji.englishName;
}

QString EmojiTable::nameOf(const QString &sign) const
{
    const auto known =
        std::find_if(m_all.begin(), m_all.end(), [&sign](const Emoji &emoji) { return emoji.sign == sign; });
    return known == m_all.end() ? sign : nameOf(*known);
}

QList<CompletionEntry> EmojiTable::completions() const
{
    QList<CompletionEntry> entries;
    entries.reserve(m_all.size());
    for (const Emoji &emoji : m_all) {
        entries.append({emoji.englishName + emoji.words, nameOf(emoji), emoji.sign});
    }
    return entries;
}

} // namespace tincan
