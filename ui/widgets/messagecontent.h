#pragma once

#include "ui/models/conversationroles.h"
#include "ui/widgets/richtext.h"

#include <QDateTime>
#include <QModelIndex>
#include <QString>

namespace tincan {

/// One row of a conversation, read from its model.
struct MessageContent
{
    /// The message that this one answers.
    struct Answered
    {
        qint64 seq = 0; ///< 0: none
        QString author; ///< empty where it is not known (any more)
        QString text;
    };
    conversation::RowKind kind = conversation::RowKind::Message;
    conversation::Delivery delivery = conversation::Delivery::Stored;
    conversation::Pending pending = conversation::Pending::Nothing; ///< whose delivery it is
    QString key, authorName, tag, text, failure;
    Answered answered;
    QList<conversation::Reaction> reactions;
    qint64 at = 0; ///< UTC, milliseconds
    bool mentionsMe = false;
    bool startsGroup = false;
    bool startsDay = false;
    bool startsUnread = false;
    bool edited = false;
    bool deleted = false;
    bool hidden = false; ///< its author is ignored

    /// The text as it is shown; offsets of a text selection count in its RichText::text.
    RichText richText() const;
    QDateTime localTime() const;
    bool hasHeader() const { return kind == conversation::RowKind::Message && startsGroup && !hidden; }
};

MessageContent contentOf(const QModelIndex &index);

/// The text of a row as it is shown; cheaper than the whole row.
QString shownTextOf(const QModelIndex &index);

} // namespace tincan
