#pragma once

#include "app/appoptions.h"
#include "app/desktoptray.h"
#include "app/embeddedhost.h"
#include "app/neighbourhood.h"
#include "app/quitsignals.h"
#include "protocol/clock.h"
#include "ui/client/connectionwatch.h"
#include "ui/models/chatsessions.h"
#include "ui/models/desktopnotifier.h"
#include "ui/models/draftstore.h"
#include "ui/models/preferences.h"
#include "ui/widgets/idlewatch.h"
#include "ui/widgets/restingcursor.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace tincan {

class MainWindow;

/// The desktop app put together: what is remembered, the sessions, the host, and the window that shows them.
/// Nothing here decides how anything looks or what goes over the wire.
class Application : public QObject
{
    Q_OBJECT

public:
    explicit Application(const AppOptions &options, QObject *parent = nullptr);
    ~Application() override;

    /// Shows the window, then hosts or joins as asked on the command line. What the first frame does not
    /// show, as rooms nearby, begins when that is out.
    void start();

    void setNotifier(std::unique_ptr<DesktopNotifier> notifier); ///< null: the tray shows alerts
    void setTray(std::unique_ptr<DesktopTray> tray);             ///< may be null

    void changeLanguage(LanguageChoice choice);
    void useName(const QString &name);
    /// Says goodbye to every server, closes the hosted room (its members are told), then ends the event loop.
    void quit();

    /// The program was started again, with this address, link or nothing: the window comes to the front, and
    /// an address only fills in the dialog.
    void answerCall(const QString &text);

    MainWindow *window() const { return m_window.get(); }
    Preferences &preferences() { return m_preferences; }
    const ChatSessions &sessions() const { return m_sessions; }

Q_SIGNALS:
    void appeared(); ///< the first frame is out: now is the time for a notifier and a tray

private:
    void makeWindow();
    void keepCopy();
    void beginTheRest();
    void lookNearby();
    void watchConnections();
    void warnOfInputMethod();
    void connectHost();
    void connectSessions();
    void host(const HostRequest &request);
    void join(const RoomAddress &address);
    void joinHostedRoom(const HostedRoom &room);
    void onSessionState(ServerSession *session);
    void rememberOpen(const ServerSession *going = nullptr);
    void reopen();
    void rememberVisit(ServerSession *session);
    void rememberRoom();
    void quitWhenDone();
    QString userName() const;

    AppOptions m_options;
    SystemClock m_clock;
    Preferences m_preferences;
    DraftStore m_drafts;
    EmbeddedHost m_host;
    std::shared_ptr<MessageCopy> m_copy;
    ChatSessions m_sessions;
    Neighbourhood m_neighbourhood;
    std::unique_ptr<DesktopNotifier> m_notifier;
    std::unique_ptr<DesktopTray> m_tray;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<ConnectionWatch> m_watch;
    QuitSignals m_quitSignals;
    IdleWatch m_idle;
    RestingCursor m_cursor;
    QTimer m_quitDeadline;
    QTimer m_roomStays; ///< until the room that is shown is worth a write to the disk
    bool m_reopening = false;
    bool m_hasAppeared = false;
    bool m_quitting = false;
};

/// The directory of the profile that the options name, or of the user's own.
QString profileDirectory(const AppOptions &options);

} // namespace tincan
