#include "ui/widgets/mainwindow.h"

#include "ui/models/collapsedservers.h"
#include "ui/models/powers.h"
#include "ui/models/preferences.h"
#include "ui/models/statuswords.h"
#include "ui/widgets/alertmenu.h"
#include "ui/widgets/chatpage.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/compositionguard.h"
#include "ui/widgets/conversationfind.h"
#include "ui/widgets/conversationpane.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/firstframe.h"
#include "ui/widgets/keybindings.h"
#include "ui/widgets/mainmenu.h"
#include "ui/widgets/navigation.h"
#include "ui/widgets/problembar.h"
#include "ui/widgets/programicon.h"
#include "ui/widgets/roomsettingsmenu.h"
#include "ui/widgets/statusline.h"
#include "ui/widgets/welcomepage.h"
#include "ui/widgets/windowalerts.h"
#include "ui/widgets/windowdialogs.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

QString nameOf(const Preferences &preferences)
{
    const QString name = preferences.userName();
    return name.isEmpty() ? systemUserName() : name;
}

} // namespace

MainWindow::MainWindow(ChatSessions &sessions, RoomHost &host, Preferences &preferences)
    : m_sessions(sessions), m_host(host), m_preferences(preferences), m_menu(new MainMenu(menuBar())),
      m_keys(new KeyBindings(m_menu->actions(), preferences, this)),
      m_dialogs(new WindowDialogs(*this, sessions, host, preferences)), m_problem(new ProblemBar),
      m_pages(new QStackedWidget), m_chat(new ChatPage(sessions, host)), m_status(new StatusLine),
      m_settings(new RoomSettingsMenu(sessions, this)),
      m_alerts(new WindowAlerts(*this, sessions, preferences))
{
    new Navigation(*this, sessions, *m_menu);
    composeWindow();
    connectRoomMenu();
    connectSearch();
    connectViewMenu();
    connectGoMenu();
    connectAlerts();
    connectModels();
    completeOnceShown();
    refresh();
}

MainWindow::~MainWindow() = default;

void MainWindow::composeWindow()
{
    new CompositionGuard(this);
    setMinimumSize(360, 400);
    m_pages->addWidget(m_chat);
    auto *center = new QWidget;
    auto *rows = new QVBoxLayout(center);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_problem);
    rows->addWidget(m_pages, 1);
    setCentralWidget(center);
    setStatusBar(m_status);
    const QSize frame(8, 36); // about: the real one is known too late
    resize(QSize(1180, 760).boundedTo(screen()->availableSize() - frame));
    restoreGeometry(m_preferences.layout(u"window"_s));
    m_chat->restoreLayout(m_preferences.layout(u"panes"_s));
}

void MainWindow::connectRoomMenu()
{
    const auto on = [this](QAction *action, auto slot) {
        connect(action, &QAction::triggered, m_dialogs, slot);
    };
    on(m_menu->host, [this] { m_dialogs->host(); });
    on(m_menu->join, [this] { m_dialogs->join(); });
    on(m_menu->newRoom, &WindowDialogs::newRoom);
    on(m_menu->browseRooms, &WindowDialogs::browseRooms);
    on(m_menu->invite, &WindowDialogs::invite);
    on(m_menu->roomInfo, &WindowDialogs::roomInfo);
    on(m_menu->whoIsConnected, [this] { m_dialogs->showHostPanel(HostPage::Connections); });
    connect(&m_sessions, &ChatSessions::hostPanelWanted, m_dialogs, &WindowDialogs::showHostPanel);
    m_menu->addRoomSettings(m_settings);
    on(m_menu->preferences, &WindowDialogs::preferences);
    on(m_menu->about, &WindowDialogs::about);
    on(m_menu->shortcuts, [this] { m_dialogs->showKeys(m_menu->actionsWithKeys(), *m_keys); });
    on(m_menu->stopHosting, [this] { m_dialogs->confirmClosing([this] { m_host.close(); }); });
    connect(m_menu->leaveRoom, &QAction::triggered, this, &MainWindow::leaveRoom);
    connect(m_menu->disconnectServer, &QAction::triggered, this, &MainWindow::disconnectServer);
    connect(m_menu->closeWindow, &QAction::triggered, this, &QWidget::close);
    connect(m_menu->quit, &QAction::triggered, this, &MainWindow::requestQuit);
    connect(m_chat, &ChatPage::hostRequested, m_dialogs, &WindowDialogs::host);
    connect(m_chat, &ChatPage::joinRequested, m_dialogs, [this] { m_dialogs->join(); });
    connect(m_chat, &ChatPage::nearbyRoomChosen, m_dialogs, &WindowDialogs::join);
    connect(m_chat, &ChatPage::leaveRequested, this, &MainWindow::disconnectServer);
    connect(m_chat, &ChatPage::keyTrusted, this, &MainWindow::trustKey);
    connect(m_chat->pane(), &ConversationPane::inviteRequested, m_dialogs, &WindowDialogs::invite);
    connect(m_chat->pane(), &ConversationPane::stepRequested, m_dialogs, &WindowDialogs::takeStep);
    connect(m_chat->pane(), &ConversationPane::roomLinkActivated, m_dialogs,
            [this](const QUrl &link) { m_dialogs->join(link.toString()); });
}

