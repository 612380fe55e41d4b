#include "tests/bench/descriptorlimit.h"

#include <sys/resource.h>

namespace tincan::bench {

void raiseDescriptorLimit()
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace tincan::bench
