#include "tests/chaos/troubledproxy.h"

#include <QRandomGenerator>

namespace tincan::chaos {

TroubledProxy::TroubledProxy(quint32 seed, QObject *parent) : QObject(parent), m_dice(seed)
{
    connect(&m_server, &QTcpServer::newConnection, this, &TroubledProxy::accept);
    // Outside the range from which systems lend ports: it has to be free again after a while without a
    // server.
    while (m_port == 0) {
        const auto port = quint16(QRandomGenerator::global()->bounded(20'000, 32'000));
        m_port = m_server.listen(QHostAddress::LocalHost, port) ? port : 0;
    }
    m_server.close();
}

void TroubledProxy::setServer(quint16 port)
{
    m_target = port;
    if (port == 0) {
        m_server.close();
    } else if (!m_server.isListening() && !m_server.listen(QHostAddress::LocalHost, m_port)) {
        qFatal("port %d is taken by somebody else", m_port);
    }
}

void TroubledProxy::setWeather(const Weather &weather)
{
    m_weather = weather;
    for (Crossing *crossing : std::as_const(m_crossings)) {
        crossing->setWeather(weather);
    }
}

void TroubledProxy::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        auto *const crossing = new Crossing(client, m_target, m_weather, m_dice.seed(), this);
        m_crossings.append(crossing);
        connect(crossing, &Crossing::ended, this, [this, crossing] {
            m_crossings.removeOne(crossing);
            QTimer::singleShot(1000, crossing, &QObject::deleteLater); // what it wrote last may take a while
        });
    }
}

} // namespace tincan::chaos
