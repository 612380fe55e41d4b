#include "app/quitsignals.h"

#include <QSocketNotifier>

#include <csignal>
#include <cstdint>
#include <fcntl.h>
#include <unistd.h>

namespace tincan {

namespace {

int wakeUp[2] = {-1, -1}; // the one thing that a signal handler may touch

void tellEventLoop(int number)
{
    const auto byte = std::uint8_t(number);
    const ssize_t written = write(wakeUp[1], &byte, 1);
    std::signal(number, SIG_DFL);
    static_cast<void>(written);
}

} // namespace

class QuitSignals::Private
{
public:
    explicit Private(QuitSignals &signals) : notifier(wakeUp[0], QSocketNotifier::Read)
    {
        connect(&notifier, &QSocketNotifier::activated, &signals, [&signals] {
            std::uint8_t number = 0;
            if (read(wakeUp[0], &number, 1) == 1) {
                Q_EMIT signals.asked(number);
            }
        });
    }

    QSocketNotifier notifier;
};

QuitSignals::QuitSignals(QObject *parent) : QObject(parent)
{
    std::signal(SIGPIPE, SIG_IGN);
    if (pipe(wakeUp) != 0) {
        return; // then signals end the program as they always do
    }
    for (const int end : wakeUp) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    d = std::make_unique<Private>(*this);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        std::signal(number, tellEventLoop);
    }
}

QuitSignals::~QuitSignals()
{
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        std::signal(number, SIG_DFL);
    }
}

} // namespace tincan
