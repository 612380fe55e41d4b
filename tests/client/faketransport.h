#pragma once

#include "ui/client/transport.h"

/// A transport that notes what is asked of it; the test emits what a network would bring.
class FakeTransport final : public tincan::Transport
{
    Q_OBJECT

public:
    using Transport::Transport;

    void open(const QList<tincan::HostPort> &places, const tincan::TlsDemand &demanded) override
    {
        host = places.first().host;
        port = places.first().port;
        tls = demanded;
    }
    void send(const QByteArray &bytes) override { sent += bytes; }
    qint64 unsent() const override { return waiting; }
    void finish() override { finished = true; }
    void abort() override { aborted = true; }

    tincan::ServerKey serverKey() const override { return key; }

    QString host;
    tincan::TlsDemand tls;
    tincan::ServerKey key; ///< that the server shows
    quint16 port = 0;
    QByteArray sent;
    qint64 waiting = 0;
    bool finished = false;
    bool aborted = false;
};
