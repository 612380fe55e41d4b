#pragma once

#include "server/burstwatch.h"
#include "server/connectionreport.h"
#include "server/moderation.h"
#include "server/nativecommands.h"
#include "server/reception.h"
#include "server/reservations.h"
#include "server/roommaker.h"
#include "server/sessionevents.h"
#include "server/textcommands.h"

#include <functional>
#include <map>

namespace tincan {

/// The heart of a server: knows who is connected, and hands what they say to those who serve it. No sockets.
class Hub final : public SessionEvents
{
public:
    struct Parts ///< all must outlive the hub
    {
        const HostOptions &options;
        const Clock &clock;
        EventStore &store;
        Courier &courier;
        DeadlineQueue &deadlines;
        PasswordChecker &passwords;
        SessionKeeper *sessions = nullptr; ///< none: nobody comes back after a restart
    };
    /// `countChanged` is called at the end of a turn in which the number of connected members changed.
    Hub(const Parts &parts, std::function<void(int)> countChanged);

    int memberCount() const { return m_roster.connected(); }

    /// Tells everybody that the room is closed, and ends all connections.
    void close();

    void arrived(ConnectionId id, const Arrival &arrival) override;
    void listens(ConnectionId id) override;
    void speaksText(ConnectionId id, Via via) override;
    void speaksNative(ConnectionId id) override;
    void asked(ConnectionId id, const TextCommand &command) override;
    void asked(ConnectionId id, const Command &command) override;
    void drained(ConnectionId id) override;
    void gone(ConnectionId id) override;
    plain::Message greetingFor(ConnectionId id) override;

private:
    Session *find(ConnectionId id);
    MemberRecord *memberOf(const Session &session);
    void askedBeforeLetIn(Session &session, const TextCommand &command);
    void askedBeforeLetIn(Session &session, const Command &command);
    using LetIn = std::function<void(Session &session)>;
    void tryPassword(Session &session, const QString &word, LetIn letIn);
    void passwordTried(ConnectionId id, const PasswordGate::Verdict &verdict, const LetIn &letIn);
    bool holdBack(Session &session, const TextCommand &command);
    void letIn(Session &session);
    void welcome(Session &session, const command::Hello &hello);
    void replaced(ConnectionId id);
    void depart(const Session &session, bool forGood);
    void giveUp(const MemberId &id);
    void fail(const Session &session, ErrorCode code, const QString &message);
    void noticeCount();

    Parts m_parts;
    ServerId m_serverId;
    std::map<ConnectionId, Session> m_sessions;
    HouseRules m_rules;
    Roster m_roster;
    Postbox m_postbox;
    Moderation m_moderation;
    RoomMaker m_maker;
    SearchDesk m_searches;
    ConnectionReport m_report;
    NativeCommands m_native;
    TextCommands m_text;
    Reception m_reception;
    PasswordGate m_gate;
    BurstWatch m_forgetting; ///< members who are given up
    Reservations m_reservations;
    std::function<void(int)> m_countChanged;
    int m_countTold = 0;
    Deadline m_countTurn;
};

} // namespace tincan
