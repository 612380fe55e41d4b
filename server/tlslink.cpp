#include "server/tlslink.h"

#include "protocol/identity.h"
#include "protocol/textsanitizer.h"
#include "server/logging.h"
#include "server/rawsocket.h"
#include "server/tcplink.h"

#include <QSslCertificate>
#include <QSslKey>

#include <algorithm>
#include <array>

namespace tincan {

namespace {

constexpr qint64 readBytes = 64 * 1024;

} // namespace

// Signals of the socket are queued: a write may decrypt what has come meanwhile, or find out that the peer is
// gone, and nobody wants to be told from inside of it.
TlsLink::TlsLink(qintptr descriptor, const QSslConfiguration &configuration, Handshakes::Place place)
    : m_socket(this), m_place(std::move(place)), m_end(this), m_descriptor(descriptor),
      m_peer(rawsocket::peerEndpoint(descriptor)), m_own(rawsocket::ownEndpoint(descriptor))
{
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &TlsLink::closed);
    connect(&m_socket, &QSslSocket::encrypted, this, &TlsLink::encrypted, Qt::QueuedConnection);
    connect(&m_socket, &QSslSocket::readyRead, this, &TlsLink::read, Qt::QueuedConnection);
    connect(&m_socket, &QSslSocket::encryptedBytesWritten, this, &TlsLink::written, Qt::QueuedConnection);
    connect(&m_socket, &QSslSocket::disconnected, this, &TlsLink::socketEnded, Qt::QueuedConnection);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &TlsLink::failed, Qt::QueuedConnection);
    m_socket.setSocketDescriptor(descriptor);
    m_socket.setReadBufferSize(readBytes);
    m_socket.setSslConfiguration(configuration);
    m_socket.ignoreSslErrors(); // the peer's certificate is nobody's but its own
    rawsocket::watchPeer(descriptor);
    m_socket.startServerEncryption();
}

TlsLink::~TlsLink()
{
    m_socket.disconnect(this);
    if (m_rest >= 0)
        rawsocket::close(m_rest);
}

void TlsLink::setObserver(LinkObserver *observer)
{
    m_observer = observer;
}

qsizetype TlsLink::write(QByteArrayView bytes)
{
    const qsizetype taken = std::min<qsizetype>(bytes.size(), mostPending - pendingBytes());
    if (m_closing || m_closed || !m_encrypted || taken <= 0)
        return 0;
    m_socket.write(bytes.data(), taken);
    m_socket.flush();
    return taken;
}

qint64 TlsLink::pendingBytes() const
{
    return m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite();
}

int TlsLink::roundTrip() const
{
    return m_closed ? -1 : rawsocket::roundTrip(m_socket.socketDescriptor());
}

void TlsLink::closeAfterWriting()
{
    if (m_closing || m_closed)
        return;
    if (!m_encrypted)
        return abort();
    m_closing = true;
    if (pendingBytes() == 0)
        finishWriting();
}

void TlsLink::abort()
{
    m_closing = true;
    m_end.start(0);
}

void TlsLink::encrypted()
{
    m_place.leave();
    if (m_closing || m_closed)
        return;
    const QSslCertificate certificate = m_socket.peerCertificate();
    if (!certificate.isNull())
        m_peerKey = certificateFingerprint(certificate.toDer());
    m_encrypted = true;
    if (m_observer)
        m_observer->resumed();
    read();
}

void TlsLink::read()
{
    std::array<char, readBytes> buffer;
    while (m_encrypted && !m_closed) {
        const qint64 size = m_socket.read(buffer.data(), buffer.size());
        if (size <= 0)
            return;
        if (!m_closing && m_observer)
            m_observer->bytesCame(QByteArrayView(buffer.data(), size));
    }
}

void TlsLink::written()
{
    if (m_closing && pendingBytes() == 0 && m_rest < 0 && !m_closed)
        finishWriting();
    else if (!m_closing && m_observer)
        m_observer->bytesLeft();
}

void TlsLink::finishWriting()
{
    m_rest = rawsocket::duplicate(m_descriptor);
    m_socket.disconnectFromHost();
}

void TlsLink::failed(QAbstractSocket::SocketError error)
{
    if (m_closed || m_closing)
        return;
    if (m_encrypted && error == QAbstractSocket::RemoteHostClosedError) {
        m_end.start(TcpLink::lingerMs);
        return;
    }
    qCDebug(lcConnection).noquote() << "TLS with" << m_peer.toString()
                                    << "came to an end:" << sanitizeLine(m_socket.errorString());
    abort();
}

void TlsLink::socketEnded()
{
    if (m_rest >= 0)
        linger();
    else
        closed();
}

/// The last words are on their way. The peer reads them undisturbed as long as what it still sends is taken.
void TlsLink::linger()
{
    rawsocket::endSending(m_rest);
    m_unread = std::make_unique<QSocketNotifier>(m_rest, QSocketNotifier::Read);
    connect(m_unread.get(), &QSocketNotifier::activated, this, [this] {
        if (!rawsocket::drain(m_rest)) {
            m_unread->setEnabled(false);
            m_end.start(0);
        }
    });
    m_end.start(TcpLink::lingerMs);
}

void TlsLink::closed()
{
    if (m_closed)
        return;
    read();
    m_closed = true;
    m_closing = true;
    m_place.leave();
    m_end.stop();
    m_unread.reset();
    m_socket.abort();
    if (m_observer)
        m_observer->linkClosed();
}

} // namespace tincan
