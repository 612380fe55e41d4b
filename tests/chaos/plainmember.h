#pragma once

#include "tests/chaos/dice.h"
#include "tests/chaos/ledger.h"

#include <QStringList>
#include <QTcpSocket>
#include <QTimer>

namespace tincan::chaos {

/// A script in the plain dialect, with nothing but a socket: says what it is told, takes its own message for
/// stored when it comes back, and holds everything that it hears against what was said. When it is cut off it
/// comes again, as somebody new.
class PlainMember : public QObject
{
    Q_OBJECT

public:
    /// The ledger must outlive the member.
    PlainMember(const QString &name, quint16 port, Ledger &ledger, quint32 seed);
    ~PlainMember() override;

    QString name() const; ///< another one for each connection
    bool isConnected() const { return m_socket && m_socket->state() == QAbstractSocket::ConnectedState; }
    bool isQuiet() const { return isConnected() && m_open.isEmpty(); }
    void say(int number); ///< only while connected
    void hangUp();        ///< without a word, and comes again

    /// By connection: the numbers of what it heard, in order.
    const QList<QList<int>> &heard() const { return m_heard; }
    QStringList complaints() const { return m_complaints; }
    QString condition() const;

private:
    void connectAgain();
    void lost();
    void read();
    void hear(const QByteArray &message);
    void hearNotice(const QString &text);
    void hearSaying(const QString &author, const QString &said);
    void note(int number);
    void complain(const QString &what);

    QString m_name;
    quint16 m_port;
    Ledger &m_ledger;
    Dice m_dice;
    QTimer m_retry;
    QTcpSocket *m_socket = nullptr;
    int m_connections = 0;
    QByteArray m_held;
    QSet<int> m_open;
    QSet<int> m_heardHere;
    QList<QList<int>> m_heard;
    QStringList m_complaints;
};

} // namespace tincan::chaos
