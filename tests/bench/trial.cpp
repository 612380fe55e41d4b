#include "tests/bench/trial.h"

#include <algorithm>
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

std::optional<Figures> measure(const Command &command, const Load &load, int perSecond)
{
    Trial trial(command, load);
    if (!trial.isReady)
        return {};
    const std::int64_t memoryBefore = trial.server.memoryKilobytes();
    const std::int64_t cpuBefore = trial.server.cpuNanoseconds();
    const auto start = std::chrono::steady_clock::now();
    if (!(perSecond > 0 ? trial.load.runPaced(perSecond) : trial.load.run())) {
        std::fprintf(stderr, "%s: %s\n", command[0].c_str(), trial.load.error().c_str());
        return {};
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    const double deliveries = double(trial.load.deliveries());
    const double cpu = double(trial.server.cpuNanoseconds() - cpuBefore) / 1000.0;
    return Figures{deliveries / took.count(), cpu / deliveries,
                   double(trial.server.memoryKilobytes() - memoryBefore)};
}

std::optional<Figures> median(const Command &command, const Load &load, int runs)
{
    std::vector<Figures> all;
    for (int i = 0; i < runs; ++i) {
        const auto figures = measure(command, load);
        if (!figures)
            return {};
        all.push_back(*figures);
    }
    std::sort(all.begin(), all.end(), [](const Figures &a, const Figures &b) {
        return a.deliveriesPerSecond < b.deliveriesPerSecond;
    });
    return all[all.size() / 2];
}

double percentile(std::vector<double> values, double percent)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(double(values.size()) * percent / 100))];
}

} // namespace tincan::bench
