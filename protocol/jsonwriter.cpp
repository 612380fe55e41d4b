#include "protocol/jsonwriter.h"

#include <QDateTime>

#include <utility>

namespace tincan::json {

namespace {

/// Appends a byte of UTF-8 as it stands in a JSON string.
void appendEscaped(QByteArray &bytes, char c)
{
    static constexpr char digits[] = "0123456789abcdef";
    if (c == '"' || c == '\\') {
        bytes += '\\';
        bytes += c;
    } else if (c == '\n') {
        bytes += "\\n";
    } else if (c == '\t') {
        bytes += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20) {
        bytes += "\\u00";
        bytes += digits[c >> 4];
        bytes += digits[c & 0xf];
    } else {
        bytes += c;
    }
}

} // namespace

Writer::Writer(QLatin1String kind)
{
    m_bytes = "{";
    word(QLatin1String("t"), kind);
}

void Writer::text(QLatin1String key, const QString &value)
{
    name(key);
    quote(value);
}

void Writer::textUnlessEmpty(QLatin1String key, const QString &value)
{
    if (!value.isEmpty()) {
        text(key, value);
    }
}

void Writer::word(QLatin1String key, QLatin1String value)
{
    name(key);
    m_bytes += '"';
    m_bytes += value;
    m_bytes += '"';
}

void Writer::number(QLatin1String key, std::int64_t value)
{
    name(key);
    m_bytes += QByteArray::number(qlonglong(value));
}

void Writer::numberUnlessZero(QLatin1String key, std::int64_t value)
{
    if (value != 0) {
        number(key, value);
    }
}

void Writer::time(QLatin1String key, std::int64_t value)
{
    text(key, QDateTime::fromMSecsSinceEpoch(value, Qt::UTC).toString(Qt::ISODateWithMs));
}

void Writer::flag(QLatin1String key, bool value)
{
    name(key);
    m_bytes += value ? "true" : "false";
}

void Writer::element(const QString &value)
{
    separate();
    quote(value);
}

void Writer::openObject(QLatin1String key)
{
    name(key);
    m_bytes += '{';
}

void Writer::openObject(const QString &key)
{
    separate();
    quote(key);
    m_bytes += ":{";
}

void Writer::openElement()
{
    separate();
    m_bytes += '{';
}

void Writer::closeObject()
{
    m_bytes += '}';
}

void Writer::openArray(QLatin1String key)
{
    name(key);
    m_bytes += '[';
}

void Writer::closeArray()
{
    m_bytes += ']';
}

QByteArray Writer::take()
{
    m_bytes += '}';
    return std::exchange(m_bytes, {});
}

void Writer::separate()
{
    if (!m_bytes.endsWith('{') && !m_bytes.endsWith('[')) {
        m_bytes += ',';
    }
}

void Writer::name(QLatin1String key)
{
    separate();
    m_bytes += '"';
    m_bytes += key;
    m_bytes += "\":";
}

void Writer::quote(const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    m_bytes.reserve(m_bytes.size() + utf8.size() + 2);
    m_bytes += '"';
    for (const char c : utf8) {
        appendEscaped(m_bytes, c);
    }
    m_bytes += '"';
}

} // namespace tincan::json
