#include "tests/bench/usage.h"

#include <QDir>
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
    qint64 count = 0;
    const QDir threads(QStringLiteral("/proc/self/task"));
    for (const QString &thread : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(threads.filePath(thread + QStringLiteral("/status")));
        const QByteArray status = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const qsizetype at = status.indexOf("\nvoluntary_ctxt_switches:");
        count += at < 0 ? 0 : status.mid(at + 25, 20).simplified().split(' ').first().toLongLong();
    }
    return count;
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

} // namespace tincan::bench
