#pragma once

#include "app/moderationcommands.h"
#include "app/roomroster.h"
#include "protocol/textcommand.h"
#include "ui/client/roomclient.h"

#include <QObject>

namespace tincan {

/// What somebody at a terminal types, text or a command with a slash, done through the client.
class ChatCommands : public QObject
{
    Q_OBJECT

public:
    ChatCommands(RoomClient &client, RoomRoster &roster, const Clock &clock, QObject *parent = nullptr);

    void type(const QString &line);
    void roomsJoined(const QList<RoomInfo> &rooms); ///< after the roster knows them

Q_SIGNALS:
    void remark(const QString &text);
    void answered(const tincan::ServerEvent &event); ///< see ModerationCommands
    void stand(const tincan::RoomId &room);
    void quit();

private:
    void run(const textcommand::Say &say);
    void run(const textcommand::Me &me);
    void run(const textcommand::Nick &nick);
    void run(const textcommand::Join &join);
    void run(const textcommand::Leave &leave);
    void run(const textcommand::Rooms &rooms);
    void run(const textcommand::Who &who);
    void run(const textcommand::Tell &tell);
    void run(const textcommand::Topic &topic);
    void run(const textcommand::History &history);
    void run(const textcommand::Since &since);
    void run(const textcommand::Search &search);
    void run(const textcommand::Away &away);
    void run(const textcommand::Back &);
    void run(const textcommand::Moderate &moderate) { m_moderation.run(moderate); }
    void run(const textcommand::Slow &slow) { m_moderation.run(slow); }
    void run(const textcommand::Keep &keep) { m_moderation.run(keep); }
    void run(const textcommand::WhoWrites &who) { m_moderation.run(who); }
    void run(const textcommand::Bans &bans) { m_moderation.run(bans); }
    void run(const textcommand::Moderators &moderators) { m_moderation.run(moderators); }
    void run(const textcommand::Acts &acts) { m_moderation.run(acts); }
    void run(const textcommand::Connections &list) { m_moderation.run(list); }
    void run(const textcommand::Password &password);
    void run(const textcommand::Help &help);
    void run(const textcommand::Quit &quit);
    void run(const textcommand::Misused &misused);

    void post(const QString &text, EventKind kind);

    RoomClient &m_client;
    RoomRoster &m_roster;
    ModerationCommands m_moderation;
    QString m_wanted;                      ///< the room to stand in when it is entered
    QHash<MemberId, QStringList> m_untold; ///< waiting for a direct room
};

} // namespace tincan
