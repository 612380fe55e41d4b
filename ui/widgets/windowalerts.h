#pragma once

#include "ui/models/alertqueue.h"
#include "ui/models/alertsettings.h"

#include <QPointer>
#include <QWidget>

#include <optional>
#include <utility>

namespace tincan {

class AlertMenu;
class DesktopNotifier;
class Preferences;
class TrayIcon;
class TrayWatch;

/// Tells of what comes while one looks elsewhere: alerts of the desktop, or of the tray icon where the
/// desktop has no service for them, a blinking task bar entry, and a sound where it is wanted.
class WindowAlerts : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    WindowAlerts(QWidget &window, ChatSessions &sessions, Preferences &preferences);

    void setNotifier(DesktopNotifier *notifier); ///< may be null, or go before this
    /// Goes into the tray, if there is one, and tells of what was heard so far: from now on there is
    /// something that shows it.
    void begin();
    AlertMenu *menu() { return m_menu; }
    bool hasTray();   ///< now: a desktop's tray may come and go; goes into one that came
    void doubtTray(); ///< it may have ended: a window that waits in it is to come back then
    /// What the tray icon says of the room that is hosted; empty where none is.
    void setHosting(const QString &words);

Q_SIGNALS:
    void openRequested();                             ///< the window is to come to the front
    void messageRequested(qint64 seq);                ///< of the room that is shown now
    void addressedElsewhere(const QString &sentence); ///< while one is in another room: for a screen reader
    void quitRequested();

private:
    void makeTray();
    void hear(Conversation *conversation, const RoomEvent &event, bool addressed);
    void tell(const QString &title, const QString &text);
    void tellInTray(const QString &title, const QString &text);
    void open();

    QWidget &m_window;
    ChatSessions &m_sessions;
    Preferences &m_preferences;
    SystemClock m_clock;
    AlertSettings m_settings;
    AlertQueue m_queue;
    AlertMenu *m_menu;
    TrayIcon *m_tray = nullptr;
    TrayWatch *m_trayWatch = nullptr; ///< with the icon
    QString m_hosting;                ///< words for the tray
    bool m_begun = false;
    std::optional<std::pair<QString, QString>> m_untold; ///< title and text, until begin()
    QPointer<DesktopNotifier> m_notifier;
};

} // namespace tincan
