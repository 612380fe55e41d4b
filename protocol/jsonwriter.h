#pragma once

#include <QByteArray>
#include <QLatin1String>
#include <QString>

#include <cstdint>

namespace tincan::json {

/// Writes one compact JSON object, its fields in the order in which they are given, without building a tree
/// first. The outermost object is open from the start and closed by take().
class Writer
{
public:
    explicit Writer(QLatin1String kind); ///< begins with "t":kind

    void text(QLatin1String key, const QString &value);
    void textUnlessEmpty(QLatin1String key, const QString &value);
    void word(QLatin1String key, QLatin1String value);
    void number(QLatin1String key, std::int64_t value);
    void numberUnlessZero(QLatin1String key, std::int64_t value);
    /// UTC, milliseconds since 1970; brought into the years up to 9999, which are those that can be read.
    void time(QLatin1String key, std::int64_t value);
    void flag(QLatin1String key, bool value);
    void element(const QString &value); ///< of an array

    void openObject(QLatin1String key);
    void openObject(const QString &key);
    void openElement(); ///< an object in an array
    void closeObject();
    void openArray(QLatin1String key);
    void closeArray();

    QByteArray take();

private:
    void separate();
    void name(QLatin1String key);
    void quote(const QString &value);

    QByteArray m_bytes;
};

} // namespace tincan::json
