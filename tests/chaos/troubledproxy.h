#pragma once

#include "tests/chaos/crossing.h"

#include <QList>
#include <QTcpServer>

namespace tincan::chaos {

/// A bad network in front of a server: always at the same port, wherever the server is just now. It splits
/// what passes everywhere, and delays it; it never changes, doubles or reorders a byte.
class TroubledProxy : public QObject
{
    Q_OBJECT

public:
    explicit TroubledProxy(quint32 seed, QObject *parent = nullptr);

    quint16 port() const { return m_port; }
    void setServer(quint16 port); ///< 0: there is none, connections are refused
    void setWeather(const Weather &weather);
    const QList<Crossing *> &crossings() const { return m_crossings; } ///< the living, oldest first

private:
    void accept();

    QTcpServer m_server;
    Dice m_dice;
    Weather m_weather;
    quint16 m_port = 0;
    quint16 m_target = 0;
    QList<Crossing *> m_crossings;
};

} // namespace tincan::chaos
