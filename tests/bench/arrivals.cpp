#include "tests/bench/arrivals.h"

#include "tests/bench/loopback.h"
#include "tests/bench/table.h"

#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace tincan::bench {

namespace {

constexpr int largeRoom = 200; ///< members; where there are more, nobody is told who comes

bool fail(const char *what)
{
    std::fprintf(stderr, "wrong: %s\n", what);
    return false;
}

double pairsOf(double people)
{
    return people * (people - 1) / 2;
}

/// Until the room is large, everybody who came is told to everybody else at most once: also to who came
/// before and was listed later. From then on, once a second, each native client is told the total.
double mostNotices(Dialect dialect, int clients, double seconds)
{
    if (clients <= largeRoom)
        return 2 * pairsOf(clients);
    const double totals = dialect == Dialect::Native ? (std::ceil(seconds) + 1) * clients : 0;
    return double(largeRoom) * clients + totals;
}

/// A line names one who came, and in a small room nobody may be left out.
std::int64_t leastNotices(Dialect dialect, int clients)
{
    if (dialect == Dialect::Native)
        return clients - 1;
    return clients <= largeRoom ? std::int64_t(pairsOf(clients)) : 0;
}

/// As a newcomer, who is among them, is greeted: "tincan/1 tls NAME - N here. …"; 0 where it is not.
int peopleGreeted(const ServerProcess &server)
{
    const int descriptor = connectToLoopback(server.port());
    std::string greeting;
    char byte = 0;
    while (recv(descriptor, &byte, 1, 0) == 1 && byte != '\0')
        greeting += byte;
    close(descriptor);
    const std::size_t number = greeting.find(" - ");
    return number == std::string::npos ? 0 : std::atoi(greeting.c_str() + number + 3);
}

bool countArrivalsOf(const Command &tincand, Dialect dialect, int clients)
{
    const ServerProcess server(tincand);
    FanoutLoad load({.clients = clients, .senders = 0, .dialect = dialect}, server.port());
    const std::int64_t cpu = server.cpuNanoseconds();
    const auto start = std::chrono::steady_clock::now();
    if (!load.connectAll() || !load.hearNotices(leastNotices(dialect, clients), clients))
        return fail(load.error().c_str());
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    const auto notices = double(load.notices().frames);
    const double most = mostNotices(dialect, clients, took.count());
    const bool isNative = dialect == Dialect::Native;
    printRow(
        {std::to_string(clients) + (isNative ? " native clients" : " plain clients") + ": notices to all",
         notices, pairsOf(clients), atMost(most)});
    printRow({"    their size", double(load.notices().bytes) / 1024, 0, {}, "KB"});
    printRow({"    server CPU of an arrival",
              double(server.cpuNanoseconds() - cpu) / 1000 / clients,
              0,
              {},
              "us"});
    if (notices > most)
        return fail("they were told too often who came");
    return peopleGreeted(server) == clients + 1 || fail("another number of people is here than came");
}

} // namespace

bool countArrivals(const Command &tincand, int few, int many)
{
    printHead("clients who arrive at once, beside a notice for each pair", "tincand", "each pair");
    for (const Dialect dialect : {Dialect::Plain, Dialect::Native}) {
        if (!countArrivalsOf(tincand, dialect, few) || !countArrivalsOf(tincand, dialect, many))
            return false;
    }
    return true;
}

} // namespace tincan::bench
