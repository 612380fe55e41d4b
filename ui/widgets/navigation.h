#pragma once

#include "ui/models/switchermodel.h"
#include "ui/models/visithistory.h"

#include <QObject>

class QAction;

namespace tincan {

class ChatSessions;
class Conversation;

/// Leads from conversation to conversation: up and down the list, by number, back and forward, and by name.
class Navigation : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this, which becomes the window's child.
    Navigation(QWidget &window, ChatSessions &sessions);

    void goToNeighbour(int step, bool unreadOnly); ///< in the list of rooms, round its end
    void goToNumber(int number);                   ///< the first room is 1
    void goBack();
    void goForward();

    /// Opens the switcher over rooms, the people here, and those of the actions that can be taken now.
    void showSwitcher(const QList<QAction *> &actions);

private:
    void remember(const Conversation *conversation);
    bool go(const Place &place); ///< whether it is still there
    QList<SwitcherEntry> rooms() const;
    QList<SwitcherEntry> people() const;
    void follow(const SwitcherEntry &entry, const QList<QAction *> &actions);

    QWidget &m_window;
    ChatSessions &m_sessions;
    VisitHistory m_history;
};

} // namespace tincan
