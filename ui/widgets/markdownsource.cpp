#include "ui/widgets/markdownsource.h"

#include "ui/widgets/linkfinder.h"

namespace tincan {

using namespace Qt::StringLiterals;

namespace {

// Noncharacters: the parser takes them for letters, and no text that is shown holds one.
constexpr QChar guard(0xFDD0);
constexpr QChar addressMark(0xFDD1);
constexpr char16_t firstAddress = 0xE000;
constexpr qsizetype mostAddresses = 6400;

bool isBlank(QStringView text)
{
    return text.trimmed().isEmpty();
}

qsizetype indentOf(QStringView line)
{
    qsizetype at = 0;
    while (at < line.size() && (line[at] == u' ' || line[at] == u'\t')) {
        ++at;
    }
    return at;
}

qsizetype runOf(QStringView text, QChar sign)
{
    qsizetype at = 0;
    while (at < text.size() && text[at] == sign) {
        ++at;
    }
    return at;
}

/// The length of "- " or "12. " at the beginning of a text that goes on behind it; else 0.
qsizetype markerLength(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size() && at < 9 && text[at] >= u'0' && text[at] <= u'9') {
        ++at;
    }
    if (at == text.size() || !(at > 0 ? u".)"_s : u"-+*"_s).contains(text[at])) {
        return 0;
    }
    ++at;
    const bool space = at < text.size() && (text[at] == u' ' || text[at] == u'\t');
    return space && !isBlank(text.mid(at)) ? at + 1 : 0;
}

/// Where the line's text begins, behind the signs of quotes and lists.
qsizetype contentStart(QStringView line)
{
    qsizetype at = indentOf(line);
    for (;;) {
        const QStringView rest = line.mid(at);
        const qsizetype step = rest.startsWith(u'>') ? 1 : markerLength(rest);
        if (step == 0) {
            return at;
        }
        at += step;
        at += indentOf(line.mid(at));
    }
}

qsizetype behindQuotes(QStringView line)
{
    qsizetype at = indentOf(line);
    while (at < line.size() && line[at] == u'>') {
        ++at;
        at += indentOf(line.mid(at));
    }
    return at;
}

/// "---", "===", "* * *" and the like: a rule, the underline of a heading, or an empty item.
bool isRule(QStringView text)
{
    const QStringView bare = text.trimmed();
    if (bare.isEmpty() || !u"-=*_+"_s.contains(bare.front())) {
        return false;
    }
    for (const QChar c : bare) {
        if (c != bare.front() && c != u' ' && c != u'\t') {
            return false;
        }
    }
    return true;
}

/// Whether it would become something else than text.
bool isForeign(QStringView content)
{
    return content.startsWith(u'#') || content.startsWith(u'[') || isRule(content);
}

bool closes(QStringView content, QChar sign, qsizetype length)
{
    const qsizetype run = runOf(content, sign);
    return run >= length && isBlank(content.mid(run));
}

QStringView firstLine(QStringView text)
{
    const qsizetype end = text.indexOf(u'\n');
    return end < 0 ? text : text.first(end);
}

} // namespace

MarkdownSource::MarkdownSource(const QString &typed)
{
    QString clean = typed;
    for (QChar &c : clean) {
        const bool mark = c == guard || c == addressMark;
        c = mark ? QChar(QChar::ReplacementCharacter) : c;
    }
    hideAddresses(clean);
}

QString MarkdownSource::restored(const char *utf8, qsizetype size) const
{
    const QString marked = QString::fromUtf8(utf8, size);
    QString text;
    text.reserve(marked.size());
    for (qsizetype i = 0; i < marked.size(); ++i) {
        if (marked[i] == addressMark && i + 1 < marked.size()) {
            text += m_addresses.value(marked[++i].unicode() - firstAddress);
        } else if (marked[i] != guard) {
            text += marked[i];
        }
    }
    return text;
}

