#include "server/departures.h"

#include "protocol/limits.h"

#include <algorithm>

namespace tincan {

void Departures::note(const MemberRecord &record)
{
    MemberRecord left;
    left.member = record.member;
    left.key = record.key;
    left.named = record.named;
    left.address = record.address;
    m_entries.push_back({left, likenessOf(record.member.name)});
    if (m_entries.size() > most)
        m_entries.pop_front();
}

const MemberRecord *Departures::find(const MemberId &id) const
{
    const auto entry = std::find_if(m_entries.rbegin(), m_entries.rend(), [&id](const Entry &candidate) {
        return candidate.record.member.id == id;
    });
    return entry == m_entries.rend() ? nullptr : &entry->record;
}

const MemberRecord *Departures::findByName(const QString &name) const
{
    const NameLikeness likeness = likenessOf(name);
    const auto entry =
        std::find_if(m_entries.rbegin(), m_entries.rend(), [&likeness](const Entry &candidate) {
            return candidate.likeness.read == likeness.read;
        });
    return entry == m_entries.rend() ? nullptr : &entry->record;
}

std::optional<Departures::Addressed> Departures::splitAddress(const QString &nameAndText) const
{
    // A code point takes two units at most.
    const qsizetype longest = qsizetype(Limits().nameCharacters) * 2;
    for (qsizetype end = qMin(longest, nameAndText.size() - 1); end > 0; --end) {
        if (!nameAndText.at(end).isSpace())
            continue;
        if (const MemberRecord *whom = findByName(nameAndText.first(end)))
            return Addressed{whom, nameAndText.sliced(end).trimmed()};
    }
    return {};
}

} // namespace tincan
