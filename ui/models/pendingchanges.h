#pragma once

#include "protocol/ids.h"
#include "protocol/roomevent.h"
#include "ui/models/conversationroles.h"

#include <QList>
#include <QString>

namespace tincan {

/// Edits, deletions and reactions of mine that the server has not stored yet. Pure.
class PendingChanges
{
public:
    struct One
    {
        PostId id;
        EventKind kind = EventKind::Edit;
        Seq message = 0; ///< that looks different because of it
        Seq target = 0;  ///< the same, or a reaction to it that is taken back
        QString text;    ///< the new text, or the emoji
        QString failure; ///< translated
        bool failed = false;

        conversation::Pending look() const;
    };

    void add(const One &change) { m_changes.append(change); }

    // These answer the message that looks different now; 0: no such change.
    Seq fail(const PostId &id, const QString &failure);
    Seq retry(const PostId &id);
    Seq remove(const PostId &id);

    Seq messageOf(const PostId &id) const;    ///< 0: no such change
    QString editText(const PostId &id) const; ///< empty where it is no edit

    /// What is told of a message: the first change that failed, or the last one; null: nothing is under way.
    const One *of(Seq message) const;
    const One *editOf(Seq message) const;      ///< the last edit that may still succeed
    QList<One> reactionsTo(Seq message) const; ///< and what takes others back, as far as they may succeed
    bool isReacting(Seq message, const QString &emoji) const; ///< or taking that back

private:
    const One *find(const PostId &id) const;
    One *find(const PostId &id);

    QList<One> m_changes;
};

} // namespace tincan
