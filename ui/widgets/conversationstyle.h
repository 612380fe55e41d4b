#pragma once

#include "ui/models/density.h"
#include "ui/widgets/theme.h"

#include <QDate>
#include <QFont>

namespace tincan {

/// What all rows of a conversation share: colours, fonts, and sizes in pixels, which all hang on the text's
/// font.
struct ConversationStyle
{
    Tokens tokens;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    QFont text, name, small, mark, initials, code;
    QDate today;    ///< decides what "Today" and "Yesterday" are
    QString myName; ///< set in bold where a message mentions me; may be empty

    int lineHeight = 0;   ///< from one line of a message to the next
    int smallHeight = 0;  ///< the same for small text
    int headerHeight = 0; ///< author and time
    int ruleHeight = 0;   ///< a day line or the "New messages" line
    int margin = 0;       ///< at both sides of the view
    int padding = 0;      ///< above and below the parts of a row, and of all rows
    int avatar = 0;       ///< diameter
    int column = 0;       ///< where the text starts
    int bar = 0;          ///< width of the bar of a mention
    int gap = 0;          ///< between parts of one line
    int codeHeight = 0;   ///< from one line of code to the next
    int quoteStep = 0;    ///< by which a quote is indented
    int listStep = 0;     ///< by which a list is indented
    int copyWidth = 0;    ///< of what copies a block of code
    int target = 0;       ///< the least height of what can be clicked and is no word in a text

    /// The height of a row with a header and one line: what an unseen row is taken for.
    int typicalRow() const { return 2 * padding + lineHeight + headerHeight / 2; }
};

ConversationStyle makeConversationStyle(const QFont &font, const QPalette &palette,
                                        Qt::LayoutDirection direction,
                                        Density density = Density::Comfortable);

/// The font at a percentage of its size.
QFont scaledFont(const QFont &font, int percent);

} // namespace tincan
