#include "ui/widgets/messagelayout.h"

#include "ui/widgets/textformats.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QStyle>

#include <algorithm>

namespace tincan {

using namespace Qt::StringLiterals;
using namespace conversation;

namespace {

constexpr int narrowestText = 40;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tincan::ConversationView)
};

QString failureWord(MessageLink::Kind kind)
{
    switch (kind) {
    case MessageLink::Kind::Retry:
        return Words::tr("Retry");
    case MessageLink::Kind::Edit:
        return Words::tr("Edit");
    case MessageLink::Kind::Discard:
        return Words::tr("Discard");
    case MessageLink::Kind::Quote:
    case MessageLink::Kind::Open:
    case MessageLink::Kind::CopyCode:
    case MessageLink::Kind::Unfold:
    case MessageLink::Kind::Fold:
    case MessageLink::Kind::Reaction:
    case MessageLink::Kind::Reveal:
        break;
    }
    return {};
}

QTextLayout::FormatRange range(int start, int length, const QColor &color)
{
    QTextLayout::FormatRange formatted;
    formatted.start = start;
    formatted.length = length;
    formatted.format.setForeground(color);
    return formatted;
}

MessageLink placedLink(MessageLink::Kind kind, const QString &word, const QRect &rect)
{
    MessageLink link;
    link.kind = kind;
    link.word = word;
    link.rect = rect;
    return link;
}

MessageLink wordLink(MessageLink::Kind kind, int start, int length, const QUrl &url = {})
{
    MessageLink link;
    link.kind = kind;
    link.start = start;
    link.length = length;
    link.url = url;
    return link;
}

/// The character of a one-paragraph layout under a point, or -1.
int characterIn(const QTextLayout &layout, const QPoint &point)
{
    const QPointF inside = point - layout.position();
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        if (line.naturalTextRect().adjusted(0, -2, 0, 2).contains(inside)) {
            return line.xToCursor(inside.x(), QTextLine::CursorOnCharacter);
        }
    }
    return -1;
}

} // namespace

MessageLayout::MessageLayout(MessageContent content, const ConversationStyle &style, int width, bool unfolded)
    : m_content(std::move(content)), m_direction(style.direction), m_width(width)
{
    layOutLines(style);
    int y = m_height + style.padding;
    y = layOutHeader(style, y);
    y = layOutAnswered(style, y);
    m_textTop = y;
    layOutText(style, y);
    y = fold(style, unfolded);
    if (m_content.delivery == Delivery::Failed) {
        y = layOutFailure(style, y);
    }
    y = layOutReactions(style, y);
    y = std::max(y, m_avatar.isNull() ? 0 : m_avatar.bottom() + 1) + style.padding;
    m_body = QRect(0, m_height, m_width, y - m_height);
    m_height = y;
}

void MessageLayout::layOutLines(const ConversationStyle &style)
{
    const auto line = [&](bool wanted) {
        if (!wanted) {
            return QRect();
        }
        const QRect rect(style.margin, m_height, m_width - 2 * style.margin, style.ruleHeight);
        m_height += style.ruleHeight;
        return rect;
    };
    m_dayLine = line(m_content.startsDay);
    m_unreadLine = line(m_content.startsUnread);
}

int MessageLayout::layOutHeader(const ConversationStyle &style, int y)
{
    if (!m_content.hasHeader()) {
        return y;
    }
    m_avatar = mirrored(QRect(style.margin, y, style.avatar, style.avatar));
    m_header = columnAt(style, y, style.headerHeight);
    return y + style.headerHeight;
}

int MessageLayout::layOutAnswered(const ConversationStyle &style, int y)
{
    if (m_content.answered.seq <= 0 || m_content.hidden || m_content.deleted) {
        return y;
    }
    const QRect line = columnAt(style, y, style.target);
    m_links.append(placedLink(MessageLink::Kind::Quote, m_content.answered.author, line));
    return y + style.target;
}

