#include "app/quitsignals.h"

#include <csignal>
#include <windows.h>

namespace tincan {

namespace {

QuitSignals *listener = nullptr;

BOOL WINAPI tellEventLoop(DWORD)
{
    // Called on a thread of the system's own.
    SetConsoleCtrlHandler(tellEventLoop, FALSE);
    QMetaObject::invokeMethod(
        listener, [] { Q_EMIT listener->asked(SIGINT); }, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

class QuitSignals::Private
{
};

QuitSignals::QuitSignals(QObject *parent) : QObject(parent)
{
    listener = this;
    SetConsoleCtrlHandler(tellEventLoop, TRUE);
}

QuitSignals::~QuitSignals()
{
    SetConsoleCtrlHandler(tellEventLoop, FALSE);
}

} // namespace tincan
