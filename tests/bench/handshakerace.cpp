#include "tests/bench/handshakerace.h"

#include "tests/bench/loopback.h"
#include "tests/bench/percentile.h"
#include "tests/bench/table.h"
#include "tests/bench/tlscrowd.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <thread>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace tincan::bench {

namespace {

constexpr int visitors = 4; ///< at a time, so that the server is never idle in between

/// Of one server.
struct Visits
{
    std::vector<double> perSecond;
    std::vector<double> cpu; ///< of the server for one, in microseconds
};

/// s_server does not tell which port the system chose for it.
int freePort()
{
    const int descriptor = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    const bool ok = bind(descriptor, reinterpret_cast<sockaddr *>(&address), size) == 0 &&
                    getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size) == 0;
    close(descriptor);
    return ok ? ntohs(address.sin_port) : 0;
}

/// What is done once is done then, and it is the server with the certificate.
bool servesOne(const TlsTarget &target)
{
    std::string why;
    for (int i = 0; i < 500; ++i) { // until it listens
        TlsCrowd visitor(target);
        if (visitor.shakeHands(1))
            return true;
        why = visitor.error();
        std::this_thread::sleep_for(20ms);
    }
    std::fprintf(stderr, "port %d: %s\n", target.port, why.c_str());
    return false;
}

/// How many handshakes it made; 0 where one failed.
int countOf(QProcess &visitor, int seconds)
{
    static const QRegularExpression told(u"(\\d+) connections in \\d+ real seconds"_s);
    if (!visitor.waitForFinished((seconds + 20) * 1000) || visitor.exitStatus() != QProcess::NormalExit ||
        visitor.exitCode() != 0)
        return 0;
    return told.match(QString::fromUtf8(visitor.readAllStandardOutput())).captured(1).toInt();
}

bool visit(const QString &openssl, const ServerProcess &server, int seconds, Visits &visits)
{
    const QStringList arguments{
        u"s_time"_s, u"-connect"_s,           u"127.0.0.1:%1"_s.arg(server.port()), u"-new"_s, u"-tls1_3"_s,
        u"-time"_s,  QString::number(seconds)};
    std::array<QProcess, visitors> all;
    const std::int64_t cpu = server.cpuNanoseconds();
    QElapsedTimer timer;
    timer.start();
    for (QProcess &visitor : all) {
        visitor.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        visitor.start(openssl, arguments);
    }
    double count = 0;
    for (QProcess &visitor : all) {
        const int own = countOf(visitor, seconds);
        if (own == 0) {
            std::fprintf(stderr, "openssl s_time was not served\n");
            return false;
        }
        count += own;
    }
    visits.perSecond.push_back(count * 1e9 / double(timer.nsecsElapsed()));
    visits.cpu.push_back(double(server.cpuNanoseconds() - cpu) / 1000 / count);
    return true;
}

bool visitBoth(const QString &openssl, const HandshakeRace &race, Visits &ours, Visits &limit)
{
    TlsTarget target{.port = freePort(), .certificate = race.certificate};
    // It asks for a client's certificate, remembers nobody and prints nothing, as tincand does.
    const ServerProcess bare({openssl.toStdString(), "s_server", "-quiet", "-accept",
                              "127.0.0.1:" + std::to_string(target.port), "-cert", race.certificate, "-key",
                              race.key, "-verify", "1", "-no_cache", "-num_tickets", "0"},
                             target.port);
    if (!servesOne(target))
        return false;
    const ServerProcess server(race.tincand);
    target.port = server.port();
    return servesOne(target) && visit(openssl, bare, race.seconds, limit) &&
           visit(openssl, server, race.seconds, ours);
}

} // namespace

bool raceHandshakes(const HandshakeRace &race)
{
    const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
    if (openssl.isEmpty()) {
        std::printf("no program openssl is here, whose s_server would be compared\n");
        return true;
    }
    Visits ours;
    Visits limit;
    for (int turn = 0; turn < race.runs; ++turn) {
        if (!visitBoth(openssl, race, ours, limit))
            return false;
    }
    printHead("handshakes, " + std::to_string(visitors) + " openssl s_time at a time; medians of " +
                  std::to_string(race.runs),
              "tincand", "s_server");
    printRow({"handshakes", median(ours.perSecond), median(limit.perSecond), ratioAtLeast(0.85), "a second"});
    printRow({"server CPU of a handshake", median(ours.cpu), median(limit.cpu), {}, "us"});
    return true;
}

} // namespace tincan::bench
