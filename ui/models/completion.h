#pragma once

#include "ui/models/searchkey.h"

#include <QList>

#include <optional>

namespace tincan {

/// What a word is completed to, by the sign that it starts with.
enum class CompletionKind
{
    Person,      ///< @
    Room,        ///< #
    Emoji,       ///< :, behind white space, and at least two Latin letters or one other
    SlashCommand ///< /, at the beginning of the text alone
};

/// The word that is being typed, from its sign to the cursor.
struct CompletionWord
{
    CompletionKind kind = CompletionKind::Person;
    int start = 0; ///< of the sign, in UTF-16 units
    QString query; ///< what stands between the sign and the cursor
};

/// The word that ends at the cursor and could be completed. A sign counts in its full width, too (＠ ＃ ：
/// ／), but not behind a Latin letter or a digit: "ada@example" is an address.
std::optional<CompletionWord> wordToComplete(const QString &text, int cursor);

/// Something that a word may be completed to.
struct CompletionEntry
{
    QString title;         ///< what it is found by
    QString detail;        ///< said beside it
    QString insertion;     ///< what replaces the word, without a space behind it
    QString argument = {}; ///< what belongs behind a command
};

/// Finds entries for what is typed. Made once for a word, so that a large room's names are not transliterated
/// for every letter.
class CompletionList
{
public:
    static constexpr int most = 50;

    CompletionList() = default;
    explicit CompletionList(const QList<CompletionEntry> &entries);

    /// The entries that match, names that begin so first, else in the order given; at most `most`. Nothing
    /// where `word` is complete as it stands.
    QList<CompletionEntry> matches(const CompletionWord &word) const;

private:
    QList<CompletionEntry> m_entries;
    QList<SearchKey> m_keys; ///< of the entries
};

} // namespace tincan
