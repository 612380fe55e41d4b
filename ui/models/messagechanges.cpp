#include "ui/models/messagechanges.h"

#include <algorithm>

namespace tincan {

namespace {

constexpr qsizetype mostNames = 20; // of one reaction, for reading

}

Seq MessageChanges::take(const RoomEvent &event)
{
    if (event.target <= 0 || event.target >= event.seq) {
        return 0;
    }
    if (event.kind == EventKind::Edit) {
        return takeEdit(event);
    }
    if (event.kind == EventKind::Delete) {
        return takeDelete(event);
    }
    return event.kind == EventKind::React ? takeReaction(event) : 0;
}

Seq MessageChanges::takeEdit(const RoomEvent &event)
{
    Change &change = m_changes[event.target];
    if (event.seq <= change.editedBy) {
        return 0;
    }
    change.editedBy = event.seq;
    change.text = event.text;
    return event.target;
}

/// What is deleted may be a message or a reaction, and may not be known yet.
Seq MessageChanges::takeDelete(const RoomEvent &event)
{
    m_deleted.insert(event.target);
    const Seq message = m_reactionTargets.take(event.target);
    if (message == 0) {
        return event.target;
    }
    m_changes[message].reactions.removeIf([&event](const One &one) { return one.seq == event.target; });
    return message;
}

Seq MessageChanges::takeReaction(const RoomEvent &event)
{
    QList<One> &reactions = m_changes[event.target].reactions;
    if (m_deleted.contains(event.seq) || m_reactionTargets.contains(event.seq) ||
        reactions.size() >= mostReactions) {
        return 0;
    }
    const auto place = std::lower_bound(reactions.begin(), reactions.end(), event.seq,
                                        [](const One &one, Seq seq) { return one.seq < seq; });
    reactions.insert(place, {event.seq, event.text, event.from.id, event.from.name});
    m_reactionTargets.insert(event.seq, event.target);
    return event.target;
}

const QString *MessageChanges::editOf(Seq seq) const
{
    const auto change = m_changes.constFind(seq);
    return change != m_changes.cend() && change->editedBy > 0 ? &change->text : nullptr;
}

QList<conversation::Reaction> MessageChanges::reactionsTo(Seq seq, const MemberId &me) const
{
    QList<conversation::Reaction> found;
    const auto change = m_changes.constFind(seq);
    if (change == m_changes.cend()) {
        return found;
    }
    QSet<std::pair<QString, MemberId>> counted;
    for (const One &one : change->reactions) {
        if (counted.contains({one.emoji, one.member})) {
            continue;
        }
        counted.insert({one.emoji, one.member});
        auto place = std::find_if(found.begin(), found.end(), [&one](const conversation::Reaction &known) {
            return known.emoji == one.emoji;
        });
        if (place == found.end()) {
            place = found.insert(found.end(), {one.emoji, 0, false, {}});
        }
        ++place->count;
        place->mine = place->mine || (!me.isEmpty() && one.member == me);
        if (place->names.size() < mostNames) {
            place->names.append(one.name);
        }
    }
    return found;
}

QString MessageChanges::emojiOf(Seq reaction) const
{
    const QList<One> reactions = m_changes.value(m_reactionTargets.value(reaction)).reactions;
    const auto one = std::find_if(reactions.cbegin(), reactions.cend(),
                                  [reaction](const One &known) { return known.seq == reaction; });
    return one == reactions.cend() ? QString() : one->emoji;
}

Seq MessageChanges::reactionBy(const MemberId &member, Seq seq, const QString &emoji) const
{
    const auto change = m_changes.constFind(seq);
    if (change == m_changes.cend()) {
        return 0;
    }
    const auto one =
        std::find_if(change->reactions.cbegin(), change->reactions.cend(), [&](const One &reaction) {
            return reaction.member == member && reaction.emoji == emoji;
        });
    return one == change->reactions.cend() ? 0 : one->seq;
}

} // namespace tincan
