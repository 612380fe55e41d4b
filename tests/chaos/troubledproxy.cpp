#include "tests/chaos/troubledproxy.h"

namespace tincan::chaos {

TroubledProxy::TroubledProxy(quint32 seed, QObject *parent) : QObject(parent), m_dice(seed)
{
    connect(&m_server, &QTcpServer::newConnection, this, &TroubledProxy::accept);
    m_server.listen(QHostAddress::LocalHost);
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
        if (m_target == 0) {
            client->abort();
            client->deleteLater();
            continue;
        }
        auto *const crossing = new Crossing(client, m_target, m_weather, m_dice.seed(), this);
        m_crossings.append(crossing);
        connect(crossing, &Crossing::ended, this, [this, crossing] {
            m_crossings.removeOne(crossing);
            QTimer::singleShot(1000, crossing, &QObject::deleteLater); // what it wrote last may take a while
        });
    }
}

} // namespace tincan::chaos
