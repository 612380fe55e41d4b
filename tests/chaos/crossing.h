#pragma once

#include "tests/chaos/lane.h"

namespace tincan::chaos {

/// One client's connection through the proxy, and what can happen to it.
class Crossing : public QObject
{
    Q_OBJECT

public:
    enum class Direction
    {
        ToServer,
        ToClient
    };

    /// Takes over the client's socket, and connects to the server on loopback.
    Crossing(QTcpSocket *client, quint16 server, const Weather &weather, quint32 seed, QObject *parent);

    void setWeather(const Weather &weather);
    void close(); ///< in the middle of whatever is under way, and both sides read the end
    void reset(); ///< the same, without an end: the sides get an error
    void halfClose(Direction direction); ///< ends one direction; what is on its way in the other arrives
    void closeAfter(Direction direction, qsizetype bytes); ///< when so many more have passed that way
    void mute(Direction direction);                        ///< nothing arrives any more that way
    /// Nothing arrives any more, and nobody is told; closes in the end.
    void stall(int milliseconds);

Q_SIGNALS:
    void ended();

private:
    void end();

    QTcpSocket *m_client;
    QTcpSocket *m_server;
    Lane m_toServer;
    Lane m_toClient;
    bool m_ended = false;
};

} // namespace tincan::chaos
