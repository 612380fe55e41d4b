#pragma once

#include "ui/client/transport.h"

/// A transport that notes what is asked of it; the test emits what a network would bring.
class FakeTransport final : public tincan::Transport
{
    Q_OBJECT

public:
    using Transport::Transport;

    void open(const QString &toHost, quint16 toPort) override
    {
        host = toHost;
        port = toPort;
    }
    void send(const QByteArray &bytes) override { sent += bytes; }
    qint64 unsent() const override { return waiting; }
    void finish() override { finished = true; }
    void abort() override { aborted = true; }

    QString host;
    quint16 port = 0;
    QByteArray sent;
    qint64 waiting = 0;
    bool finished = false;
    bool aborted = false;
};
