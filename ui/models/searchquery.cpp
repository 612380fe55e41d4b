#include "ui/models/searchquery.h"

#include "protocol/searchfold.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tincan::SearchQuery)
};

/// Parts at white space outside of quotes, with their quotes.
QStringList partsOf(const QString &typed)
{
    QStringList parts(1);
    bool quoted = false;
    for (const QChar c : typed) {
        quoted ^= c == u'"';
        if (c.isSpace() && !quoted) {
            parts.append(QString());
        } else {
            parts.last() += c;
        }
    }
    parts.removeAll(QString());
    return parts;
}

struct Filter
{
    QString key; ///< empty: no filter
    QString value;
};

Filter filterOf(const QString &part)
{
    static constexpr std::array keys = {"from"_L1, "in"_L1, "before"_L1, "after"_L1};
    for (const QLatin1StringView key : keys) {
        const bool named = part.startsWith(key, Qt::CaseInsensitive) && part.size() > key.size();
        if (named && (part[key.size()] == u':' || part[key.size()] == u'：')) {
            return {key, part.sliced(key.size() + 1).remove(u'"').trimmed()};
        }
    }
    return {};
}

std::optional<qint64> startOfDay(const QString &value, const QTimeZone &zone)
{
    const QDate day = QDate::fromString(searchFold(value), u"yyyy-MM-dd"_s);
    constexpr int earliest = 1970;
    if (!day.isValid() || day.year() < earliest) {
        return {};
    }
    return std::max<qint64>(1, day.startOfDay(zone).toMSecsSinceEpoch());
}

/// Takes the filter; what is wrong with it, or nothing.
QString take(const Filter &filter, const QTimeZone &zone, SearchQuery &query)
{
    if (filter.value.isEmpty()) {
        return filter.key == "from"_L1 ? Words::tr("Write a name behind “from:”, such as from:Ada.")
               : filter.key == "in"_L1
                   ? Words::tr("Write a room behind “in:”, such as in:lounge.")
                   : Words::tr("Write a day behind “%1:”, such as %1:2026-11-26.").arg(filter.key);
    }
    if (filter.key == "from"_L1) {
        query.from = filter.value;
        return {};
    }
    if (filter.key == "in"_L1) {
        query.in = filter.value;
        return {};
    }
    const auto day = startOfDay(filter.value, zone);
    if (!day) {
        return Words::tr("“%1” is no day. Write it like this: %2:2026-11-26.").arg(filter.value, filter.key);
    }
    (filter.key == "before"_L1 ? query.before : query.after) = *day;
    return {};
}

} // namespace

bool SearchQuery::finds(const QString &author, qint64 at, const QString &said) const
{
    const bool inTime = at >= after && (before == 0 || at < before);
    return inTime && (from.isEmpty() || searchFold(author).startsWith(searchFold(from))) &&
           (terms.isEmpty() || holdsAll(searchFold(said), terms));
}

SearchQuery searchForPhrase(const QString &phrase)
{
    SearchQuery query;
    query.text = searchPhrase(phrase);
    query.terms = searchTerms(query.text);
    return query;
}

std::variant<SearchQuery, SearchProblem> parseSearch(const QString &typed, const QTimeZone &zone)
{
    SearchQuery query;
    QStringList words;
    for (const QString &part : partsOf(typed)) {
        const Filter filter = filterOf(part);
        if (filter.key.isEmpty()) {
            words.append(part);
            continue;
        }
        const QString problem = take(filter, zone, query);
        if (!problem.isEmpty()) {
            return SearchProblem{problem};
        }
    }
    if (query.after > 0 && query.before > 0 && query.before <= query.after) {
        return SearchProblem{Words::tr("No day is both after and before these two.")};
    }
    query.text = words.join(u' ');
    query.terms = searchTerms(query.text);
    return query;
}

} // namespace tincan
