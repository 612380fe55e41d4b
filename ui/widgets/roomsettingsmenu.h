#pragma once

#include "protocol/command.h"

#include <QMenu>

class QActionGroup;

namespace tincan {

class ChatSessions;
struct RoomInfo;

/// How slow the room that is shown is, who may write in it, what is kept of it and, for its owner, that it
/// goes; for owner and moderators alone.
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
    void addPaces(const RoomInfo &room);
    void addWriters(const RoomInfo &room);
    void addKeeping(const RoomInfo &room);
    QAction *addChoice(QActionGroup *group, const QString &words, bool chosen, const command::Moderate &act);
    void confirmForgetting(const command::Moderate &act);
    void askToDrop(const RoomId &room, const QString &name);
    void moderate(const command::Moderate &act);

    ChatSessions &m_sessions;
};

} // namespace tincan
