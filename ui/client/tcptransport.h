#pragma once

#include "ui/client/addressrace.h"
#include "ui/client/transport.h"

#include <QTcpSocket>

namespace tincan {

/// TCP over IPv4 and IPv6, with or without TLS. A server is known by its key alone: who signed its
/// certificate, and for which name, does not count.
class TcpTransport final : public Transport
{
    Q_OBJECT

public:
    /// `tryNextAfter`: milliseconds until a second address is tried beside one that does not answer.
    explicit TcpTransport(int tryNextAfter, QObject *parent = nullptr);
    ~TcpTransport() override;

    void open(const QList<HostPort> &places, const TlsDemand &tls = {}) override;
    void send(const QByteArray &bytes) override;
    qint64 unsent() const override;
    void finish() override;
    void abort() override;
    ServerKey serverKey() const override { return m_serverKey; }

private:
    void established(QTcpSocket *socket, const ServerKey &key);
    void written();
    void readAll();
    void broken(QAbstractSocket::SocketError error);
    void end(ConnectFailure failure, const QString &detail);

    int m_tryNextAfter;
    AddressRace *m_race = nullptr;  ///< until the connection stands
    QTcpSocket *m_socket = nullptr; ///< from then on; a QSslSocket where TLS is wanted
    ServerKey m_serverKey;
    bool m_finishing = false;
    bool m_ended = false;
};

} // namespace tincan
