#include "server/tcplink.h"

#include "server/rawsocket.h"

#include <array>

namespace tincan {

namespace {

constexpr qint64 readBytes = 64 * 1024;

} // namespace

TcpLink::TcpLink(qintptr descriptor) : m_socket(this), m_linger(this)
{
    m_socket.setSocketDescriptor(descriptor);
    m_socket.setReadBufferSize(readBytes);
    m_peerAddress = m_socket.peerAddress();
    m_peerPort = m_socket.peerPort();
    m_ownEndpoint = {m_socket.localAddress(), m_socket.localPort()};
    rawsocket::watchPeer(descriptor);
    m_linger.setSingleShot(true);
    connect(&m_linger, &QTimer::timeout, this, &TcpLink::closed);
    connect(&m_socket, &QTcpSocket::readyRead, this, &TcpLink::read);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, &TcpLink::written);
    // Queued: a write may find out that the peer is gone, and nobody wants to be told from inside of it.
    connect(&m_socket, &QTcpSocket::disconnected, this, &TcpLink::closed, Qt::QueuedConnection);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        m_linger.start(error == QAbstractSocket::RemoteHostClosedError ? lingerMs : 0);
    });
}

void TcpLink::setObserver(LinkObserver *observer)
{
    m_observer = observer;
}

void TcpLink::write(QByteArrayView bytes)
{
    if (m_closing || m_closed)
        return;
    m_socket.write(bytes.data(), bytes.size());
    m_socket.flush();
}

qint64 TcpLink::pendingBytes() const
{
    return m_socket.bytesToWrite();
}

void TcpLink::closeAfterWriting()
{
    if (m_closing || m_closed)
        return;
    m_closing = true;
    if (m_socket.bytesToWrite() == 0)
        finishWriting();
}

void TcpLink::abort()
{
    m_closing = true;
    m_linger.start(0);
}

void TcpLink::read()
{
    std::array<char, readBytes> buffer;
    const qint64 size = m_socket.read(buffer.data(), buffer.size());
    if (size > 0 && !m_closing && m_observer)
        m_observer->bytesCame(QByteArrayView(buffer.data(), size));
}

void TcpLink::written()
{
    if (m_closing && m_socket.bytesToWrite() == 0 && !m_linger.isActive())
        finishWriting();
    else if (!m_closing && m_observer)
        m_observer->bytesLeft();
}

void TcpLink::finishWriting()
{
    rawsocket::endSending(m_socket.socketDescriptor());
    m_linger.start(lingerMs);
}

void TcpLink::closed()
{
    if (m_closed)
        return;
    m_closed = true;
    m_closing = true;
    m_linger.stop();
    m_socket.abort();
    if (m_observer)
        m_observer->linkClosed();
}

} // namespace tincan
