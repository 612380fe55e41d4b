#include "app/application.h"

#include "app/beaconannouncer.h"
#include "app/dnssd.h"
#include "app/inputmethods.h"
#include "app/ownidentity.h"
#include "ui/client/beaconbrowser.h"
#include "ui/client/sqlitecopy.h"
#include "ui/models/hostform.h"
#include "ui/widgets/language.h"
#include "ui/widgets/mainwindow.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QScopedValueRollback>
#include <QSslSocket>
#include <QStandardPaths>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int quitDeadline = 4'000; // ms; longer than a server takes to close
constexpr int roomStays = 2'000;    // ms; settings are written with the window standing still

ColorScheme schemeFor(SchemeChoice choice)
{
    switch (choice) {
    case SchemeChoice::System:
        return ColorScheme::System;
    case SchemeChoice::Light:
        return ColorScheme::Light;
    case SchemeChoice::Dark:
        return ColorScheme::Dark;
    }
    Q_UNREACHABLE();
}

/// Reads the key when the first server asks for it: that takes as long as a frame.
std::function<Identity()> keptWhenRead(std::function<Identity()> read)
{
    return [read = std::move(read), kept = std::make_shared<Identity>()] {
        if (kept->isEmpty())
            *kept = read();
        return *kept;
    };
}

QString clientName()
{
    return u"tincan/"_s + QLatin1String(TINCAN_VERSION);
}

} // namespace

QString profileDirectory(const AppOptions &options)
{
    if (!options.profile.isEmpty())
        return options.profile;
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

Application::Application(const AppOptions &options, QObject *parent)
    : QObject(parent), m_options(options), m_preferences(profileDirectory(options)),
      m_drafts(profileDirectory(options)), m_host(profileDirectory(options)),
      m_copy(std::make_shared<SqliteCopy>(profileDirectory(options) + u"/conversations.sqlite"_s)),
      m_sessions(m_clock, &m_drafts), m_neighbourhood(m_host, m_sessions, m_preferences, m_clock)
{
    if (!options.name.isEmpty())
        m_preferences.setUserName(options.name);

    applyLanguage(*qApp, m_preferences.language());
    connect(&m_preferences, &Preferences::languageChanged, this, &Application::changeLanguage,
            Qt::QueuedConnection); // the dialog that changed it belongs to the window
    connect(&m_preferences, &Preferences::userNameChanged, this, &Application::useName);
    if (m_options.nearby != "none"_L1)
        m_neighbourhood.rooms().beginLooking();
    applyColors(*qApp, schemeFor(m_preferences.scheme()));
    makeWindow();
    // After the window: each widget that gets a parent under a style sheet is styled anew with all below it.
    const auto applyScheme = [this] { applyTheme(*qApp, schemeFor(m_preferences.scheme())); };
    applyScheme();
    connect(&m_preferences, &Preferences::schemeChanged, this, applyScheme);
    connect(&m_quitSignals, &QuitSignals::asked, this, &Application::quit);
    connect(qApp, &QGuiApplication::commitDataRequest, this, [this] { m_drafts.flush(); });
    connectHost();
    connectSessions();
    m_sessions.setKnownHosts(std::make_shared<HostsInFile>(profileDirectory(options) + u"/known-hosts"_s));
    m_sessions.setIdentity(
        keptWhenRead([profile = profileDirectory(options)] { return ownIdentity(profile); }));
    keepCopy();

    m_quitDeadline.setSingleShot(true);
    connect(&m_quitDeadline, &QTimer::timeout, qApp, &QCoreApplication::quit);
}

void Application::beginTheRest()
{
    if (m_quitting || std::exchange(m_hasAppeared, true))
        return; // another window, in another language
    lookNearby();
    watchConnections();
    warnOfInputMethod();
    Q_EMIT appeared();
}

void Application::lookNearby()
{
    if (m_options.nearby == "none"_L1)
        return;
    BeaconPlace place;
    place.interface = m_options.nearby;
    m_neighbourhood.addMeans(std::make_unique<BeaconBrowser>(place),
                             std::make_unique<BeaconAnnouncer>(place));
    addDnsSd(m_neighbourhood, m_options.nearby);
    m_neighbourhood.start();
}

void Application::watchConnections()
{
    m_watch = std::make_unique<ConnectionWatch>(m_clock);
    connect(m_watch.get(), &ConnectionWatch::doubtful, &m_sessions, &ChatSessions::checkConnections);
}

void Application::warnOfInputMethod()
{
    const QString missing = missingInputMethod();
    if (missing.isEmpty())
        return;
    m_window->showProblem(
        tr("The input method “%1” is not there for Qt 6, so only what is on the keys can be "
           "typed. Install its plugin; on Debian fcitx5-frontend-qt6 brings that of Fcitx.")
            .arg(missing));
}

void Application::keepCopy()
{
    m_copy->setEnabled(m_preferences.keepsCopy());
    connect(&m_preferences, &Preferences::keepsCopyChanged, m_copy.get(), &MessageCopy::setEnabled);
    connect(m_copy.get(), &MessageCopy::failed, this, [this](const QString &detail) {
        m_window->showProblem(tr("Conversations cannot be kept on this computer, so they are gone when the "
                                 "program ends. Is the disk full? %1")
                                  .arg(detail));
    });
    m_sessions.setCopy(m_copy);
}

void Application::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_sessions, m_host, m_preferences);
    m_window->setNearbyRooms(m_neighbourhood.rooms());
    m_window->setNotifier(m_notifier.get());
    connect(m_window.get(), &MainWindow::appeared, this, &Application::beginTheRest);
    connect(m_window.get(), &MainWindow::quitRequested, this, &Application::quit);
}

