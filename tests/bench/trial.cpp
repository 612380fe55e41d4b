#include "tests/bench/trial.h"

#include "tests/bench/percentile.h"

#include <chrono>
#include <cstdio>

namespace tincan::bench {

Command tincandCommand(const std::string &program)
{
    return {program,         "--memory", "--listen",          "127.0.0.1:0",
            "--flood-limit", "off",      "--max-connections", "15000"};
}

Trial::Trial(const Command &command, const Load &plan)
    : server(command), memoryBefore(server.memoryKilobytes()), load(plan, server.port())
{
    if (server.port() == 0)
        std::fprintf(stderr, "%s did not start\n", command[0].c_str());
    else if (!load.connectAll())
        std::fprintf(stderr, "%s: %s\n", command[0].c_str(), load.error().c_str());
    else
        isReady = true;
}

std::optional<Figures> measure(const Command &command, const Load &load)
{
    Trial trial(command, load);
    if (!trial.isReady)
        return {};
    const std::int64_t memoryBefore = trial.server.memoryKilobytes();
    const std::int64_t cpuBefore = trial.server.cpuNanoseconds();
    const auto start = std::chrono::steady_clock::now();
    if (!trial.load.run()) {
        std::fprintf(stderr, "%s: %s\n", command[0].c_str(), trial.load.error().c_str());
        return {};
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    const double deliveries = double(trial.load.deliveries());
    const double cpu = double(trial.server.cpuNanoseconds() - cpuBefore) / 1000.0;
    return Figures{deliveries / took.count(), cpu / deliveries,
                   double(trial.server.memoryKilobytes() - memoryBefore)};
}

std::optional<std::vector<Figures>> mediansByTurns(const std::vector<Contestant> &contestants, int runs)
{
    std::vector<std::vector<Figures>> all(contestants.size());
    for (int turn = 0; turn < runs; ++turn) {
        for (std::size_t i = 0; i < contestants.size(); ++i) {
            const auto figures = measure(contestants[i].command, contestants[i].load);
            if (!figures)
                return {};
            all[i].push_back(*figures);
        }
    }
    std::vector<Figures> medians;
    for (const std::vector<Figures> &figures : all)
        medians.push_back({median(figures, &Figures::deliveriesPerSecond),
                           median(figures, &Figures::cpuMicroseconds),
                           median(figures, &Figures::memoryKilobytes)});
    return medians;
}

} // namespace tincan::bench
