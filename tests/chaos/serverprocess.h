#pragma once

#include <QObject>
#include <QProcess>
#include <QStringList>

namespace tincan::chaos {

/// A server as a process of its own, on a free port of the loopback interface, that can be killed and started
/// again.
class ServerProcess : public QObject
{
    Q_OBJECT

public:
    ServerProcess(const QString &program, const QStringList &options, QObject *parent = nullptr);
    ~ServerProcess() override; ///< kills it

    void start();     ///< listening() follows
    void kill();      ///< SIGKILL: not a word of goodbye; gone() follows
    void terminate(); ///< SIGTERM; gone() follows

    quint16 port() const { return m_port; } ///< 0 while nobody listens
    qint64 residentBytes() const;           ///< -1 where that cannot be known

Q_SIGNALS:
    void listening(quint16 port);
    void gone(int status); ///< -1: it did not end by itself
    void broken(const QString &why);

private:
    void readLines();
    void finished(int code, QProcess::ExitStatus status);

    QString m_program;
    QStringList m_options;
    QProcess m_process;
    quint16 m_port = 0;
    bool m_ending = false; ///< as was asked for
};

} // namespace tincan::chaos
