#include "server/messagetally.h"

#include <algorithm>

namespace tincan {

void MessageTally::count(std::int64_t now)
{
    const std::int64_t second = now / 1000;
    for (m_second = std::max(m_second, second - latelySeconds); m_second < second;)
        m_counts[std::size_t(++m_second % latelySeconds)] = 0;
    ++m_counts[std::size_t(second % latelySeconds)];
    ++m_total;
}

int MessageTally::lately(std::int64_t now) const
{
    int sum = 0;
    for (auto second = std::max<std::int64_t>(0, now / 1000 - latelySeconds + 1); second <= m_second;
         ++second)
        sum += m_counts[std::size_t(second % latelySeconds)];
    return sum;
}

} // namespace tincan
