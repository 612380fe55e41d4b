#include "ui/widgets/textflow.h"

#include "ui/widgets/conversationstyle.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace tincan {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowestText = 40;

/// What of the formats touches the block, with offsets in it.
QList<QTextLayout::FormatRange> cut(const QList<QTextLayout::FormatRange> &formats, const RichBlock &block)
{
    QList<QTextLayout::FormatRange> inside;
    for (const QTextLayout::FormatRange &format : formats) {
        const int from = std::max(format.start, block.start);
        const int to = std::min(format.start + format.length, block.start + block.length);
        if (from < to) {
            inside.append(format);
            inside.last().start = from - block.start;
            inside.last().length = to - from;
        }
    }
    return inside;
}

/// Breaks the text into lines of one height, whatever fonts stand in for missing characters. Gives the height
/// of all and the width of the widest.
QSize breakIntoLines(QTextLayout &layout, int width, int lineHeight, bool fromRight)
{
    QTextOption option(fromRight ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(fromRight ? Qt::RightToLeft : Qt::LeftToRight);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    qreal y = 0;
    qreal widest = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const bool tall = line.height() > 1.6 * lineHeight;
        line.setPosition({0, y + (tall ? 0 : (lineHeight - line.height()) / 2)});
        y += tall ? line.height() : lineHeight;
        widest = std::max(widest, line.naturalTextWidth());
    }
    layout.endLayout();
    return {std::min(width, qCeil(widest)), qCeil(y)};
}

} // namespace

void TextFlow::layOut(const RichText &text, const FlowLook &look, const ConversationStyle &style,
                      const QRect &column)
{
    m_column = column;
    m_bottom = column.top();
    m_fromRight = text.text.isRightToLeft();
    m_mirrored = style.direction == Qt::RightToLeft;
    m_quoteStep = style.quoteStep;
    for (const RichBlock &block : text.blocks) {
        addBlock(text, block, look, style, &block == &text.blocks.last());
    }
    if (!look.suffix.isEmpty() && text.blocks.last().kind == RichBlock::Kind::Code) {
        RichBlock end;
        end.start = int(text.text.size());
        addBlock(text, end, look, style, true);
    }
    align();
}

void TextFlow::addBlock(const RichText &text, const RichBlock &block, const FlowLook &look,
                        const ConversationStyle &style, bool last)
{
    const bool code = block.kind == RichBlock::Kind::Code;
    m_bottom += m_blocks.empty() ? 0 : gapAbove(block, style);
    const int indent = indentOf(block, look, style);
    QString words = text.text.mid(block.start, block.length);
    QList<QTextLayout::FormatRange> formats = cut(look.formats, block);
    if (last && !code && !look.suffix.isEmpty()) {
        QTextLayout::FormatRange small;
        small.start = int(words.size());
        small.length = int(look.suffix.size());
        small.format.setFont(style.small);
        small.format.setForeground(style.tokens.dim);
        formats.append(small);
        words += look.suffix;
    }
    Block added;
    added.block = block;
    added.text = std::make_unique<QTextLayout>(words.replace(u'\n', QChar::LineSeparator),
                                               code ? style.code : look.font);
    added.text->setFormats(formats);
    if (code) {
        layOutCode(added, style, indent);
    } else {
        added.room = std::max(narrowestText, m_column.width() - indent);
        const QSize size = breakIntoLines(*added.text, added.room, look.lineHeight, m_fromRight);
        added.taken = size.width();
        added.frame = QRect(m_column.left() + indent, m_bottom, added.room, size.height());
        added.text->setPosition(added.frame.topLeft());
    }
    if (!block.marker.isEmpty()) {
        const int outward = block.quotes * style.quoteStep + std::max(0, block.lists - 1) * style.listStep;
        const int inward = added.frame.left() - m_column.left();
        const int at = std::min(outward, std::max(0, inward - style.listStep)); // deep lists stand closer
        added.marker = QRect(m_column.left() + at, m_bottom, inward - at, look.lineHeight);
    }
    for (int line = 0; line < added.text->lineCount(); ++line) {
        m_lines.push_back({int(m_blocks.size()), line});
    }
    m_bottom = added.frame.bottom() + 1;
    m_blocks.push_back(std::move(added));
}

