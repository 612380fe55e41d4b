// bench_tls [--quick] TINCAND BARE: what encryption costs the server, beside a bare server of OpenSSL and
// epoll in the same run: memory of a connection, its CPU for a handshake with nothing resumed, and for a
// message to one of many. Every handshake is finished by both sides, every delivery is counted and checked.
// Besides, how many handshakes a second `openssl s_time` gets, beside those that `openssl s_server` gives it.

#include "protocol/clock.h"
#include "protocol/identity.h"
#include "tests/bench/descriptorlimit.h"
#include "tests/bench/handshakerace.h"
#include "tests/bench/percentile.h"
#include "tests/bench/table.h"
#include "tests/bench/tlscrowd.h"
#include "tests/bench/trial.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <future>

using namespace tincan::bench;

namespace {

struct Scale
{
    int runs = 5;
    int clients = 1'000;
    int turns = 20;
    int messagesOfTurn = 100;
    int handshakes = 3'000;
    int raceRuns = 3;
    int raceSeconds = 2; ///< of one run
};

/// The files of one who is known by a key.
struct Keys
{
    std::string certificate;
    std::string key;
};

struct Servers
{
    Command ours;
    Command bare;
    Keys shown; ///< by both
    Keys own;   ///< of clients that show a certificate
};

/// What one costs; nanoseconds and bytes.
struct Cost
{
    double idle = 0;      ///< memory of a connection
    double used = 0;      ///< the same after traffic
    double delivery = 0;  ///< CPU
    double handshake = 0; ///< CPU
};

bool writeFile(const std::string &path, const QByteArray &bytes)
{
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.constData(), bytes.size());
    return file.good();
}

std::optional<Keys> makeKeys(const std::filesystem::path &folder, const char *name)
{
    const auto made = tincan::makeIdentity(tincan::SystemClock().utc());
    const auto *const identity = std::get_if<tincan::Identity>(&made);
    const Keys keys{folder / (std::string(name) + ".crt"), folder / (std::string(name) + ".key")};
    const bool ok =
        identity && writeFile(keys.certificate, identity->certificate) && writeFile(keys.key, identity->key);
    return ok ? std::optional(keys) : std::nullopt;
}

bool failed(const Command &command, const TlsCrowd &crowd)
{
    std::fprintf(stderr, "%s: %s\n", command[0].c_str(), crowd.error().c_str());
    return false;
}

/// Clients come, one message reaches all, and then many do.
bool measureCrowd(const Command &command, const TlsTarget &target, const ServerProcess &server,
                  const Scale &scale, Cost &cost)
{
    TlsCrowd crowd(target);
    const auto perClient = [&, before = server.memoryKilobytes()] {
        return double(server.memoryKilobytes() - before) * 1024 / scale.clients;
    };
    if (!crowd.connect(scale.clients) || !crowd.talk(1, 1))
        return failed(command, crowd);
    cost.idle = perClient();
    const std::int64_t heard = crowd.deliveries();
    const std::int64_t cpu = server.cpuNanoseconds();
    if (!crowd.talk(scale.turns, scale.messagesOfTurn))
        return failed(command, crowd);
    cost.used = perClient();
    cost.delivery = double(server.cpuNanoseconds() - cpu) / double(crowd.deliveries() - heard);
    return true;
}

/// Several visitors at a time, so that the server is never idle in between.
bool shakeHands(const Command &command, const TlsTarget &target, int times)
{
    constexpr int visitors = 4;
    std::vector<std::future<bool>> all;
    for (int i = 0; i < visitors; ++i)
        all.push_back(std::async(std::launch::async, [&] {
            TlsCrowd visitor(target);
            return visitor.shakeHands(times / visitors) || failed(command, visitor);
        }));
    return std::count_if(all.begin(), all.end(), [](auto &one) { return one.get(); }) == visitors;
}

std::optional<Cost> measure(const Command &command, TlsTarget target, const Scale &scale)
{
    const ServerProcess server(command);
    target.port = server.port();
    Cost cost;
    if (!shakeHands(command, target, scale.handshakes / 10)) // what is done once is done
        return {};
    const std::int64_t cpu = server.cpuNanoseconds();
    if (!shakeHands(command, target, scale.handshakes))
        return {};
    cost.handshake = double(server.cpuNanoseconds() - cpu) / scale.handshakes;
    return measureCrowd(command, target, server, scale, cost) ? std::optional(cost) : std::nullopt;
}

bool compare(const Servers &servers, const TlsTarget &target, const Scale &scale)
{
    std::vector<Cost> ours;
    std::vector<Cost> bare;
    for (int run = 0; run < scale.runs; ++run) { // in turns, for whatever else the machine does
        const auto limit = measure(servers.bare, target, scale);
        const auto server = limit ? measure(servers.ours, target, scale) : limit;
        if (!server)
            return false;
        bare.push_back(*limit);
        ours.push_back(*server);
    }
    struct What
    {
        const char *name;
        double Cost::*what;
        double unit;
        const char *unitName;
        Wanted wanted = {};
    };
    for (const What &one : {What{"memory of an idle connection", &Cost::idle, 1024, "KB", ratioAtMost(1.3)},
                            What{"the same after traffic", &Cost::used, 1024, "KB", ratioAtMost(1.3)},
                            What{"server CPU of a handshake", &Cost::handshake, 1000, "us"},
                            What{"server CPU of a delivery", &Cost::delivery, 1000, "us"}})
        printRow({one.name, median(ours, one.what) / one.unit, median(bare, one.what) / one.unit, one.wanted,
                  one.unitName});
    return true;
}

bool compareAll(const Servers &servers, const Scale &scale)
{
    const std::string crowd = std::to_string(scale.clients) + " clients, " +
                              std::to_string(scale.turns * scale.messagesOfTurn) +
                              " messages of 64 bytes to all; medians of " + std::to_string(scale.runs);
    printHead(crowd);
    TlsTarget target{.certificate = servers.shown.certificate};
    if (!compare(servers, target, scale))
        return false;
    std::printf("\n");
    printHead(crowd + ", clients with a certificate of their own");
    target.ownCertificate = servers.own.certificate;
    target.ownKey = servers.own.key;
    if (!compare(servers, target, scale))
        return false;
    std::printf("\n");
    return raceHandshakes({.tincand = servers.ours,
                           .certificate = servers.shown.certificate,
                           .key = servers.shown.key,
                           .seconds = scale.raceSeconds,
                           .runs = scale.raceRuns});
}

} // namespace

int main(int argc, char **argv)
{
    const bool isQuick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    if (argc != (isQuick ? 4 : 3)) {
        std::fprintf(stderr, "usage: bench_tls [--quick] TINCAND BARE\n");
        return 2;
    }
    const QCoreApplication application(argc, argv);
    raiseDescriptorLimit();
    const QTemporaryDir folder;
    const auto shown = makeKeys(folder.path().toStdString(), "server");
    const auto own = makeKeys(folder.path().toStdString(), "client");
    if (!shown || !own) {
        std::fprintf(stderr, "no keys could be written in %s\n", qPrintable(folder.path()));
        return 1;
    }
    Servers servers{
        tincandCommand(argv[argc - 2]), {argv[argc - 1], shown->certificate, shown->key}, *shown, *own};
    servers.ours.insert(servers.ours.end(), {"--cert", shown->certificate, "--key", shown->key});
    return compareAll(servers, isQuick ? Scale{1, 50, 3, 20, 40, 1, 1} : Scale()) ? 0 : 1;
}
