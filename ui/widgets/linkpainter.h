#pragma once

class QPainter;

namespace tincan {

class MessageLayout;
struct ConversationStyle;

/// Paints what can be clicked in a row and is no word of its text: the message that is answered, what copies
/// code, what folds, and the reactions. `live` is the link under the mouse or the keyboard, or -1.
void paintLinks(QPainter &painter, const MessageLayout &row, const ConversationStyle &style, int live);

} // namespace tincan
