#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

/// A server on loopback whose words a test writes by hand. It notes the frames that come, and says nothing by
/// itself.
class FakeServer : public QObject
{
    Q_OBJECT

public:
    explicit FakeServer(quint16 port = 0);

    quint16 port() const { return m_server.serverPort(); }
    int connections() const { return m_connections; }
    QTcpSocket *peer() const { return m_peer; } ///< the newest connection

    void greet();                        ///< "tincan/1 …"
    void say(const QByteArray &message); ///< as one frame
    void raw(const QByteArray &bytes);
    void hangUp();                      ///< closes after what was said
    void vanish();                      ///< breaks the connection off
    void refuse() { m_server.close(); } ///< no more connections

    /// Frames that came, over all connections, and have not been taken.
    QList<QByteArray> frames;
    QByteArray take() { return frames.isEmpty() ? QByteArray() : frames.takeFirst(); }

Q_SIGNALS:
    void connected();
    void framed(const QByteArray &frame);

private:
    void accept();

    QTcpServer m_server;
    QPointer<QTcpSocket> m_peer;
    int m_connections = 0;
};
