#pragma once

#include "tests/bench/trial.h"

namespace tincan::bench {

/// Clients come to one room at once, few and then many of each dialect: prints how often they were told of
/// one another, beside once for each pair. False where that is more often than a server may that sums up who
/// came, or where they were told another number of people in the end.
bool countArrivals(const Command &tincand, int few, int many);

} // namespace tincan::bench
