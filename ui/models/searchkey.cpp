#include "ui/models/searchkey.h"

#include "protocol/searchfold.h"

#include <unicode/translit.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

bool hasHan(const QString &text)
{
    for (const char32_t character : text.toUcs4()) {
        if (QChar::script(character) == QChar::Script_Han)
            return true;
    }
    return false;
}

/// "zhang san" for 张三; what ICU cannot do stays as it is. A transliterator takes a tenth of a second and
/// six megabytes, so it is made for the first Chinese name.
QString latin(const QString &text)
{
    if (!hasHan(text))
        return text;
    static const std::unique_ptr<icu::Transliterator> transliterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(
            icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, status));
        return U_SUCCESS(status) ? std::move(made) : nullptr;
    }();
    if (!transliterator)
        return text;
    icu::UnicodeString string(reinterpret_cast<const char16_t *>(text.utf16()), int32_t(text.size()));
    transliterator->transliterate(string);
    return QString(reinterpret_cast<const QChar *>(string.getBuffer()), string.length());
}

QStringList wordsOf(const QString &text)
{
    QStringList words(1);
    for (const QChar character : text) {
        if (character.isLetterOrNumber() || character.isSurrogate())
            words.last() += character;
        else if (!words.last().isEmpty())
            words.append(QString());
    }
    words.removeAll(QString());
    return words;
}

} // namespace

SearchKey::SearchKey(const QString &name) : m_folded(searchFold(name))
{
    m_words = wordsOf(searchFold(latin(name)));
    m_joined = m_words.join(QString());
    for (const QString &word : std::as_const(m_words))
        m_initials += word.at(0);
}

SearchKey::Match SearchKey::match(const QString &query) const
{
    const QString wanted = searchFold(query).simplified();
    const QString joined = wordsOf(wanted).join(QString());
    if (m_folded.startsWith(wanted) || (!joined.isEmpty() && m_joined.startsWith(joined)))
        return Match::Beginning;
    if (joined.isEmpty())
        return Match::None;
    if (m_words.size() > 1 && m_initials.startsWith(joined))
        return Match::Beginning;
    for (const QString &word : m_words) {
        if (word.startsWith(joined))
            return Match::WordBeginning;
    }
    return m_folded.contains(wanted) || m_joined.contains(joined) ? Match::Inside : Match::None;
}

} // namespace tincan
