#include "tests/chaos/lane.h"

#include <algorithm>
#include <sys/socket.h>

namespace tincan::chaos {

namespace {

constexpr qsizetype mostHeld = 64 * 1024; // past that the sender is made to wait, as by a real network

} // namespace

Lane::Lane(QTcpSocket &from, QTcpSocket &to, const Weather &weather, quint32 seed)
    : m_from(from), m_to(to), m_weather(weather), m_dice(seed)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_from.setReadBufferSize(mostHeld);
    connect(&m_timer, &QTimer::timeout, this, &Lane::handOn);
    connect(&m_from, &QTcpSocket::readyRead, this, &Lane::read);
    connect(&m_from, &QTcpSocket::disconnected, this, &Lane::read);
    connect(&m_from, &QTcpSocket::errorOccurred, this, &Lane::read);
    connect(&m_to, &QTcpSocket::bytesWritten, this, [this] {
        shutDownOnceWritten();
        read();
    });
}

void Lane::setWeather(const Weather &weather)
{
    m_weather = weather;
}

void Lane::stall()
{
    m_stalled = true;
    m_timer.stop();
}

void Lane::endAfter(qsizetype bytes)
{
    m_rest = bytes;
}

void Lane::spill()
{
    if (m_from.isOpen()) {
        m_held.append(m_from.readAll());
    }
    write(m_dice.upTo(int(m_held.size())));
    m_held.clear();
    m_deaf = true;
}

void Lane::endSending()
{
    write(m_held.size());
    m_held.clear();
    m_deaf = true;
    m_shutDown = true;
    shutDownOnceWritten();
}

void Lane::shutDownOnceWritten()
{
    if (m_shutDown && m_to.bytesToWrite() == 0) {
        m_shutDown = false;
        ::shutdown(int(m_to.socketDescriptor()), SHUT_WR);
    }
}

void Lane::read()
{
    if (!m_from.isOpen()) {
        m_deaf = true;
    } else if (m_deaf) {
        m_from.readAll();
    } else if (m_held.size() < mostHeld && m_to.bytesToWrite() < mostHeld) {
        m_held.append(m_from.readAll());
    }
    schedule();
}

void Lane::schedule()
{
    if (m_stalled || m_timer.isActive()) {
        return;
    }
    const bool late = m_weather.mostDelay > 0 && m_dice.oneIn(8);
    m_timer.start(late ? m_dice.upTo(m_weather.mostDelay) : 0);
}

void Lane::handOn()
{
    if (m_rest == 0) {
        m_deaf = true;
        m_held.clear();
        Q_EMIT finished();
    } else if (!m_held.isEmpty()) {
        const qsizetype most = m_rest < 0 ? m_held.size() : std::min(m_rest, m_held.size());
        const qsizetype size = std::min<qsizetype>(piece(), most);
        m_rest -= m_rest < 0 ? 0 : size;
        write(size);
        m_held.remove(0, size);
        read();
    } else if (m_from.bytesAvailable() > 0) {
        read();
    } else if (m_from.state() == QAbstractSocket::UnconnectedState) {
        Q_EMIT finished();
    }
}

/// Small ones are there to part delimiters from their messages and characters from their own bytes, large
/// ones to get on.
int Lane::piece()
{
    if (!m_weather.splits) {
        return int(mostHeld);
    }
    switch (m_dice.upTo(9)) {
    case 0:
        return 1;
    case 1:
    case 2:
        return m_dice.between(1, 16);
    case 3:
    case 4:
    case 5:
        return m_dice.between(1, 500);
    default:
        return m_dice.between(1, int(mostHeld));
    }
}

void Lane::write(qsizetype size)
{
    const QAbstractSocket::SocketState state = m_to.state();
    const bool isOver = state == QAbstractSocket::UnconnectedState || state == QAbstractSocket::ClosingState;
    if (size > 0 && !isOver) {
        m_to.write(m_held.constData(), size);
    }
    if (state == QAbstractSocket::ConnectedState) {
        m_to.flush();
    }
}

} // namespace tincan::chaos
