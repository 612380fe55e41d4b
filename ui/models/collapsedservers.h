#pragma once

#include <QObject>

namespace tincan {

class ChatSessions;
class Preferences;
class ServerSession;

/// Which servers' rooms are put away in the list of rooms. Kept in the preferences, by address.
class CollapsedServers : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    CollapsedServers(ChatSessions &sessions, Preferences &preferences, QObject *parent = nullptr);

    void collapse(int server, bool collapsed); ///< by ServerSession::key()

private:
    void restore(ServerSession *session);

    ChatSessions &m_sessions;
    Preferences &m_preferences;
};

} // namespace tincan
