#include "tests/bench/cores.h"

#include <sched.h>

namespace tincan::bench {

namespace {

int serversCore = -1; ///< none

} // namespace

void leaveCoreToServer()
{
    cpu_set_t own;
    if (sched_getaffinity(0, sizeof own, &own) != 0 || CPU_COUNT(&own) < 2)
        return;
    int core = 0;
    while (!CPU_ISSET(core, &own))
        ++core;
    CPU_CLR(core, &own);
    if (sched_setaffinity(0, sizeof own, &own) == 0)
        serversCore = core;
}

void takeServersCore()
{
    if (serversCore < 0)
        return;
    cpu_set_t own;
    CPU_ZERO(&own);
    CPU_SET(serversCore, &own);
    sched_setaffinity(0, sizeof own, &own);
}

} // namespace tincan::bench
