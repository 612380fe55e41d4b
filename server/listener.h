#pragma once

#include "server/deadlinequeue.h"
#include "server/hostoptions.h"
#include "server/link.h"
#include "server/listenproblem.h"

#include <QTcpServer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tincan {

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

    /// `deadlines` must outlive the listener.
    Listener(DeadlineQueue &deadlines, Accepted accepted, QObject *parent = nullptr);

    /// On all endpoints, or on none. No endpoint: on every address, port `defaultPort`.
    std::optional<Failure> listen(const QList<Endpoint> &endpoints);
    /// Where it listens in truth; the ports are no longer 0.
    QList<Endpoint> endpoints() const;
    void close();

private:
    class Socket;

    void acceptFailed(QTcpServer *socket);

    DeadlineQueue &m_deadlines;
    Accepted m_accepted;
    std::vector<std::unique_ptr<QTcpServer>> m_sockets;
    Deadline m_resume;
};

} // namespace tincan
