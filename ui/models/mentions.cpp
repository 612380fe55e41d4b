#include "ui/models/mentions.h"

#include <QRegularExpression>

#include <algorithm>

namespace tincan {

namespace {

char32_t codePointBefore(const QString &text, qsizetype at)
{
    const QChar c = text.at(at - 1);
    return c.isLowSurrogate() && at > 1 && text.at(at - 2).isHighSurrogate()
               ? QChar::surrogateToUcs4(text.at(at - 2), c)
               : char32_t(c.unicode());
}

char32_t codePointAt(const QString &text, qsizetype at)
{
    const QChar c = text.at(at);
    return c.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate()
               ? QChar::surrogateToUcs4(c, text.at(at + 1))
               : char32_t(c.unicode());
}

bool isWrittenWithoutSpaces(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Hangul: // particles are written onto the name
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

bool isWordPart(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == U'_';
}

/// Whether a word can end between these two.
bool isBoundary(char32_t a, char32_t b)
{
    return !isWordPart(a) || !isWordPart(b) || isWrittenWithoutSpaces(a) || isWrittenWithoutSpaces(b);
}

/// Where `name` stands as a word at or behind `from`, or -1.
qsizetype nextMention(const QString &text, const QString &name, qsizetype from)
{
    for (qsizetype at = text.indexOf(name, from, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(name, at + 1, Qt::CaseInsensitive)) {
        const qsizetype end = at + name.size();
        const bool starts = at == 0 || isBoundary(codePointBefore(text, at), codePointAt(text, at));
        const bool ends =
            end == text.size() || isBoundary(codePointBefore(text, end), codePointAt(text, end));
        if (starts && ends) {
            return at;
        }
    }
    return -1;
}

} // namespace

bool mentions(const QString &text, const QString &name)
{
    return !name.isEmpty() && nextMention(text, name, 0) >= 0;
}

QList<Mention> mentionsIn(const QString &text, const QString &name)
{
    QList<Mention> found;
    if (name.isEmpty()) {
        return found;
    }
    for (qsizetype at = nextMention(text, name, 0); at >= 0; at = nextMention(text, name, at + name.size())) {
        const bool called = at > 0 && text.at(at - 1) == u'@';
        found.append({int(at) - (called ? 1 : 0), int(name.size()) + (called ? 1 : 0)});
    }
    return found;
}

bool mentionsAny(const QString &text, const QStringList &names)
{
    return std::any_of(names.begin(), names.end(),
                       [&text](const QString &name) { return mentions(text, name); });
}

QStringList typedWords(const QString &list)
{
    constexpr qsizetype most = 50;
    constexpr qsizetype longest = 64;
    static const QRegularExpression between(QStringLiteral("[,，、|]"));
    QStringList words;
    const QStringList parts = list.split(between, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString word = part.trimmed().left(longest);
        if (!word.isEmpty() && !words.contains(word) && words.size() < most) {
            words.append(word);
        }
    }
    return words;
}

} // namespace tincan
