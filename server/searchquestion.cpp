#include "server/searchquestion.h"

#include "protocol/searchfold.h"

namespace tincan {

bool fits(const SearchQuestion &question, const RoomEvent &event)
{
    if (event.at < question.after || (question.before > 0 && event.at >= question.before))
        return false;
    return question.from.isEmpty() || searchFold(event.from.name).startsWith(question.from);
}

QString cursorBelow(std::int64_t count)
{
    return QString::number(count);
}

std::optional<std::int64_t> countOfCursor(const QString &cursor)
{
    bool isNumber = false;
    const std::int64_t count = cursor.toLongLong(&isNumber);
    return isNumber && count >= 0 ? std::optional(count) : std::nullopt;
}

} // namespace tincan
