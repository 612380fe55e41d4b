#include "tests/support/transcript.h"

#include <algorithm>
#include <optional>

namespace tincan::transcript {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestRepetition = 1024 * 1024;

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

bool isName(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isNameCharacter);
}

/// Reads escapes and placeholders of what stands behind "C1> " or "C1< ".
class PieceReader
{
public:
    explicit PieceReader(QByteArrayView text) : m_rest(text) {}

    /// Nothing where an escape or a placeholder is malformed.
    std::optional<QList<Piece>> read()
    {
        while (!m_rest.isEmpty()) {
            const char c = m_rest.front();
            m_rest = m_rest.sliced(1);
            const bool ok = c == '\\' ? readEscape() : c == '<' ? readPlaceholder() : addByte(c);
            if (!ok) {
                return std::nullopt;
            }
        }
        flush();
        return m_pieces;
    }

private:
    bool addByte(char c)
    {
        m_literal += c;
        return true;
    }

    bool readEscape()
    {
        constexpr QByteArrayView written = "0nrt\\<";
        constexpr char meant[] = "\0\n\r\t\\<";
        if (m_rest.startsWith('x')) {
            return readHex();
        }
        const qsizetype which = m_rest.isEmpty() ? -1 : written.indexOf(m_rest.front());
        if (which < 0) {
            return false;
        }
        m_rest = m_rest.sliced(1);
        return addByte(meant[which]);
    }

    bool readHex()
    {
        bool isHex = false;
        const int byte = m_rest.size() < 3 ? 0 : m_rest.sliced(1, 2).toInt(&isHex, 16);
        if (!isHex) {
            return false;
        }
        m_rest = m_rest.sliced(3);
        return addByte(char(byte));
    }

    /// <name>, or <N*c> for a byte that is repeated
    bool readPlaceholder()
    {
        const qsizetype end = m_rest.indexOf('>');
        if (end < 0) {
            return false;
        }
        const QByteArrayView name = m_rest.first(end);
        m_rest = m_rest.sliced(end + 1);
        if (name.size() > 2 && name[name.size() - 2] == '*') {
            return repeat(name.chopped(2), name.back());
        }
        flush();
        m_pieces.append({true, name.toByteArray()});
        return isName(name);
    }

    bool repeat(QByteArrayView count, char byte)
    {
        const int times = count.toInt();
        m_literal += QByteArray(std::clamp(times, 0, longestRepetition), byte);
        return times > 0 && times <= longestRepetition;
    }

    void flush()
    {
        if (!m_literal.isEmpty()) {
            m_pieces.append({false, m_literal});
        }
        m_literal.clear();
    }

    QByteArrayView m_rest;
    QByteArray m_literal;
    QList<Piece> m_pieces;
};

std::optional<Step::Kind> kindOf(QByteArrayView verb)
{
    if (verb == "connects") {
        return Step::Kind::Connects;
    }
    if (verb == "leaves") {
        return Step::Kind::Leaves;
    }
    return verb == "is closed" ? std::optional(Step::Kind::IsClosed) : std::nullopt;
}

bool endsInDelimiter(const QList<Piece> &pieces)
{
    return !pieces.isEmpty() && !pieces.last().isPlaceholder &&
           (pieces.last().text.endsWith('\0') || pieces.last().text.endsWith('\n'));
}

/// "> bytes" or "< bytes": what stands behind a client's name. Answers what is wrong, if anything.
QString readTraffic(QByteArrayView text, Step &step)
{
    step.kind = text.front() == '>' ? Step::Kind::Sends : Step::Kind::Receives;
    if (text.size() < 3 || text[1] != ' ') {
        return u"bytes are missing"_s;
    }
    const auto pieces = PieceReader(text.sliced(2)).read();
    if (!pieces) {
        return u"an escape or a placeholder is malformed"_s;
    }
    step.pieces = *pieces;
    if (step.kind == Step::Kind::Receives && !endsInDelimiter(step.pieces)) {
        return u"what is received must end in \\0 or \\n"_s;
    }
    return {};
}

QString readStep(QByteArrayView line, Step &step)
{
    const auto end = std::find_if_not(line.begin(), line.end(), isNameCharacter);
    step.client = QByteArray(line.data(), end - line.begin());
    const QByteArrayView rest = line.sliced(step.client.size());
    if (step.client.isEmpty() || rest.isEmpty()) {
        return u"no client"_s;
    }
    if (rest.front() == '>' || rest.front() == '<') {
        return readTraffic(rest, step);
    }
    constexpr QByteArrayView withKey = " connects with ";
    if (rest.startsWith(withKey)) {
        step.kind = Step::Kind::Connects;
        step.key = rest.sliced(withKey.size()).toByteArray();
        return isName(step.key) ? QString() : u"no name of a key"_s;
    }
    const auto kind = kindOf(rest.trimmed());
    step.kind = kind.value_or(Step::Kind::Connects);
    return kind ? QString() : u"no such step"_s;
}

QString readLine(QByteArrayView line, int number, Transcript &transcript)
{
    constexpr QByteArrayView name = "server name ";
    constexpr QByteArrayView owner = "server owner ";
    constexpr QByteArrayView password = "server password ";
    if (line.isEmpty() || line.startsWith('#')) {
        return {};
    }
    if (line.startsWith(name)) {
        transcript.serverName = QString::fromUtf8(line.sliced(name.size()));
        return {};
    }
    if (line.startsWith(owner)) {
        transcript.owner = line.sliced(owner.size()).toByteArray();
        return isName(transcript.owner) ? QString() : u"no name of a key"_s;
    }
    if (line.startsWith(password)) {
        transcript.password = QString::fromUtf8(line.sliced(password.size()));
        return {};
    }
    Step step;
    step.line = number;
    const QString problem = readStep(line, step);
    transcript.steps.append(step);
    return problem;
}

} // namespace

std::variant<Transcript, Mistake> parse(const QByteArray &text)
{
    Transcript transcript;
    int number = 0;
    for (const QByteArray &line : text.split('\n')) {
        const QString problem = readLine(line, ++number, transcript);
        if (!problem.isEmpty()) {
            return Mistake{number, problem};
        }
    }
    return transcript;
}

} // namespace tincan::transcript
