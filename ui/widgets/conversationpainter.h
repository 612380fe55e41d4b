#pragma once

#include "protocol/searchfold.h"

#include <QDateTime>
#include <QPoint>
#include <QRect>

class QPainter;
class QPalette;

namespace tincan {

class MessageLayout;
struct ConversationStyle;

/// What a row looks like beyond its content.
struct RowState
{
    bool hovered = false;
    bool focused = false;               ///< has the ring of the keyboard
    bool flashed = false;               ///< was just jumped to
    int liveLink = -1;                  ///< the link to underline, under the mouse or chosen by the keyboard
    QList<FoldedText::Span> marks = {}; ///< of the text: what is looked for
    bool markedMost = false;            ///< it is the match that one is at
    int selectedFrom = 0;               ///< the selected part of the text
    int selectedLength = 0;
};

/// Paints a row whose top left corner stands at `at`; of a long text only what `visible` touches.
void paintRow(QPainter &painter, const MessageLayout &row, const ConversationStyle &style,
              const QPalette &palette, const RowState &state, const QPoint &at, const QRect &visible);

/// "Today", "Yesterday" or the date in words.
QString dayTitle(const QDate &day, const QDate &today);

/// Hours and minutes as the locale writes them.
QString clockTime(const QDateTime &time);

} // namespace tincan