void Application::setNotifier(std::unique_ptr<DesktopNotifier> notifier)
{
    m_notifier = std::move(notifier);
    m_window->setNotifier(m_notifier.get());
}

void Application::setTray(std::unique_ptr<DesktopTray> tray)
{
    m_tray = std::move(tray);
    if (m_tray)
        connect(m_tray.get(), &DesktopTray::doubtful, this, [this] { m_window->doubtTray(); });
}

// What is on the screen has its words already, so the window is made anew; all that it shows stays.
void Application::changeLanguage(LanguageChoice choice)
{
    if (m_quitting)
        return;
    applyLanguage(*qApp, choice);
    m_drafts.flush();
    m_window->saveLayout();
    makeWindow();
    m_window->show();
}

void Application::useName(const QString &name)
{
    const auto sessions = m_sessions.sessions();
    for (ServerSession *session : sessions)
        session->useName(name);
}

Application::~Application()
{
    m_window.reset(); // before what it shows
}

void Application::start()
{
    if (!m_options.host && !m_options.join)
        reopen(); // so that the window opens with what there is, and makes nothing else
    m_window->show();
    if (m_options.host)
        host(*m_options.host);
    else if (m_options.join)
        join(*m_options.join);
}

void Application::host(const HostRequest &request)
{
    HostRequest named = request;
    named.name = HostForm(m_host, m_preferences.hostDefaults(), userName()).name();
    named.keepHistory = m_preferences.hostDefaults().keepHistory;
    named.keepDays = m_preferences.hostDefaults().keepDays;
    named.showNearby = m_preferences.hostDefaults().showNearby;
    named.clearAllowed = m_preferences.hostDefaults().clearAllowed;
    auto *answer = new QObject(this); // lives until the host has answered
    connect(&m_host, &RoomHost::refused, answer, [this, answer](HostProblem, quint16, const QString &detail) {
        m_window->showProblem(tr("The room could not be opened. %1").arg(detail));
        answer->deleteLater();
    });
    connect(&m_host, &RoomHost::opened, answer, &QObject::deleteLater);
    m_host.open(named);
}

void Application::join(const RoomAddress &address)
{
    // A link may have come from anywhere, so it only fills in the dialog; an address was typed.
    if (m_options.joinByLink || m_preferences.userName().isEmpty()) {
        m_window->offerToJoin(address);
        return;
    }
    ClientOptions options;
    options.address = address;
    options.name = userName();
    options.clientName = clientName();
    m_sessions.join(options);
}

/// The servers that were open when the program ended last. What cannot be reached now says so in its place.
void Application::reopen()
{
    const QStringList addresses = m_preferences.openServers();
    m_sessions.showWhenThere(m_preferences.lastRoom());
    if (m_preferences.userName().isEmpty())
        return;
    const QScopedValueRollback reopening(m_reopening, true);
    for (const QString &link : addresses) {
        const auto address = RoomAddress::parse(link);
        if (const auto *parsed = std::get_if<RoomAddress>(&address)) {
            ClientOptions options;
            options.address = *parsed;
            options.name = userName();
            options.clientName = clientName();
            m_sessions.join(options);
        }
    }
}

