#pragma once

#include "server/handshakes.h"
#include "server/link.h"

#include <QObject>
#include <QSocketNotifier>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

#include <memory>

namespace tincan {

/// A Link that speaks TLS on an accepted socket, from its first byte. Reports resumed() once it is encrypted,
/// and closes where that comes to nothing.
class TlsLink final : public QObject, public Link
{
    Q_OBJECT

public:
    /// Takes over a connected descriptor from which nothing was read. `place` is kept during the handshake.
    TlsLink(qintptr descriptor, const QSslConfiguration &configuration, Handshakes::Place place);
    ~TlsLink() override;

    void setObserver(LinkObserver *observer) override;
    qsizetype write(QByteArrayView bytes) override;
    qint64 pendingBytes() const override;
    void closeAfterWriting() override;
    void abort() override;
    QHostAddress peerAddress() const override { return m_peer.address; }
    quint16 peerPort() const override { return m_peer.port; }
    Endpoint ownEndpoint() const override { return m_own; }
    int roundTrip() const override;
    bool isEncrypted() const override { return m_encrypted; }
    QByteArray peerKey() const override { return m_peerKey; }

private:
    void encrypted();
    void read();
    void written();
    void finishWriting();
    void failed(QAbstractSocket::SocketError error);
    void socketEnded();
    void linger();
    void closed();

    QSslSocket m_socket;
    Handshakes::Place m_place;
    QTimer m_end;
    std::unique_ptr<QSocketNotifier> m_unread;
    qintptr m_descriptor; ///< the socket's, as long as it has it
    qintptr m_rest = -1;  ///< keeps the connection while the peer reads the last words
    LinkObserver *m_observer = nullptr;
    Endpoint m_peer;
    Endpoint m_own;
    QByteArray m_peerKey;
    bool m_encrypted = false;
    bool m_closing = false;
    bool m_closed = false;
};

} // namespace tincan
