#pragma once

#include "protocol/roomevent.h"
#include "ui/models/conversationroles.h"

#include <QHash>
#include <QSet>

namespace tincan {

/// What a room's log says about its earlier events: edits, deletions and reactions, folded. It does not
/// matter in which order the events come, as pages of history are read backwards. Pure.
class MessageChanges
{
public:
    static constexpr qsizetype mostReactions = 1000; ///< to one message; more are passed over

    /// Takes an Edit, a Delete or a React, and answers the message that looks different now; 0 where none
    /// does.
    Seq take(const RoomEvent &event);

    /// The message that a reaction is to; `seq` itself where it is no reaction.
    Seq messageOf(Seq seq) const { return m_reactionTargets.value(seq, seq); }
    QString emojiOf(Seq reaction) const; ///< empty where it is none

    bool isDeleted(Seq seq) const { return m_deleted.contains(seq); }
    const QString *editOf(Seq seq) const; ///< the last edit's text; null where there is none
    QList<conversation::Reaction> reactionsTo(Seq seq, const MemberId &me) const;
    Seq reactionBy(const MemberId &member, Seq seq, const QString &emoji) const; ///< its number; 0: none

    void clear() { *this = {}; }

private:
    struct One
    {
        Seq seq = 0;
        QString emoji;
        MemberId member;
        QString name;
    };
    struct Change
    {
        Seq editedBy = 0;
        QString text;
        QList<One> reactions; ///< ascending
    };

    Seq takeEdit(const RoomEvent &event);
    Seq takeDelete(const RoomEvent &event);
    Seq takeReaction(const RoomEvent &event);

    QHash<Seq, Change> m_changes;
    QHash<Seq, Seq> m_reactionTargets;
    QSet<Seq> m_deleted;
};

} // namespace tincan
