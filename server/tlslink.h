#pragma once

#include "server/handshakes.h"
#include "server/tcplink.h"
#include "server/tlsstream.h"

namespace tincan {

class TlsContext;

/// A Link that speaks TLS on an accepted socket, from its first byte. Reports resumed() once it is encrypted,
/// and closes where that comes to nothing.
class TlsLink final : public Link, private DescriptorObserver
{
public:
    /// Takes over a descriptor that is connected to `peer` and from which nothing was read. `place` is kept
    /// during the handshake. `waits` and the context must outlive the link.
    TlsLink(qintptr descriptor, const Endpoint &peer, const LinkWaits &waits, const TlsContext &context,
            Handshakes::Place place);
    ~TlsLink() override;
    Q_DISABLE_COPY_MOVE(TlsLink)

    /// From the event loop: begins with what has come already.
    void begin() { readable(); }

    void setObserver(LinkObserver *observer) override { m_observer = observer; }
    qsizetype write(QByteArrayView bytes) override;
    qint64 pendingBytes() const override { return m_unsent.size(); }
    void closeAfterWriting() override;
    void abort() override;
    QHostAddress peerAddress() const override { return m_peer.address; }
    quint16 peerPort() const override { return m_peer.port; }
    Endpoint ownEndpoint() const override;
    int roundTrip() const override;
    bool isEncrypted() const override { return m_encrypted; }
    QByteArray peerKey() const override { return m_peerKey; }

private:
    enum class Phase
    {
        Handshake,
        Open,
        LastWords, ///< what was taken is still on its way
        Lingering, ///< all is said; what still comes is thrown away
        Closed
    };

    void readable() override;
    void writable() override;
    void shakeHands();
    void encrypted();
    void read();
    void drain();
    void writeAgain();
    void waitToWrite(bool readsMeanwhile);
    void peerEnded();
    void finishWriting();
    void linger();
    void broke();
    void closeWithin(int milliseconds);
    void closed();
    void watch();

    qintptr m_descriptor;
    Phase m_phase = Phase::Handshake;
    bool m_encrypted = false;
    bool m_peerEnded = false;
    bool m_isFull = false;     ///< the system takes nothing for now
    bool m_readsLater = false; ///< once it does, since TLS has something of its own to say
    const LinkWaits &m_waits;
    LinkObserver *m_observer = nullptr;
    TlsStream m_stream;
    QByteArray m_unsent; ///< a record's worth that TLS has begun with
    QByteArray m_peerKey;
    Endpoint m_peer;
    Handshakes::Place m_place;
    Deadline m_end;
};

} // namespace tincan
