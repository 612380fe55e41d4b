#pragma once

#include "ui/models/switchermodel.h"
#include "ui/models/visithistory.h"

#include <QObject>

class QAction;

namespace tincan {

class ChatSessions;
class Conversation;
class MainMenu;

/// Leads from conversation to conversation: up and down the list, by number, back and forward, and by name.
class Navigation : public QObject
{
    Q_OBJECT

public:
    /// Takes what the menu has for it. All must outlive this, which becomes the window's child.
    Navigation(QWidget &window, ChatSessions &sessions, const MainMenu &menu);

    void goToNeighbour(int step, bool unreadOnly); ///< in the list of rooms, round its end
    void goToNumber(int number);                   ///< the first room is 1
    /// The room that one was in before, then the one before that: further with each call while the control
    /// key is held. Back (step -1) likewise.
    void goToRecent(int step);
    void goBack();
    void goForward();

    /// Opens the switcher over rooms, the people here, and those of the actions that can be taken now.
    void showSwitcher(const QList<QAction *> &actions);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectMenu(const MainMenu &menu);
    void endRound();
    void remember(const Conversation *conversation);
    bool go(const Place &place); ///< whether it is still there
    QList<SwitcherEntry> rooms() const;
    QList<SwitcherEntry> people() const;
    void follow(const SwitcherEntry &entry, const QList<QAction *> &actions);

    QWidget &m_window;
    ChatSessions &m_sessions;
    VisitHistory m_history;
    QList<Place> m_round; ///< what goToRecent() leads through, while it does
    qsizetype m_at = 0;   ///< of m_round
};

} // namespace tincan
