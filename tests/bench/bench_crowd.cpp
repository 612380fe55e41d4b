// bench_crowd [--quick] TINCAND BARE: ten thousand plain clients in one room, beside a bare epoll
// broadcaster: how fast they are let in, what they cost in memory, and what five messages a second to all of
// them cost. Every delivery is counted and checked. Before that, how often plain and native ones are told of
// one another when all of them arrive.

#include "tests/bench/arrivals.h"
#include "tests/bench/cores.h"
#include "tests/bench/descriptorlimit.h"
#include "tests/bench/loopback.h"
#include "tests/bench/percentile.h"
#include "tests/bench/table.h"
#include "tests/bench/trial.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>

using namespace tincan::bench;

namespace {

constexpr int perSecond = 5;

struct Scale
{
    int runs = 3;
    int arriving = 4'000; ///< no more than the system lets wait
    int clients = 10'000;
    int messages = 100;
    int atOnce = 10'000; ///< who are counted when they arrive: so many that pairs would be too many
};

struct Crowd
{
    double cpuMicroseconds = 0; ///< per delivery
    double idleKilobytes = 0;   ///< of a connection
    double usedKilobytes = 0;   ///< after the messages
};

/// Says something and waits until it comes back.
bool isServed(int descriptor)
{
    const std::string frame = messageFrame(Dialect::Plain, 0, 0);
    if (send(descriptor, frame.data(), frame.size(), MSG_NOSIGNAL) != ssize_t(frame.size()))
        return false;
    std::string got;
    char buffer[4096];
    while (got.find(frame.c_str()) == std::string::npos) {
        const ssize_t size = recv(descriptor, buffer, sizeof buffer, 0);
        if (size <= 0)
            return false;
        got.append(buffer, std::size_t(size));
    }
    return true;
}

/// They are let in in their order, so that all are in when the last one is served. 0 where that failed.
double acceptsPerSecond(const Command &command, int clients)
{
    const ServerProcess server(command);
    std::vector<int> descriptors;
    const auto start = std::chrono::steady_clock::now();
    bool ok = server.port() != 0;
    for (int i = 0; ok && i < clients; ++i) {
        descriptors.push_back(connectToLoopback(server.port()));
        ok = descriptors.back() >= 0;
    }
    ok = ok && isServed(descriptors.back());
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    for (const int descriptor : descriptors)
        close(descriptor);
    return ok ? clients / took.count() : 0;
}

struct Accepts
{
    double server = 0; ///< a second
    double limit = 0;
};

/// The medians of several; both by turns.
std::optional<Accepts> measureAccepts(const Command &server, const Command &bare, const Scale &scale)
{
    std::vector<double> servers;
    std::vector<double> limits;
    for (int i = 0; i < scale.runs; ++i) {
        limits.push_back(acceptsPerSecond(bare, scale.arriving));
        servers.push_back(acceptsPerSecond(server, scale.arriving));
        if (limits.back() == 0 || servers.back() == 0) {
            std::fprintf(stderr, "not all were let in\n");
            return {};
        }
    }
    return Accepts{median(servers), median(limits)};
}

std::optional<Crowd> measureCrowd(const Command &command, const Scale &scale)
{
    Trial trial(command, {.clients = scale.clients, .senders = 10, .perSender = scale.messages / 10});
    if (!trial.isReady)
        return {};
    const auto perConnection = [&] {
        return double(trial.server.memoryKilobytes() - trial.memoryBefore) / scale.clients;
    };
    const double idle = perConnection();
    const std::int64_t cpuBefore = trial.server.cpuNanoseconds();
    if (!trial.load.runPaced(perSecond)) {
        std::fprintf(stderr, "%s: %s\n", command[0].c_str(), trial.load.error().c_str());
        return {};
    }
    const double cpu = double(trial.server.cpuNanoseconds() - cpuBefore) / 1000;
    return Crowd{cpu / double(trial.load.deliveries()), idle, perConnection()};
}

/// The one whose CPU stands in the middle of all.
Crowd medianOf(std::vector<Crowd> all)
{
    std::sort(all.begin(), all.end(),
              [](const Crowd &a, const Crowd &b) { return a.cpuMicroseconds < b.cpuMicroseconds; });
    return all[all.size() / 2];
}

struct Crowds
{
    Crowd server;
    Crowd limit;
};

/// Both by turns, since what else the computer does shifts them.
std::optional<Crowds> measureCrowds(const Command &server, const Command &bare, const Scale &scale)
{
    std::vector<Crowd> servers;
    std::vector<Crowd> limits;
    for (int i = 0; i < scale.runs; ++i) {
        const auto limit = measureCrowd(bare, scale);
        const auto crowd = limit ? measureCrowd(server, scale) : limit;
        if (!crowd)
            return {};
        limits.push_back(*limit);
        servers.push_back(*crowd);
    }
    return Crowds{medianOf(servers), medianOf(limits)};
}

} // namespace

int main(int argc, char **argv)
{
    const bool isQuick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    if (argc != (isQuick ? 4 : 3)) {
        std::fprintf(stderr, "usage: bench_crowd [--quick] TINCAND BARE\n");
        return 2;
    }
    raiseDescriptorLimit();
    leaveCoreToServer();
    const Command ours = tincandCommand(argv[argc - 2]);
    const Command bare{argv[argc - 1]};
    const Scale scale = isQuick ? Scale{1, 200, 300, 10, 1'000} : Scale();

    if (!countArrivals(ours, 100, scale.atOnce))
        return 1;
    std::printf("\n");
    printHead(std::to_string(scale.clients) + " plain clients, " + std::to_string(perSecond) +
              " messages a second; medians of " + std::to_string(scale.runs));
    const auto accepts = measureAccepts(ours, bare, scale);
    if (!accepts)
        return 1;
    printRow({"let in", accepts->server, accepts->limit, ratioAtLeast(0.5), "a second"});
    const auto crowds = measureCrowds(ours, bare, scale);
    if (!crowds)
        return 1;
    const auto &[server, limit] = *crowds;
    printRow(
        {"server CPU of a delivery", server.cpuMicroseconds, limit.cpuMicroseconds, ratioAtMost(1.15), "us"});
    printRow({"memory of an idle connection", server.idleKilobytes, limit.idleKilobytes, atMost(2), "KB"});
    printRow({"the same after the messages", server.usedKilobytes, limit.usedKilobytes, atMost(2), "KB"});
    return 0;
}
