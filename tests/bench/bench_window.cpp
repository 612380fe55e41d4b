// How fast the window is, offscreen, with the widgets of the program. Prints one table a part.
//
//     bench_window [--quick]

#include "tests/bench/crowd.h"
#include "tests/bench/longroom.h"

#include <QApplication>

#include <cstring>

using namespace tincan::bench;

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    const QApplication application(argc, argv);
    bool right = measureLongRoom(quick ? 10'000 : 1'000'000);
    right &= measureCrowd(quick ? 500 : 10'000);
    return right ? 0 : 1;
}