void MainWindow::connectSearch()
{
    ConversationFind *find = m_chat->pane()->find();
    connect(m_menu->find, &QAction::triggered, find, &ConversationFind::begin);
    connect(m_menu->findOlder, &QAction::triggered, find, &ConversationFind::goOlder);
    connect(m_menu->findNewer, &QAction::triggered, find, &ConversationFind::goNewer);
    connect(m_menu->searchRooms, &QAction::triggered, m_dialogs, [this] { m_dialogs->search({}); });
    connect(m_chat->pane(), &ConversationPane::searchRequested, m_dialogs, &WindowDialogs::search);
    connect(m_dialogs, &WindowDialogs::messageChosen, m_chat->pane(), &ConversationPane::goTo);
}

void MainWindow::connectViewMenu()
{
    connect(m_menu->members, &QAction::triggered, m_chat, &ChatPage::showMembers);
    connect(m_menu->rooms, &QAction::triggered, m_chat, &ChatPage::showRooms);
    connect(m_chat, &ChatPage::panesChanged, this, &MainWindow::refreshMenu);
    const auto scale = [this](QAction *action, int step) {
        connect(action, &QAction::triggered, this, [this, step] {
            m_preferences.setTextScale(step == 0 ? 100 : m_preferences.textScale() + step);
        });
    };
    scale(m_menu->larger, 10);
    scale(m_menu->smaller, -10);
    scale(m_menu->normal, 0);
    connectPane();
    auto *collapsed = new CollapsedServers(m_sessions, m_preferences, this);
    connect(m_chat, &ChatPage::collapseChosen, collapsed, &CollapsedServers::collapse);
    m_sessions.setIgnored(m_preferences.ignored());
    connect(&m_sessions, &ChatSessions::ignoredChanged, &m_preferences, &Preferences::setIgnored);
    for (const auto &[action, choice] : {std::pair(m_menu->systemScheme, SchemeChoice::System),
                                         std::pair(m_menu->lightScheme, SchemeChoice::Light),
                                         std::pair(m_menu->darkScheme, SchemeChoice::Dark)}) {
        action->setChecked(m_preferences.scheme() == choice);
        connect(action, &QAction::triggered, this,
                [this, choice = choice] { m_preferences.setScheme(choice); });
    }
}

/// What is preferred of reading and writing.
void MainWindow::connectPane()
{
    ConversationPane *pane = m_chat->pane();
    ConversationView *view = pane->view();
    view->setTextScale(m_preferences.textScale());
    connect(&m_preferences, &Preferences::textScaleChanged, view, &ConversationView::setTextScale);
    view->setDensity(m_preferences.density());
    connect(&m_preferences, &Preferences::densityChanged, view, &ConversationView::setDensity);
    view->setOpensAtNewest(m_preferences.opensAtNewest());
    connect(&m_preferences, &Preferences::opensAtNewestChanged, view, &ConversationView::setOpensAtNewest);
    pane->composer()->setEnterSends(m_preferences.enterSends());
    connect(&m_preferences, &Preferences::enterSendsChanged, pane->composer(), &Composer::setEnterSends);
    pane->setShowsTyping(m_preferences.showsTyping());
    connect(&m_preferences, &Preferences::showsTypingChanged, pane, &ConversationPane::setShowsTyping);
    pane->setRecentEmoji(m_preferences.recentEmoji());
    connect(pane, &ConversationPane::recentEmojiChanged, &m_preferences, &Preferences::setRecentEmoji);
    pane->setSpokenLevel(m_preferences.spokenLevel());
    connect(&m_preferences, &Preferences::alertsChanged, pane,
            [this, pane] { pane->setSpokenLevel(m_preferences.spokenLevel()); });
    connect(pane, &ConversationPane::sent, this, [this] {
        if (m_preferences.sentSound())
            QApplication::beep();
    });
    connect(m_alerts, &WindowAlerts::addressedElsewhere, pane, &ConversationPane::say);
}

