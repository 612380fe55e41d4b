#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace tincan {

class Composer;
class Conversation;
class ServerSession;

/// Keeps the composer from sending what the server would refuse, says why, and counts down where that passes.
class WritingGuard : public QObject
{
    Q_OBJECT

public:
    explicit WritingGuard(Composer &composer); ///< which owns it

    void watch(ServerSession *session, Conversation *conversation); ///< null: nothing is in the way

private:
    void show();

    Composer &m_composer;
    QPointer<ServerSession> m_session;
    QPointer<Conversation> m_conversation;
    QMetaObject::Connection m_watch;
    QTimer m_countdown;
};

} // namespace tincan
