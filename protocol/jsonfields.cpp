#include "protocol/jsonfields.h"

#include "protocol/textsanitizer.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

namespace tincan::json {

using namespace Qt::StringLiterals;

namespace {

/// The largest integer that every JSON reader keeps exactly.
constexpr std::int64_t largestNumber = (std::int64_t(1) << 53) - 1;

} // namespace

Result<QJsonObject> parseObject(QByteArrayView frame)
{
    if (!frame.isValidUtf8()) {
        return Error{ErrorCode::BadUtf8, u"This frame is no valid UTF-8."_s};
    }
    QJsonParseError problem;
    const auto document =
        QJsonDocument::fromJson(QByteArray::fromRawData(frame.data(), frame.size()), &problem);
    if (problem.error != QJsonParseError::NoError) {
        return Error{ErrorCode::BadJson, "This frame is no JSON: "_L1 + problem.errorString() + u'.'};
    }
    if (!document.isObject()) {
        return Error{ErrorCode::BadJson, u"A frame is one JSON object."_s};
    }
    return document.object();
}

bool isWord(const QString &text, int maximum)
{
    const bool hasControl =
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    return !text.isEmpty() && !hasControl && text.isValidUtf16() && codePoints(text) <= maximum;
}

Fields::Fields(QJsonObject object, int wordCharacters)
    : m_object(std::move(object)), m_wordCharacters(wordCharacters)
{
}

void Fields::fail(ErrorCode code, const QString &message)
{
    if (!m_error) {
        m_error = Error{code, message};
    }
}

void Fields::failFrom(const Fields &inner)
{
    if (inner.m_error) {
        fail(inner.m_error->code, inner.m_error->message);
    }
}

bool Fields::has(QLatin1String key) const
{
    const QJsonValue value = m_object.value(key);
    return !value.isUndefined() && !value.isNull();
}

QString Fields::word(const QString &key, Need need)
{
    const QString value = string(key, need);
    if (value.isEmpty() && need == Need::Optional) {
        return {};
    }
    if (!isWord(value, m_wordCharacters)) {
        badField(key, u"must be a string of 1 to %1 characters"_s.arg(m_wordCharacters));
        return {};
    }
    return value;
}

QString Fields::word(QLatin1String key, Need need)
{
    return word(QString(key), need);
}

QString Fields::text(QLatin1String key, int maximumBytes, Need need)
{
    const QString value = string(key, need);
    if (exceeds(value, maximumBytes)) {
        fail(ErrorCode::TooLong, u"A message holds at most %1 bytes."_s.arg(maximumBytes));
        return {};
    }
    return sanitizeText(value);
}

QString Fields::line(QLatin1String key, Need need)
{
    return sanitizeLine(string(key, need));
}

std::int64_t Fields::number(QLatin1String key, std::optional<std::int64_t> fallback)
{
    if (fallback && !has(key)) {
        return *fallback;
    }
    const std::int64_t value = m_object.value(key).toInteger(-1);
    if (value < 0 || value > largestNumber) {
        badField(key, u"must be an integer, 0 or greater"_s);
        return 0;
    }
    return value;
}

std::int64_t Fields::time(QLatin1String key, Need need)
{
    constexpr int earliestYear = 1970;
    constexpr int latestYear = 9999;
    const QString value = word(key, need);
    if (value.isEmpty()) {
        return 0;
    }
    const QDateTime time = QDateTime::fromString(value, Qt::ISODateWithMs);
    const int year = time.toUTC().date().year();
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime || year < earliestYear || year > latestYear) {
        badField(key, u"must be a time in UTC"_s);
        return 0;
    }
    return time.toMSecsSinceEpoch();
}

bool Fields::flag(QLatin1String key)
{
    if (has(key) && !m_object.value(key).isBool()) {
        badField(key, u"must be true or false"_s);
    }
    return m_object.value(key).toBool();
}

Fields Fields::object(const QString &key, Need need)
{
    const QJsonValue value = m_object.value(key);
    const bool missing = value.isUndefined() || value.isNull();
    if (!value.isObject() && !(missing && need == Need::Optional)) {
        badField(key, u"must be an object"_s);
    }
    return Fields(value.toObject(), m_wordCharacters);
}

QJsonArray Fields::array(QLatin1String key, qsizetype maximum, Need need)
{
    const QJsonArray value = m_object.value(key).toArray();
    const bool mayBeMissing = need == Need::Optional && !has(key);
    if ((!m_object.value(key).isArray() && !mayBeMissing) || value.size() > maximum) {
        badField(key, u"must be an array of at most %1 elements"_s.arg(maximum));
        return {};
    }
    return value;
}

QString Fields::wordIfValid(QLatin1String key) const
{
    const QString value = m_object.value(key).toString();
    return isWord(value, m_wordCharacters) ? value : QString();
}

QString Fields::string(const QString &key, Need need)
{
    const QJsonValue value = m_object.value(key);
    const bool missing = value.isUndefined() || value.isNull();
    if (!value.isString() && !(missing && need == Need::Optional)) {
        badField(key, u"must be a string"_s);
    }
    return value.toString();
}

void Fields::badField(const QString &key, const QString &expectation)
{
    fail(ErrorCode::BadField, u"The field \"%1\" %2."_s.arg(truncated(sanitizeLine(key), 32), expectation));
}

} // namespace tincan::json
