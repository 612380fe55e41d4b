#pragma once

#include "ui/widgets/conversationstyle.h"
#include "ui/widgets/messagecontent.h"
#include "ui/widgets/messagelink.h"
#include "ui/widgets/textflow.h"

#include <QRect>
#include <QTextLayout>

namespace tincan {

/// One row laid out for a width: where its parts are, relative to its top left corner, already mirrored for
/// right to left.
class MessageLayout
{
    Q_DISABLE_COPY_MOVE(MessageLayout)

public:
    static constexpr int linesFolded = 20; ///< so many are shown of a longer text

    MessageLayout(MessageContent content, const ConversationStyle &style, int width, bool unfolded = false);

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
    int textBottom() const { return m_textBottom; } ///< of what is shown of it
    bool isFolded() const { return m_textBottom < m_text.bottom(); }

    const TextFlow &text() const { return m_text; }
    const QTextLayout &failure() const { return m_failure; } ///< without lines unless sending failed
    const QList<MessageLink> &links() const { return m_links; }

    /// The offset in the shown text nearest to a point.
    int offsetAt(const QPoint &point) const { return m_text.offsetAt(point); }
    /// The link under a point, or -1.
    int linkAt(const QPoint &point) const;
    /// Where a character stands.
    QRect characterRect(int offset) const { return m_text.characterRect(offset); }
    /// The offset one line above or below, nearest to x; the offset itself where there is no such line.
    int offsetInNextLine(int offset, int lines) const { return m_text.offsetInLineBeside(offset, lines); }

private:
    void layOutLines(const ConversationStyle &style);
    int layOutHeader(const ConversationStyle &style, int y);
    int layOutAnswered(const ConversationStyle &style, int y);
    int layOutText(const ConversationStyle &style, int y);
    void addTextLinks(const RichText &rich, const ConversationStyle &style);
    int fold(const ConversationStyle &style, bool unfolded);
    void addReveal(const ConversationStyle &style);
    int layOutFailure(const ConversationStyle &style, int y);
    int layOutReactions(const ConversationStyle &style, int y);
    QRect columnAt(const ConversationStyle &style, int y, int height) const;
    QRect mirrored(const QRect &rect) const;

    MessageContent m_content;
    QString m_shown;
    Qt::LayoutDirection m_direction;
    int m_width;
    int m_height = 0;
    int m_textTop = 0;
    int m_textBottom = 0;
    QRect m_dayLine, m_unreadLine, m_body, m_avatar, m_header, m_gutter, m_arrow;
    TextFlow m_text;
    QTextLayout m_failure;
    QList<MessageLink> m_links;
};

} // namespace tincan
