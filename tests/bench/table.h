#pragma once

#include <string>

namespace tincan::bench {

/// The bound that a row should keep: its ratio, or what was measured itself.
struct Wanted
{
    enum class Of
    {
        Nothing,
        Ratio,
        Measured
    };
    Of of = Of::Nothing;
    bool isMost = false; ///< at most, else at least
    double bound = 0;
};

constexpr Wanted ratioAtLeast(double bound)
{
    return {Wanted::Of::Ratio, false, bound};
}
constexpr Wanted ratioAtMost(double bound)
{
    return {Wanted::Of::Ratio, true, bound};
}
constexpr Wanted atLeast(double bound)
{
    return {Wanted::Of::Measured, false, bound};
}
constexpr Wanted atMost(double bound)
{
    return {Wanted::Of::Measured, true, bound};
}

/// What was measured, and what the bare thing does in the same run.
struct Row
{
    std::string name;
    double measured = 0;
    double bare = 0; ///< 0 where there is nothing beside it
    Wanted wanted = {};
    std::string unit = {};
};

/// A title, and below it what the columns are.
std::string headOf(const std::string &title, const std::string &measured, const std::string &bare);
/// The line of a row. One that does not keep what is wanted ends with "missed"; that is all that comes of it,
/// since how fast something is depends on the machine, and what else that does.
std::string lineOf(const Row &row);

void printHead(const std::string &title, const std::string &measured = "tincand",
               const std::string &bare = "bare");
void printRow(const Row &row);

} // namespace tincan::bench