int TextFlow::gapAbove(const RichBlock &block, const ConversationStyle &style) const
{
    const RichBlock &above = m_blocks.back().block;
    const bool code = above.kind == RichBlock::Kind::Code || block.kind == RichBlock::Kind::Code;
    const bool items = above.lists > 0 && block.lists > 0;
    const bool plain = above.quotes == block.quotes && above.lists + block.lists == 0;
    return code ? style.gap : items ? style.padding / 2 : plain ? style.lineHeight / 2 : style.padding;
}

int TextFlow::indentOf(const RichBlock &block, const FlowLook &look, const ConversationStyle &style) const
{
    int indent = block.quotes * style.quoteStep + block.lists * style.listStep;
    if (!block.marker.isEmpty()) {
        const int room = QFontMetrics(look.font).horizontalAdvance(block.marker + u' ');
        indent += std::max(0, room - style.listStep);
    }
    return std::min(indent, m_column.width() / 2);
}

void TextFlow::layOutCode(Block &block, const ConversationStyle &style, int indent)
{
    const int padding = style.gap;
    const int room = m_column.width() - indent;
    block.room = std::max(narrowestText, room - 2 * padding - style.copyWidth);
    const QSize size = breakIntoLines(*block.text, block.room, style.codeHeight, false);
    const int height = std::max(size.height() + 2 * padding, style.target);
    const int width = std::min(size.width(), block.room) + 2 * padding + style.copyWidth;
    block.room = room;
    block.taken = width;
    block.frame = QRect(m_column.left() + indent, m_bottom, width, height);
    block.text->setPosition(block.frame.topLeft() + QPoint(padding, (height - size.height()) / 2));
}

/// A text that runs against the user interface begins at its own side, but stays near where the column
/// begins.
void TextFlow::align()
{
    int spare = m_column.width();
    for (const Block &block : m_blocks) {
        spare = std::min(spare, block.room - block.taken);
    }
    const int shift = m_fromRight == m_mirrored ? 0 : m_mirrored ? std::max(0, spare) : -std::max(0, spare);
    for (Block &block : m_blocks) {
        int by = shift;
        if (m_fromRight) {
            const QRect there = QStyle::visualRect(Qt::RightToLeft, m_column, block.frame);
            by += there.left() - block.frame.left();
        }
        if (!block.marker.isNull() && m_fromRight) {
            block.marker = QStyle::visualRect(Qt::RightToLeft, m_column, block.marker);
            block.marker.translate(-by + shift, 0);
        }
        moveTo(block, by);
    }
    m_column.translate(shift, 0);
}

void TextFlow::moveTo(Block &block, int by)
{
    block.frame.translate(by, 0);
    block.marker.translate(by, 0);
    block.text->setPosition(block.text->position() + QPointF(by, 0));
}

int TextFlow::bottomOfLine(int line) const
{
    const QTextLine at = lineAt(line);
    return qCeil(textOf(line).position().y() + at.y() + at.height());
}

int TextFlow::endOfLine(int line) const
{
    const QTextLine at = lineAt(line);
    return toOffset(line, at.textStart() + at.textLength());
}

QList<QRect> TextFlow::codeFrames() const
{
    QList<QRect> frames;
    for (const Block &block : m_blocks) {
        if (block.block.kind == RichBlock::Kind::Code) {
            frames.append(block.frame);
        }
    }
    return frames;
}

const RichBlock &TextFlow::codeBlock(int frame) const
{
    const auto found = std::find_if(m_blocks.begin(), m_blocks.end(), [&frame](const Block &block) {
        return block.block.kind == RichBlock::Kind::Code && frame-- == 0;
    });
    Q_ASSERT(found != m_blocks.end());
    return found->block;
}

QTextLine TextFlow::lineAt(int line) const
{
    return textOf(line).lineAt(m_lines[size_t(line)].line);
}

int TextFlow::toOffset(int line, int cursor) const
{
    const RichBlock &block = m_blocks[size_t(m_lines[size_t(line)].block)].block;
    return block.start + std::min(cursor, block.length);
}

int TextFlow::lineNear(qreal y) const
{
    const auto below = std::partition_point(m_lines.begin(), m_lines.end(), [&](const Line &line) {
        const QTextLayout &text = *m_blocks[size_t(line.block)].text;
        return text.position().y() + text.lineAt(line.line).y() <= y;
    });
    return std::max(0, int(below - m_lines.begin()) - 1);
}

