#include "server/listener.h"

#include "protocol/roomaddress.h"
#include "server/acceptedlink.h"
#include "server/logging.h"
#include "server/rawsocket.h"

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int backlog = 4096; // ten thousand may come at once; the system cuts it down to its own limit
constexpr int resumeAfterMs = 1000;

ListenProblem problemOf(QAbstractSocket::SocketError error)
{
    if (error == QAbstractSocket::AddressInUseError)
        return ListenProblem::PortTaken;
    if (error == QAbstractSocket::SocketAccessError)
        return ListenProblem::PortForbidden;
    if (error == QAbstractSocket::SocketAddressNotAvailableError)
        return ListenProblem::BadAddress;
    return ListenProblem::Other;
}

} // namespace

/// Hands on descriptors; Qt's own list of pending connections stays empty.
class Listener::Socket final : public QTcpServer
{
public:
    Socket(const Listener &listener) : m_listener(listener) {}

protected:
    void incomingConnection(qintptr descriptor) override
    {
        if (m_listener.m_tls)
            m_listener.m_accepted(
                std::make_unique<AcceptedLink>(descriptor, m_listener.m_waits, *m_listener.m_tls));
        else
            m_listener.m_accepted(std::make_unique<TcpLink>(descriptor, rawsocket::peerEndpoint(descriptor),
                                                            m_listener.m_waits));
    }

private:
    const Listener &m_listener;
};

Listener::Listener(const LinkWaits &waits, TlsOffer *tls, Accepted accepted, QObject *parent)
    : QObject(parent), m_waits(waits), m_tls(tls), m_accepted(std::move(accepted))
{
}

std::optional<Listener::Failure> Listener::listen(const QList<Endpoint> &endpoints)
{
    const QList<Endpoint> everywhere{{QHostAddress(QHostAddress::Any), defaultPort}};
    for (const Endpoint &endpoint : endpoints.isEmpty() ? everywhere : endpoints) {
        auto socket = std::make_unique<Socket>(*this);
        socket->setListenBacklogSize(backlog);
        if (!socket->listen(endpoint.address, endpoint.port)) {
            const Failure failure{problemOf(socket->serverError()), socket->errorString(),
                                  endpoint.toString()};
            close();
            return failure;
        }
        connect(socket.get(), &QTcpServer::acceptError, this,
                [this, server = socket.get()] { acceptFailed(server); });
        m_sockets.push_back(std::move(socket));
    }
    return {};
}

QList<Endpoint> Listener::endpoints() const
{
    QList<Endpoint> result;
    for (const auto &socket : m_sockets)
        result.append({socket->serverAddress(), socket->serverPort()});
    return result;
}

void Listener::close()
{
    m_resume.cancel();
    m_sockets.clear();
}

void Listener::acceptFailed(QTcpServer *socket)
{
    // Qt stops accepting, for instance when the process is out of descriptors; some may be free again soon.
    qCWarning(lcListener) << "cannot accept:" << socket->errorString();
    m_resume = m_waits.deadlines.in(resumeAfterMs, [this] {
        for (const auto &each : m_sockets)
            each->resumeAccepting();
    });
}

} // namespace tincan
