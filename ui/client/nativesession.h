#pragma once

#include "protocol/framer.h"
#include "protocol/serverevent.h"
#include "ui/client/clientsession.h"
#include "ui/client/liveness.h"
#include "ui/client/postpump.h"
#include "ui/client/roomfollower.h"

#include <QTimer>

#include <optional>

namespace tincan {

/// The native dialect: hello and welcome, posts and their acknowledgements, requests and answers, pings.
class NativeSession final : public ClientSession
{
    Q_OBJECT

public:
    explicit NativeSession(const SessionContext &context, QObject *parent = nullptr);

    void start() override;
    void receive(const QByteArray &bytes) override;
    void pump() override;
    void request(const Command &command) override;
    bool sayGoodbye() override;
    void doubt() override;
    void finish() override;
    Ending explain(const Ending &ending) const override;

private:
    void take(Framer::Frame frame);
    void take(const serverevent::Welcome &welcome);
    void take(const serverevent::Happened &happened);
    void take(const serverevent::Failed &failed);
    void take(const serverevent::Presence &presence);
    void take(const serverevent::Joined &joined);
    void take(const serverevent::Left &left);
    void take(const serverevent::Rooms &rooms);
    void take(const serverevent::Members &members);
    void take(const serverevent::HistoryPage &page);
    void take(const serverevent::Found &found);
    void take(const serverevent::Self &self);
    void take(const serverevent::Moderated &moderated);
    void take(const serverevent::Bans &bans);
    void take(const serverevent::Moderators &moderators);
    void take(const serverevent::Acts &acts);
    void take(const serverevent::Connections &connections);
    void take(const serverevent::RoomChanged &changed);
    void take(const serverevent::Muted &muted);
    void take(const serverevent::Typing &typing);
    void take(const serverevent::Ping &ping);
    void take(const serverevent::Pong &pong);

    void meet(const serverevent::Welcome &welcome);
    void transmit(const Command &command);
    void deliver(const command::Post &post);
    void ask(const Command &command);
    void askAll();
    void sayAway();
    bool refusedPost(const serverevent::Failed &failed);
    bool refusedRequest(const serverevent::Failed &failed);
    void unanswered(const Command &command, const Error &error);
    void watch();
    void dropExpired();
    void armWatch();
    void end(const Ending &ending);

    SessionContext m_context;
    Framer m_framer;
    RoomFollower m_rooms;
    PostPump m_pump;
    Liveness m_liveness;
    QTimer m_watchTimer;
    QTimer m_gapTimer;
    std::optional<Ending> m_lastWord; ///< why the server is about to close
    bool m_entered = false;
    bool m_wasReplaced = false; ///< as the server said just now
    bool m_over = false;
};

} // namespace tincan
