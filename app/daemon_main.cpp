#include "app/daemonlanguage.h"
#include "app/daemonoptions.h"
#include "app/daemonrun.h"
#include "app/descriptorlimit.h"
#include "app/quitsignals.h"
#include "app/storewords.h"
#include "server/logbackup.h"
#include "server/passwordhash.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace {

constexpr int wrongCallStatus = 2;

int printHash()
{
    constexpr qint64 longestLine = 4096;
    QFile input;
    const bool opened = input.open(stdin, QIODevice::ReadOnly);
    const QByteArray line = opened ? input.readLine(longestLine) : QByteArray();
    const QString word = QString::fromUtf8(line).remove(u'\n').remove(u'\r');
    const QByteArray hash = word.isEmpty() ? QByteArray() : tincan::hashPassword(word);
    if (hash.isEmpty()) {
        std::fputs("tincand: there is no password on standard input\n", stderr);
        return wrongCallStatus;
    }
    std::printf("%s\n", hash.constData());
    return 0;
}

int copyLog(const tincan::DaemonOptions &options)
{
    tincan::useLanguage(options.language);
    const auto failure = options.action == tincan::DaemonOptions::Action::BackUp
                             ? tincan::backUpLog(options.dataDirectory, options.backupFile)
                             : tincan::restoreLog(options.dataDirectory, options.backupFile);
    if (failure) {
        std::fprintf(stderr, "tincand: %s\n",
                     tincan::StoreWords::explain(*failure).toLocal8Bit().constData());
        return wrongCallStatus;
    }
    return 0;
}

int serve(const tincan::DaemonOptions &options)
{
    tincan::useLanguage(options.language);
    tincan::raiseDescriptorLimit();
    tincan::QuitSignals signals;
    tincan::DaemonRun run(options);
    QObject::connect(&signals, &tincan::QuitSignals::asked, &run, &tincan::DaemonRun::leave);
    QObject::connect(
        &run, &tincan::DaemonRun::finished, qApp, [](int status) { QCoreApplication::exit(status); },
        Qt::QueuedConnection);
    run.start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    // Qt's dispatcher on GLib keeps its notifiers in lists: with many connections each turn gets slow.
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication application(argc, argv);
    const auto options = tincan::DaemonOptions::parse(QCoreApplication::arguments());
    switch (options.action) {
    case tincan::DaemonOptions::Action::PrintAndExit:
        std::fputs(options.text.toLocal8Bit().constData(), stdout);
        return 0;
    case tincan::DaemonOptions::Action::Complain:
        std::fprintf(stderr, "tincand: %s\n", options.text.toLocal8Bit().constData());
        return wrongCallStatus;
    case tincan::DaemonOptions::Action::HashPassword:
        return printHash();
    case tincan::DaemonOptions::Action::BackUp:
    case tincan::DaemonOptions::Action::Restore:
        return copyLog(options);
    case tincan::DaemonOptions::Action::Serve:
        return serve(options);
    }
    return 0;
}
