#include "tests/bench/idlewindow.h"

#include "app/application.h"
#include "tests/bench/serverprocess.h"
#include "tests/bench/table.h"
#include "tests/bench/telling.h"
#include "ui/models/chatsessions.h"
#include "ui/widgets/mainwindow.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <functional>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace tincan::bench {

namespace {

constexpr std::chrono::seconds settling = 14s; ///< the cursor blinks for a while after the last key
constexpr std::chrono::seconds idling = 30s;

/// `state` says how many conversations are open by a connection that stands; `settled` is called before it
/// is asked first.
void tellIdleness(bool quick, const std::function<void()> &settled, const std::function<int()> &state)
{
    QTimer::singleShot(quick ? 1s : settling, qApp, [quick, settled, state] {
        settled();
        tell("settled", state());
        QTimer::singleShot(quick ? 1s : idling, qApp, [state] {
            tell("idle", state());
            QCoreApplication::quit();
        });
    });
}

/// Calls where a session goes, or its connection is not what it was.
void whenInterrupted(const ChatSessions &sessions, const std::function<void()> &interrupted)
{
    QObject::connect(&sessions, &ChatSessions::sessionAboutToBeRemoved, qApp, interrupted);
    for (const ServerSession *session : sessions.sessions()) {
        QObject::connect(session, &ServerSession::stateChanged, qApp, [session, interrupted] {
            if (session->state().phase != Phase::Online)
                interrupted();
        });
    }
}

int conversationsOf(const QList<ServerSession *> &sessions)
{
    int count = 0;
    for (const ServerSession *session : sessions)
        count += session->state().phase == Phase::Online ? int(session->conversations().size()) : 0;
    return count;
}

} // namespace

int idleWindow(int argc, char **argv, quint16 port, bool quick)
{
    const QApplication application(argc, argv);
    if (port == 0) {
        QMainWindow bare;
        bare.resize(1180, 760);
        bare.show();
        tellIdleness(
            quick, [] {}, [] { return 1; });
        return QApplication::exec();
    }
    const QTemporaryDir profile;
    AppOptions options;
    options.profile = profile.path();
    options.name = u"Ada"_s;
    options.nearby = u"lo"_s;
    options.join = RoomAddress{u"127.0.0.1"_s, port};
    Application program(options);
    program.start();
    bool isWhole = true;
    tellIdleness(
        quick, [&] { whenInterrupted(program.sessions(), [&isWhole] { isWhole = false; }); },
        [&] { return isWhole ? conversationsOf(program.sessions().sessions()) : 0; });
    return QApplication::exec();
}

bool measureIdle(const QString &program, const QString &server, bool quick)
{
    const ServerProcess process({server.toStdString(), "--memory", "--listen", "127.0.0.1:0"});
    const QString length = quick ? u"quick"_s : u"full"_s;
    const Telling our = run(program, {u"--idle"_s, QString::number(process.port()), length});
    const Telling bare = run(program, {u"--idle"_s, u"0"_s, length});
    const auto used = [](const Telling &telling, double Told::*what) {
        return telling["idle"].*what - telling["settled"].*what;
    };
    printHead("in a room where nothing happens, for " + std::to_string((quick ? 1s : idling).count()) + " s",
              "tincan");
    printRow({"wake-ups", used(our, &Told::wakeUps), used(bare, &Told::wakeUps)});
    printRow({"CPU", used(our, &Told::cpu), used(bare, &Told::cpu), {}, "ms"});
    const bool right = our["settled"].rows > 0 && our["idle"].rows > 0 && bare.has("idle");
    if (!right)
        std::fputs("wrong: the program was not connected all the time\n", stderr);
    return right;
}

} // namespace tincan::bench
