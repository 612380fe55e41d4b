#pragma once

#include "ui/models/chatsessions.h"

#include <QMainWindow>

class QStackedWidget;

namespace tincan {

class ChatPage;
class DesktopNotifier;
class KeyBindings;
class MainMenu;
class NearbyRooms;
class Preferences;
class ProblemBar;
class RoomSettingsMenu;
class RoomHost;
class StatusLine;
class WelcomePage;
class WindowAlerts;
class WindowDialogs;

/// The window: wires what is shown to what is known. It decides nothing itself.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// All three must outlive the window.
    MainWindow(ChatSessions &sessions, RoomHost &host, Preferences &preferences);
    ~MainWindow() override;

    void setVisible(bool visible) override;
    void setNearbyRooms(NearbyRooms &rooms);     ///< which must outlive the window
    void setNotifier(DesktopNotifier *notifier); ///< shows alerts; null: the tray does
    void doubtTray();                            ///< the desktop's tray may have ended
    void showProblem(const QString &sentence);
    void saveLayout(); ///< keeps the window's place and its panes' widths for the next one
    void bringToFront();
    /// Brings the window to the front with a filled-in dialog; joins nothing by itself.
    void offerToJoin(const RoomAddress &address);

Q_SIGNALS:
    void appeared();      ///< its first frame is out: now is the time for what that does not show
    void quitRequested(); ///< and confirmed, where others are in the hosted room

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void composeWindow();
    void connectRoomMenu();
    void connectSearch();
    void connectViewMenu();
    void connectPane();
    void connectGoMenu();
    void connectAlerts();
    void completeOnceShown();
    WelcomePage *welcome(); ///< made when it is shown first
    void connectModels();
    void connectProblems();
    void refresh();
    void turnPage();
    void refreshTitle();
    void refreshStatus();
    void refreshMenu();
    void refreshRecentRooms();
    void leaveRoom();
    void disconnectServer();
    void trustKey(const RoomAddress &address); ///< of the current server
    void requestQuit();

    ChatSessions &m_sessions;
    RoomHost &m_host;
    Preferences &m_preferences;
    MainMenu *m_menu;
    KeyBindings *m_keys;
    WindowDialogs *m_dialogs;
    ProblemBar *m_problem;
    QStackedWidget *m_pages;
    WelcomePage *m_welcome = nullptr;
    ChatPage *m_chat;
    StatusLine *m_status;
    RoomSettingsMenu *m_settings;
    WindowAlerts *m_alerts;
    NearbyRooms *m_nearby = nullptr;
    QWidget *m_page = nullptr; ///< that is shown
    bool m_wasShown = false;
};

} // namespace tincan
