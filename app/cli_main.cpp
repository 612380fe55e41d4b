#include "app/chatrun.h"
#include "app/clioptions.h"
#include "app/echorun.h"
#include "app/ownidentity.h"
#include "app/quitsignals.h"

#include <QCoreApplication>
#include <QStandardPaths>

#include <cstdio>

namespace {

constexpr int signalStatus = 128;

QString userName()
{
    const QString user = qEnvironmentVariable("USER");
    return user.isEmpty() ? qEnvironmentVariable("USERNAME") : user;
}

int printKey()
{
    const QString profile = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    const QByteArray fingerprint = tincan::keyFingerprint(tincan::ownIdentity(profile));
    if (fingerprint.isEmpty()) {
        std::fprintf(stderr, "tincan-cli: there is no key, and none can be made in %s\n",
                     profile.toLocal8Bit().constData());
        return 1;
    }
    std::printf("%s\n", fingerprint.constData());
    return 0;
}

/// Runs what `run` does until it has finished or somebody asks the program to end.
template <typename Run>
int execute(Run &run)
{
    tincan::QuitSignals signals;
    QObject::connect(&signals, &tincan::QuitSignals::asked, &run,
                     [&run](int number) { run.leave(signalStatus + number); });
    QObject::connect(
        &run, &Run::finished, qApp, [](int status) { QCoreApplication::exit(status); }, Qt::QueuedConnection);
    run.start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto options = tincan::CliOptions::parse(QCoreApplication::arguments(), userName());
    switch (options.action) {
    case tincan::CliOptions::Action::PrintAndExit:
        std::fputs(options.text.toLocal8Bit().constData(), stdout);
        return options.status;
    case tincan::CliOptions::Action::Complain:
        std::fprintf(stderr, "tincan-cli: %s\n", options.text.toLocal8Bit().constData());
        return options.status;
    case tincan::CliOptions::Action::Echo: {
        tincan::EchoRun run(options.address, options.tls);
        return execute(run);
    }
    case tincan::CliOptions::Action::PrintKey:
        return printKey();
    case tincan::CliOptions::Action::Chat: {
        tincan::ChatRun run(options, tincan::StandardInput::isTerminal());
        return execute(run);
    }
    }
    return 0;
}