void MainWindow::connectGoMenu()
{
    connect(m_menu->oldestUnread, &QAction::triggered, m_chat->pane()->view(),
            &ConversationView::jumpToUnread);
    connect(m_menu->markRead, &QAction::triggered, m_chat->pane(), &ConversationPane::markRead);
    connect(m_menu->message, &QAction::triggered, m_chat, &ChatPage::focusComposer);
    connect(m_menu->nextPane, &QAction::triggered, m_chat, [this] { m_chat->focusNextPane(1); });
    connect(m_menu->previousPane, &QAction::triggered, m_chat, [this] { m_chat->focusNextPane(-1); });
}

WelcomePage *MainWindow::welcome()
{
    if (m_welcome) {
        return m_welcome;
    }
    m_welcome = new WelcomePage(nameOf(m_preferences));
    m_pages->addWidget(m_welcome);
    connect(m_welcome, &WelcomePage::userNameChanged, &m_preferences, &Preferences::setUserName);
    connect(m_welcome, &WelcomePage::hostRequested, m_dialogs, &WindowDialogs::host);
    connect(m_welcome, &WelcomePage::joinRequested, m_dialogs, &WindowDialogs::joinNow);
    connect(&m_preferences, &Preferences::userNameChanged, m_welcome, &WelcomePage::setUserName);
    connect(&m_preferences, &Preferences::recentRoomsChanged, this, &MainWindow::refreshRecentRooms);
    refreshRecentRooms();
    if (m_nearby) {
        m_welcome->setNearbyRooms(*m_nearby);
    }
    return m_welcome;
}

void MainWindow::connectModels()
{
    for (const auto signal : {&ChatSessions::sessionAdded, &ChatSessions::sessionAboutToBeRemoved}) {
        connect(&m_sessions, signal, this, &MainWindow::refresh, Qt::QueuedConnection);
    }
    connect(&m_sessions, &ChatSessions::currentChanged, this, [this](Conversation *conversation) {
        refresh();
        if (conversation && !m_chat->pane()->view()->hasFocus()) {
            m_chat->focusComposer();
        }
    });
    connect(&m_sessions, &ChatSessions::currentSessionChanged, this, &MainWindow::refresh);
    connect(&m_sessions, &ChatSessions::unreadChanged, this, &MainWindow::refreshTitle);
    connectProblems();
    connect(&m_host, &RoomHost::opened, this, &MainWindow::refresh);
    connect(&m_host, &RoomHost::closed, this, &MainWindow::refresh);
    connect(&m_host, &RoomHost::guestsChanged, this, &MainWindow::refreshStatus);
}

void MainWindow::connectProblems()
{
    connect(&m_sessions, &ChatSessions::lost, this, &MainWindow::showProblem);
    connect(&m_sessions, &ChatSessions::problem, m_problem,
            [this](const QString &sentence) { m_problem->showProblem(sentence, ProblemBar::Until::GoneOn); });
    ConversationPane *pane = m_chat->pane();
    connect(pane, &ConversationPane::refused, m_problem, &ProblemBar::bindToText);
    connect(pane, &ConversationPane::sent, m_problem, &ProblemBar::noteGoingOn);
    connect(pane->composer(), &Composer::textEdited, m_problem, &ProblemBar::noteEdit);
    connect(&m_sessions, &ChatSessions::currentChanged, m_problem, &ProblemBar::noteGoingOn);
    connect(m_problem, &ProblemBar::dismissed, this, [this] {
        if (m_pages->currentWidget() == m_chat) {
            m_chat->focusComposer();
        } else {
            m_welcome->setFocus(Qt::OtherFocusReason);
        }
    });
}

