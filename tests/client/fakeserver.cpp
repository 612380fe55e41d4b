#include "fakeserver.h"

#include <QHostAddress>

FakeServer::FakeServer(quint16 port)
{
    connect(&m_server, &QTcpServer::newConnection, this, &FakeServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost, port)) {
        qFatal("no port on loopback");
    }
}

void FakeServer::accept()
{
    while (QTcpSocket *const socket = m_server.nextPendingConnection()) {
        m_peer = socket;
        ++m_connections;
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, held = QByteArray()]() mutable {
            held += socket->readAll();
            for (qsizetype end = held.indexOf('\0'); end >= 0; end = held.indexOf('\0')) {
                const QByteArray frame = held.first(end);
                held = held.sliced(end + 1);
                frames.append(frame);
                Q_EMIT framed(frame);
            }
        });
        Q_EMIT connected();
    }
}

void FakeServer::greet()
{
    raw(QByteArray("tincan/1 open A test - 1 here.\n\0", 32));
}

void FakeServer::say(const QByteArray &message)
{
    raw(message + '\0');
}

void FakeServer::raw(const QByteArray &bytes)
{
    if (m_peer) {
        m_peer->write(bytes);
        m_peer->flush();
    }
}

void FakeServer::hangUp()
{
    if (m_peer) {
        m_peer->disconnectFromHost();
    }
}

void FakeServer::vanish()
{
    if (m_peer) {
        m_peer->abort();
    }
}