void MarkdownSource::hideAddresses(const QString &typed)
{
    QString text;
    text.reserve(typed.size());
    qsizetype end = 0;
    for (const FoundLink &link : findLinks(typed)) {
        if (m_addresses.size() == mostAddresses) {
            break;
        }
        text += QStringView(typed).mid(end, link.start - end);
        text += addressMark;
        text += QChar(char16_t(firstAddress + m_addresses.size()));
        m_addresses.append(typed.mid(link.start, link.length));
        end = link.start + link.length;
    }
    text += QStringView(typed).mid(end);
    // Neither tags nor addresses in angle brackets.
    text.replace(u'<', QString(u'<') + guard);
    markLines(text);
}

void MarkdownSource::markLines(const QString &text)
{
    m_marked.reserve(text.size() + text.size() / 8);
    QStringView rest = text;
    while (!rest.isEmpty()) {
        const QStringView line = firstLine(rest);
        rest = rest.mid(line.size() + 1 > rest.size() ? rest.size() : line.size() + 1);
        takeLine(line, rest);
    }
}

void MarkdownSource::takeLine(QStringView line, QStringView rest)
{
    const qsizetype start = contentStart(line);
    const QStringView content = line.mid(start);
    if (takeFence(line, content, rest)) {
        return;
    }
    if (isBlank(line)) {
        m_inQuote = false;
        append(line, -1);
        return;
    }
    const qsizetype indent = indentOf(line);
    const bool quote = line.mid(indent).startsWith(u'>');
    const bool item = markerLength(line.mid(indent)) > 0 && !isRule(line);
    if ((m_inQuote && !quote) || (m_inList && !item && indent == 0)) {
        m_marked += u'\n';
    }
    m_inQuote = quote;
    m_inList = item || (m_inList && indent > 0);

    const qsizetype unquoted = behindQuotes(line);
    if (isRule(line.mid(unquoted))) {
        append(line, unquoted);
    } else if (isForeign(content)) {
        append(line, start);
    } else if (indent > 0 && !quote && !item && !m_inList) {
        append(line, 0);
    } else {
        append(line, -1);
    }
}

/// Deals with lines that open, close or stand in a fenced block.
bool MarkdownSource::takeFence(QStringView line, QStringView content, QStringView rest)
{
    if (m_fence.length > 0) {
        if (closes(content, m_fence.sign, m_fence.length)) {
            m_fence = {};
        }
        append(line, -1);
        return true;
    }
    const QChar sign = content.isEmpty() ? QChar() : content.front();
    if (sign != u'`' && sign != u'~') {
        return false;
    }
    const Fence fence{sign, runOf(content, sign)};
    if (fence.length < 3 || (sign == u'`' && content.mid(fence.length).contains(u'`'))) {
        return false;
    }
    if (!isClosed(fence, rest)) {
        append(line, line.size() - content.size());
        return true;
    }
    if (line.size() == content.size() && (m_inQuote || m_inList)) {
        m_marked += u'\n';
        m_inQuote = m_inList = false;
    }
    m_fence = fence;
    append(line, -1);
    return true;
}

bool MarkdownSource::isClosed(const Fence &fence, QStringView rest)
{
    Fence &unclosed = m_unclosed[fence.sign == u'`' ? 0 : 1];
    if (unclosed.length > 0 && fence.length >= unclosed.length) {
        return false;
    }
    while (!rest.isEmpty()) {
        const QStringView line = firstLine(rest);
        if (closes(line.mid(contentStart(line)), fence.sign, fence.length)) {
            return true;
        }
        rest = rest.mid(std::min(line.size() + 1, rest.size()));
    }
    unclosed = fence;
    return false;
}

void MarkdownSource::append(QStringView line, qsizetype guardAt)
{
    if (guardAt >= 0) {
        m_marked += line.first(guardAt);
        m_marked += guard;
        m_marked += line.mid(guardAt);
    } else {
        m_marked += line;
    }
    m_marked += u'\n';
}

} // namespace tincan
