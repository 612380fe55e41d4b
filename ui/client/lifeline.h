#pragma once

#include "ui/client/connectionstate.h"
#include "ui/client/greetingwait.h"
#include "ui/client/hostkeypolicy.h"
#include "ui/client/reconnectpolicy.h"
#include "ui/client/refusal.h"
#include "ui/client/roomclient.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace tincan {

class Announcer;
class ClientSession;
class CopyRecorder;
class Transport;
struct ClientMemory;

/// Keeps a client connected: one attempt after the other, each with its deadlines, from the look-up of the
/// name over the greeting to the session, and on to the wait before the next. The one owner of a client's
/// ConnectionState.
class Lifeline : public QObject
{
    Q_OBJECT

public:
    Lifeline(const ClientParts &parts, ClientMemory &memory, Announcer &announcer, CopyRecorder &copy);
    ~Lifeline() override;

    void leaveForAnother();                     ///< says goodbye to the server, without waiting
    void prepare(const ClientOptions &options); ///< open() follows in a moment, unless close() does
    void open(const ClientOptions &options);
    void close(bool returns); ///< `returns`: in the next run, as the same member, where there is a copy
    void retryNow();

    const ConnectionState &state() const { return m_state; }
    ClientOptions &options() { return m_options; }
    ClientSession *session() const { return m_state.phase == Phase::Online ? m_session : nullptr; }

private:
    void attempt();
    void connectTransport();
    void connected();
    void received(const QByteArray &bytes);
    void connectionEnded(ConnectFailure failure, const QString &detail);
    void deadlinePassed();
    void judge(GreetingWait::Verdict verdict);
    void startSession(bool plain);
    void entered();
    ConnectionState endState(const Ending &ending);
    void lose(const Ending &ending);
    void becomeAnother();
    void left();
    void dropConnection();
    void setState(const ConnectionState &state);

    ClientParts m_parts;
    ClientMemory &m_memory;
    Announcer &m_announcer;
    CopyRecorder &m_copy;
    ClientOptions m_options;
    ConnectionState m_state;
    ReconnectPolicy m_policy;
    HostKeyPolicy m_keys;
    TlsDemand m_demand; ///< of the attempt that is under way
    GreetingWait m_greeting;
    QTimer m_deadline;
    QTimer m_retry;
    Transport *m_transport = nullptr;
    ClientSession *m_session = nullptr;
    bool m_leaving = false;
    bool m_wasEncrypted = false; ///< the server did speak TLS since open()
    bool m_isAnother = false;    ///< until one is in again, since somebody came with one's token
    int m_brokenHandshakes = 0;  ///< in a row
};

} // namespace tincan
