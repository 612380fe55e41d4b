#include "app/instancecall.h"

#include "app/soleinstance.h"

namespace tincan {

namespace {

constexpr int retryAfter = 100; // ms

} // namespace

InstanceCall::InstanceCall(const QString &profile, const QString &text, QObject *parent)
    : QObject(parent), m_server(callSocketFor(profile)), m_line(text.simplified().toUtf8() + '\n')
{
    m_again.setSingleShot(true);
    m_again.setInterval(retryAfter);
    connect(&m_again, &QTimer::timeout, this, &InstanceCall::tryOnce);
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(deadline);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_again.stop();
        m_socket.abort();
        Q_EMIT failed();
    });
    connect(&m_socket, &QLocalSocket::connected, this, [this] { m_socket.write(m_line); });
    connect(&m_socket, &QLocalSocket::readyRead, this, &InstanceCall::hear);
    const auto soon = [this] {
        if (m_deadline.isActive())
            m_again.start();
    };
    connect(&m_socket, &QLocalSocket::errorOccurred, this, soon);
    connect(&m_socket, &QLocalSocket::disconnected, this, soon);
}

void InstanceCall::start()
{
    m_deadline.start();
    tryOnce();
}

void InstanceCall::tryOnce()
{
    m_socket.abort();
    m_socket.connectToServer(m_server);
}

void InstanceCall::hear()
{
    if (!m_socket.canReadLine() || !m_deadline.isActive())
        return;
    m_deadline.stop();
    m_again.stop();
    Q_EMIT answered();
}

} // namespace tincan
