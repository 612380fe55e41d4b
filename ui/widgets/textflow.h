#pragma once

#include "ui/widgets/richtext.h"

#include <QFont>
#include <QRect>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace tincan {

struct ConversationStyle;

/// How a text is to be laid out beyond what its RichText says.
struct FlowLook
{
    QFont font;
    int lineHeight = 0;
    QList<QTextLayout::FormatRange> formats; ///< with offsets in the whole text
    QString suffix;                          ///< small words behind the text that do not belong to it
};

/// A rich text laid out in a column, block under block. Offsets are those of RichText::text; points and
/// rectangles are relative to the row's corner.
class TextFlow
{
    Q_DISABLE_COPY_MOVE(TextFlow)

public:
    TextFlow() = default;

    /// Once. The column's bottom does not matter. `direction` is that of the user interface.
    void layOut(const RichText &text, const FlowLook &look, const ConversationStyle &style,
                const QRect &column);

    int top() const { return m_column.top(); }
    int bottom() const { return m_bottom; } ///< the first pixel below
    int lineCount() const { return int(m_lines.size()); }
    int bottomOfLine(int line) const;
    int endOfLine(int line) const; ///< the offset behind its last character
    QList<QRect> codeFrames() const;
    const RichBlock &codeBlock(int frame) const; ///< of codeFrames()

    int offsetAt(const QPoint &point) const;    ///< the nearest one
    int characterAt(const QPoint &point) const; ///< the character under a point, or -1
    QRect characterRect(int offset) const;
    /// The offset so many lines below, nearest to the same x; the offset itself where there is no such line.
    int offsetInLineBeside(int offset, int lines) const;

    void draw(QPainter &painter, const ConversationStyle &style, const QColor &ink,
              const QList<QTextLayout::FormatRange> &overlays, const QRectF &visible) const;

private:
    struct Block
    {
        RichBlock block;
        std::unique_ptr<QTextLayout> text;
        QRect frame;  ///< of code with its ground, else of the text
        QRect marker; ///< null where there is none
        int room = 0; ///< the widest that a line may be
        int taken = 0;
    };
    struct Line
    {
        int block = 0;
        int line = 0;
    };

    void addBlock(const RichText &text, const RichBlock &block, const FlowLook &look,
                  const ConversationStyle &style, bool last);
    int gapAbove(const RichBlock &block, const ConversationStyle &style) const;
    int indentOf(const RichBlock &block, const FlowLook &look, const ConversationStyle &style) const;
    void layOutCode(Block &block, const ConversationStyle &style, int indent);
    void align();
    void moveTo(Block &block, int by);
    void drawQuotes(QPainter &painter, const ConversationStyle &style) const;
    int lineOf(int offset) const;
    int lineNear(qreal y) const;
    const QTextLayout &textOf(int line) const { return *m_blocks[size_t(m_lines[size_t(line)].block)].text; }
    QTextLine lineAt(int line) const;
    int toOffset(int line, int cursor) const;

    std::vector<Block> m_blocks;
    std::vector<Line> m_lines;
    QRect m_column;
    int m_bottom = 0;
    bool m_fromRight = false; ///< the text is written from the right
    bool m_mirrored = false;  ///< the user interface is
    int m_quoteStep = 0;
};

} // namespace tincan
