#pragma once

#include "protocol/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLatin1String>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace tincan::json {

/// Reads the object that a frame holds. Errors: BadUtf8, BadJson.
Result<QJsonObject> parseObject(QByteArrayView frame);

/// Whether a text can be an opaque word: 1 to `maximum` code points, no control character, no half of a
/// surrogate pair.
bool isWord(const QString &text, int maximum);

/// Reads the fields of an object that a hostile peer sent. The first field that is wrong leaves its error;
/// what is read from then on is harmless, and to be thrown away.
class Fields
{
public:
    enum class Need
    {
        Required,
        Optional
    };

    /// Opaque words, such as ids, have at most `wordCharacters` code points.
    Fields(QJsonObject object, int wordCharacters);

    const std::optional<Error> &error() const { return m_error; }
    void fail(ErrorCode code, const QString &message);
    void failFrom(const Fields &inner); ///< takes over the error of an object inside this one

    bool has(QLatin1String key) const; ///< and is not null
    QStringList keys() const { return m_object.keys(); }

    QString word(const QString &key, Need need); ///< an opaque word as it is
    QString word(QLatin1String key, Need need = Need::Required);
    QString text(QLatin1String key, int maximumBytes, Need need = Need::Required); ///< sanitised
    QString line(QLatin1String key, Need need = Need::Required);                   ///< sanitised to one line
    std::int64_t number(QLatin1String key, std::optional<std::int64_t> fallback = {}); ///< an integer from 0
    /// ISO 8601 with the zone, from 1970 to 9999; UTC, milliseconds. 0 where an optional one is missing.
    std::int64_t time(QLatin1String key, Need need = Need::Required);
    bool flag(QLatin1String key); ///< false if there is none
    Fields object(const QString &key, Need need = Need::Required);
    QJsonArray array(QLatin1String key, qsizetype maximum, Need need = Need::Required);

    /// A word, or nothing where it is missing or no word; leaves no error.
    QString wordIfValid(QLatin1String key) const;

private:
    QString string(const QString &key, Need need);
    void badField(const QString &key, const QString &expectation);

    QJsonObject m_object;
    int m_wordCharacters;
    std::optional<Error> m_error;
};

} // namespace tincan::json
