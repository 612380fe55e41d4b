#include "tests/bench/telling.h"

#include "tests/bench/usage.h"

#include <QList>
#include <QProcess>

#include <cstdio>

namespace tincan::bench {

void tell(const char *what, int rows)
{
    std::printf("%s %lld %lld %lld %d\n", what, (long long)cpuMicroseconds(), (long long)residentKilobytes(),
                (long long)wakeUps(), rows);
    std::fflush(stdout);
}

Telling::Telling(const QByteArray &output)
{
    for (const QByteArray &line : output.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 5)
            m_told.insert(words.at(0), {words.at(1).toDouble() / 1e3, words.at(2).toDouble() / 1024,
                                        words.at(3).toDouble(), words.at(4).toInt()});
    }
}

Telling run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    process.waitForFinished(-1);
    return Telling(process.readAllStandardOutput());
}

} // namespace tincan::bench
