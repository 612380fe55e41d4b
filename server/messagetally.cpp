#include "server/messagetally.h"

namespace tincan {

void MessageTally::count(std::int64_t now)
{
    const auto number = std::int32_t(now / 1000);
    Second &second = m_seconds[std::size_t(number % latelySeconds)];
    if (second.number != number)
        second = {number, 0};
    ++second.count;
    ++m_total;
}

int MessageTally::lately(std::int64_t now) const
{
    const auto number = std::int32_t(now / 1000);
    int sum = 0;
    for (const Second &second : m_seconds) {
        if (second.number > number - latelySeconds)
            sum += second.count;
    }
    return sum;
}

} // namespace tincan
