#pragma once

#include "server/deadlinequeue.h"
#include "server/descriptorset.h"
#include "server/link.h"

namespace tincan {

/// What the links of one thread wait with. It outlives them.
struct LinkWaits
{
    DescriptorSet &descriptors;
    DeadlineQueue &deadlines;
};

/// A Link on an accepted TCP socket: a descriptor, and nothing of Qt's around it. What is written goes to the
/// system at once; what that does not take is not kept here.
class TcpLink final : public Link, private DescriptorObserver
{
public:
    /// How long a closed link waits for the peer's end before it goes, so that unread input does not take
    /// back what was sent last (RFC 1122, 4.2.2.13).
    static constexpr int lingerMs = 300;

    /// Takes over a descriptor that is connected to `peer`. `waits` must outlive the link.
    TcpLink(qintptr descriptor, const Endpoint &peer, const LinkWaits &waits);
    ~TcpLink() override;
    Q_DISABLE_COPY_MOVE(TcpLink)

    void setObserver(LinkObserver *observer) override { m_observer = observer; }
    qsizetype write(QByteArrayView bytes) override;
    qint64 pendingBytes() const override { return 0; }
    void closeAfterWriting() override;
    void abort() override;
    QHostAddress peerAddress() const override { return m_peer.address; }
    quint16 peerPort() const override { return m_peer.port; }
    Endpoint ownEndpoint() const override;
    int roundTrip() const override;

private:
    void readable() override;
    void writable() override;
    void peerEnded();
    void closeWithin(int milliseconds);
    void closed();
    void watch();

    qintptr m_descriptor;
    bool m_isFull = false; ///< the system takes nothing for now
    bool m_peerEnded = false;
    bool m_closing = false;
    bool m_closed = false;
    const LinkWaits &m_waits;
    LinkObserver *m_observer = nullptr;
    Endpoint m_peer;
    Deadline m_end;
};

} // namespace tincan