void MainWindow::connectAlerts()
{
    m_menu->addRoomSettings(m_alerts->menu());
    connect(m_menu->mute, &QAction::triggered, m_alerts->menu(), &AlertMenu::toggleMute);
    m_menu->doNotDisturb->setChecked(m_preferences.doNotDisturb());
    connect(m_menu->doNotDisturb, &QAction::triggered, &m_preferences, &Preferences::setDoNotDisturb);
    connect(&m_preferences, &Preferences::alertsChanged, m_menu,
            [this] { m_menu->doNotDisturb->setChecked(m_preferences.doNotDisturb()); });
    connect(m_chat, &ChatPage::roomMenuRequested, m_alerts->menu(), &AlertMenu::popupFor);
    connect(m_alerts, &WindowAlerts::openRequested, this, &MainWindow::bringToFront);
    connect(m_alerts, &WindowAlerts::quitRequested, this, &MainWindow::requestQuit);
    connect(m_alerts, &WindowAlerts::messageRequested, this, [this](qint64 seq) {
        if (m_sessions.current()) {
            m_chat->pane()->view()->showMessage(m_sessions.current()->messages()->rowOf(seq));
        }
    });
}

void MainWindow::refresh()
{
    turnPage();
    refreshTitle();
    refreshStatus();
    refreshMenu();
}

/// The icon is many files, and a tray may take its time to answer.
void MainWindow::completeOnceShown()
{
    auto *frame = new FirstFrame(*this);
    connect(frame, &FirstFrame::out, this, [this, frame] {
        frame->deleteLater();
        setWindowIcon(programIcon());
        Q_EMIT appeared();
        m_alerts->begin();
    });
}

/// A window that is not shown yet may still get sessions, and then needs no page to make some.
void MainWindow::turnPage()
{
    const bool chatting = !m_sessions.sessions().isEmpty();
    if (!chatting && !m_wasShown) {
        return;
    }
    QWidget *page = chatting ? static_cast<QWidget *>(m_chat) : welcome();
    if (std::exchange(m_page, page) != page) {
        m_pages->setCurrentWidget(page);
        page->setFocus(Qt::OtherFocusReason);
    }
}

void MainWindow::refreshTitle()
{
    const Conversation *conversation = m_sessions.current();
    const ServerSession *session = m_sessions.currentSession();
    QString title = tr("Tincan");
    if (conversation && session) {
        //: window title: a room, its server, this program
        title = tr("%1 — %2 — %3").arg(conversation->name(), session->title(), title);
    } else if (session) {
        title = tr("%1 — %2").arg(session->title(), title);
    }
    if (m_sessions.addressed() > 0) {
        //: window title: what is unread and meant for me, then the title
        title = tr("(%1) %2").arg(QLocale().toString(m_sessions.addressed()), title);
    }
    setWindowTitle(title);
}

void MainWindow::refreshStatus()
{
    const ServerSession *session = m_sessions.currentSession();
    const ConnectionState state = session ? session->state() : ConnectionState();
    const bool online = state.phase == Phase::Online;
    if (m_host.isOpen() && (!session || session->isHostedHere())) {
        const int connected = m_host.guests() + (online ? 1 : 0);
        m_status->setConnection(true, StatusWords::hosting(m_host.room().port, connected));
    } else {
        m_status->setConnection(online,
                                StatusWords::connection(state, session ? session->title() : QString()));
    }
    m_status->setEncryption(state.encrypted, StatusWords::encryption(state));
    m_status->setRoundTrip(online ? StatusWords::roundTrip(session->roundTrip()) : QString());
    m_alerts->setHosting(m_host.isOpen() ? StatusWords::hostedRoom(m_host.room(), m_host.guests() + 1)
                                         : QString());
}

