// bench_fanout [--quick] TINCAND BARE: deliveries per second and server CPU per delivery, plain dialect,
// 64-byte messages, 10 senders with 32 messages in flight each; the server beside a bare epoll broadcaster in
// the same run.

#include "tests/bench/fanoutload.h"
#include "tests/bench/serverprocess.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <optional>

using namespace tincan::bench;

namespace {

struct Figures
{
    double deliveriesPerSecond = 0;
    double cpuMicroseconds = 0; ///< of the server, per delivery
};

std::optional<Figures> measureOnce(const std::vector<std::string> &command, const Load &load)
{
    const ServerProcess server(command);
    if (server.port() == 0) {
        std::fprintf(stderr, "%s did not start\n", command[0].c_str());
        return {};
    }
    FanoutLoad fanout(load, server.port());
    if (!fanout.connectAll()) {
        std::fprintf(stderr, "%s: %s\n", command[0].c_str(), fanout.error().c_str());
        return {};
    }
    const std::int64_t cpuBefore = server.cpuNanoseconds();
    const auto start = std::chrono::steady_clock::now();
    if (!fanout.run()) {
        std::fprintf(stderr, "%s: %s\n", command[0].c_str(), fanout.error().c_str());
        return {};
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    const double deliveries = double(fanout.deliveries());
    return Figures{deliveries / took.count(),
                   double(server.cpuNanoseconds() - cpuBefore) / 1000.0 / deliveries};
}

/// The median of several runs, by deliveries per second.
std::optional<Figures> measure(const std::vector<std::string> &command, const Load &load, int runs)
{
    std::vector<Figures> all;
    for (int i = 0; i < runs; ++i) {
        const auto figures = measureOnce(command, load);
        if (!figures)
            return {};
        all.push_back(*figures);
    }
    std::sort(all.begin(), all.end(), [](const Figures &a, const Figures &b) {
        return a.deliveriesPerSecond < b.deliveriesPerSecond;
    });
    return all[all.size() / 2];
}

void raiseDescriptorLimit()
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

bool compare(const std::vector<std::string> &ours, const std::vector<std::string> &bare, const Load &load,
             int runs)
{
    const auto limit = measure(bare, load, runs);
    const auto server = limit ? measure(ours, load, runs) : std::nullopt;
    if (!server)
        return false;
    std::printf("%7d  %12.0f  %12.0f  %5.2f  %10.2f  %10.2f  %5.2f\n", load.clients,
                server->deliveriesPerSecond, limit->deliveriesPerSecond,
                server->deliveriesPerSecond / limit->deliveriesPerSecond, server->cpuMicroseconds,
                limit->cpuMicroseconds, server->cpuMicroseconds / limit->cpuMicroseconds);
    std::fflush(stdout);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    if (argc != (quick ? 4 : 3)) {
        std::fprintf(stderr, "usage: bench_fanout [--quick] TINCAND BARE\n");
        return 2;
    }
    raiseDescriptorLimit();
    const std::vector<std::string> ours{argv[argc - 2],  "--memory", "--listen",          "127.0.0.1:0",
                                        "--flood-limit", "off",      "--max-connections", "5000"};
    const std::vector<std::string> bare{argv[argc - 1]};
    const int runs = quick ? 1 : 3;
    std::vector<Load> loads{{.clients = 100, .perSender = 32000}, {.clients = 1000, .perSender = 3200}};
    if (quick)
        loads = {{.clients = 20, .perSender = 100}, {.clients = 100, .perSender = 40}};

    std::printf("64-byte messages, 10 senders with 32 in flight, plain dialect; medians of %d\n", runs);
    std::printf("         deliveries per second              server CPU per delivery, us\n");
    std::printf("clients       tincand          bare  ratio     tincand        bare  ratio\n");
    for (const Load &load : loads) {
        if (!compare(ours, bare, load, runs))
            return 1;
    }
    return 0;
}
