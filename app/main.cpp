#include "app/application.h"
#include "app/appoptions.h"

#include <QApplication>

#include <cstdio>

namespace {

int say(const tincan::AppOptions &options)
{
    const bool complains = options.action == tincan::AppOptions::Action::Complain;
    const QByteArray text = options.text.toLocal8Bit();
    std::fprintf(complains ? stderr : stdout, complains ? "tincan: %s\n" : "%s", text.constData());
    return complains ? 2 : 0;
}

QStringList arguments(int argc, const char *const *argv)
{
    QStringList list;
    for (int i = 0; i < argc; ++i)
        list.append(QString::fromLocal8Bit(argv[i]));
    return list;
}

} // namespace

int main(int argc, char **argv)
{
    tincan::keepNameFromQt(argc, argv);
    // Help needs no display. Everything else is judged after Qt has taken its own options (-platform,
    // -reverse, …).
    const auto asked = tincan::AppOptions::parse(arguments(argc, argv));
    if (asked.action == tincan::AppOptions::Action::PrintAndExit)
        return say(asked);

    QApplication application(argc, argv);
    const auto options = tincan::AppOptions::parse(arguments(argc, argv));
    if (options.action != tincan::AppOptions::Action::Run)
        return say(options);

    QApplication::setApplicationName(QStringLiteral("Tincan"));
    QApplication::setApplicationVersion(QStringLiteral(TINCAN_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("tincan"));
    QApplication::setQuitOnLastWindowClosed(false);
    tincan::Application tincan(options);
    tincan.start();
    return QApplication::exec();
}
