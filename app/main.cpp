#include "app/application.h"
#include "app/appoptions.h"
#include "app/desktopalerts.h"
#include "app/desktoptray.h"
#include "app/instancecall.h"
#include "app/soleinstance.h"

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

/// Another program has this profile open: it comes to the front, and gets the address.
int callTheOther(const tincan::AppOptions &options)
{
    tincan::InstanceCall call(tincan::profileDirectory(options),
                              options.join ? options.join->toLink() : QString());
    QObject::connect(
        &call, &tincan::InstanceCall::answered, qApp, [] { QCoreApplication::exit(0); },
        Qt::QueuedConnection);
    QObject::connect(&call, &tincan::InstanceCall::failed, qApp, [] {
        std::fputs("tincan: it is running already, but does not answer\n", stderr);
        QCoreApplication::exit(1);
    });
    if (options.host)
        std::fputs("tincan: it is running already; host from its menu, or take another --profile\n", stderr);
    call.start();
    return QApplication::exec();
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
    tincan::SoleInstance instance(tincan::profileDirectory(options));
    if (!instance.claim())
        return callTheOther(options);

    tincan::Application tincan(options);
    QObject::connect(&instance, &tincan::SoleInstance::called, &tincan, &tincan::Application::answerCall);
    QObject::connect(&tincan, &tincan::Application::appeared, &tincan, [&tincan] {
        tincan.setNotifier(tincan::desktopNotifier());
        tincan.setTray(tincan::desktopTray());
    });
    tincan.start();
    return QApplication::exec();
}
