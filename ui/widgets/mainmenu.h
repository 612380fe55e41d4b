#pragma once

#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QMenuBar;

namespace tincan {

/// The menus and their keys. What an action does is for the window to connect; the Edit menu acts on whatever
/// has the keyboard by itself.
class MainMenu : public QObject
{
    Q_OBJECT

public:
    /// Fills the bar, whose child this becomes.
    explicit MainMenu(QMenuBar *bar);

    QAction *host = nullptr, *join = nullptr, *newRoom = nullptr, *browseRooms = nullptr,
            *leaveRoom = nullptr, *invite = nullptr, *roomInfo = nullptr, *whoIsConnected = nullptr,
            *stopHosting = nullptr, *disconnectServer = nullptr, *closeWindow = nullptr, *quit = nullptr;
    QAction *find = nullptr, *findOlder = nullptr, *findNewer = nullptr, *searchRooms = nullptr;
    QAction *members = nullptr, *rooms = nullptr; ///< checkable
    QAction *larger = nullptr, *smaller = nullptr, *normal = nullptr;
    QAction *systemScheme = nullptr, *lightScheme = nullptr, *darkScheme = nullptr; ///< one is checked
    QAction *recent = nullptr, *lessRecent = nullptr;
    QAction *switcher = nullptr, *back = nullptr, *forward = nullptr;
    QAction *nextRoom = nullptr, *previousRoom = nullptr, *nextUnread = nullptr, *previousUnread = nullptr,
            *message = nullptr, *nextPane = nullptr, *previousPane = nullptr;
    QList<QAction *> roomNumbers; ///< the first room, the second, …
    QAction *markRead = nullptr, *oldestUnread = nullptr;
    QAction *mute = nullptr, *doNotDisturb = nullptr; ///< the second is checkable
    QAction *preferences = nullptr;
    QAction *shortcuts = nullptr, *about = nullptr;

    /// Puts a menu of the room that is shown into the Room menu.
    void addRoomSettings(QMenu *menu);

    QList<QAction *> actions() const; ///< menu by menu
    /// Every action that has a key, menu by menu, for the list of keys.
    QList<QAction *> actionsWithKeys() const;

private:
    void addRoomMenu(QMenuBar *bar);
    void addEditMenu(QMenuBar *bar);
    void addViewMenu(QMenuBar *bar);
    void addGoMenu(QMenuBar *bar);
    void addHelpMenu(QMenuBar *bar);
    void nameActions();

    QList<QMenu *> m_menus; ///< Room is the first
};

} // namespace tincan
