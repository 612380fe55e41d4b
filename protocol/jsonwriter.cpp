#include "protocol/jsonwriter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <iterator>
#include <utility>

namespace tincan::json {

namespace {

constexpr qsizetype usualBytes = 256;                    // an event with a short text
constexpr std::int64_t latestTime = 253'402'300'799'999; // the last of the year 9999

constexpr bool standsForItself(char c)
{
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

/// Appends a byte of UTF-8 that does not stand for itself in a JSON string.
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
    } else {
        bytes += "\\u00";
        bytes += digits[c >> 4];
        bytes += digits[c & 0xf];
    }
}

/// Writes a number's last digits in front of `end`, and answers where they begin.
char *putDigits(char *end, int digits, std::int64_t number)
{
    for (; digits > 0; --digits, number /= 10) {
        *--end = char('0' + number % 10);
    }
    return end;
}

} // namespace

Writer::Writer(QLatin1String kind)
{
    m_bytes.reserve(usualBytes);
    m_bytes += '{';
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
    std::array<char, 24> digits; // NOLINT(cppcoreguidelines-pro-type-member-init)
    const auto end = std::to_chars(digits.begin(), digits.end(), value).ptr;
    m_bytes.append(digits.data(), end - digits.data());
}

void Writer::numberUnlessZero(QLatin1String key, std::int64_t value)
{
    if (value != 0) {
        number(key, value);
    }
}

void Writer::time(QLatin1String key, std::int64_t value)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time(milliseconds(std::clamp<std::int64_t>(value, 0, latestTime)));
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const std::int64_t ofDay = (time - day).count();
    char text[] = "YYYY-MM-DDThh:mm:ss.mmmZ";
    char *at = std::end(text) - 2; // the Z
    at = putDigits(at, 3, ofDay);
    at = putDigits(at - 1, 2, ofDay / 1'000 % 60);
    at = putDigits(at - 1, 2, ofDay / 60'000 % 60);
    at = putDigits(at - 1, 2, ofDay / 3'600'000);
    at = putDigits(at - 1, 2, unsigned(date.day()));
    at = putDigits(at - 1, 2, unsigned(date.month()));
    putDigits(at - 1, 4, int(date.year()));
    word(key, QLatin1String(text));
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
    if (m_bytes.size() < usualBytes / 2) {
        m_bytes.squeeze(); // it may wait for somebody who does not read
    }
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
    m_bytes += '"';
    for (auto at = utf8.cbegin(); at != utf8.cend();) {
        const auto run = at;
        at = std::find_if_not(at, utf8.cend(), [](char c) { return standsForItself(c); });
        m_bytes.append(run, at - run);
        if (at != utf8.cend()) {
            appendEscaped(m_bytes, *at++);
        }
    }
    m_bytes += '"';
}

} // namespace tincan::json
