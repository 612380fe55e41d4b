#include "broadcastserver.h"

#include <QHostAddress>

BroadcastServer::BroadcastServer(Manner manner, quint16 port) : m_manner(manner)
{
    connect(&m_server, &QTcpServer::newConnection, this, &BroadcastServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost, port)) {
        qFatal("no port on loopback");
    }
}

void BroadcastServer::accept()
{
    while (QTcpSocket *const socket = m_server.nextPendingConnection()) {
        ++m_accepted;
        m_held.insert(socket, {});
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_held.remove(socket);
            socket->deleteLater();
        });
    }
}

void BroadcastServer::read(QTcpSocket *socket)
{
    QByteArray &held = m_held[socket];
    held += socket->readAll();
    for (qsizetype end = held.indexOf('\0'); end >= 0; end = held.indexOf('\0')) {
        const QByteArray message = held.first(end);
        held = held.sliced(end + 1);
        heard.append(message);
        const QByteArray from = "('127.0.0.1', " + QByteArray::number(socket->peerPort()) + "): ";
        for (auto client = m_held.keyBegin(); client != m_held.keyEnd(); ++client) {
            if (*client != socket || m_manner != Manner::NotToSender) {
                write(*client, from + message + '\0');
            }
        }
    }
}

void BroadcastServer::write(QTcpSocket *socket, const QByteArray &bytes)
{
    if (m_manner != Manner::InPieces) {
        socket->write(bytes);
        return;
    }
    for (const char byte : bytes) {
        socket->write(&byte, 1);
        socket->flush();
    }
}

void BroadcastServer::send(const QByteArray &bytes)
{
    for (auto client = m_held.keyBegin(); client != m_held.keyEnd(); ++client) {
        write(*client, bytes);
    }
}

void BroadcastServer::goAway()
{
    const QList<QTcpSocket *> sockets = m_held.keys();
    for (QTcpSocket *const socket : sockets) {
        socket->abort();
    }
}
