#pragma once

#include "tests/chaos/nativemember.h"
#include "tests/chaos/plainmember.h"
#include "tests/chaos/serverprocess.h"
#include "tests/chaos/troubledproxy.h"

#include <QTemporaryDir>

#include <memory>

namespace tincan::chaos {

/// A real server behind a network that does what a test tells it, and nothing else. The server keeps its log.
class Scene
{
public:
    Scene();

    bool opens();      ///< waits until the server listens
    bool dies();       ///< SIGKILL; waits until it is gone
    bool terminates(); ///< SIGTERM; waits until it is gone, in good order

    /// Waits until it is online, and everything that it had to say is said. `copy` names one.
    std::unique_ptr<NativeMember> comes(const QString &name, const QString &copy = {});
    int says(NativeMember &member, const QString &words); ///< the number in the ledger
    Crossing &crossing(qsizetype index = 0) { return *m_proxy.crossings()[index]; } ///< oldest first

    /// What is wrong in the end: with the log, and with what each of these saw of it.
    QStringList verdict(const QList<NativeMember *> &members);

    ServerProcess &server() { return m_server; }
    TroubledProxy &proxy() { return m_proxy; }
    Ledger &ledger() { return m_ledger; }

private:
    bool ends(int status);

    QTemporaryDir m_data;
    ServerProcess m_server;
    TroubledProxy m_proxy;
    Ledger m_ledger;
    int m_status = 0;
    bool m_isGone = false;
};

} // namespace tincan::chaos
