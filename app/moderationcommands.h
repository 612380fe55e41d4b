#pragma once

#include "app/roomroster.h"
#include "protocol/clock.h"
#include "protocol/textcommand.h"
#include "ui/client/roomclient.h"

#include <QObject>

#include <optional>

namespace tincan {

/// What owner and moderators type at a terminal, done through the client, and what comes of it.
class ModerationCommands : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    ModerationCommands(RoomClient &client, const RoomRoster &roster, const Clock &clock,
                       QObject *parent = nullptr);

    void run(const textcommand::Moderate &moderate);
    void run(const textcommand::Slow &slow);
    void run(const textcommand::Keep &keep);
    void run(const textcommand::WhoWrites &who);
    void run(const textcommand::Bans &);
    void run(const textcommand::Moderators &);
    void run(const textcommand::Acts &);
    void run(const textcommand::Connections &);

Q_SIGNALS:
    void remark(const QString &text);
    /// The same for programs.
    void answered(const tincan::ServerEvent &event);

private:
    struct Lift ///< of a ban or mute whose id is asked for first
    {
        Act kind = Act::Ban;
        QString name;
    };

    struct Listing ///< of bans and mutes that is asked for
    {
        QString tag;
        std::optional<Lift> lift; ///< none: to be shown
    };

    RoomRoster::Addressee absentModerator(const QString &name) const;
    void list(const std::optional<Lift> &lift);
    void listed(const QList<Ban> &bans);
    void refused(const serverevent::Failed &failed);
    void liftAmong(const QList<Ban> &bans, const Lift &lift);
    void showBans(const QList<Ban> &bans);
    void showModerators(const QList<Member> &moderators);
    void showActs(const QList<ActRecord> &acts);
    void showConnections(const QList<ConnectionInfo> &connections);
    void showMute(const serverevent::Muted &muted);
    void showRoom(const RoomInfo &room);
    void done(const command::Moderate &act);

    RoomClient &m_client;
    const RoomRoster &m_roster;
    const Clock &m_clock;
    QList<Listing> m_listings;        ///< answers come in their order
    QList<Member> m_moderators;       ///< as they were listed last
    QHash<MemberId, QString> m_names; ///< of those whom acts under way concern
};

} // namespace tincan
