#include "ui/widgets/markdown.h"

#include "ui/widgets/linkfinder.h"
#include "ui/widgets/markdownsource.h"

#include <md4c.h>

#include <algorithm>

namespace tincan {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostBytes = 64 * 1024;
constexpr int deepest = 16; ///< quotes and lists within each other
constexpr int mostBlocks = 2000;
constexpr int mostSpans = 2000;

/// The parser's time grows with the square of some signs; nobody writes that many.
bool isReasonable(const QString &text)
{
    constexpr int mostBrackets = 1000;
    constexpr int mostSigns = 10'000;
    int brackets = 0;
    int signs = 0;
    for (const QChar c : text) {
        brackets += c == u'[' || c == u']';
        signs += c == u'*' || c == u'_' || c == u'~' || c == u'`' || c == u'>' || c == u'&';
    }
    return brackets <= mostBrackets && signs <= mostSigns;
}

bool mayHoldMarkdown(const QString &text)
{
    bool lineStart = true;
    for (const QChar c : text) {
        if (u"*_~`\\>["_s.contains(c) || (lineStart && (c == u'-' || c == u'+' || c.isDigit()))) {
            return true;
        }
        lineStart = c == u'\n' || (lineStart && c.isSpace());
    }
    return false;
}

bool isOpenable(const QUrl &url)
{
    const QString scheme = url.scheme();
    return url.isValid() && !url.host().isEmpty() &&
           (scheme == "http"_L1 || scheme == "https"_L1 || scheme == "tincan"_L1);
}

/// Makes a RichText of what the parser reports.
class Reader
{
public:
    explicit Reader(const QString &typed) : m_source(typed) {}

    /// False where the text is more than is sensible.
    bool read();
    RichText take();

private:
    struct List
    {
        bool ordered = false;
        qint64 number = 0;
        QChar sign;
    };
    struct OpenSpan
    {
        int start = 0;
        int style = 0;
        QUrl url;
        QString address; ///< of a link that is not to be opened: is written out
        bool image = false;
    };

    int enterBlock(MD_BLOCKTYPE type, const void *detail);
    int leaveBlock(MD_BLOCKTYPE type);
    int enterSpan(MD_SPANTYPE type, const void *detail);
    int leaveSpan();
    void addText(MD_TEXTTYPE type, const char *text, MD_SIZE size);
    void enterItem();
    void openBlock(RichBlock::Kind kind);
    void closeBlock();
    void closeLink(const OpenSpan &span);
    void write(const QString &text);
    QString restored(const MD_ATTRIBUTE &attribute) const
    {
        return m_source.restored(attribute.text, attribute.size);
    }
    int at() const { return int(m_text.text.size()); }

