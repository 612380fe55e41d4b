#pragma once

#include "ui/client/transport.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QList>
#include <QTcpSocket>
#include <QTimer>

namespace tincan {

/// TCP over IPv4 and IPv6, with or without TLS. A server is known by its key alone: who signed its
/// certificate, and for which name, does not count. Of a name's addresses each is tried in turn, so that one
/// that does not answer costs little.
class TcpTransport final : public Transport
{
    Q_OBJECT

public:
    explicit TcpTransport(int tryNextAfter, QObject *parent = nullptr);
    ~TcpTransport() override;

    void open(const QString &host, quint16 port, const TlsDemand &tls = {}) override;
    void openAny(const QList<QHostAddress> &addresses, quint16 port, const TlsDemand &tls = {});
    void send(const QByteArray &bytes) override;
    qint64 unsent() const override;
    void finish() override;
    void abort() override;
    ServerKey serverKey() const override { return m_serverKey; }

private:
    void lookedUp(const QHostInfo &info);
    void tryNext();
    QTcpSocket *makeSocket();
    void reached();
    void encrypted();
    void established();
    void written();
    void readAll();
    void broken(QAbstractSocket::SocketError error);
    void end(ConnectFailure failure, const QString &detail);
    void dropSocket();

    int m_tryNextAfter;
    quint16 m_port = 0;
    int m_lookup = -1;
    QList<QHostAddress> m_addresses;
    QTimer m_patience;
    TlsDemand m_tls;
    ServerKey m_serverKey;
    QTcpSocket *m_socket = nullptr; ///< a QSslSocket where TLS is wanted
    bool m_handshaking = false;
    bool m_established = false;
    bool m_finishing = false;
    bool m_ended = false;
};

} // namespace tincan
