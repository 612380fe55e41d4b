#pragma once

#include "server/deadlinequeue.h"
#include "server/handshakes.h"
#include "server/tcplink.h"

#include <memory>

namespace tincan {

class TlsOffer;

/// A connection that may turn out to be encrypted. It looks at the first two bytes without taking them: `16
/// 03` is TLS, anything else goes on in clear, and so does a peer that was told something before it spoke.
/// Once that is known, a TcpLink or a TlsLink does the work, and succeeds it.
class AcceptedLink final : public Link, private DescriptorObserver
{
public:
    /// Takes over a connected descriptor. `waits` and `offer` must outlive the link.
    AcceptedLink(qintptr descriptor, const LinkWaits &waits, TlsOffer &offer);
    ~AcceptedLink() override;
    Q_DISABLE_COPY_MOVE(AcceptedLink)

    void setObserver(LinkObserver *observer) override;
    qsizetype write(QByteArrayView bytes) override { return settled().write(bytes); }
    qint64 pendingBytes() const override { return m_link ? m_link->pendingBytes() : 0; }
    void closeAfterWriting() override { settled().closeAfterWriting(); }
    void abort() override { settled().abort(); }
    QHostAddress peerAddress() const override { return m_peer.address; }
    quint16 peerPort() const override { return m_peer.port; }
    Endpoint ownEndpoint() const override;
    int roundTrip() const override { return m_link ? m_link->roundTrip() : -1; }
    bool isEncrypted() const override { return m_link && m_link->isEncrypted(); }
    QByteArray peerKey() const override { return m_link ? m_link->peerKey() : QByteArray(); }
    std::unique_ptr<Link> takeSuccessor() override { return std::move(m_link); }

private:
    struct Handshake
    {
        Handshakes::Place place;
        Deadline secondByte = {};
    };

    void readable() override { look(); }
    void writable() override {}
    Link &settled(); ///< in clear, if nothing was settled before
    void look();
    bool beginHandshake();
    void goOnInClear();
    void goOnInTls();
    void settle(std::unique_ptr<Link> link);

    std::unique_ptr<Link> m_link; ///< once that is known
    qintptr m_descriptor;         ///< -1 once the other link has it
    const LinkWaits &m_waits;
    TlsOffer &m_offer;
    Endpoint m_peer;
    LinkObserver *m_observer = nullptr;
    std::unique_ptr<Handshake> m_handshake; ///< from the first byte that may be TLS
};

} // namespace tincan
