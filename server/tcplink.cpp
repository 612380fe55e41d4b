#include "server/tcplink.h"

#include "server/rawsocket.h"

#include <array>
#include <utility>

namespace tincan {

namespace {

constexpr std::size_t readBytes = 64 * 1024;

} // namespace

TcpLink::TcpLink(qintptr descriptor, const Endpoint &peer, const LinkWaits &waits)
    : m_descriptor(descriptor), m_waits(waits), m_peer(peer)
{
    rawsocket::watchPeer(descriptor);
    watch();
}

TcpLink::~TcpLink()
{
    if (!m_closed) {
        m_waits.descriptors.forget(m_descriptor);
        rawsocket::close(m_descriptor);
    }
}

Endpoint TcpLink::ownEndpoint() const
{
    return m_closed ? Endpoint() : rawsocket::ownEndpoint(m_descriptor);
}

qsizetype TcpLink::write(QByteArrayView bytes)
{
    if (m_closing || m_closed || m_isFull)
        return 0;
    const auto sent = rawsocket::send(m_descriptor, bytes);
    if (!sent) {
        abort();
        return 0;
    }
    if (*sent < bytes.size()) {
        m_isFull = true;
        watch();
    } else if (m_peerEnded) {
        closeWithin(0);
    }
    return *sent;
}

int TcpLink::roundTrip() const
{
    return m_closed ? -1 : rawsocket::roundTrip(m_descriptor);
}

void TcpLink::closeAfterWriting()
{
    if (m_closing || m_closed)
        return;
    m_closing = true;
    rawsocket::endSending(m_descriptor);
    closeWithin(lingerMs);
}

void TcpLink::abort()
{
    if (m_closed)
        return;
    m_closing = true;
    closeWithin(0);
}

void TcpLink::readable()
{
    if (m_peerEnded)
        return closed();                // nothing is read any more, so this is a failure
    std::array<char, readBytes> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init)
    const auto got = rawsocket::receive(m_descriptor, buffer.data(), buffer.size());
    if (!got)
        return closed();
    if (*got == 0)
        return peerEnded();
    if (*got > 0 && !m_closing && m_observer)
        m_observer->bytesCame(QByteArrayView(buffer.data(), *got));
}

void TcpLink::writable()
{
    if (m_closed)
        return;
    m_isFull = false;
    watch();
    if (!m_closing && m_observer)
        m_observer->bytesLeft();
}

void TcpLink::peerEnded()
{
    m_peerEnded = true;
    if (!m_isFull)
        return closed();
    watch();
    closeWithin(lingerMs);
}

void TcpLink::closeWithin(int milliseconds)
{
    m_end = m_waits.deadlines.in(milliseconds, [this] { closed(); });
}

void TcpLink::closed()
{
    if (std::exchange(m_closed, true))
        return;
    m_closing = true;
    m_end.cancel();
    m_waits.descriptors.forget(m_descriptor);
    rawsocket::close(m_descriptor);
    if (m_observer)
        m_observer->linkClosed();
}

void TcpLink::watch()
{
    m_waits.descriptors.watch(m_descriptor, this, {.read = !m_peerEnded, .write = m_isFull});
}

} // namespace tincan
