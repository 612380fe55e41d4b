#pragma once

#include <algorithm>
#include <vector>

namespace tincan::bench {

/// The value below which so many percent of the others are; there must be one.
inline double percentile(std::vector<double> values, double percent)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(double(values.size()) * percent / 100))];
}

inline double median(const std::vector<double> &values)
{
    return percentile(values, 50);
}

/// Of one figure of all.
template <typename Figures>
double median(const std::vector<Figures> &all, double Figures::*what)
{
    std::vector<double> values;
    for (const Figures &figures : all)
        values.push_back(figures.*what);
    return median(values);
}

} // namespace tincan::bench
