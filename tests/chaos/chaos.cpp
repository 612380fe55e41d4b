// chaos [--seed N] [--messages N] [--kill-every N] … TINCAND: people talk while connections, clients and the
// server die; at the end every acknowledged message has to be there once, in one order, for everybody. The
// long form: chaos build/bin/tincand

#include "tests/chaos/chaosrun.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <csignal>
#include <cstdio>

using namespace tincan::chaos;

namespace {

void print(std::FILE *stream, const QString &line)
{
    std::fprintf(stream, "%s\n", qPrintable(line));
    std::fflush(stream);
}

int verdict(const ChaosRun &run, const ChaosOptions &options)
{
    constexpr qsizetype mostShown = 40;
    print(stdout, run.summary());
    const QStringList failures = run.failures();
    for (const QString &failure : failures.first(std::min(failures.size(), mostShown))) {
        print(stderr, failure);
    }
    if (!failures.isEmpty()) {
        print(stderr,
              QStringLiteral("%1 failures; again with %2").arg(failures.size()).arg(options.toString()));
    }
    return failures.isEmpty() ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication app(argc, argv);
    ChaosOptions options;
    if (const QString wrong = options.parse(QCoreApplication::arguments()); !wrong.isEmpty()) {
        print(stderr, wrong);
        return 2;
    }
    const QTemporaryDir data;
    options.data = data.path() + QStringLiteral("/server");
    options.copies = data.path();
    ChaosRun run(options);
    QObject::connect(&run, &ChaosRun::finished, &app, &QCoreApplication::quit, Qt::QueuedConnection);
    run.start();
    QCoreApplication::exec();
    return verdict(run, options);
}
