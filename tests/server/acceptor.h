#pragma once

#include <QTcpServer>

namespace tincan {

/// Hands on the descriptor of what connects, as a Listener does.
class Acceptor final : public QTcpServer
{
public:
    qintptr taken = -1;

protected:
    void incomingConnection(qintptr descriptor) override { taken = descriptor; }
};

} // namespace tincan
