// How fast the window is, offscreen, with the widgets of the program. Prints one table a part.
//
//     bench_window [--quick] TINCAND

#include "tests/bench/crowd.h"
#include "tests/bench/floodedroom.h"
#include "tests/bench/idlewindow.h"
#include "tests/bench/longroom.h"
#include "tests/bench/windowstart.h"

#include <QApplication>

#include <cstdio>

using namespace tincan::bench;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QString mode = QString::fromLocal8Bit(argc > 1 ? argv[1] : "");
    if (mode == "--bare"_L1)
        return showWindow(argc, argv, {});
    if (mode == "--profile"_L1 && argc > 2)
        return showWindow(argc, argv, QString::fromLocal8Bit(argv[2]));
    if (mode == "--idle"_L1 && argc > 3)
        return idleWindow(argc, argv, QByteArray(argv[2]).toUShort(), QByteArray(argv[3]) == "quick");
    if (argc < 2) {
        std::fputs("usage: bench_window [--quick] TINCAND\n", stderr);
        return 2;
    }
    const bool quick = mode == "--quick"_L1;
    const QApplication application(argc, argv);
    const QString program = QCoreApplication::applicationFilePath();
    const QString server = QString::fromLocal8Bit(argv[argc - 1]);
    const int perSecond = quick ? 500 : 5'000;
    const int seconds = quick ? 1 : 10;
    bool right = measureStart(program, quick ? 1'000 : 100'000, quick ? 1 : 5);
    std::puts("");
    right &= measureIdle(program, server, quick);
    std::puts("");
    right &= measureLongRoom(quick ? 10'000 : 1'000'000);
    std::puts("");
    right &= measureCrowd(quick ? 500 : 10'000);
    std::puts("");
    const auto cpuInOpenRoom = measureFlood(server, perSecond, seconds);
    std::puts("");
    right &= cpuInOpenRoom && measureFloodAside(server, perSecond, seconds, *cpuInOpenRoom);
    return right ? 0 : 1;
}
