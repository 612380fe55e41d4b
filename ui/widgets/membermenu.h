#pragma once

#include "protocol/roominfo.h"

#include <QMenu>

namespace tincan {

class ChatSessions;
class Conversation;
class ModerationDesk;
class ServerSession;

/// What can be done with a member of a room: talk, ignore, and for those who may, moderate.
class MemberMenu : public QMenu
{
    Q_OBJECT

public:
    struct Place ///< all must outlive the menu
    {
        ChatSessions &sessions;
        ServerSession &session;
        Conversation &conversation;
        ModerationDesk &desk;
    };
    MemberMenu(const Place &place, const Member &member, QWidget *parent = nullptr);
};

} // namespace tincan
