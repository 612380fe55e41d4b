#pragma once

#include "tests/bench/fanoutload.h"
#include "tests/bench/serverprocess.h"

#include <optional>
#include <string>
#include <vector>

namespace tincan::bench {

using Command = std::vector<std::string>;

/// tincand as it is measured: in memory, without flood control.
Command tincandCommand(const std::string &program);

/// A server, and clients that are connected to it.
struct Trial
{
    Trial(const Command &command, const Load &plan);

    bool isReady = false;
    ServerProcess server;
    std::int64_t memoryBefore; ///< of the server without clients, in KB
    FanoutLoad load;
};

struct Figures
{
    double deliveriesPerSecond = 0;
    double cpuMicroseconds = 0; ///< of the server, per delivery
    double memoryKilobytes = 0; ///< that the server has more of afterwards
};

/// Runs the load on a server of its own, as fast as it goes. Says on standard error what went wrong, if
/// anything.
std::optional<Figures> measure(const Command &command, const Load &load);

/// A server, and what it has to do.
struct Contestant
{
    Command command;
    Load load;
};
/// The medians of several runs of each, every figure by itself. They take turns, since what else the computer
/// does shifts them all.
std::optional<std::vector<Figures>> mediansByTurns(const std::vector<Contestant> &contestants, int runs);

} // namespace tincan::bench
