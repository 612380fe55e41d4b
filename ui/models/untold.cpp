#include "ui/models/untold.h"

#include <algorithm>

namespace tincan {

QStringList Untold::takeFor(const MemberId &member)
{
    QStringList texts;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.to.id == member) {
            texts.append(entry.text);
        }
    }
    m_entries.removeIf([&member](const Entry &entry) { return entry.to.id == member; });
    return texts;
}

std::optional<Untold::Entry> Untold::takeAsked(const QString &tag)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&tag](const Entry &entry) { return entry.asked == tag; });
    if (tag.isEmpty() || found == m_entries.end()) {
        return std::nullopt;
    }
    const Entry entry = *found;
    m_entries.erase(found);
    return entry;
}

} // namespace tincan
