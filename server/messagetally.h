#pragma once

#include <array>
#include <cstdint>

namespace tincan {

/// Counts what comes on one connection, in all and lately. Pure: time comes in as milliseconds of a monotonic
/// clock.
class MessageTally
{
public:
    static constexpr int latelySeconds = 10;

    void count(std::int64_t now);
    std::int64_t total() const { return m_total; }
    int lately(std::int64_t now) const; ///< in the last ten seconds

private:
    std::int64_t m_total = 0;
    std::int64_t m_second = 0;                    ///< in which the last one came
    std::array<int, latelySeconds> m_counts = {}; ///< of that second and those before, by their numbers
};

} // namespace tincan
