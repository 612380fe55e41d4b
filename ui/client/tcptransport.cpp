#include "ui/client/tcptransport.h"

#include "protocol/identity.h"

#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

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

void TcpTransport::open(const QString &host, quint16 port, const TlsDemand &tls)
{
    m_port = port;
    m_tls = tls;
    const QHostAddress literal(host);
    if (!literal.isNull()) {
        openAny({literal}, port, tls);
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
    openAny(info.addresses(), m_port, m_tls);
}

void TcpTransport::openAny(const QList<QHostAddress> &addresses, quint16 port, const TlsDemand &tls)
{
    Q_ASSERT(!addresses.isEmpty());
    m_addresses = addresses;
    m_port = port;
    m_tls = tls;
    tryNext();
}

void TcpTransport::tryNext()
{
    dropSocket();
    const QHostAddress address = m_addresses.takeFirst();
    m_socket = makeSocket();
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(readAtOnce);
    connect(m_socket, &QTcpSocket::connected, this, &TcpTransport::reached);
    connect(m_socket, &QTcpSocket::readyRead, this, &TcpTransport::readAll);
    if (!m_tls.wanted) {
        connect(m_socket, &QTcpSocket::bytesWritten, this, &TcpTransport::written);
    }
    connect(m_socket, &QTcpSocket::errorOccurred, this, &TcpTransport::broken);
    connect(m_socket, &QTcpSocket::disconnected, this,
            [this] { end(m_handshaking ? ConnectFailure::NeedsTls : ConnectFailure::Lost, QString()); });
    if (!m_addresses.isEmpty()) {
        m_patience.start(m_tryNextAfter);
    }
    m_socket->connectToHost(address, m_port);
}

QTcpSocket *TcpTransport::makeSocket()
{
    if (!m_tls.wanted) {
        return new QTcpSocket(this);
    }
    auto *socket = new QSslSocket(this);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({});
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // encrypted() looks at the key
    socket->setSslConfiguration(configuration);
    connect(socket, &QSslSocket::encrypted, this, &TcpTransport::encrypted);
    // Queued: it comes from the midst of encrypting, when nobody knows how much is left.
    connect(socket, &QSslSocket::encryptedBytesWritten, this, &TcpTransport::written, Qt::QueuedConnection);
    return socket;
}

void TcpTransport::reached()
{
    m_patience.stop();
    m_addresses.clear();
    if (auto *const socket = qobject_cast<QSslSocket *>(m_socket)) {
        m_handshaking = true;
        socket->startClientEncryption();
    } else {
        established();
    }
}

void TcpTransport::encrypted()
{
    m_handshaking = false;
    const QSslCertificate certificate = qobject_cast<QSslSocket *>(m_socket)->peerCertificate();
    const QStringList units = certificate.subjectInfo(QSslCertificate::OrganizationalUnitName);
    m_serverKey = {keyFingerprint(certificate.publicKey().toDer()),
                   units.contains(QLatin1String(oneRunUnit))};
    if (!m_tls.key.isEmpty() && m_serverKey.fingerprint != m_tls.key) {
        end(ConnectFailure::WrongKey, QString());
    } else {
        established();
    }
}

void TcpTransport::established()
{
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
    const auto *const secure = qobject_cast<const QSslSocket *>(m_socket);
    const qint64 encrypted = secure ? secure->encryptedBytesToWrite() : 0;
    return m_socket ? m_socket->bytesToWrite() + encrypted : 0;
}

void TcpTransport::finish()
{
    if (!m_established) {
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
    if (m_handshaking) {
        end(ConnectFailure::NeedsTls, detail);
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
