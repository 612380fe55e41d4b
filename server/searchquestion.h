#pragma once

#include "protocol/error.h"
#include "protocol/roomevent.h"

#include <QList>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace tincan {

/// What a search looks for; all of it must be so.
struct SearchQuestion
{
    QList<RoomId> rooms;
    QStringList terms;       ///< as by searchTerms(); none: any text
    QString from = {};       ///< how its author's name begins, folded by searchFold(); empty: anybody
    std::int64_t after = 0;  ///< said then or later; UTC, milliseconds
    std::int64_t before = 0; ///< said earlier than that; 0: at any time
    int limit = 50;
    QString cursor = {}; ///< of the page before, or empty; what a peer sends as one may be anything
};

struct FoundPage
{
    QList<RoomEvent> events;           ///< over all rooms, the last stored or edited first
    QString cursor = {};               ///< asks for older ones; empty: there are no more
    std::optional<Error> refused = {}; ///< it could not be searched, and the rest says nothing
};

/// Whether the event's author and time are what is asked for.
bool fits(const SearchQuestion &question, const RoomEvent &event);

/// The cursor of a store that counts all events as it stores them: to be searched are those below that count.
QString cursorBelow(std::int64_t count);
/// Nothing where the word is no such cursor.
std::optional<std::int64_t> countOfCursor(const QString &cursor);

} // namespace tincan
