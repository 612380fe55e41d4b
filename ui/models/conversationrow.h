#pragma once

#include "protocol/ids.h"
#include "ui/models/conversationroles.h"

#include <limits>

namespace tincan {

/// One row of a conversation, as it is stored.
struct ConversationRow
{
    static constexpr Seq waiting =
        std::numeric_limits<Seq>::max(); ///< the order of posts that are not stored yet

    qint64 at = 0; ///< UTC, milliseconds
    Seq order = 0; ///< the event's number, or that of the event which a notice stands behind, or `waiting`
    Seq reply = 0; ///< the event that this one answers
    QString text;
    int author = -1; ///< in the AuthorTable; -1: nobody
    qint32 day = 0;
    qint32 serial = 0; ///< names a notice, which has no number
    conversation::RowKind kind = conversation::RowKind::Message;
    conversation::Delivery delivery = conversation::Delivery::Stored;
    bool stored = false; ///< an event of the log
    bool mine = false;
    bool mentionsMe = false;

    bool isMessage() const { return kind != conversation::RowKind::Notice; }
};

/// Whether a day line stands between the rows; `above` is null for the first row.
inline bool startsDay(const ConversationRow *above, const ConversationRow &row)
{
    return !above || above->day != row.day;
}

/// Whether the row shows who speaks: the first of a run by one person within five minutes.
inline bool startsGroup(const ConversationRow *above, const ConversationRow &row)
{
    constexpr qint64 pause = 5 * 60 * 1000;
    if (!row.isMessage()) {
        return false;
    }
    return startsDay(above, row) || above->kind != row.kind || above->author != row.author ||
           row.at - above->at >= pause || above->at - row.at >= pause;
}

} // namespace tincan
