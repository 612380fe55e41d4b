#include "protocol/searchfold.h"

#include <algorithm>
#include <utility>

namespace tincan {

namespace {

constexpr char16_t halfWidthVoiced = 0xff9e; // marks that are letters by category, in half width alone
constexpr char16_t halfWidthSemiVoiced = 0xff9f;

char32_t codePointAt(const QString &text, qsizetype i)
{
    if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
        return QChar::surrogateToUcs4(text[i], text[i + 1]);
    }
    return text[i].unicode();
}

bool isHangulPart(char32_t c)
{
    return (c >= 0x1100 && c <= 0x11ff) || (c >= 0xffa0 && c <= 0xffdc);
}

/// Whether `c` may change, or be changed by, what stands before it.
bool continuesCharacter(char32_t c)
{
    return QChar::isMark(c) || c == halfWidthVoiced || c == halfWidthSemiVoiced || isHangulPart(c);
}

/// Whether it is a character by itself where another of these follows, and foldPlain() all there is to fold.
bool isPlain(QChar c)
{
    constexpr char16_t firstHan = 0x4e00;
    constexpr char16_t lastHan = 0x9fff;
    return (c >= u' ' && c <= u'~') || (c >= firstHan && c <= lastHan);
}

QChar foldPlain(QChar c)
{
    return c >= u'A' && c <= u'Z' ? QChar(c.unicode() - u'A' + u'a') : c;
}

/// Where the character ends that begins at `i`.
qsizetype endOfCharacter(const QString &text, qsizetype i)
{
    do {
        i += QChar::requiresSurrogates(codePointAt(text, i)) ? 2 : 1;
    } while (i < text.size() && continuesCharacter(codePointAt(text, i)));
    return i;
}

bool losesAccents(char32_t c)
{
    const QChar::Script script = QChar::script(c);
    return script == QChar::Script_Latin || script == QChar::Script_Greek;
}

/// How Latin letters are typed without their strokes and ligatures, which no decomposition takes apart.
QString plainLetters(char32_t c)
{
    switch (c) {
    case U'ø':
        return QStringLiteral("o");
    case U'ł':
        return QStringLiteral("l");
    case U'đ':
    case U'ð':
        return QStringLiteral("d");
    case U'ħ':
        return QStringLiteral("h");
    case U'ı':
        return QStringLiteral("i");
    case U'ß':
        return QStringLiteral("ss");
    case U'æ':
        return QStringLiteral("ae");
    case U'œ':
        return QStringLiteral("oe");
    default:
        return QString::fromUcs4(&c, 1);
    }
}

bool isInvisible(char32_t c)
{
    return QChar::category(c) == QChar::Other_Format || (c >= 0xfe00 && c <= 0xfe0f) ||
           (c >= 0xe0100 && c <= 0xe01ef);
}

QString foldedCharacter(const QString &character)
{
    const QString decomposed = character.normalized(QString::NormalizationForm_KD)
                                   .toCaseFolded()
                                   .normalized(QString::NormalizationForm_KD);
    QString folded;
    bool bare = false; // accents of the letter before go
    for (const char32_t c : decomposed.toUcs4()) {
        if (isInvisible(c) || (bare && QChar::isMark(c))) {
            continue;
        }
        if (!QChar::isMark(c)) {
            bare = losesAccents(c);
        }
        folded += QChar::isSpace(c) ? QStringLiteral(" ") : plainLetters(c);
    }
    return folded.normalized(QString::NormalizationForm_C);
}

/// Calls `take` with each character's folded form and where it stood.
template <typename Take>
void foldEach(const QString &text, const Take &take)
{
    for (qsizetype i = 0; i < text.size();) {
        const bool isLast = i + 1 == text.size();
        if (isPlain(text[i]) && (isLast || isPlain(text[i + 1]))) {
            const QChar folded = foldPlain(text[i]);
            take(QStringView(&folded, 1), i);
            ++i;
            continue;
        }
        const qsizetype end = endOfCharacter(text, i);
        take(foldedCharacter(text.sliced(i, end - i)), i);
        i = end;
    }
}

/// Appends a word or phrase unless there is nothing in it.
void takeTerm(QStringList &terms, QString &term, bool phrase)
{
    const QString folded = searchFold(std::exchange(term, QString()));
    const QString wanted = phrase ? folded : folded.trimmed();
    if (!wanted.trimmed().isEmpty() && !terms.contains(wanted)) {
        terms.append(wanted);
    }
}

} // namespace

QString searchFold(const QString &text)
{
    QString folded;
    if (std::all_of(text.begin(), text.end(), isPlain)) { // most are
        folded.resize(text.size());
        std::transform(text.begin(), text.end(), folded.begin(), foldPlain);
        return folded;
    }
    folded.reserve(text.size());
    foldEach(text, [&folded](QStringView character, qsizetype) { folded += character; });
    return folded;
}

FoldedText::FoldedText(const QString &original)
{
    foldEach(original, [this](QStringView character, qsizetype from) {
        m_text += character;
        m_origins.insert(m_origins.size(), character.size(), int(from));
    });
    m_origins.append(int(original.size()));
}

QList<FoldedText::Span> FoldedText::hits(const QStringList &terms) const
{
    QList<Span> found;
    for (const QString &term : terms) {
        qsizetype at = term.isEmpty() ? -1 : m_text.indexOf(term);
        while (at >= 0) {
            const int start = m_origins[at];
            // A hit that ends inside of what one character became takes all of it.
            qsizetype behind = at + term.size();
            while (m_origins[behind] == m_origins[behind - 1]) {
                ++behind;
            }
            found.append({start, m_origins[behind] - start});
            at = m_text.indexOf(term, at + term.size());
        }
    }
    std::sort(found.begin(), found.end(), [](const Span &a, const Span &b) { return a.start < b.start; });
    QList<Span> joined;
    for (const Span &span : std::as_const(found)) {
        const int end = joined.isEmpty() ? -1 : joined.last().start + joined.last().length;
        if (span.start > end) {
            joined.append(span);
        } else {
            joined.last().length = std::max(end, span.start + span.length) - joined.last().start;
        }
    }
    return joined;
}

QStringList searchTerms(const QString &text)
{
    QStringList terms;
    QString term;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isMark = c == u'"';
        if (isMark && quoted && i + 1 < text.size() && text[i + 1] == c) {
            term += c;
            ++i;
        } else if (isMark || (!quoted && c.isSpace())) {
            takeTerm(terms, term, quoted);
            quoted = isMark && !quoted;
        } else {
            term += c;
        }
    }
    takeTerm(terms, term, quoted);
    std::stable_sort(terms.begin(), terms.end(),
                     [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return terms;
}

QString searchPhrase(const QString &text)
{
    QString inner = text;
    return u'"' + inner.replace(u'"', QLatin1String("\"\"")) + u'"';
}

bool holdsAll(const QString &folded, const QStringList &terms)
{
    return std::all_of(terms.begin(), terms.end(),
                       [&folded](const QString &term) { return folded.contains(term); });
}

} // namespace tincan
