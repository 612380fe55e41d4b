#pragma once

#include "protocol/roomaddress.h"
#include "ui/client/transport.h"

#include <QHash>
#include <QHostAddress>
#include <QHostInfo>
#include <QTcpSocket>
#include <QTimer>

#include <functional>

class QSslSocket;

namespace tincan {

/// Looks for one server at several places at the same time, in the manner of RFC 8305: the next address is
/// tried a little after the one before, or at once when that one failed, and none is given up as long as it
/// may still answer. The first that is connected wins and, where TLS is wanted, has shown the right key; what
/// answers at an address that belongs to somebody else by now is passed over. A certificate that somebody
/// issued, and not the server itself, is held to the name that was looked up; dates and names in others do
/// not count.
class AddressRace : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostAddresses = 32;

    /// `nextAfter`: milliseconds.
    AddressRace(int nextAfter, const TlsDemand &tls, QObject *parent = nullptr);
    ~AddressRace() override;

    void start(const QList<HostPort> &places);

Q_SIGNALS:
    /// Once. The socket is the receiver's from then on.
    void won(QTcpSocket *socket, const tincan::ServerKey &key);
    /// Once: nobody was there. What came furthest is what is told; `key` is of the server with WrongKey.
    void lost(tincan::ConnectFailure failure, const QString &detail, const tincan::ServerKey &key);

private:
    struct Target
    {
        QHostAddress address;
        quint16 port = 0;
        QString name; ///< that was looked up; empty: none was
    };

    void lookedUp(const QHostInfo &info);
    void add(const Target &target);
    void tryNext();
    QTcpSocket *makeSocket(const QString &name);
    void reached(QTcpSocket *socket);
    void encrypted(QSslSocket *socket, const QString &name);
    void refuse(QTcpSocket *socket, ConnectFailure failure, const QString &detail, const ServerKey &key);
    void win(QTcpSocket *socket, const ServerKey &key);
    void failed(QTcpSocket *socket, ConnectFailure failure, const QString &detail);
    void note(ConnectFailure failure, const QString &detail, const ServerKey &key = {});
    void endIfOver();
    void drop(QTcpSocket *socket);
    void stop();

    int m_nextAfter;
    TlsDemand m_tls;
    QTimer m_pause;
    QHash<int, HostPort> m_lookups; ///< by the lookup's number
    QList<Target> m_waiting;
    QList<QTcpSocket *> m_running;
    qsizetype m_tried = 0;
    ConnectFailure m_failure = ConnectFailure::None;
    QString m_detail;
    ServerKey m_wrongKey;
};

} // namespace tincan
