#pragma once

#include "server/directory.h"

#include <deque>
#include <optional>

namespace tincan {

/// Who left lately, so that leaving at once helps nobody who is to be banned. Bounded: the earliest are
/// forgotten.
class Departures
{
public:
    static constexpr std::size_t most = 500;

    void note(const MemberRecord &record);

    const MemberRecord *find(const MemberId &id) const;

    struct Addressed
    {
        const MemberRecord *whom = nullptr;
        QString text;
    };
    /// Splits NAME TEXT where the longest name of somebody ends; of several the last to leave is meant.
    std::optional<Addressed> splitAddress(const QString &nameAndText) const;

private:
    struct Entry
    {
        MemberRecord record;
        NameLikeness likeness;
    };
    const MemberRecord *findByName(const QString &name) const;

    std::deque<Entry> m_entries; ///< the last to leave at the end
};

} // namespace tincan
