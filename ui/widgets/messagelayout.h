#pragma once

#include "ui/widgets/conversationstyle.h"
#include "ui/widgets/messagecontent.h"

#include <QRect>
#include <QTextLayout>
#include <QUrl>

namespace tincan {

/// Something in a row that can be clicked.
struct MessageLink
{
    enum class Kind
    {
        Open,
        Retry,
        Edit,
        Discard
    };

    Kind kind = Kind::Open;
    int start = 0; ///< in the text for Open, in the failure line for the others
    int length = 0;
    QUrl url;
};

/// One row laid out for a width: where its parts are, relative to its top left corner, already mirrored for
/// right to left.
class MessageLayout
{
    Q_DISABLE_COPY_MOVE(MessageLayout)

public:
    MessageLayout(MessageContent content, const ConversationStyle &style, int width);

    const MessageContent &content() const { return m_content; }
    const QString &shownText() const { return m_shown; }
    int height() const { return m_height; }

    QRect dayLine() const { return m_dayLine; }       ///< null where there is none
    QRect unreadLine() const { return m_unreadLine; } ///< null where there is none
    QRect body() const { return m_body; }             ///< the row without those lines
    QRect avatar() const { return m_avatar; }         ///< null without a header
    QRect header() const { return m_header; }         ///< author and time; null without a header
    QRect gutter() const { return m_gutter; }         ///< left of the first line of text
    QRect arrow() const { return m_arrow; }           ///< in front of a notice, else null
    int textTop() const { return m_textTop; }

    const QTextLayout &text() const { return m_text; }
    const QTextLayout &failure() const { return m_failure; } ///< without lines unless sending failed
    const QList<MessageLink> &links() const { return m_links; }

    /// The offset in the shown text nearest to a point.
    int offsetAt(const QPoint &point) const;
    /// The link under a point, or -1.
    int linkAt(const QPoint &point) const;
    /// Where a character stands.
    QRect characterRect(int offset) const;
    /// The offset one line above or below, nearest to x; the offset itself where there is no such line.
    int offsetInNextLine(int offset, int lines) const;

private:
    void layOutLines(const ConversationStyle &style);
    int layOutHeader(const ConversationStyle &style, int y);
    int layOutText(const ConversationStyle &style, int y);
    int layOutFailure(const ConversationStyle &style, int y);
    QList<QTextLayout::FormatRange> textFormats(const ConversationStyle &style) const;
    void addMentionFormats(const ConversationStyle &style, QList<QTextLayout::FormatRange> &formats) const;
    QRect mirrored(const QRect &rect) const;

    MessageContent m_content;
    QString m_shown;
    Qt::LayoutDirection m_direction;
    int m_width;
    int m_height = 0;
    int m_textTop = 0;
    QRect m_dayLine, m_unreadLine, m_body, m_avatar, m_header, m_gutter, m_arrow;
    QTextLayout m_text, m_failure;
    QList<MessageLink> m_links;
};

} // namespace tincan
