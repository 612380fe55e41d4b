#pragma once

#include "server/hostoptions.h"
#include "server/listenproblem.h"
#include "server/tcplink.h"

#include <QTcpServer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tincan {

class TlsOffer;

/// Listens on TCP addresses and makes links of what comes.
class Listener : public QObject
{
    Q_OBJECT

public:
    struct Failure
    {
        ListenProblem problem = ListenProblem::Other;
        QString detail; ///< English, for the log
        QString endpoint;
    };
    using Accepted = std::function<void(std::unique_ptr<Link>)>;

    /// What is accepted may speak TLS where there is an offer. `waits` and the offer must outlive the
    /// listener and all links.
    Listener(const LinkWaits &waits, TlsOffer *tls, Accepted accepted, QObject *parent = nullptr);

    /// On all endpoints, or on none. No endpoint: on every address, port `defaultPort`.
    std::optional<Failure> listen(const QList<Endpoint> &endpoints);
    /// Where it listens in truth; the ports are no longer 0.
    QList<Endpoint> endpoints() const;
    void close();

private:
    class Socket;

    void acceptFailed(QTcpServer *socket);

    const LinkWaits &m_waits;
    TlsOffer *m_tls;
    Accepted m_accepted;
    std::vector<std::unique_ptr<QTcpServer>> m_sockets;
    Deadline m_resume;
};

} // namespace tincan