void MainWindow::refreshMenu()
{
    const ServerSession *session = m_sessions.currentSession();
    const Conversation *conversation = m_sessions.current();
    const bool online = session && session->state().phase == Phase::Online;
    m_menu->newRoom->setEnabled(online && !session->state().plain);
    m_menu->browseRooms->setEnabled(online && !session->state().plain);
    m_menu->leaveRoom->setEnabled(online && conversation && !session->state().plain);
    m_menu->invite->setEnabled(online);
    m_menu->roomInfo->setEnabled(conversation != nullptr);
    const bool moderating = online && isModerating(session->self().role);
    m_menu->whoIsConnected->setVisible(moderating);
    m_menu->whoIsConnected->setEnabled(moderating);
    m_settings->refresh();
    m_menu->stopHosting->setEnabled(m_host.isOpen());
    m_menu->disconnectServer->setEnabled(session && !session->isHostedHere());
    for (QAction *action :
         {m_menu->members, m_menu->rooms, m_menu->searchRooms, m_menu->nextPane, m_menu->previousPane}) {
        action->setEnabled(session != nullptr);
    }
    const bool readable = conversation && !m_chat->isBlocked();
    for (QAction *action :
         {m_menu->markRead, m_menu->oldestUnread, m_menu->find, m_menu->findOlder, m_menu->findNewer}) {
        action->setEnabled(readable);
    }
    for (QAction *action : {m_menu->nextRoom, m_menu->previousRoom, m_menu->nextUnread,
                            m_menu->previousUnread, m_menu->message, m_menu->back, m_menu->forward}) {
        action->setEnabled(conversation != nullptr);
    }
    for (QAction *action : std::as_const(m_menu->roomNumbers)) {
        action->setEnabled(conversation != nullptr);
    }
    m_menu->mute->setEnabled(conversation != nullptr);
    m_menu->members->setChecked(m_chat->areMembersShown());
    m_menu->rooms->setChecked(m_chat->areRoomsShown());
}

void MainWindow::refreshRecentRooms()
{
    m_welcome->setRecentRooms(m_preferences.recentRooms(), QDateTime::currentDateTime());
}

void MainWindow::leaveRoom()
{
    if (const Conversation *conversation = m_sessions.current()) {
        m_sessions.session(conversation->server())->leaveRoom(conversation->id());
    }
}

void MainWindow::disconnectServer()
{
    if (ServerSession *session = m_sessions.currentSession()) {
        m_sessions.leave(session);
    }
}

void MainWindow::trustKey(const RoomAddress &address)
{
    if (ServerSession *session = m_sessions.currentSession()) {
        ClientOptions options = session->client()->options();
        options.address = address;
        m_sessions.join(options);
    }
}

void MainWindow::setNearbyRooms(NearbyRooms &rooms)
{
    m_nearby = &rooms;
    m_chat->setNearbyRooms(rooms);
    if (m_welcome) {
        m_welcome->setNearbyRooms(rooms);
    }
}

void MainWindow::setNotifier(DesktopNotifier *notifier)
{
    m_alerts->setNotifier(notifier);
}

void MainWindow::doubtTray()
{
    m_alerts->doubtTray();
}

void MainWindow::showProblem(const QString &sentence)
{
    m_problem->showProblem(sentence);
}

void MainWindow::bringToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::offerToJoin(const RoomAddress &address)
{
    bringToFront();
    m_dialogs->join(address.toLink());
}

void MainWindow::requestQuit()
{
    const auto goOnInTray = [this] {
        saveLayout();
        hide();
    };
    m_dialogs->confirmClosing(
        [this, goOnInTray] {
            goOnInTray();
            Q_EMIT quitRequested();
        },
        m_alerts->hasTray() ? std::function<void()>(goOnInTray) : nullptr);
}

void MainWindow::setVisible(bool visible)
{
    m_wasShown |= visible;
    turnPage();
    QMainWindow::setVisible(visible);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    if (m_preferences.keepsInTray() && m_alerts->hasTray()) {
        saveLayout();
        hide();
    } else {
        requestQuit();
    }
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange) {
        m_sessions.setWindowActive(isActiveWindow());
    }
}

void MainWindow::saveLayout()
{
    m_preferences.setLayout(u"window"_s, saveGeometry());
    if (const QByteArray panes = m_chat->saveLayout(); !panes.isEmpty()) {
        m_preferences.setLayout(u"panes"_s, panes);
    }
}

} // namespace tincan
