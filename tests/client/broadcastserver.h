#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

/// A plain chat server as people write them in an evening: greets nobody, sends what one says to all, under
/// the address that it came from as a Python tuple, and goes away without a word.
class BroadcastServer : public QObject
{
    Q_OBJECT

public:
    enum class Manner
    {
        Whole,       ///< a message is one write
        InPieces,    ///< each byte is one write
        NotToSender, ///< like a terminal, whoever speaks hears nothing of it
    };

    explicit BroadcastServer(Manner manner = Manner::Whole, quint16 port = 0);

    quint16 port() const { return m_server.serverPort(); }
    int clients() const { return int(m_held.size()); }
    int accepted() const { return m_accepted; }
    void goAway();                      ///< breaks every connection off, and listens on
    void send(const QByteArray &bytes); ///< to all, as they are

    QList<QByteArray> heard; ///< messages, in order

private:
    void accept();
    void read(QTcpSocket *socket);
    void write(QTcpSocket *socket, const QByteArray &bytes);

    Manner m_manner;
    QHash<QTcpSocket *, QByteArray> m_held;
    int m_accepted = 0;
    QTcpServer m_server; ///< last: its sockets say goodbye when it goes
};
