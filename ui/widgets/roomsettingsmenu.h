#pragma once

#include "protocol/command.h"

#include <QMenu>

namespace tincan {

class ChatSessions;

/// How slow the room that is shown is, and who may write in it, and, for its owner, that it goes; for owner
/// and moderators alone.
class RoomSettingsMenu : public QMenu
{
    Q_OBJECT

public:
    /// `sessions` must outlive the menu.
    explicit RoomSettingsMenu(ChatSessions &sessions, QWidget *parent = nullptr);

    void refresh(); ///< whether there is anything to set

private:
    bool maySet() const;
    void fill();
    void askToDrop(const RoomId &room, const QString &name);
    void moderate(const command::Moderate &act);

    ChatSessions &m_sessions;
};

} // namespace tincan
