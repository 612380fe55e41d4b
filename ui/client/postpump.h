#pragma once

#include "protocol/command.h"
#include "protocol/limits.h"
#include "ui/client/clientsession.h"

#include <QSet>
#include <QTimer>

#include <functional>

namespace tincan {

/// Moves posts from the queue to a session as fast as the server's limits and the network allow.
class PostPump : public QObject
{
    Q_OBJECT

public:
    using Deliver = std::function<void(const command::Post &)>;

    PostPump(const SessionContext &context, Deliver deliver, QObject *parent = nullptr);

    void start(const Limits &limits); ///< from now on with these limits, and with everything unacknowledged
    void run(const QSet<RoomId> &held);
    void stop();

    void fail(const PostId &id, const Error &error); ///< for good
    void postpone(const PostId &id);                 ///< the server found us too fast

Q_SIGNALS:
    void due(); ///< time to run again

private:
    SessionContext m_context;
    Deliver m_deliver;
    QTimer m_timer;
    bool m_running = false;
};

} // namespace tincan
