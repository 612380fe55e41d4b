#include "ui/models/pendingchanges.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tincan {

conversation::Pending PendingChanges::One::look() const
{
    if (kind == EventKind::Edit) {
        return conversation::Pending::Edit;
    }
    return kind == EventKind::Delete && target == message ? conversation::Pending::Deletion
                                                          : conversation::Pending::Reaction;
}

Seq PendingChanges::fail(const PostId &id, const QString &failure)
{
    One *const change = find(id);
    if (!change) {
        return 0;
    }
    change->failed = true;
    change->failure = failure;
    return change->message;
}

Seq PendingChanges::retry(const PostId &id)
{
    One *const change = find(id);
    if (!change) {
        return 0;
    }
    change->failed = false;
    change->failure.clear();
    return change->message;
}

Seq PendingChanges::remove(const PostId &id)
{
    const One *const change = find(id);
    const Seq message = change ? change->message : 0;
    m_changes.removeIf([&id](const One &one) { return one.id == id; });
    return message;
}

const PendingChanges::One *PendingChanges::of(Seq message) const
{
    const One *found = nullptr;
    for (const One &one : m_changes) {
        if (one.message == message && one.failed) {
            return &one;
        }
        found = one.message == message ? &one : found;
    }
    return found;
}

const PendingChanges::One *PendingChanges::editOf(Seq message) const
{
    const auto found = std::find_if(m_changes.crbegin(), m_changes.crend(), [message](const One &one) {
        return one.message == message && one.kind == EventKind::Edit && !one.failed;
    });
    return found == m_changes.crend() ? nullptr : &*found;
}

QList<PendingChanges::One> PendingChanges::reactionsTo(Seq message) const
{
    QList<One> found;
    std::copy_if(m_changes.cbegin(), m_changes.cend(), std::back_inserter(found), [message](const One &one) {
        const bool reaction = one.kind == EventKind::React || one.target != one.message;
        return one.message == message && reaction && !one.failed;
    });
    return found;
}

bool PendingChanges::isReacting(Seq message, const QString &emoji) const
{
    return std::any_of(m_changes.cbegin(), m_changes.cend(), [&](const One &one) {
        return one.message == message && !one.failed && one.text == emoji && one.kind != EventKind::Edit;
    });
}

Seq PendingChanges::messageOf(const PostId &id) const
{
    const One *change = find(id);
    return change ? change->message : 0;
}

QString PendingChanges::editText(const PostId &id) const
{
    const One *change = find(id);
    return change && change->kind == EventKind::Edit ? change->text : QString();
}

const PendingChanges::One *PendingChanges::find(const PostId &id) const
{
    const auto found =
        std::find_if(m_changes.cbegin(), m_changes.cend(), [&id](const One &one) { return one.id == id; });
    return found == m_changes.cend() ? nullptr : &*found;
}

PendingChanges::One *PendingChanges::find(const PostId &id)
{
    return const_cast<One *>(std::as_const(*this).find(id));
}

} // namespace tincan
