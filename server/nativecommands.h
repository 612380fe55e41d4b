#pragma once

#include "protocol/command.h"
#include "server/connectionreport.h"
#include "server/moderation.h"
#include "server/roommaker.h"
#include "server/searchdesk.h"

namespace tincan {

/// Serves what members of the native dialect ask.
class NativeCommands
{
public:
    struct Parts ///< all must outlive this
    {
        const HostOptions &options;
        EventStore &store;
        Roster &roster;
        Postbox &postbox;
        Courier &courier;
        HouseRules &rules;
        Moderation &moderation;
        const ConnectionReport &report;
        RoomMaker &maker;
        SearchDesk &searches;
    };
    explicit NativeCommands(const Parts &parts) : m_parts(parts) {}

    void serve(MemberRecord &asker, const Command &command);

private:
    void ask(MemberRecord &asker, const command::Post &post);
    void ask(MemberRecord &asker, const command::Join &join);
    void ask(MemberRecord &asker, const command::Leave &leave);
    void ask(MemberRecord &asker, const command::ListRooms &list);
    void ask(MemberRecord &asker, const command::Direct &direct);
    void ask(MemberRecord &asker, const command::ListMembers &list);
    void ask(MemberRecord &asker, const command::Nick &nick);
    void ask(MemberRecord &asker, const command::History &history);
    void ask(MemberRecord &asker, const command::Search &search);
    void ask(MemberRecord &asker, const command::Hello &hello);
    void ask(MemberRecord &asker, const command::SetAway &set);
    void ask(MemberRecord &asker, const command::Typing &typing);
    void ask(MemberRecord &asker, const command::Moderate &moderate);
    void ask(MemberRecord &asker, const command::ListBans &list);
    void ask(MemberRecord &asker, const command::ListActs &list);
    void ask(MemberRecord &asker, const command::ListModerators &list);
    void ask(MemberRecord &asker, const command::ListConnections &list);
    void ask(MemberRecord &, const command::Ping &) {} // the connection answers
    void ask(MemberRecord &, const command::Pong &) {}
    void ask(MemberRecord &asker, const command::Quit &quit);

    /// Why nothing of a room is for the asker, who is not in it; nothing where it is.
    std::optional<Error> problemOf(const MemberRecord &asker, const RoomId &id) const;
    std::optional<Error> problemOf(const MemberRecord &author, const command::Post &post) const;
    /// The room if the asker is in it; says so and answers null else.
    Room *roomOf(const MemberRecord &asker, const RoomId &id, const QString &re);
    Room *roomToJoin(const MemberRecord &asker, const command::Join &join);
    void enter(MemberRecord &asker, Room &room, const QString &re);
    void fail(const MemberRecord &asker, ErrorCode code, const QString &message, const QString &re,
              const QString &suggestion = {});

    void fail(const MemberRecord &asker, const Error &error, const QString &re);

    Parts m_parts;
};

} // namespace tincan
