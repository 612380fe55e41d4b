// bench_fanout [--quick] TINCAND BARE: how fast what one says reaches all, beside a bare epoll broadcaster in
// the same run. 64-byte messages, 10 senders with 32 of them in flight each; latency with one in flight in
// all. Every delivery is counted and checked.

#include "tests/bench/descriptorlimit.h"
#include "tests/bench/trial.h"

#include <cstdio>
#include <cstring>

using namespace tincan::bench;

namespace {

struct Scale
{
    int runs = 3;
    int deliveries = 15'000'000; ///< of one run
    int one = 5'000;             ///< messages for latency
    int many = 1'000;            ///< clients
};

Load loadFor(int clients, Dialect dialect, const Scale &scale)
{
    const int senders = 10;
    return {.clients = clients, .perSender = scale.deliveries / clients / senders, .dialect = dialect};
}

bool compareRates(const Command &ours, const Command &bare, const Scale &scale)
{
    struct Row
    {
        const char *name;
        int clients;
        Dialect dialect;
    };
    std::printf("             deliveries per second              server CPU per delivery, us\n");
    std::printf("clients          tincand          bare  ratio     tincand        bare  ratio\n");
    for (const Row &row :
         {Row{"plain", scale.many / 10, Dialect::Plain}, Row{"plain", scale.many, Dialect::Plain},
          Row{"native", scale.many, Dialect::Native}}) {
        const auto limit = median(bare, loadFor(row.clients, Dialect::Plain, scale), scale.runs);
        const auto server =
            limit ? median(ours, loadFor(row.clients, row.dialect, scale), scale.runs) : limit;
        if (!server)
            return false;
        std::printf("%5d %-6s  %11.0f  %12.0f  %5.2f  %10.3f  %10.3f  %5.2f\n", row.clients, row.name,
                    server->deliveriesPerSecond, limit->deliveriesPerSecond,
                    server->deliveriesPerSecond / limit->deliveriesPerSecond, server->cpuMicroseconds,
                    limit->cpuMicroseconds, server->cpuMicroseconds / limit->cpuMicroseconds);
        std::fflush(stdout);
    }
    return true;
}

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

bool compareLatencies(const Command &ours, const Command &bare, const Scale &scale)
{
    const auto limit = latencies(bare, scale);
    const auto server = latencies(ours, scale);
    if (limit.empty() || server.empty())
        return false;
    std::printf("\n10 clients, one message in flight, until the last has it, us\n");
    std::printf("                 tincand          bare  ratio\n");
    for (const double percent : {50.0, 99.0})
        std::printf("p%-10.0f  %11.0f  %12.0f  %5.2f\n", percent, percentile(server, percent),
                    percentile(limit, percent), percentile(server, percent) / percentile(limit, percent));
    std::fflush(stdout);
    return true;
}

bool compareWithSleeper(const Command &ours, const Scale &scale)
{
    Load load = loadFor(100, Dialect::Plain, scale);
    const auto without = median(ours, load, scale.runs);
    load.neverReading = 1;
    const auto with = without ? median(ours, load, scale.runs) : without;
    if (!with)
        return false;
    std::printf("\n100 plain clients, and one that never reads (4,096 KB may wait for it)\n");
    std::printf("                 without          with  ratio\n");
    std::printf("a second     %11.0f  %12.0f  %5.2f\n", without->deliveriesPerSecond,
                with->deliveriesPerSecond, with->deliveriesPerSecond / without->deliveriesPerSecond);
    std::printf("memory, KB   %11.0f  %12.0f\n", without->memoryKilobytes, with->memoryKilobytes);
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
    const Command ours = tincandCommand(argv[argc - 2]);
    const Command bare{argv[argc - 1]};
    const Scale scale = isQuick ? Scale{1, 30'000, 50, 100} : Scale();
    std::printf("64-byte messages, 10 senders with 32 in flight; medians of %d\n", scale.runs);
    const bool ok = compareRates(ours, bare, scale) && compareLatencies(ours, bare, scale) &&
                    compareWithSleeper(ours, scale);
    return ok ? 0 : 1;
}