    MarkdownSource m_source;
    RichText m_text;
    QList<List> m_lists;
    QList<OpenSpan> m_open;
    QString m_marker; ///< of the item whose first block has not begun
    int m_quotes = 0;
    bool m_inBlock = false;
};

bool Reader::read()
{
    MD_PARSER parser = {};
    parser.flags = MD_FLAG_NOHTML | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *self) {
        return static_cast<Reader *>(self)->enterBlock(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *, void *self) {
        return static_cast<Reader *>(self)->leaveBlock(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *self) {
        return static_cast<Reader *>(self)->enterSpan(type, detail);
    };
    parser.leave_span = [](MD_SPANTYPE, void *, void *self) {
        return static_cast<Reader *>(self)->leaveSpan();
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *self) {
        static_cast<Reader *>(self)->addText(type, text, size);
        return 0;
    };
    const QByteArray utf8 = m_source.utf8();
    return md_parse(utf8.constData(), MD_SIZE(utf8.size()), &parser, this) == 0;
}

RichText Reader::take()
{
    closeBlock();
    if (m_text.blocks.isEmpty()) {
        m_text.blocks.append(RichBlock());
    }
    const auto byStart = [](const auto &a, const auto &b) { return a.start < b.start; };
    std::stable_sort(m_text.spans.begin(), m_text.spans.end(), byStart);
    std::stable_sort(m_text.links.begin(), m_text.links.end(), byStart);
    return std::move(m_text);
}

int Reader::enterBlock(MD_BLOCKTYPE type, const void *detail)
{
    closeBlock();
    switch (type) {
    case MD_BLOCK_QUOTE:
        ++m_quotes;
        break;
    case MD_BLOCK_UL:
        m_lists.append(List());
        break;
    case MD_BLOCK_OL: {
        const auto *list = static_cast<const MD_BLOCK_OL_DETAIL *>(detail);
        m_lists.append({true, list->start, QChar::fromLatin1(list->mark_delimiter)});
        break;
    }
    case MD_BLOCK_LI:
        enterItem();
        break;
    case MD_BLOCK_CODE:
        openBlock(RichBlock::Kind::Code);
        break;
    default:
        break; // what is not asked for is text, and opens its block itself
    }
    const bool tooMuch = m_quotes + m_lists.size() > deepest || m_text.blocks.size() > mostBlocks;
    return tooMuch ? 1 : 0;
}

int Reader::leaveBlock(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_QUOTE:
        closeBlock();
        --m_quotes;
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        closeBlock();
        m_lists.removeLast();
        break;
    case MD_BLOCK_LI:
        if (!m_marker.isEmpty()) {
            openBlock(RichBlock::Kind::Paragraph);
        }
        closeBlock();
        break;
    default:
        closeBlock();
        break;
    }
    return 0;
}

void Reader::enterItem()
{
    static constexpr char16_t bullets[] = u"•◦▪";
    List &list = m_lists.last();
    m_marker = list.ordered ? QString::number(list.number++) + list.sign
                            : QString(QChar(bullets[std::min<qsizetype>(m_lists.size(), 3) - 1]));
}

void Reader::openBlock(RichBlock::Kind kind)
{
    RichBlock block;
    block.kind = kind;
    block.quotes = m_quotes;
    block.lists = int(m_lists.size());
    block.marker = std::exchange(m_marker, {});
    if (!m_text.blocks.isEmpty()) {
        const RichBlock &above = m_text.blocks.last();
        const bool plain = above.lists == 0 && block.lists == 0 && above.kind == kind &&
                           kind == RichBlock::Kind::Paragraph && above.quotes == m_quotes;
        m_text.text += plain ? u"\n\n"_s : u"\n"_s;
    }
    if (!block.marker.isEmpty()) {
        m_text.text += QString(2 * (m_lists.size() - 1), u' ') + block.marker + u' ';
    }
    block.start = at();
    m_text.blocks.append(block);
    m_inBlock = true;
}

void Reader::closeBlock()
{
    if (!std::exchange(m_inBlock, false)) {
        return;
    }
    RichBlock &block = m_text.blocks.last();
    if (block.kind == RichBlock::Kind::Code && m_text.text.endsWith(u'\n') && at() > block.start) {
        m_text.text.chop(1);
    }
    block.length = at() - block.start;
}

int Reader::enterSpan(MD_SPANTYPE type, const void *detail)
{
    if (!m_inBlock) {
        openBlock(RichBlock::Kind::Paragraph);
    }
    OpenSpan span;
    switch (type) {
    case MD_SPAN_EM:
        span.style = RichSpan::Italic;
        break;
    case MD_SPAN_STRONG:
        span.style = RichSpan::Bold;
        break;
    case MD_SPAN_DEL:
        span.style = RichSpan::Strike;
        break;
    case MD_SPAN_CODE:
        span.style = RichSpan::Code;
        break;
    case MD_SPAN_A:
        span.address = restored(static_cast<const MD_SPAN_A_DETAIL *>(detail)->href);
        span.url = QUrl(span.address, QUrl::TolerantMode);
        if (isOpenable(span.url)) {
            span.address.clear();
        } else {
            write(u"["_s);
        }
        break;
    case MD_SPAN_IMG:
        span.address = restored(static_cast<const MD_SPAN_IMG_DETAIL *>(detail)->src);
        span.image = true;
        write(u"!["_s);
        break;
    default:
        break; // belongs to extensions that are off
    }
    span.start = at();
    m_open.append(span);
    return m_open.size() + m_text.spans.size() > mostSpans ? 1 : 0;
}

int Reader::leaveSpan()
{
    const OpenSpan span = m_open.takeLast();
    if (span.style != 0 && at() > span.start) {
        m_text.spans.append({span.start, at() - span.start, span.style});
    } else if (span.image || !span.address.isEmpty()) {
        write(u"]("_s + span.address + u')');
    } else if (!span.url.isEmpty()) {
        closeLink(span);
    }
    return 0;
}

/// Words that look like another address than the one they lead to say where they lead.
void Reader::closeLink(const OpenSpan &span)
{
    const QString words = m_text.text.mid(span.start);
    const QList<FoundLink> named = findLinks(words);
    const bool pretends =
        std::any_of(named.begin(), named.end(), [&](const FoundLink &one) { return one.url != span.url; });
    if (words.trimmed().isEmpty() || pretends) {
        write(u" ("_s + span.url.toString(QUrl::FullyEncoded) + u')');
    }
    m_text.links.append({span.start, at() - span.start, span.url});
}

void Reader::addText(MD_TEXTTYPE type, const char *text, MD_SIZE size)
{
    switch (type) {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
        write(u"\n"_s);
        break;
    case MD_TEXT_NULLCHAR:
        write(QString(QChar(QChar::ReplacementCharacter)));
        break;
    default:
        write(m_source.restored(text, size));
        break;
    }
}

void Reader::write(const QString &text)
{
    if (!m_inBlock) {
        openBlock(RichBlock::Kind::Paragraph);
    }
    m_text.text += text;
}

template <typename A, typename B>
bool overlap(const A &a, const B &b)
{
    return a.start < b.start + b.length && b.start < a.start + a.length;
}

/// Addresses that were written out, outside code and other links.
void addBareLinks(RichText &rich)
{
    const QList<RichLink> written = rich.links;
    for (const FoundLink &link : findLinks(rich.text)) {
        const auto inCode = [&link](const RichSpan &span) {
            return (span.styles & RichSpan::Code) && overlap(link, span);
        };
        const auto inBlock = [&link](const RichBlock &block) {
            return block.kind == RichBlock::Kind::Code && overlap(link, block);
        };
        const auto inLink = [&link](const RichLink &other) { return overlap(link, other); };
        if (std::none_of(rich.spans.begin(), rich.spans.end(), inCode) &&
            std::none_of(rich.blocks.begin(), rich.blocks.end(), inBlock) &&
            std::none_of(written.begin(), written.end(), inLink)) {
            rich.links.append({link.start, link.length, link.url});
        }
    }
    std::stable_sort(rich.links.begin(), rich.links.end(),
                     [](const RichLink &a, const RichLink &b) { return a.start < b.start; });
}

} // namespace

bool RichText::prepend(const QString &words)
{
    RichBlock &first = blocks.first();
    if (first.kind != RichBlock::Kind::Paragraph || first.start > 0 || first.quotes > 0) {
        return false;
    }
    const int by = int(words.size());
    text.prepend(words);
    first.length += by;
    for (qsizetype i = 1; i < blocks.size(); ++i) {
        blocks[i].start += by;
    }
    for (RichSpan &span : spans) {
        span.start += by;
    }
    for (RichLink &link : links) {
        link.start += by;
    }
    return true;
}

RichText plainRichText(const QString &text)
{
    RichText rich;
    rich.text = text;
    rich.blocks.append(RichBlock());
    rich.blocks.first().length = int(text.size());
    for (const FoundLink &link : findLinks(text)) {
        rich.links.append({link.start, link.length, link.url});
    }
    return rich;
}

RichText richTextOf(const QString &typed)
{
    if (!mayHoldMarkdown(typed) || typed.toUtf8().size() > mostBytes || !isReasonable(typed)) {
        return plainRichText(typed);
    }
    Reader reader(typed);
    if (!reader.read()) {
        return plainRichText(typed);
    }
    RichText rich = reader.take();
    addBareLinks(rich);
    return rich;
}

} // namespace tincan
