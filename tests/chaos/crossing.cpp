#include "tests/chaos/crossing.h"

#include <QHostAddress>

#include <sys/socket.h>

namespace tincan::chaos {

namespace {

void resetWhenClosed(const QTcpSocket &socket)
{
    const linger hard{1, 0};
    ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
}

} // namespace

Crossing::Crossing(QTcpSocket *client, quint16 server, const Weather &weather, quint32 seed, QObject *parent)
    : QObject(parent), m_client(client), m_server(new QTcpSocket(this)),
      m_toServer(*m_client, *m_server, weather, seed), m_toClient(*m_server, *m_client, weather, seed + 1)
{
    m_client->setParent(this);
    m_client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_server, &QTcpSocket::connected, this,
            [this] { m_server->setSocketOption(QAbstractSocket::LowDelayOption, 1); });
    connect(&m_toServer, &Lane::finished, this, &Crossing::end);
    connect(&m_toClient, &Lane::finished, this, &Crossing::end);
    m_server->connectToHost(QHostAddress(QHostAddress::LocalHost), server);
}

void Crossing::setWeather(const Weather &weather)
{
    m_toServer.setWeather(weather);
    m_toClient.setWeather(weather);
}

void Crossing::close()
{
    m_toServer.spill();
    m_toClient.spill();
    end();
}

void Crossing::reset()
{
    m_toServer.spill();
    m_toClient.spill();
    resetWhenClosed(*m_client);
    resetWhenClosed(*m_server);
    m_client->abort();
    m_server->abort();
    end();
}

void Crossing::halfClose(Direction direction)
{
    (direction == Direction::ToServer ? m_toServer : m_toClient).endSending();
}

void Crossing::closeAfter(Direction direction, qsizetype bytes)
{
    (direction == Direction::ToServer ? m_toServer : m_toClient).endAfter(bytes);
}

void Crossing::mute(Direction direction)
{
    (direction == Direction::ToServer ? m_toServer : m_toClient).stall();
}

void Crossing::stall(int milliseconds)
{
    m_toServer.stall();
    m_toClient.stall();
    QTimer::singleShot(milliseconds, this, &Crossing::close);
}

void Crossing::end()
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_client->disconnectFromHost();
    m_server->disconnectFromHost();
    Q_EMIT ended();
}

} // namespace tincan::chaos
