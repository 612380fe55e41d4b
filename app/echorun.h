#pragma once

#include "app/clioptions.h"
#include "app/inputlines.h"
#include "protocol/framer.h"
#include "ui/client/tcptransport.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>

namespace tincan {

/// Sends each line of standard input to an echo server, and prints what comes back with the time that it
/// took.
class EchoRun : public QObject
{
    Q_OBJECT

public:
    EchoRun(const RoomAddress &address, bool tls, QObject *parent = nullptr);

    void start();
    void leave(int status);

Q_SIGNALS:
    void finished(int status);

private:
    void send(const QString &line);
    void receive(const QByteArray &bytes);
    void print(QByteArrayView message);
    void goOn();
    void fail(ConnectFailure failure, const QString &detail);

    RoomAddress m_address;
    bool m_tls;
    TcpTransport m_transport;
    InputLines m_input;
    Framer m_framer;
    QElapsedTimer m_time;
    std::deque<qint64> m_sent; ///< when, in nanoseconds
    QTimer m_deadline;
    bool m_inputEnded = false;
    bool m_over = false;
};

} // namespace tincan
