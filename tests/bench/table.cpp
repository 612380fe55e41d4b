#include "tests/bench/table.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace tincan::bench {

namespace {

std::string formatted(const char *format, double value)
{
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), format, value);
    return text.data();
}

/// Three digits at least, but for what is whole.
std::string figure(double value)
{
    const double size = std::abs(value);
    return formatted(size >= 100 || value == std::round(value) ? "%.0f"
                     : size >= 10                              ? "%.1f"
                     : size >= 1                               ? "%.2f"
                                                               : "%.3f",
                     value);
}

std::string columns(const std::string &name, const std::string &measured, const std::string &bare,
                    const std::string &ratio, const std::string &wanted)
{
    std::array<char, 256> text{};
    std::snprintf(text.data(), text.size(), "%-50s %10s %10s %6s  %-10s", name.c_str(), measured.c_str(),
                  bare.c_str(), ratio.c_str(), wanted.c_str());
    return text.data();
}

std::string shown(const Wanted &wanted)
{
    if (wanted.of == Wanted::Of::Nothing)
        return {};
    return formatted(wanted.isMost ? "<= %.7g" : ">= %.7g", wanted.bound) +
           (wanted.of == Wanted::Of::Ratio ? " x" : "");
}

bool keeps(const Row &row)
{
    const Wanted &wanted = row.wanted;
    if (wanted.of == Wanted::Of::Nothing)
        return true;
    if (wanted.of == Wanted::Of::Ratio && row.bare <= 0)
        return false;
    const double value = wanted.of == Wanted::Of::Ratio ? row.measured / row.bare : row.measured;
    return wanted.isMost ? value <= wanted.bound : value >= wanted.bound;
}

} // namespace

std::string headOf(const std::string &title, const std::string &measured, const std::string &bare)
{
    return title + '\n' + columns({}, measured, bare, "ratio", "wanted");
}

std::string lineOf(const Row &row)
{
    const bool hasRatio = row.bare > 0;
    std::string line =
        columns(row.name, figure(row.measured), hasRatio ? figure(row.bare) : std::string(),
                hasRatio ? formatted("%.2f", row.measured / row.bare) : std::string(), shown(row.wanted));
    line += " " + row.unit;
    return keeps(row) ? line : line + "  missed";
}

void printHead(const std::string &title, const std::string &measured, const std::string &bare)
{
    std::printf("%s\n", headOf(title, measured, bare).c_str());
}

void printRow(const Row &row)
{
    std::printf("%s\n", lineOf(row).c_str());
    std::fflush(stdout);
}

} // namespace tincan::bench