int MessageLayout::layOutText(const ConversationStyle &style, int y)
{
    const bool small = m_content.kind == RowKind::Notice || m_content.hidden;
    const RichText rich = m_content.richText();
    FlowLook look;
    look.font = small ? style.small : style.text;
    look.font.setItalic((m_content.kind == RowKind::Action || m_content.deleted) && !small);
    look.lineHeight = small ? style.smallHeight : style.lineHeight;
    look.formats = textFormats(m_content, rich, style);
    if (m_content.edited && !m_content.deleted && !m_content.hidden) {
        look.suffix = u"  "_s + Words::tr("(edited)");
    }
    QRect column = columnAt(style, y, look.lineHeight);
    if (m_content.kind == RowKind::Notice) {
        const int room = QFontMetrics(style.small).horizontalAdvance(u"→ "_s);
        const bool fromRight = m_direction == Qt::RightToLeft;
        m_arrow = QStyle::visualRect(m_direction, column, QRect(column.left(), y, room, look.lineHeight));
        column.adjust(fromRight ? 0 : room, 0, fromRight ? -room : 0, 0);
    }
    m_gutter = mirrored(QRect(0, y, style.column - style.gap / 2, look.lineHeight));
    m_text.layOut(rich, look, style, column);
    m_shown = rich.text;
    m_textBottom = m_text.bottom();
    addTextLinks(rich, style);
    if (m_content.hidden) {
        addReveal(style);
    }
    return m_textBottom;
}

void MessageLayout::addTextLinks(const RichText &rich, const ConversationStyle &style)
{
    for (const RichLink &link : rich.links) {
        m_links.append(wordLink(MessageLink::Kind::Open, link.start, link.length, link.url));
    }
    const QList<QRect> frames = m_text.codeFrames();
    for (int i = 0; i < frames.size(); ++i) {
        const QRect &frame = frames[i];
        const QRect corner(frame.right() + 1 - style.copyWidth, frame.top(), style.copyWidth, style.target);
        m_links.append(placedLink(MessageLink::Kind::CopyCode, Words::tr("Copy"), corner));
        m_links.last().start = m_text.codeBlock(i).start;
        m_links.last().length = m_text.codeBlock(i).length;
    }
}

/// Hides what goes beyond the lines that are shown of a long text; gives where the next part begins.
int MessageLayout::fold(const ConversationStyle &style, bool unfolded)
{
    const int lines = m_text.lineCount();
    if (lines <= linesFolded) {
        return m_textBottom;
    }
    if (!unfolded) {
        m_textBottom = m_text.bottomOfLine(linesFolded - 1);
        const int end = m_text.endOfLine(linesFolded - 1);
        m_links.removeIf([&](const MessageLink &link) {
            return link.start >= end && link.kind != MessageLink::Kind::Quote;
        });
    }
    const QString words = unfolded ? Words::tr("Show less") : Words::tr("Show all %n lines", nullptr, lines);
    const int width = QFontMetrics(style.mark).horizontalAdvance(words);
    const QRect line = columnAt(style, m_textBottom, style.target);
    const QRect place(line.left(), line.top(), std::min(line.width(), width), line.height());
    m_links.append(placedLink(unfolded ? MessageLink::Kind::Fold : MessageLink::Kind::Unfold, words,
                              QStyle::visualRect(m_direction, line, place)));
    return m_textBottom + style.target;
}

void MessageLayout::addReveal(const ConversationStyle &style)
{
    const QString words = Words::tr("Show");
    const QRect line = columnAt(style, m_textTop, std::max(style.target, m_textBottom - m_textTop));
    const int width = QFontMetrics(style.mark).horizontalAdvance(words) + style.gap;
    const int left = QFontMetrics(style.small).horizontalAdvance(m_shown) + style.gap;
    const QRect place(line.left() + std::min(left, std::max(0, line.width() - width)), line.top(), width,
                      line.height());
    m_links.append(
        placedLink(MessageLink::Kind::Reveal, words, QStyle::visualRect(m_direction, line, place)));
    m_textBottom = line.bottom() + 1;
}

