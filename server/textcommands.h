#pragma once

#include "protocol/textcommand.h"
#include "server/connectionreport.h"
#include "server/moderation.h"
#include "server/roommaker.h"
#include "server/searchdesk.h"

namespace tincan {

/// Serves what members of the plain and line dialects ask.
class TextCommands
{
public:
    struct Parts ///< all must outlive this
    {
        const HostOptions &options;
        EventStore &store;
        Roster &roster;
        Postbox &postbox;
        Courier &courier;
        const Clock &clock;
        HouseRules &rules;
        Moderation &moderation;
        const ConnectionReport &report;
        RoomMaker &maker;
        SearchDesk &searches;
    };
    explicit TextCommands(const Parts &parts) : m_parts(parts) {}

    void serve(MemberRecord &asker, const TextCommand &command);

    /// What even those may ask who are not let in yet.
    void sendHelp(ConnectionId to, bool moderator = false);

private:
    void ask(MemberRecord &asker, const textcommand::Say &say);
    void ask(MemberRecord &asker, const textcommand::Me &me);
    void ask(MemberRecord &asker, const textcommand::Nick &nick);
    void ask(MemberRecord &asker, const textcommand::Join &join);
    void ask(MemberRecord &asker, const textcommand::Leave &leave);
    void ask(MemberRecord &asker, const textcommand::Rooms &);
    void ask(MemberRecord &asker, const textcommand::Who &);
    void ask(MemberRecord &asker, const textcommand::Tell &tell);
    void ask(MemberRecord &asker, const textcommand::Topic &topic);
    void ask(MemberRecord &asker, const textcommand::History &history);
    void ask(MemberRecord &asker, const textcommand::Since &since);
    void ask(MemberRecord &asker, const textcommand::Search &search);
    void ask(MemberRecord &asker, const textcommand::Away &away);
    void ask(MemberRecord &asker, const textcommand::Back &);
    void ask(MemberRecord &asker, const textcommand::Moderate &moderate);
    void ask(MemberRecord &asker, const textcommand::Slow &slow);
    void ask(MemberRecord &asker, const textcommand::Keep &keep);
    void ask(MemberRecord &asker, const textcommand::WhoWrites &who);
    void ask(MemberRecord &asker, const textcommand::Bans &);
    void ask(MemberRecord &asker, const textcommand::Moderators &);
    void ask(MemberRecord &asker, const textcommand::Acts &);
    void ask(MemberRecord &asker, const textcommand::Connections &);
    void ask(MemberRecord &asker, const textcommand::Password &);
    void ask(MemberRecord &asker, const textcommand::Help &);
    void ask(MemberRecord &asker, const textcommand::Quit &);
    void ask(MemberRecord &asker, const textcommand::Misused &misused);

    Room &roomOf(const MemberRecord &asker);
    Room *roomToJoin(const MemberRecord &asker, const QString &name);
    void stand(MemberRecord &asker, const Room &room);
    void post(const MemberRecord &asker, EventKind kind, const QString &text);
    bool mayModerate(const MemberRecord &asker);
    void demoteAbsent(MemberRecord &asker, const QString &name);
    void lift(MemberRecord &asker, Act kind, const QString &name);
    void perform(MemberRecord &asker, const command::Moderate &act, const QString &whom);
    /// `answer`, or what the store says in its place.
    EventStore::Read orRefusal(ConnectionId to, EventStore::Read answer);
    void print(ConnectionId to, const QString &heading, const QList<RoomEvent> &events);
    void notice(const MemberRecord &to, const QString &text);
    void fail(const MemberRecord &to, ErrorCode code, const QString &message);

    Parts m_parts;
};

} // namespace tincan
