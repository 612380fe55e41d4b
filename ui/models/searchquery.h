#pragma once

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <variant>

namespace tincan {

/// What somebody looks for in what was said.
struct SearchQuery
{
    QString text;      ///< words and "phrases" as searchTerms() reads them, the filters taken out
    QStringList terms; ///< the same, folded
    QString from;      ///< how an author's name begins, as typed; empty: anybody
    QString in;        ///< a room's name; empty: all rooms
    qint64 after = 0;  ///< said then or later; UTC, milliseconds; 0: at any time
    qint64 before = 0; ///< said earlier than that; 0: at any time

    /// Nothing is looked for.
    bool isEmpty() const { return terms.isEmpty() && from.isEmpty() && after == 0 && before == 0; }
    /// Whether a message is among what is looked for, as far as its author, time and text tell.
    bool finds(const QString &author, qint64 at, const QString &said) const;

    friend bool operator==(const SearchQuery &, const SearchQuery &) = default;
};

/// A text that is looked for as it stands, wherever and by whomever it was said.
SearchQuery searchForPhrase(const QString &phrase);

struct SearchProblem
{
    QString words; ///< translated: what is wrong, and how it would be right
    friend bool operator==(const SearchProblem &, const SearchProblem &) = default;
};

/// Reads `words "a phrase" from:NAME in:ROOM before:YYYY-MM-DD after:YYYY-MM-DD`, in any order, with ： for :
/// as well. Names with spaces stand in quotes. Days are those of `zone`; `after` counts its day in, `before`
/// does not. Of a filter that is given twice the last one counts.
std::variant<SearchQuery, SearchProblem> parseSearch(const QString &typed, const QTimeZone &zone);

} // namespace tincan
