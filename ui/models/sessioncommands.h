#pragma once

#include "protocol/command.h"
#include "protocol/roominfo.h"
#include "protocol/textcommand.h"
#include "ui/models/hostpage.h"

#include <QCoreApplication>

namespace tincan {

class Clock;
class Conversation;
class ServerSession;

/// Carries out what was typed into a composer, in one conversation. What is only told to the person who asked
/// appears there as a notice.
class SessionCommands
{
    Q_DECLARE_TR_FUNCTIONS(tincan::SessionCommands)

public:
    SessionCommands(ServerSession &session, Conversation &conversation, const Clock &clock, Seq reply = 0);

    /// False where it could not be done; the session's problem() has said why.
    bool run(const TextCommand &command);

    bool operator()(const textcommand::Say &say);
    bool operator()(const textcommand::Me &me);
    bool operator()(const textcommand::Nick &nick);
    bool operator()(const textcommand::Join &join);
    bool operator()(const textcommand::Leave &leave);
    bool operator()(const textcommand::Rooms &);
    bool operator()(const textcommand::Who &);
    bool operator()(const textcommand::Tell &tell);
    bool operator()(const textcommand::Topic &topic);
    bool operator()(const textcommand::History &);
    bool operator()(const textcommand::Since &);
    bool operator()(const textcommand::Search &);
    bool operator()(const textcommand::Away &away);
    bool operator()(const textcommand::Back &);
    bool operator()(const textcommand::Moderate &moderate);
    bool operator()(const textcommand::Slow &slow);
    bool operator()(const textcommand::Keep &keep);
    bool operator()(const textcommand::WhoWrites &who);
    bool operator()(const textcommand::Bans &);
    bool operator()(const textcommand::Moderators &);
    bool operator()(const textcommand::Acts &);
    bool operator()(const textcommand::Connections &);
    bool operator()(const textcommand::Password &password);
    bool operator()(const textcommand::Help &);
    bool operator()(const textcommand::Quit &);
    bool operator()(const textcommand::Misused &);

private:
    bool notice(const QString &text);
    bool refuse(const QString &sentence);
    bool older();
    bool setRule(const command::Moderate &rule);
    bool mayModerate(); ///< else it was refused
    bool lift(Act act, const QString &name);
    bool showPanel(HostPage page);
    const Member *memberNamedBy(const QString &text) const;

    ServerSession &m_session;
    Conversation &m_conversation;
    const Clock &m_clock; ///< outlives the session
    qint64 m_now;
    Seq m_reply; ///< what a text answers
};

} // namespace tincan