void Application::rememberOpen(const ServerSession *going)
{
    if (m_quitting || m_reopening)
        return;
    QStringList addresses;
    const auto sessions = m_sessions.sessions();
    for (const ServerSession *session : sessions) {
        if (session != going && !session->isHostedHere())
            addresses.append(session->address().toLink());
    }
    m_preferences.setOpenServers(addresses);
}

void Application::answerCall(const QString &text)
{
    if (m_quitting)
        return;
    const auto address = RoomAddress::parse(text);
    if (const auto *parsed = std::get_if<RoomAddress>(&address))
        m_window->offerToJoin(*parsed);
    else
        m_window->bringToFront();
}

QString Application::userName() const
{
    const QString name = m_preferences.userName();
    return name.isEmpty() ? systemUserName() : name;
}

void Application::connectHost()
{
    connect(&m_host, &RoomHost::opened, this, &Application::joinHostedRoom);
    connect(&m_host, &RoomHost::closed, this, [this] {
        if (ServerSession *session = m_sessions.hostedSession())
            m_sessions.leave(session);
        quitWhenDone();
    });
}

void Application::connectSessions()
{
    m_roomStays.setSingleShot(true);
    m_roomStays.setInterval(roomStays);
    connect(&m_roomStays, &QTimer::timeout, this, &Application::rememberRoom);
    connect(&m_sessions, &ChatSessions::currentChanged, &m_roomStays, qOverload<>(&QTimer::start));
    connect(&m_idle, &IdleWatch::idleChanged, this, [this](bool idle) {
        const auto sessions = m_sessions.sessions();
        for (ServerSession *session : sessions)
            session->setIdle(idle);
    });
    connect(&m_sessions, &ChatSessions::sessionAdded, this, [this](ServerSession *session) {
        rememberOpen();
        connect(session, &ServerSession::stateChanged, this, [this, session] { onSessionState(session); });
        connect(session, &ServerSession::titleChanged, this, [this, session] { rememberVisit(session); });
    });
    connect(&m_sessions, &ChatSessions::sessionAboutToBeRemoved, this, [this](ServerSession *session) {
        rememberOpen(session);
        if (session->isHostedHere())
            m_host.setSelfJoined(false);
    });
}

void Application::joinHostedRoom(const HostedRoom &room)
{
    ClientOptions options;
    options.address.host = room.loopback;
    options.address.port = room.port;
    options.name = userName();
    options.password = m_host.password();
    options.clientName = clientName();
    options.knownNative = true;
    using Encryption = ClientOptions::Encryption;
    options.encryption = QSslSocket::supportsSsl() ? Encryption::Always : Encryption::Never;
    options.ownHost = true;
    m_sessions.join(options, true);
}

void Application::onSessionState(ServerSession *session)
{
    if (session->isHostedHere())
        m_host.setSelfJoined(session->state().phase == Phase::Online);
    else
        rememberVisit(session);
}

void Application::rememberRoom()
{
    m_roomStays.stop();
    if (const Conversation *shown = m_sessions.current(); shown && !m_quitting)
        m_preferences.setLastRoom(m_sessions.roomKey(shown));
}

void Application::rememberVisit(ServerSession *session)
{
    if (session->isHostedHere() || session->state().phase != Phase::Online)
        return;
    RecentRooms rooms = m_preferences.recentRooms();
    rooms.visit({session->address(), session->title(), m_clock.utc()});
    m_preferences.setRecentRooms(rooms);
}

void Application::quit()
{
    if (m_quitting)
        return;
    rememberRoom();
    m_quitting = true;
    m_quitDeadline.start(quitDeadline);
    m_drafts.flush();
    const auto sessions = m_sessions.sessions();
    for (ServerSession *session : sessions) {
        if (session->isHostedHere())
            continue;
        connect(session, &ServerSession::stateChanged, this, &Application::quitWhenDone);
        session->pause();
    }
    if (m_host.isOpen())
        m_host.close();
    quitWhenDone();
}

void Application::quitWhenDone()
{
    if (!m_quitting || m_host.isOpen())
        return;
    const auto sessions = m_sessions.sessions();
    const bool done = std::all_of(sessions.begin(), sessions.end(), [](const ServerSession *session) {
        return session->state().phase == Phase::Idle;
    });
    if (done)
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
}

} // namespace tincan
