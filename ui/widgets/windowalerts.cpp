#include "ui/widgets/windowalerts.h"

#include "ui/models/desktopnotifier.h"
#include "ui/models/isolated.h"
#include "ui/models/preferences.h"
#include "ui/widgets/alertmenu.h"
#include "ui/widgets/trayicon.h"
#include "ui/widgets/traywatch.h"

#include <QApplication>

#include <utility>

namespace tincan {

WindowAlerts::WindowAlerts(QWidget &window, ChatSessions &sessions, Preferences &preferences)
    : QObject(&window), m_window(window), m_sessions(sessions), m_preferences(preferences),
      m_settings(preferences, m_clock), m_menu(new AlertMenu(sessions, m_settings, &window))
{
    m_sessions.setAlerts(&m_settings);
    connect(&m_sessions, &ChatSessions::heard, this, &WindowAlerts::hear);
    connect(&m_queue, &AlertQueue::alert, this, &WindowAlerts::tell);
}

void WindowAlerts::begin()
{
    m_begun = true;
    hasTray();
    if (const auto untold = std::exchange(m_untold, {}))
        tell(untold->first, untold->second);
}

void WindowAlerts::makeTray()
{
    m_tray = new TrayIcon(&m_window);
    m_tray->setDoNotDisturb(m_preferences.doNotDisturb());
    m_tray->setCount(m_sessions.addressed());
    m_tray->setHosting(m_hosting);
    connect(m_tray, &TrayIcon::opened, this, &WindowAlerts::openRequested);
    connect(m_tray, &TrayIcon::quitChosen, this, &WindowAlerts::quitRequested);
    connect(m_tray, &TrayIcon::doNotDisturbChosen, &m_preferences, &Preferences::setDoNotDisturb);
    connect(m_tray, &QSystemTrayIcon::messageClicked, this, &WindowAlerts::open);
    connect(&m_preferences, &Preferences::alertsChanged, m_tray,
            [this] { m_tray->setDoNotDisturb(m_preferences.doNotDisturb()); });
    connect(&m_sessions, &ChatSessions::unreadChanged, m_tray,
            [this](int, int addressed) { m_tray->setCount(addressed); });
    m_tray->show();
    m_trayWatch = new TrayWatch(m_window, [this] {
        m_tray->watchDock();
        return QSystemTrayIcon::isSystemTrayAvailable();
    });
    connect(m_tray, &TrayIcon::undocked, m_trayWatch, &TrayWatch::doubt);
    connect(m_trayWatch, &TrayWatch::ended, this, &WindowAlerts::openRequested);
}

void WindowAlerts::doubtTray()
{
    if (m_trayWatch)
        m_trayWatch->doubt();
}

void WindowAlerts::setNotifier(DesktopNotifier *notifier)
{
    m_notifier = notifier;
    if (!notifier)
        return;
    connect(notifier, &DesktopNotifier::clicked, this, &WindowAlerts::open);
    connect(notifier, &DesktopNotifier::refused, this, &WindowAlerts::tellInTray);
}

bool WindowAlerts::hasTray()
{
    const bool available = QSystemTrayIcon::isSystemTrayAvailable();
    if (available && !m_tray)
        makeTray();
    return available;
}

void WindowAlerts::setHosting(const QString &words)
{
    m_hosting = words;
    if (m_tray)
        m_tray->setHosting(words);
}

/// Nothing of what is in front of somebody.
void WindowAlerts::hear(Conversation *conversation, const RoomEvent &event, bool addressed)
{
    const bool seen = m_sessions.isWindowActive() && m_sessions.current() == conversation;
    if (seen || !m_settings.alerts(m_sessions.roomKey(conversation), addressed))
        return;
    m_queue.hear(conversation, event);
    if (addressed && m_sessions.isWindowActive()) {
        //: for a screen reader: who, in which room, says what
        Q_EMIT addressedElsewhere(
            tr("%1 in %2: %3").arg(isolated(event.from.name), isolated(conversation->title()), event.text));
    }
}

void WindowAlerts::tell(const QString &title, const QString &text)
{
    if (!m_begun) {
        m_untold = {title, text}; // each takes the place of the one before
        return;
    }
    const QString shown = m_preferences.showsAlertText() ? text : tr("New messages");
    if (m_notifier)
        m_notifier->show(title, shown);
    else
        tellInTray(title, shown);
    QApplication::alert(&m_window);
    if (m_preferences.alertSound())
        QApplication::beep();
}

void WindowAlerts::tellInTray(const QString &title, const QString &text)
{
    if (m_tray)
        m_tray->showMessage(title, text);
}

void WindowAlerts::open()
{
    Q_EMIT openRequested();
    if (Conversation *conversation = m_queue.conversation()) {
        m_sessions.select(conversation);
        Q_EMIT messageRequested(m_queue.seq());
    }
}

} // namespace tincan
