#include "protocol/dialectsniffer.h"

#include "protocol/jsonvocabulary.h"

#include <QList>

#include <algorithm>
#include <utility>

namespace tincan {

namespace {

constexpr char tlsHandshake = '\x16';
constexpr char tlsMajorVersion = '\x03';

bool isUpperCaseWord(QByteArrayView word)
{
    return !word.isEmpty() &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Position of the first NUL or LF, or the number of bytes where there is none.
qsizetype positionOfDelimiter(QByteArrayView bytes, qsizetype from = 0)
{
    const auto isDelimiter = [](char c) { return c == '\0' || c == '\n'; };
    return std::find_if(bytes.begin() + from, bytes.end(), isDelimiter) - bytes.begin();
}

/// Splits off what stands before the first space; the rest begins behind it.
QByteArrayView takeWord(QByteArrayView &line)
{
    const qsizetype space = line.indexOf(' ');
    const QByteArrayView word = space < 0 ? line : line.first(space);
    line = space < 0 ? QByteArrayView() : line.sliced(space + 1);
    return word;
}

/// METHOD SP PATH SP HTTP/1.x
bool isHttpRequestLine(QByteArrayView line)
{
    const QByteArrayView method = takeWord(line);
    const QByteArrayView path = takeWord(line);
    const bool hasVersion =
        line.size() == 8 && line.startsWith("HTTP/1.") && line.back() >= '0' && line.back() <= '9';
    return isUpperCaseWord(method) && !path.isEmpty() && hasVersion;
}

/// Host: WORD, the line that every request of a browser's has
bool isHttpHostLine(QByteArrayView line)
{
    constexpr QByteArrayView field = "host:";
    if (line.first(std::min(line.size(), field.size())).compare(field, Qt::CaseInsensitive) != 0) {
        return false;
    }
    const QByteArrayView value = line.sliced(field.size()).trimmed();
    return !value.isEmpty() && !value.contains(' ');
}

/// USER a b c :d, where d may hold spaces
bool isIrcUserLine(QByteArrayView parameters)
{
    for (int i = 0; i < 3; ++i) {
        if (takeWord(parameters).isEmpty()) {
            return false;
        }
    }
    return parameters.startsWith(':');
}

/// A line with which IRC clients introduce themselves.
bool isIrcLine(QByteArrayView line)
{
    const QByteArrayView command = takeWord(line);
    if (command == "USER") {
        return isIrcUserLine(line);
    }
    const QByteArrayView parameter = takeWord(line);
    if (command == "CAP") {
        return parameter == "LS" || parameter == "REQ";
    }
    return (command == "NICK" || command == "PASS") && !parameter.isEmpty() && line.isEmpty();
}

QByteArrayView withoutCr(QByteArrayView line)
{
    return line.endsWith('\r') ? line.chopped(1) : line;
}

Sniff sniffLine(QByteArrayView prefix, qsizetype lineFeed, bool waitOver)
{
    const QByteArrayView line = withoutCr(prefix.first(lineFeed));
    const bool endsInCrLf = line.size() < lineFeed;
    if (isHttpRequestLine(line) || (endsInCrLf && isHttpHostLine(line))) {
        return {Verdict::Http, lineFeed};
    }
    const qsizetype nul = prefix.indexOf('\0', lineFeed + 1);
    if (nul >= 0) {
        return {json::isHello(prefix.first(nul)) ? Verdict::Native : Verdict::Plain, lineFeed};
    }
    if (endsInCrLf && isIrcLine(line)) {
        return {Verdict::Irc, lineFeed};
    }
    return {waitOver ? Verdict::Line : Verdict::AwaitNul, lineFeed};
}

} // namespace

Sniff sniff(QByteArrayView prefix, qsizetype scanned, bool waitOver)
{
    if (prefix.startsWith(tlsHandshake)) {
        if (prefix.size() == 1) {
            return {Verdict::NeedMore, 1};
        }
        if (prefix[1] == tlsMajorVersion) {
            return {Verdict::Tls, 2};
        }
    }
    const qsizetype position = positionOfDelimiter(prefix, scanned);
    if (position == prefix.size()) {
        return {Verdict::NeedMore, position};
    }
    if (prefix[position] == '\n') {
        return sniffLine(prefix, position, waitOver);
    }
    return {json::isHello(prefix.first(position)) ? Verdict::Native : Verdict::Plain, position};
}

DialectSniffer::DialectSniffer(qsizetype textCap, qsizetype frameCap)
    : m_textCap(textCap), m_frameCap(frameCap)
{
}

Verdict DialectSniffer::feed(QByteArrayView chunk)
{
    switch (m_stage) {
    case Stage::Collecting:
        return collect(chunk);
    case Stage::Dropping:
        return drop(chunk);
    case Stage::Awaiting:
        return await(chunk);
    }
    Q_UNREACHABLE();
}

Verdict DialectSniffer::waitOver()
{
    return m_stage == Stage::Awaiting ? Verdict::Line : Verdict::NeedMore;
}

QByteArray DialectSniffer::takeHeld()
{
    return std::exchange(m_held, {});
}

Verdict DialectSniffer::collect(QByteArrayView chunk)
{
    m_held.append(chunk);
    const Sniff result = sniff(m_held, m_scanned);
    m_scanned = result.scanned;
    if (result.verdict == Verdict::NeedMore && m_held.size() > cap() + 1) {
        m_overlong = true;
        m_stage = Stage::Dropping;
        keepShape(m_held);
        m_held = {};
        return Verdict::NeedMore;
    }
    if (result.verdict == Verdict::AwaitNul) {
        m_stage = Stage::Awaiting;
        return m_held.size() > cap() + 2 ? Verdict::Line : Verdict::AwaitNul;
    }
    return result.verdict;
}

Verdict DialectSniffer::drop(QByteArrayView chunk)
{
    const qsizetype position = positionOfDelimiter(chunk);
    keepShape(chunk.first(position));
    if (position == chunk.size()) {
        return Verdict::NeedMore;
    }
    const QByteArrayView rest = chunk.sliced(position + 1);
    if (chunk[position] == '\0') {
        m_held = rest.toByteArray();
        return Verdict::Plain;
    }
    if (isHttpRequestLine(withoutCr(m_shape))) {
        return Verdict::Http;
    }
    m_stage = Stage::Awaiting;
    return await(rest);
}

/// As much of a line as tells a request line of HTTP from others: three words, the first and last of them
/// short.
void DialectSniffer::keepShape(QByteArrayView dropped)
{
    constexpr qsizetype wordBytes = 10; // "HTTP/1.1\r" and one more
    constexpr qsizetype mostBytes = 4 * (wordBytes + 1);
    for (const char c : dropped) {
        if (m_shape.size() == mostBytes) {
            return;
        }
        m_wordBytes = c == ' ' ? 0 : m_wordBytes + 1;
        if (m_wordBytes <= wordBytes) {
            m_shape.append(c);
        }
    }
}

Verdict DialectSniffer::await(QByteArrayView chunk)
{
    const qsizetype nul = chunk.indexOf('\0');
    if (nul >= 0 && m_overlong) {
        m_held = chunk.sliced(nul + 1).toByteArray();
        return Verdict::Plain;
    }
    m_held.append(chunk);
    if (nul >= 0) {
        return sniff(m_held).verdict;
    }
    return m_held.size() > cap() + 2 ? Verdict::Line : Verdict::AwaitNul;
}

qsizetype DialectSniffer::cap() const
{
    return m_held.startsWith('{') ? m_frameCap : m_textCap;
}

} // namespace tincan
