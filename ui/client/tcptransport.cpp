#include "ui/client/tcptransport.h"

#include <QNetworkProxy>

namespace tincan {

namespace {

constexpr qint64 readAtOnce = 256 * 1024;

ConnectFailure failureFor(QAbstractSocket::SocketError error, bool established)
{
    if (established) {
        return ConnectFailure::Lost;
    }
    // Only what means something for the user is told apart: Qt's list is open-ended.
    if (error == QAbstractSocket::ConnectionRefusedError) {
        return ConnectFailure::Refused;
    }
    if (error == QAbstractSocket::HostNotFoundError) {
        return ConnectFailure::UnknownHost;
    }
    if (error == QAbstractSocket::SocketTimeoutError) {
        return ConnectFailure::TimedOut;
    }
    return error == QAbstractSocket::RemoteHostClosedError ? ConnectFailure::Lost
                                                           : ConnectFailure::Unreachable;
}

} // namespace

TcpTransport::TcpTransport(int tryNextAfter, QObject *parent)
    : Transport(parent), m_tryNextAfter(tryNextAfter)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &TcpTransport::tryNext);
}

TcpTransport::~TcpTransport()
{
    abort();
}

void TcpTransport::open(const QString &host, quint16 port)
{
    m_port = port;
    const QHostAddress literal(host);
    if (!literal.isNull()) {
        openAny({literal}, port);
        return;
    }
    m_lookup = QHostInfo::lookupHost(host, this, &TcpTransport::lookedUp);
}

void TcpTransport::lookedUp(const QHostInfo &info)
{
    m_lookup = -1;
    if (m_ended) {
        return;
    }
    if (info.addresses().isEmpty()) {
        end(ConnectFailure::UnknownHost, info.errorString());
        return;
    }
    openAny(info.addresses(), m_port);
}

void TcpTransport::openAny(const QList<QHostAddress> &addresses, quint16 port)
{
    Q_ASSERT(!addresses.isEmpty());
    m_addresses = addresses;
    m_port = port;
    tryNext();
}

void TcpTransport::tryNext()
{
    dropSocket();
    const QHostAddress address = m_addresses.takeFirst();
    m_socket = new QTcpSocket(this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(readAtOnce);
    connect(m_socket, &QTcpSocket::connected, this, &TcpTransport::established);
    connect(m_socket, &QTcpSocket::readyRead, this, &TcpTransport::readAll);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &TcpTransport::drained);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &TcpTransport::broken);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] { end(ConnectFailure::Lost, QString()); });
    if (!m_addresses.isEmpty()) {
        m_patience.start(m_tryNextAfter);
    }
    m_socket->connectToHost(address, m_port);
}

void TcpTransport::established()
{
    m_patience.stop();
    m_addresses.clear();
    m_established = true;
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    Q_EMIT opened();
}

void TcpTransport::send(const QByteArray &bytes)
{
    if (m_established && !m_ended) {
        m_socket->write(bytes);
    }
}

qint64 TcpTransport::unsent() const
{
    return m_socket ? m_socket->bytesToWrite() : 0;
}

void TcpTransport::finish()
{
    if (!m_established) {
        end(ConnectFailure::None, QString());
    } else if (!m_ended) {
        m_socket->disconnectFromHost();
    }
}

void TcpTransport::abort()
{
    m_ended = true;
    m_patience.stop();
    if (m_lookup >= 0) {
        QHostInfo::abortHostLookup(m_lookup);
        m_lookup = -1;
    }
    dropSocket();
}

void TcpTransport::readAll()
{
    const QByteArray bytes = m_socket->readAll();
    if (!bytes.isEmpty() && !m_ended) {
        Q_EMIT received(bytes);
    }
}

void TcpTransport::broken(QAbstractSocket::SocketError error)
{
    const QString detail = m_socket->errorString();
    if (!m_established && !m_addresses.isEmpty()) {
        m_patience.stop();
        tryNext();
        return;
    }
    readAll(); // what a server says before it closes matters most
    end(failureFor(error, m_established), detail);
}

void TcpTransport::end(ConnectFailure failure, const QString &detail)
{
    if (!m_ended) {
        abort();
        Q_EMIT ended(failure, detail);
    }
}

void TcpTransport::dropSocket()
{
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket->deleteLater();
        m_socket = nullptr;
    }
}

} // namespace tincan
