#include "server/acceptedlink.h"

#include "server/logging.h"
#include "server/rawsocket.h"
#include "server/tcplink.h"
#include "server/tlslink.h"
#include "server/tlsoffer.h"

namespace tincan {

namespace {

constexpr int tlsMarkBytes = 2;
constexpr char tlsMark[] = "\x16\x03"; // a handshake record, of any version that is still in use
constexpr int lookAgainMs = 20;

} // namespace

AcceptedLink::AcceptedLink(qintptr descriptor, const LinkWaits &waits, TlsOffer &offer)
    : m_descriptor(descriptor), m_waits(waits), m_offer(offer), m_peer(rawsocket::peerEndpoint(descriptor))
{
    waits.descriptors.watch(descriptor, this);
}

AcceptedLink::~AcceptedLink()
{
    if (m_descriptor != -1) {
        m_waits.descriptors.forget(m_descriptor);
        rawsocket::close(m_descriptor);
    }
}

Endpoint AcceptedLink::ownEndpoint() const
{
    return m_link ? m_link->ownEndpoint() : rawsocket::ownEndpoint(m_descriptor);
}

void AcceptedLink::setObserver(LinkObserver *observer)
{
    m_observer = observer;
    if (m_link)
        m_link->setObserver(observer);
}

Link &AcceptedLink::settled()
{
    if (!m_link)
        settle(std::make_unique<TcpLink>(m_descriptor, m_peer, m_waits));
    return *m_link;
}

void AcceptedLink::look()
{
    bool nothingYet = false;
    const QByteArray first = rawsocket::peek(m_descriptor, tlsMarkBytes, nothingYet);
    if (nothingYet)
        return;
    if (first == tlsMark) {
        goOnInTls();
    } else if (first.size() == 1 && first[0] == tlsMark[0]) {
        // It would be told of this one byte again and again.
        m_waits.descriptors.watch(m_descriptor, this, {.read = false});
        if (beginHandshake())
            m_handshake->secondByte = m_waits.deadlines.in(lookAgainMs, [this] { look(); });
    } else {
        goOnInClear();
    }
}

/// Answers whether there is a place for it; if not, the connection is closed at once.
bool AcceptedLink::beginHandshake()
{
    if (m_handshake)
        return true;
    Handshakes::Place place = m_offer.handshakes().begin(m_peer.address, [this] { abort(); });
    if (!place.isTaken()) {
        qCDebug(lcConnection).noquote() << "too many handshakes: not with" << m_peer.toString();
        abort();
        return false;
    }
    m_handshake = std::make_unique<Handshake>(Handshake{std::move(place)});
    if (m_observer)
        m_observer->paused();
    return true;
}

void AcceptedLink::goOnInClear()
{
    const bool hadPaused = m_handshake != nullptr;
    settled();
    if (hadPaused && m_observer)
        m_observer->resumed();
}

void AcceptedLink::goOnInTls()
{
    if (!beginHandshake())
        return;
    auto link = std::make_unique<TlsLink>(m_descriptor, m_peer, m_waits, m_offer.context(),
                                          std::move(m_handshake->place));
    TlsLink &tls = *link;
    settle(std::move(link));
    tls.begin();
}

void AcceptedLink::settle(std::unique_ptr<Link> link)
{
    m_handshake.reset();
    m_descriptor = -1;
    m_link = std::move(link);
    m_link->setObserver(m_observer);
}

} // namespace tincan
