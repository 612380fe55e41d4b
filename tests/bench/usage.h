#pragma once

#include <QElapsedTimer>
#include <QList>

#include <string>

namespace tincan::bench {

/// Processor time of this process so far, in microseconds.
qint64 cpuMicroseconds();
/// The same of the calling thread alone.
qint64 threadCpuMicroseconds();

/// How often the threads of this process, also those that have ended, went to sleep so far, to be woken up
/// again.
qint64 wakeUps();

/// What of this process is in memory, in KiB.
qint64 residentKilobytes();

/// The middle of some figures, and the largest.
struct Spread
{
    double median = 0;
    double most = 0;
};
Spread spreadOf(QList<double> figures);
/// The unit of a row that shows the middle, and how large the largest was.
std::string withMost(const char *unit, const Spread &spread);

/// Milliseconds that `work` takes.
template <typename Work>
double millisecondsOf(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace tincan::bench
