// bench_fanout [--quick] TINCAND BARE: how fast what one says reaches all, beside a bare epoll broadcaster in
// the same run. 64-byte messages, 10 senders with 32 of them in flight each; latency with one in flight in
// all. Each runs several times on a server of its own, by turns. Every delivery is counted and checked.

#include "tests/bench/cores.h"
#include "tests/bench/descriptorlimit.h"
#include "tests/bench/percentile.h"
#include "tests/bench/table.h"
#include "tests/bench/trial.h"

#include <cstdio>
#include <cstring>

using namespace tincan::bench;

namespace {

struct Scale
{
    int runs = 5;
    int deliveries = 10'000'000; ///< of one run
    int one = 2'000;             ///< messages for latency
    int many = 1'000;            ///< clients
};

Load loadFor(int clients, Dialect dialect, const Scale &scale)
{
    const int senders = 10;
    return {.clients = clients, .perSender = scale.deliveries / clients / senders, .dialect = dialect};
}

void printRates(const std::string &who, const Figures &server, const Figures &limit, double wanted)
{
    printRow({who + ": deliveries", server.deliveriesPerSecond, limit.deliveriesPerSecond,
              ratioAtLeast(wanted), "a second"});
    printRow({"    server CPU of a delivery", server.cpuMicroseconds, limit.cpuMicroseconds, {}, "us"});
}

bool compareRates(const Command &ours, const Command &bare, const Scale &scale)
{
    printHead("64-byte messages, 10 senders with 32 in flight; medians of " + std::to_string(scale.runs));
    const int few = scale.many / 10;
    const Load toFew = loadFor(few, Dialect::Plain, scale);
    const auto small = mediansByTurns({{bare, toFew}, {ours, toFew}}, scale.runs);
    if (!small)
        return false;
    printRates(std::to_string(few) + " plain clients", small->at(1), small->at(0), 0.5);
    const Load toMany = loadFor(scale.many, Dialect::Plain, scale);
    const Load toNatives = loadFor(scale.many, Dialect::Native, scale);
    const auto large = mediansByTurns({{bare, toMany}, {ours, toMany}, {ours, toNatives}}, scale.runs);
    if (!large)
        return false;
    printRates(std::to_string(scale.many) + " plain clients", large->at(1), large->at(0), 0.8);
    printRates(std::to_string(scale.many) + " native clients", large->at(2), large->at(0), 0.6);
    return true;
}

/// Of one run; empty where it failed.
std::vector<double> latencies(const Command &command, const Scale &scale)
{
    std::vector<double> all;
    Trial trial(command, {.clients = 10, .senders = 1, .perSender = scale.one});
    if (trial.isReady && !trial.load.runOneByOne(all)) {
        std::fprintf(stderr, "%s: %s\n", command[0].c_str(), trial.load.error().c_str());
        all.clear();
    }
    return all;
}

/// The percentiles of each run.
struct Latencies
{
    std::vector<double> p50;
    std::vector<double> p99;

    bool take(const std::vector<double> &run)
    {
        if (run.empty())
            return false;
        p50.push_back(percentile(run, 50));
        p99.push_back(percentile(run, 99));
        return true;
    }
};

bool compareLatencies(const Command &ours, const Command &bare, const Scale &scale)
{
    Latencies limit;
    Latencies server;
    for (int turn = 0; turn < scale.runs; ++turn) {
        if (!limit.take(latencies(bare, scale)) || !server.take(latencies(ours, scale)))
            return false;
    }
    std::printf("\n");
    printHead("10 plain clients, one message in flight, until the last has it");
    printRow({"p50", median(server.p50), median(limit.p50), ratioAtMost(1.3), "us"});
    printRow({"p99", median(server.p99), median(limit.p99), {}, "us"});
    return true;
}

bool compareWithSleeper(const Command &ours, const Scale &scale)
{
    const Load load = loadFor(100, Dialect::Plain, scale);
    Load withSleeper = load;
    withSleeper.neverReading = 1;
    const auto both = mediansByTurns({{ours, load}, {ours, withSleeper}}, scale.runs);
    if (!both)
        return false;
    const Figures &without = both->at(0);
    const Figures &with = both->at(1);
    std::printf("\n");
    printHead("100 plain clients, and one that never reads (4,096 KB may wait for it)", "with", "without");
    printRow({"deliveries to those who read", with.deliveriesPerSecond, without.deliveriesPerSecond,
              ratioAtLeast(0.9), "a second"});
    constexpr double mostMemory = 1.1 * 4096; // the bound counts bytes that wait, not pages that hold them
    printRow({"memory that it takes of the server", with.memoryKilobytes - without.memoryKilobytes, 0,
              atMost(mostMemory), "KB"});
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const bool isQuick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    if (argc != (isQuick ? 4 : 3)) {
        std::fprintf(stderr, "usage: bench_fanout [--quick] TINCAND BARE\n");
        return 2;
    }
    raiseDescriptorLimit();
    leaveCoreToServer();
    const Command ours = tincandCommand(argv[argc - 2]);
    const Command bare{argv[argc - 1]};
    const Scale scale = isQuick ? Scale{1, 30'000, 50, 100} : Scale();
    const bool ok = compareRates(ours, bare, scale) && compareLatencies(ours, bare, scale) &&
                    compareWithSleeper(ours, scale);
    return ok ? 0 : 1;
}
