#pragma once

#include "protocol/roominfo.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace tincan {

/// What was written to people with whom there is no talk yet, until there is one.
class Untold
{
public:
    struct Entry
    {
        QString asked; ///< the tag of the request for the talk
        Member to;
        QString text;
        RoomId where; ///< it was written
    };
    void add(const Entry &entry) { m_entries.append(entry); }
    QStringList takeFor(const MemberId &member); ///< in the order of writing
    std::optional<Entry> takeAsked(const QString &tag);

private:
    QList<Entry> m_entries;
};

} // namespace tincan
