#include "tests/bench/idlewindow.h"

#include "app/application.h"
#include "tests/bench/serverprocess.h"
#include "tests/bench/telling.h"
#include "ui/models/chatsessions.h"
#include "ui/widgets/mainwindow.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <cstdio>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace tincan::bench {

namespace {

constexpr std::chrono::seconds settling = 14s; ///< the cursor blinks for a while after the last key
constexpr std::chrono::seconds idling = 30s;

/// `state` says how many conversations are open by a connection that stands.
template <typename State>
void tellIdleness(bool quick, State state)
{
    QTimer::singleShot(quick ? 1s : settling, qApp, [quick, state] {
        tell("settled", state());
        QTimer::singleShot(quick ? 1s : idling, qApp, [state] {
            tell("idle", state());
            QCoreApplication::quit();
        });
    });
}

int conversationsOf(const QList<ServerSession *> &sessions)
{
    int count = 0;
    for (const ServerSession *session : sessions)
        count += session->state().phase == Phase::Online ? int(session->conversations().size()) : 0;
    return count;
}

void print(const char *what, double program, double bare)
{
    std::printf("%-44s %10.1f %10.1f\n", what, program, bare);
}

} // namespace

int idleWindow(int argc, char **argv, quint16 port, bool quick)
{
    const QApplication application(argc, argv);
    if (port == 0) {
        QMainWindow bare;
        bare.resize(1180, 760);
        bare.show();
        tellIdleness(quick, [] { return 1; });
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
    tellIdleness(quick, [&program] { return conversationsOf(program.sessions().sessions()); });
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
    std::printf("in a room where nothing happens, for %lld s\n%-44s %10s %10s\n",
                (long long)(quick ? 1s : idling).count(), "", "tincan", "bare");
    print("wake-ups", used(our, &Told::wakeUps), used(bare, &Told::wakeUps));
    print("CPU, ms", used(our, &Told::cpu), used(bare, &Told::cpu));
    std::printf("\n");
    const bool right = our["settled"].rows > 0 && our["idle"].rows > 0 && bare.has("idle");
    if (!right)
        std::fputs("wrong: the program is not connected\n", stderr);
    return right;
}

} // namespace tincan::bench
