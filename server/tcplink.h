#pragma once

#include "server/link.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

namespace tincan {

/// A Link on an accepted TCP socket.
class TcpLink final : public QObject, public Link
{
    Q_OBJECT

public:
    /// How long a closed link waits for the peer's end before it goes, so that unread input does not take
    /// back what was sent last (RFC 1122, 4.2.2.13).
    static constexpr int lingerMs = 300;

    /// Takes over a connected descriptor.
    explicit TcpLink(qintptr descriptor);

    void setObserver(LinkObserver *observer) override;
    void write(QByteArrayView bytes) override;
    qint64 pendingBytes() const override;
    void closeAfterWriting() override;
    void abort() override;
    QHostAddress peerAddress() const override { return m_peerAddress; }
    quint16 peerPort() const override { return m_peerPort; }
    Endpoint ownEndpoint() const override { return m_ownEndpoint; }

private:
    void read();
    void written();
    void finishWriting();
    void closed();

    QTcpSocket m_socket;
    QTimer m_linger;
    LinkObserver *m_observer = nullptr;
    QHostAddress m_peerAddress; ///< the socket forgets its peer when it closes
    quint16 m_peerPort = 0;
    Endpoint m_ownEndpoint;
    bool m_closing = false;
    bool m_closed = false;
};

} // namespace tincan
