#include "ui/models/completion.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int longestQuery = 64;

std::optional<CompletionKind> kindOf(QChar sign)
{
    switch (sign.unicode()) {
    case u'@':
    case u'＠':
        return CompletionKind::Person;
    case u'#':
    case u'＃':
        return CompletionKind::Room;
    case u':':
    case u'：':
        return CompletionKind::Emoji;
    case u'/':
    case u'／':
        return CompletionKind::SlashCommand;
    default:
        return std::nullopt;
    }
}

bool isPartOfWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'-' || c == u'_' || c == u'.' ||
           c == u'\'';
}

bool mayComeBefore(QChar c)
{
    return c.unicode() >= 0x80 || !(c.isLetterOrNumber() || c == u'/' || c == u'@' || c == u'#' || c == u':');
}

QString wordOf(const CompletionWord &word)
{
    switch (word.kind) {
    case CompletionKind::Person:
        return u'@' + word.query;
    case CompletionKind::Room:
        return u'#' + word.query;
    case CompletionKind::Emoji:
        return u':' + word.query;
    case CompletionKind::SlashCommand:
        return u'/' + word.query;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<CompletionWord> wordToComplete(const QString &text, int cursor)
{
    int start = std::min(cursor, int(text.size())) - 1;
    while (start >= 0 && cursor - start <= longestQuery && isPartOfWord(text.at(start))) {
        --start;
    }
    if (start < 0) {
        return std::nullopt;
    }
    const auto kind = kindOf(text.at(start));
    if (!kind ||
        (start > 0 && (*kind == CompletionKind::SlashCommand || !mayComeBefore(text.at(start - 1))))) {
        return std::nullopt;
    }
    const QStringView query = QStringView(text).sliced(start + 1, cursor - start - 1);
    const bool isShort = query.isEmpty() || (query.size() == 1 && query.at(0).unicode() < 0x80);
    if (*kind == CompletionKind::Emoji && isShort) {
        return std::nullopt;
    }
    return CompletionWord{*kind, start, text.sliced(start + 1, cursor - start - 1)};
}

CompletionList::CompletionList(const QList<CompletionEntry> &entries) : m_entries(entries)
{
    m_keys.reserve(entries.size());
    for (const CompletionEntry &entry : entries) {
        m_keys.append(SearchKey(entry.title));
    }
}

QList<CompletionEntry> CompletionList::matches(const CompletionWord &word) const
{
    struct Found
    {
        SearchKey::Match match;
        qsizetype entry;
    };
    QString query = word.query;
    if (word.kind == CompletionKind::Emoji) {
        query.replace(u'_', u' '); // as in :thumbs_up
    }
    const bool isLatinEmojiName = word.kind == CompletionKind::Emoji && word.query.at(0).unicode() < 0x80;
    QList<Found> found;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const SearchKey::Match match = m_keys.at(i).match(query);
        const bool isNoise = isLatinEmojiName && match == SearchKey::Match::Inside;
        if (match != SearchKey::Match::None && !isNoise) {
            found.append({match, i});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found &a, const Found &b) { return a.match > b.match; });
    QList<CompletionEntry> matches;
    const QString typed = wordOf(word);
    for (const Found &each : found.first(std::min(found.size(), qsizetype(most)))) {
        const CompletionEntry &entry = m_entries.at(each.entry);
        const bool alone = word.kind == CompletionKind::SlashCommand || found.size() == 1;
        if (alone && entry.insertion == typed) {
            return {};
        }
        matches.append(entry);
    }
    return matches;
}

} // namespace tincan
