#include "ui/client/tcptransport.h"

#include <QSslSocket>

namespace tincan {

TcpTransport::TcpTransport(int tryNextAfter, QObject *parent)
    : Transport(parent), m_tryNextAfter(tryNextAfter)
{
}

TcpTransport::~TcpTransport()
{
    abort();
}

void TcpTransport::open(const QList<HostPort> &places, const TlsDemand &tls)
{
    m_race = new AddressRace(m_tryNextAfter, tls, this);
    connect(m_race, &AddressRace::won, this, &TcpTransport::established);
    connect(m_race, &AddressRace::lost, this,
            [this](ConnectFailure failure, const QString &detail, const ServerKey &key) {
                m_serverKey = key;
                end(failure, detail);
            });
    m_race->start(places);
}

void TcpTransport::established(QTcpSocket *socket, const ServerKey &key)
{
    m_race->deleteLater();
    m_race = nullptr;
    m_serverKey = key;
    m_socket = socket;
    m_socket->setParent(this);
    connect(m_socket, &QTcpSocket::readyRead, this, &TcpTransport::readAll);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &TcpTransport::broken);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] { end(ConnectFailure::Lost, QString()); });
    if (auto *const secure = qobject_cast<QSslSocket *>(m_socket)) {
        // Queued: it comes from the midst of encrypting, when nobody knows how much is left.
        connect(secure, &QSslSocket::encryptedBytesWritten, this, &TcpTransport::written,
                Qt::QueuedConnection);
    } else {
        connect(m_socket, &QTcpSocket::bytesWritten, this, &TcpTransport::written);
    }
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    Q_EMIT opened();
    if (!m_ended) {
        readAll(); // what came with the last of the handshake
    }
}

void TcpTransport::send(const QByteArray &bytes)
{
    if (m_socket && !m_ended) {
        m_socket->write(bytes);
    }
}

qint64 TcpTransport::unsent() const
{
    const auto *const secure = qobject_cast<const QSslSocket *>(m_socket);
    const qint64 encrypted = secure ? secure->encryptedBytesToWrite() : 0;
    return m_socket ? m_socket->bytesToWrite() + encrypted : 0;
}

void TcpTransport::finish()
{
    if (!m_socket) {
        end(ConnectFailure::None, QString());
    } else if (!m_ended) {
        m_finishing = true;
        written();
    }
}

void TcpTransport::written()
{
    if (m_ended) {
        return;
    }
    if (!m_finishing) {
        Q_EMIT drained();
    } else if (unsent() == 0) {
        m_socket->disconnectFromHost(); // not before: with TLS it does not wait for what is queued
    }
}

void TcpTransport::abort()
{
    m_ended = true;
    if (m_race) {
        m_race->disconnect(this);
        m_race->deleteLater();
        m_race = nullptr;
    }
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket->deleteLater();
        m_socket = nullptr;
    }
}

void TcpTransport::readAll()
{
    const QByteArray bytes = m_socket->readAll();
    if (!bytes.isEmpty() && !m_ended) {
        Q_EMIT received(bytes);
    }
}

void TcpTransport::broken(QAbstractSocket::SocketError)
{
    const QString detail = m_socket->errorString();
    readAll(); // what a server says before it closes matters most
    end(ConnectFailure::Lost, detail);
}

void TcpTransport::end(ConnectFailure failure, const QString &detail)
{
    if (!m_ended) {
        abort();
        Q_EMIT ended(failure, detail);
    }
}

} // namespace tincan
