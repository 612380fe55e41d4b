#pragma once

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

/// The roles of a conversation model. Qt::AccessibleTextRole gives "author, text, time, state" for a screen
/// reader.
enum Role
{
    KindRole = Qt::UserRole + 1, ///< int(RowKind)
    KeyRole,                     ///< QString: stable over the row's life; anchors and selections hang on it
    AuthorIdRole,                ///< QString
    AuthorNameRole,              ///< QString
    TagRole,                     ///< QString, translated: "terminal" for who speaks plain or line, else empty
    TextRole,                    ///< QString: as typed, sanitised
    AtRole,                      ///< qint64: UTC, milliseconds
    SeqRole,                     ///< qint64; 0 where the row is no stored event
    DeliveryRole,                ///< int(Delivery)
    FailureRole,                 ///< QString, translated: why it failed
    MineRole,                    ///< bool
    MentionsMeRole,              ///< bool
    StartsGroupRole,             ///< bool: the header (avatar, name, time) is shown
    StartsDayRole,               ///< bool: a day line stands above
    StartsUnreadRole,            ///< bool: the "New messages" line stands above
};

} // namespace tincan::conversation
