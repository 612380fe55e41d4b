#include "tests/bench/usage.h"

#include <QFile>
#include <QList>

#include <algorithm>
#include <sys/resource.h>
#include <unistd.h>

namespace tincan::bench {

namespace {

qint64 microseconds(const timeval &time)
{
    return qint64(time.tv_sec) * 1'000'000 + time.tv_usec;
}

} // namespace

qint64 cpuMicroseconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return microseconds(usage.ru_utime) + microseconds(usage.ru_stime);
}

qint64 wakeUps()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_nvcsw; // the kernel adds up what a thread has that ends; in /proc/self/task it is lost
}

qint64 threadCpuMicroseconds()
{
    rusage usage{};
    getrusage(RUSAGE_THREAD, &usage);
    return microseconds(usage.ru_utime) + microseconds(usage.ru_stime);
}

qint64 residentKilobytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> pages = file.readAll().split(' ');
    return pages.size() > 1 ? pages.at(1).toLongLong() * (sysconf(_SC_PAGESIZE) / 1024) : 0;
}

Spread spreadOf(QList<double> figures)
{
    if (figures.isEmpty())
        return {};
    std::sort(figures.begin(), figures.end());
    return {figures.at(figures.size() / 2), figures.last()};
}

std::string withMost(const char *unit, const Spread &spread)
{
    return QStringLiteral("%1, at most %2")
        .arg(QLatin1String(unit))
        .arg(spread.most, 0, 'f', 1)
        .toStdString();
}

} // namespace tincan::bench
