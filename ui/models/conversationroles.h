#pragma once

#include <QList>
#include <QStringList>
#include <Qt>

namespace tincan::conversation {

/// What a row of a conversation is.
enum class RowKind
{
    Message,
    Action,
    Notice
};

/// Whether a message of mine has arrived.
enum class Delivery
{
    Stored,
    Sending,
    Failed
};

/// What of mine is under way to a message of the log.
enum class Pending
{
    Nothing,
    Edit,
    Deletion,
    Reaction ///< or taking one back
};

/// One kind of reaction to a message.
struct Reaction
{
    QString emoji;
    int count = 0;
    bool mine = false;    ///< I am among them
    QStringList names;    ///< of those who reacted, the first few
    bool pending = false; ///< mine, or its end, is not stored yet

    friend bool operator==(const Reaction &, const Reaction &) = default;
};

/// The roles of a conversation model. Qt::AccessibleTextRole gives "author, text, time, state" for a screen
/// reader.
enum Role
{
    KindRole = Qt::UserRole + 1, ///< int(RowKind)
    KeyRole,                     ///< QString: stable over the row's life; anchors and selections hang on it
    AuthorIdRole,                ///< QString
    AuthorNameRole,              ///< QString
    TagRole,                     ///< QString, translated: "terminal" for who speaks plain or line, else empty
    TextRole,                    ///< QString: as typed, sanitised; with an edit that is under way
    AtRole,                      ///< qint64: UTC, milliseconds
    SeqRole,                     ///< qint64; 0 where the row is no stored event
    DeliveryRole,                ///< int(Delivery), of the message, or of what is under way to it
    PendingRole,                 ///< int(Pending)
    FailureRole,                 ///< QString, translated: why it failed
    MineRole,                    ///< bool
    MentionsMeRole,              ///< bool
    StartsGroupRole,             ///< bool: the header (avatar, name, time) is shown
    StartsDayRole,               ///< bool: a day line stands above
    StartsUnreadRole,            ///< bool: the "New messages" line stands above
    EditedRole,                  ///< bool: TextRole is no longer what was said first
    DeletedRole,                 ///< bool: nothing of the text is left
    AnsweredSeqRole,             ///< qint64: the event that this one answers; 0 where none
    AnsweredNameRole,            ///< QString: who said that; empty where it is not loaded
    AnsweredTextRole,            ///< QString: its text as typed; empty where it is gone or not loaded
    ReactionsRole,               ///< QList<conversation::Reaction>, in the order of their first
    IgnoredRole,                 ///< bool: its author is ignored
    HiddenRole,                  ///< bool: therefore its text is not shown
};

} // namespace tincan::conversation
