#pragma once

#include <QFlags>
#include <QKeySequence>
#include <QModelIndex>
#include <QString>

namespace tincan {

/// What one can do with a message, alike in the bar beside it, its menu, by keys and for a screen reader.
enum class MessageAction
{
    React = 1,
    Reply = 2,
    Edit = 4,
    Copy = 8,
    Delete = 16,
    Ignore = 32,
    StopIgnoring = 64,
    Kick = 128, ///< its author
    Ban = 256
};
Q_DECLARE_FLAGS(MessageActions, MessageAction)
Q_DECLARE_OPERATORS_FOR_FLAGS(MessageActions)

/// All, in the order in which they are offered.
QList<MessageAction> allMessageActions();

/// What can be done with this row, of what the room allows, and of what one may as its moderator: Delete,
/// Kick and Ban, of what others said.
MessageActions actionsFor(const QModelIndex &index, MessageActions allowed, MessageActions asModerator = {});

QString menuWord(MessageAction action);  ///< translated, with its access key
QString plainWord(MessageAction action); ///< translated, without
Qt::Key keyOf(MessageAction action);     ///< alone, without Ctrl; Key_unknown where it has none
QString keyWord(MessageAction action);   ///< the key as a menu shows it

} // namespace tincan
