#pragma once

#include "ui/models/conversationroles.h"

#include <QDateTime>
#include <QModelIndex>
#include <QString>

namespace tincan {

/// One row of a conversation, read from its model.
struct MessageContent
{
    conversation::RowKind kind = conversation::RowKind::Message;
    conversation::Delivery delivery = conversation::Delivery::Stored;
    QString key, authorName, tag, text, failure;
    qint64 at = 0; ///< UTC, milliseconds
    bool mentionsMe = false;
    bool startsGroup = false;
    bool startsDay = false;
    bool startsUnread = false;

    /// The text as it is shown, and as offsets of a text selection count it.
    QString shownText() const;
    QDateTime localTime() const;
    bool hasHeader() const { return kind == conversation::RowKind::Message && startsGroup; }
};

MessageContent contentOf(const QModelIndex &index);

/// Only what shownText() needs: cheaper than the whole row.
QString shownTextOf(const QModelIndex &index);

} // namespace tincan