int TextFlow::lineOf(int offset) const
{
    const auto below = std::partition_point(m_lines.begin(), m_lines.end(), [&](const Line &line) {
        const Block &block = m_blocks[size_t(line.block)];
        return block.block.start + block.text->lineAt(line.line).textStart() <= offset;
    });
    return std::max(0, int(below - m_lines.begin()) - 1);
}

int TextFlow::offsetAt(const QPoint &point) const
{
    if (point.y() < top()) {
        return 0;
    }
    if (point.y() > bottom()) {
        const RichBlock &last = m_blocks.back().block;
        return last.start + last.length;
    }
    const int line = lineNear(point.y());
    return toOffset(line, lineAt(line).xToCursor(point.x() - textOf(line).position().x()));
}

int TextFlow::characterAt(const QPoint &point) const
{
    const int line = lineNear(point.y());
    const QTextLine at = lineAt(line);
    const QPointF inside = point - textOf(line).position();
    if (!at.naturalTextRect().adjusted(0, -2, 0, 2).contains(inside)) {
        return -1;
    }
    const RichBlock &block = m_blocks[size_t(m_lines[size_t(line)].block)].block;
    const int cursor = at.xToCursor(inside.x(), QTextLine::CursorOnCharacter);
    return cursor < block.length ? block.start + cursor : -1;
}

QRect TextFlow::characterRect(int offset) const
{
    const int number = lineOf(offset);
    const Block &block = m_blocks[size_t(m_lines[size_t(number)].block)];
    const QTextLine line = lineAt(number);
    const int cursor = std::clamp(offset - block.block.start, 0, block.block.length);
    const qreal from = line.cursorToX(cursor);
    const qreal to = line.cursorToX(cursor, QTextLine::Trailing);
    const QRectF rect(std::min(from, to), line.y(), std::max(1.0, std::abs(to - from)), line.height());
    return rect.translated(block.text->position()).toAlignedRect();
}

int TextFlow::offsetInLineBeside(int offset, int lines) const
{
    const int from = lineOf(offset);
    const int to = from + lines;
    if (to < 0 || to >= lineCount()) {
        return offset;
    }
    const Block &block = m_blocks[size_t(m_lines[size_t(from)].block)];
    const int cursor = std::clamp(offset - block.block.start, 0, block.block.length);
    const qreal x = block.text->position().x() + lineAt(from).cursorToX(cursor);
    return toOffset(to, lineAt(to).xToCursor(x - textOf(to).position().x()));
}

void TextFlow::draw(QPainter &painter, const ConversationStyle &style, const QColor &ink,
                    const QList<QTextLayout::FormatRange> &overlays, const QRectF &visible) const
{
    drawQuotes(painter, style);
    for (const Block &block : m_blocks) {
        if (block.frame.bottom() < visible.top() || block.frame.top() > visible.bottom()) {
            continue;
        }
        if (block.block.kind == RichBlock::Kind::Code) {
            painter.setPen(style.tokens.line);
            painter.setBrush(style.tokens.code);
            painter.drawRoundedRect(QRectF(block.frame).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
        painter.setPen(ink);
        if (!block.marker.isNull()) {
            painter.setFont(style.text);
            const Qt::Alignment side = m_fromRight ? Qt::AlignRight : Qt::AlignLeft;
            painter.drawText(block.marker, int(side | Qt::AlignAbsolute | Qt::AlignVCenter),
                             block.block.marker);
        }
        block.text->draw(&painter, {}, cut(overlays, block.block), visible);
    }
}

/// The bars go on between blocks that stand in the same quote.
void TextFlow::drawQuotes(QPainter &painter, const ConversationStyle &style) const
{
    for (size_t i = 0; i < m_blocks.size(); ++i) {
        const Block &block = m_blocks[i];
        for (int level = 0; level < block.block.quotes; ++level) {
            const bool goesOn = i + 1 < m_blocks.size() && m_blocks[i + 1].block.quotes > level;
            const int bottom = goesOn ? m_blocks[i + 1].frame.top() : block.frame.bottom() + 1;
            const QRect bar(m_column.left() + level * m_quoteStep, block.frame.top(), style.bar,
                            bottom - block.frame.top());
            const QRect placed = m_fromRight ? QStyle::visualRect(Qt::RightToLeft, m_column, bar) : bar;
            painter.fillRect(placed, style.tokens.border);
        }
    }
}

} // namespace tincan