int MessageLayout::layOutFailure(const ConversationStyle &style, int y)
{
    QString sentence = m_content.failure;
    if (sentence.isEmpty()) {
        sentence = m_content.pending == Pending::Nothing ? Words::tr("Not sent.") : Words::tr("Not saved.");
    }
    QList<QTextLayout::FormatRange> formats{range(0, int(sentence.size()), style.tokens.danger)};
    for (const auto kind : {MessageLink::Kind::Retry, MessageLink::Kind::Edit, MessageLink::Kind::Discard}) {
        const bool hasText = m_content.pending == Pending::Nothing || m_content.pending == Pending::Edit;
        if (kind == MessageLink::Kind::Edit && !hasText) {
            continue;
        }
        sentence += kind == MessageLink::Kind::Retry ? u"  "_s : u" · "_s;
        const QString word = failureWord(kind);
        m_links.append(wordLink(kind, int(sentence.size()), int(word.size())));
        formats.append(range(int(sentence.size()), int(word.size()), style.tokens.link));
        sentence += word;
    }
    const QRect column = columnAt(style, y, style.smallHeight);
    QTextOption option(m_direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_failure.setTextOption(option);
    m_failure.setFont(style.small);
    m_failure.setText(sentence);
    m_failure.setFormats(formats);
    m_failure.setPosition(column.topLeft());
    m_failure.beginLayout();
    int height = 0;
    for (QTextLine line = m_failure.createLine(); line.isValid(); line = m_failure.createLine()) {
        line.setLineWidth(column.width());
        line.setPosition({0, height + (style.smallHeight - line.height()) / 2});
        height += style.smallHeight;
    }
    m_failure.endLayout();
    return y + height;
}

int MessageLayout::layOutReactions(const ConversationStyle &style, int y)
{
    if (m_content.reactions.isEmpty() || m_content.hidden || m_content.deleted) {
        return y;
    }
    const QFontMetrics metrics(style.small);
    const QRect column = columnAt(style, y + style.padding, style.target);
    int left = column.left();
    int top = column.top();
    for (const conversation::Reaction &reaction : m_content.reactions) {
        const QString words = reaction.emoji + u' ' + QString::number(reaction.count);
        const int width = std::min(metrics.horizontalAdvance(words) + 2 * style.gap, column.width());
        if (left > column.left() && left + width > column.right() + 1) {
            left = column.left();
            top += style.target + style.padding;
        }
        const QRect place(left, top, width, style.target);
        const QRect line(column.left(), top, column.width(), style.target);
        m_links.append(placedLink(MessageLink::Kind::Reaction, reaction.emoji,
                                  QStyle::visualRect(m_direction, line, place)));
        left += width + std::max(4, style.gap * 3 / 4);
    }
    return top + style.target;
}

QRect MessageLayout::columnAt(const ConversationStyle &style, int y, int height) const
{
    return mirrored(
        QRect(style.column, y, std::max(narrowestText, m_width - style.column - style.margin), height));
}

QRect MessageLayout::mirrored(const QRect &rect) const
{
    return QStyle::visualRect(m_direction, QRect(0, 0, m_width, 0), rect);
}

int MessageLayout::linkAt(const QPoint &point) const
{
    const bool inside = point.y() < m_textBottom;
    const int inText = inside ? m_text.characterAt(point) : -1;
    const int inFailure = characterIn(m_failure, point);
    for (int i = 0; i < m_links.size(); ++i) {
        const MessageLink &link = m_links[i];
        const int offset = link.isAboutFailure() ? inFailure : inText;
        const bool inWords = link.rect.isNull() && offset >= link.start && offset < link.start + link.length;
        if (inWords || link.rect.contains(point)) {
            return i;
        }
    }
    return -1;
}

} // namespace tincan
