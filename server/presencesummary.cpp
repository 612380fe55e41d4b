#include "server/presencesummary.h"

#include <algorithm>
#include <utility>

namespace tincan {

bool PresenceSummary::Change::concerns(Moment reader) const
{
    return reader < at && (what != What::Left || reader >= knownSince);
}

void PresenceSummary::joined(const Member &member)
{
    const Moment now = ++m_now;
    const auto before = m_changes.constFind(member.id);
    // Who left and is back in the same turn has at most changed, for those who knew it.
    const bool wasKnown =
        before != m_changes.constEnd() && before->what == What::Left && before->knownSince == 0;
    const QString nameBefore = wasKnown ? before->member.name : QString();
    m_changes.insert(member.id, {wasKnown ? What::Changed : What::Joined, member, nameBefore, now,
                                 wasKnown ? 0 : now, now});
}

void PresenceSummary::left(const Member &member)
{
    const Moment now = ++m_now;
    const Change before = m_changes.value(member.id);
    Member known = member;
    if (!before.nameBefore.isEmpty())
        known.name = before.nameBefore;
    m_changes.insert(member.id, {What::Left, known, {}, now, before.knownSince, 0});
}

void PresenceSummary::changed(const Member &member, const QString &nameBefore)
{
    const Moment now = ++m_now;
    const auto before = m_changes.find(member.id);
    if (before == m_changes.end()) {
        m_changes.insert(member.id, {What::Changed, member, nameBefore, now, 0, 0});
        return;
    }
    before->member = member;
    before->at = now;
    if (before->what == What::Changed && before->nameBefore.isEmpty())
        before->nameBefore = nameBefore;
}

QList<PresenceSummary::Change> PresenceSummary::take()
{
    QList<Change> changes = std::exchange(m_changes, {}).values();
    std::sort(changes.begin(), changes.end(), [](const Change &a, const Change &b) { return a.at < b.at; });
    m_now = 0;
    return changes;
}

} // namespace tincan
