#include "protocol/textsanitizer.h"

#include <QStringDecoder>

#include <algorithm>

namespace tincan {

namespace {

/// Longer runs occur in no language (UAX #15, stream-safe text), but bury the lines around them,
/// and make normalisation slow.
constexpr int longestRunOfMarks = 30;

bool isAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char byte) { return static_cast<signed char>(byte) >= 0; });
}

bool needsNoChange(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return (c >= u' ' && c <= u'~') || c == u'\n' || c == u'\t'; });
}

bool isControl(char32_t c)
{
    return (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7f && c < 0xa0);
}

bool isDirectionOverride(char32_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

bool isLineSeparator(char32_t c)
{
    return c == 0x2028 || c == 0x2029;
}

/// The code point at `position`, which moves behind it; U+FFFD for half of a surrogate pair.
char32_t takeCodePoint(QStringView text, qsizetype &position)
{
    const QChar first = text[position++];
    if (!first.isSurrogate()) {
        return first.unicode();
    }
    if (first.isHighSurrogate() && position < text.size() && text[position].isLowSurrogate()) {
        return QChar::surrogateToUcs4(first, text[position++]);
    }
    return QChar::ReplacementCharacter;
}

QString withoutUnsafe(QStringView text)
{
    QString clean;
    clean.reserve(text.size());
    int marks = 0;
    for (qsizetype position = 0; position < text.size();) {
        const char32_t c = takeCodePoint(text, position);
        if (isControl(c) || isDirectionOverride(c)) {
            continue;
        }
        marks = QChar::combiningClass(c) == 0 ? 0 : marks + 1;
        if (marks > longestRunOfMarks) {
            continue;
        }
        if (isLineSeparator(c)) {
            clean += u'\n';
        } else {
            clean += QChar::fromUcs4(c);
        }
    }
    return clean;
}

bool isVisible(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return !QChar::isSpace(c) && category != QChar::Other_Control && category != QChar::Other_Format &&
           category != QChar::Mark_NonSpacing;
}

} // namespace

std::optional<QString> decodeUtf8(QByteArrayView bytes)
{
    if (isAscii(bytes)) {
        return QString::fromLatin1(bytes);
    }
    using Flag = QStringConverter::Flag;
    QStringDecoder decoder(QStringDecoder::Utf8, Flag::Stateless | Flag::ConvertInitialBom);
    QString text = decoder.decode(bytes);
    if (decoder.hasError()) {
        return std::nullopt;
    }
    return text;
}

QString sanitizeText(const QString &text)
{
    if (needsNoChange(text)) {
        return text;
    }
    const QString clean = withoutUnsafe(text);
    const QString composed = clean.normalized(QString::NormalizationForm_C);
    // Composition can take a mark apart into two, so that a run grows again.
    return composed == clean ? clean : withoutUnsafe(composed);
}

QString sanitizeLine(const QString &text)
{
    return sanitizeText(text).simplified();
}

bool isBlank(const QString &text)
{
    for (qsizetype position = 0; position < text.size();) {
        if (isVisible(takeCodePoint(text, position))) {
            return false;
        }
    }
    return true;
}

qsizetype codePoints(QStringView text)
{
    qsizetype count = 0;
    for (qsizetype position = 0; position < text.size(); ++count) {
        takeCodePoint(text, position);
    }
    return count;
}

bool exceeds(const QString &text, qsizetype bytes)
{
    constexpr qsizetype mostPerUnit = 3;
    return text.size() > bytes / mostPerUnit && text.toUtf8().size() > bytes;
}

QString truncated(const QString &text, qsizetype count)
{
    qsizetype end = 0;
    for (; count > 0 && end < text.size(); --count) {
        takeCodePoint(text, end);
    }
    return text.first(end);
}

} // namespace tincan
