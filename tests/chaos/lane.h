#pragma once

#include "tests/chaos/dice.h"

#include <QByteArray>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

namespace tincan::chaos {

/// How a network treats what passes through it. Everything arrives, once and in order, unless the connection
/// is cut.
struct Weather
{
    bool splits = true; ///< hands bytes on in pieces, down to single ones
    int mostDelay = 20; ///< milliseconds between two pieces, at times

    static Weather calm() { return {false, 0}; }
};

/// One direction of a connection through the proxy.
class Lane : public QObject
{
    Q_OBJECT

public:
    /// The sockets must outlive the lane.
    Lane(QTcpSocket &from, QTcpSocket &to, const Weather &weather, quint32 seed);

    void setWeather(const Weather &weather);
    void stall();                   ///< hands on nothing any more, and tells nobody
    void endAfter(qsizetype bytes); ///< hands on so many more, then finished()
    void spill();                   ///< hands on a part of what it holds, and nothing more ever
    void endSending();              ///< hands on what it holds, and then the end; the other direction goes on

Q_SIGNALS:
    void finished(); ///< what comes has ended and all of it was handed on, or endAfter() was reached

private:
    void read();
    void handOn();
    void schedule();
    int piece();
    void write(qsizetype size);
    void shutDownOnceWritten();

    QTcpSocket &m_from;
    QTcpSocket &m_to;
    Weather m_weather;
    Dice m_dice;
    QByteArray m_held;
    QTimer m_timer;
    qsizetype m_rest = -1; ///< bytes until the end; -1: none is set
    bool m_stalled = false;
    bool m_deaf = false;     ///< what comes now is thrown away
    bool m_shutDown = false; ///< once everything is written
};

} // namespace tincan::chaos
