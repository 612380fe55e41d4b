#pragma once

#include "protocol/clock.h"
#include "protocol/command.h"
#include "server/passwordgate.h"
#include "server/roster.h"
#include "server/session.h"

namespace tincan {

/// Lets people in: names, and members that come back. Passwords were seen to before.
class Reception
{
public:
    static constexpr int mostWrongPasswords = 3;
    static constexpr int helloPatienceMs = 60'000;

    struct Parts ///< all must outlive the reception
    {
        const HostOptions &options;
        const ServerId &serverId;
        Roster &roster;
        const HouseRules &rules;
        Courier &courier;
    };
    explicit Reception(const Parts &parts) : m_parts(parts) {}

    /// Makes a text session a member; it is not announced.
    MemberRecord &letInText(Session &session, Via via);
    /// Says why; a third wrong password ends the connection.
    void refuse(Session &session, const PasswordGate::Verdict &verdict);
    /// Whether who asks to be called that is banned, or the name is: then it was told so, and the first of
    /// these ends the connection. An empty name is no name.
    bool turnAway(const Session &session, const command::Hello &hello);
    bool turnAway(const Session &session);
    /// Whether a member comes back that was here in this run, and needs no password. Nobody knows how long
    /// those of an earlier run have been away.
    bool wasHereThisRun(const Session &session, const command::Hello &hello);

    /// Sends welcome and what the rooms bring, or says what is wrong. Answers the connection whose place was
    /// taken.
    ConnectionId hello(Session &session, const command::Hello &hello);

private:
    MemberRecord *returning(const Session &session, const command::Hello &hello);
    void giveBack(const QString &name, const Session &session);
    MemberRecord *namedMember(const Session &session, const command::Hello &hello);
    ConnectionId welcomeBack(Session &session, MemberRecord &record, const command::Hello &hello);
    void welcome(Session &session, MemberRecord &record, const command::Hello &hello);
    void enterAll(MemberRecord &record, const command::Hello &hello);
    QList<RoomId> removedOf(const command::Hello &hello) const;
    std::optional<Seq> resumedAt(const Room &room, const command::Hello &hello) const;
    bool mayEnter(const MemberRecord &record, const Room &room) const;
    void tellMute(const MemberRecord &record);
    void fail(const Session &session, const Error &error, const QString &suggestion = {});
    QString defaultName(const Session &session);

    Parts m_parts;
};

} // namespace tincan
