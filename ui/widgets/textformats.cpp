#include "ui/widgets/textformats.h"

#include "ui/models/isolated.h"
#include "ui/models/mentions.h"

namespace tincan {

using namespace conversation;

namespace {

QTextLayout::FormatRange range(int start, int length, const QColor &color)
{
    QTextLayout::FormatRange formatted;
    formatted.start = start;
    formatted.length = length;
    formatted.format.setForeground(color);
    return formatted;
}

QTextLayout::FormatRange styled(const RichSpan &span, const ConversationStyle &style)
{
    QTextLayout::FormatRange formatted;
    formatted.start = span.start;
    formatted.length = span.length;
    if (span.styles & RichSpan::Code) {
        formatted.format.setFont(style.code);
        formatted.format.setBackground(style.tokens.code);
    }
    if (span.styles & RichSpan::Bold) {
        formatted.format.setFontWeight(QFont::Bold);
    }
    if (span.styles & RichSpan::Italic) {
        formatted.format.setFontItalic(true);
    }
    if (span.styles & RichSpan::Strike) {
        formatted.format.setFontStrikeOut(true);
    }
    return formatted;
}

} // namespace

QList<QTextLayout::FormatRange> textFormats(const MessageContent &content, const RichText &rich,
                                            const ConversationStyle &style)
{
    const bool waits = content.delivery != Delivery::Stored && content.pending != Pending::Reaction;
    const bool pale = content.kind == RowKind::Notice || waits || content.deleted || content.hidden;
    QList<QTextLayout::FormatRange> formats{
        range(0, int(rich.text.size()), pale ? style.tokens.dim : style.tokens.text)};
    for (const RichBlock &block : rich.blocks) {
        if (block.quotes > 0) {
            formats.append(range(block.start, block.length, style.tokens.dim));
        }
    }
    for (const RichSpan &span : rich.spans) {
        formats.append(styled(span, style));
    }
    if (content.kind == RowKind::Action && !content.deleted && !content.hidden) {
        formats.append(
            range(2, int(isolated(content.authorName).size()), nameColor(content.authorName, style.tokens)));
        formats.last().format.setFontWeight(QFont::Bold);
    }
    if (content.mentionsMe) {
        for (const Mention &mention : mentionsIn(rich.text, style.myName)) {
            formats.append(range(mention.start, mention.length, style.tokens.link));
            formats.last().format.setFontWeight(QFont::Bold);
        }
    }
    for (const RichLink &link : rich.links) {
        formats.append(range(link.start, link.length, style.tokens.link));
    }
    return formats;
}

} // namespace tincan
