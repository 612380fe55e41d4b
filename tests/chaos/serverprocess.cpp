#include "tests/chaos/serverprocess.h"

#include <QFile>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace tincan::chaos {

ServerProcess::ServerProcess(const QString &program, const QStringList &options, QObject *parent)
    : QObject(parent), m_program(program), m_options(options)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setChildProcessModifier(
        [] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); }); // no server outlives its test
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ServerProcess::readLines);
    connect(&m_process, &QProcess::finished, this, &ServerProcess::finished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            Q_EMIT broken(m_process.errorString());
        }
    });
}

ServerProcess::~ServerProcess()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished();
}

void ServerProcess::start()
{
    m_ending = false;
    m_process.start(m_program, QStringList{u"--listen"_s, u"127.0.0.1:0"_s} + m_options);
}

void ServerProcess::kill()
{
    m_ending = true;
    m_port = 0;
    m_process.kill();
}

void ServerProcess::terminate()
{
    m_ending = true;
    m_process.terminate();
}

qint64 ServerProcess::residentBytes() const
{
    QFile status(u"/proc/%1/status"_s.arg(m_process.processId()));
    if (!status.open(QIODevice::ReadOnly)) {
        return -1;
    }
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS:")) {
            return line.simplified().split(' ').value(1).toLongLong() * 1024;
        }
    }
    return -1;
}

void ServerProcess::readLines()
{
    while (m_process.canReadLine()) {
        const QByteArray line = m_process.readLine().trimmed();
        if (line.startsWith("listening on ")) {
            m_port = line.mid(line.lastIndexOf(':') + 1).toUShort();
            Q_EMIT listening(m_port);
        }
    }
}

void ServerProcess::finished(int code, QProcess::ExitStatus status)
{
    m_port = 0;
    if (m_ending) {
        Q_EMIT gone(status == QProcess::NormalExit ? code : -1);
    } else {
        Q_EMIT broken(u"it ended by itself, with status %1"_s.arg(code));
    }
}

} // namespace tincan::chaos
