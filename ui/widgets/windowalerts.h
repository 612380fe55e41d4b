#pragma once

#include "ui/models/alertqueue.h"
#include "ui/models/alertsettings.h"

#include <QWidget>

namespace tincan {

class AlertMenu;
class Preferences;
class TrayIcon;

/// Tells of what comes while one looks elsewhere: alerts of the desktop, the tray icon where there is a tray,
/// a blinking task bar entry where there is none, and a sound where it is wanted.
class WindowAlerts : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    WindowAlerts(QWidget &window, ChatSessions &sessions, Preferences &preferences);

    AlertMenu *menu() { return m_menu; }
    bool hasTray() const { return m_tray != nullptr; }

Q_SIGNALS:
    void openRequested();              ///< the window is to come to the front
    void messageRequested(qint64 seq); ///< of the room that is shown now
    void quitRequested();

private:
    void makeTray();
    void hear(Conversation *conversation, const RoomEvent &event, bool addressed);
    void tell(const QString &title, const QString &text);
    void open();

    QWidget &m_window;
    ChatSessions &m_sessions;
    Preferences &m_preferences;
    SystemClock m_clock;
    AlertSettings m_settings;
    AlertQueue m_queue;
    AlertMenu *m_menu;
    TrayIcon *m_tray = nullptr;
};

} // namespace tincan
