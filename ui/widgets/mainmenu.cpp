#include "ui/widgets/mainmenu.h"

#include "ui/widgets/editactions.h"

#include <QAction>
#include <QActionGroup>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

QAction *add(QMenu *menu, const QString &text, const QKeySequence &key = {})
{
    QAction *action = menu->addAction(text);
    action->setShortcut(key);
    return action;
}

QAction *addCheckable(QMenu *menu, const QString &text)
{
    QAction *action = menu->addAction(text);
    action->setCheckable(true);
    return action;
}

} // namespace

MainMenu::MainMenu(QMenuBar *bar) : QObject(bar)
{
    addRoomMenu(bar);
    addEditMenu(bar);
    addViewMenu(bar);
    addGoMenu(bar);
    addHelpMenu(bar);
    nameActions();
}

/// The names by which somebody's own keys are remembered.
void MainMenu::nameActions()
{
    const std::pair<QAction *, QString> names[] = {
        {host, u"host"_s},
        {join, u"join"_s},
        {newRoom, u"new-room"_s},
        {browseRooms, u"browse-rooms"_s},
        {invite, u"invite"_s},
        {whoIsConnected, u"who-is-connected"_s},
        {markRead, u"mark-read"_s},
        {mute, u"mute"_s},
        {closeWindow, u"close-window"_s},
        {quit, u"quit"_s},
        {find, u"find"_s},
        {findOlder, u"find-next"_s},
        {findNewer, u"find-previous"_s},
        {searchRooms, u"search-rooms"_s},
        {preferences, u"preferences"_s},
        {larger, u"larger"_s},
        {smaller, u"smaller"_s},
        {normal, u"normal"_s},
        {switcher, u"switcher"_s},
        {back, u"back"_s},
        {forward, u"forward"_s},
        {recent, u"recent"_s},
        {lessRecent, u"less-recent"_s},
        {nextRoom, u"next-room"_s},
        {previousRoom, u"previous-room"_s},
        {nextUnread, u"next-unread"_s},
        {previousUnread, u"previous-unread"_s},
        {oldestUnread, u"oldest-unread"_s},
        {message, u"message"_s},
        {nextPane, u"next-pane"_s},
        {previousPane, u"previous-pane"_s},
        {shortcuts, u"shortcuts"_s},
    };
    for (const auto &[action, name] : names) {
        action->setObjectName(name);
    }
}

void MainMenu::addRoomMenu(QMenuBar *bar)
{
    QMenu *menu = m_menus.emplaceBack(bar->addMenu(tr("&Room")));
    host = add(menu, tr("&Host a Room…"), Qt::CTRL | Qt::Key_H);
    join = add(menu, tr("&Join…"), Qt::CTRL | Qt::Key_J);
    menu->addSeparator();
    newRoom = add(menu, tr("&New Room…"), Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    browseRooms = add(menu, tr("&Browse Rooms…"), Qt::CTRL | Qt::SHIFT | Qt::Key_B);
    leaveRoom = add(menu, tr("&Leave Room"));
    invite = add(menu, tr("&Invite…"), Qt::CTRL | Qt::SHIFT | Qt::Key_I);
    roomInfo = add(menu, tr("Room In&fo"));
    menu->addSeparator();
    whoIsConnected = add(menu, tr("&Who Is Connected…"), Qt::CTRL | Qt::SHIFT | Qt::Key_W);
    stopHosting = add(menu, tr("&Stop Hosting"));
    disconnectServer = add(menu, tr("&Disconnect"));
    menu->addSeparator();
    markRead = add(menu, tr("Mar&k as Read"), Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    mute = add(menu, tr("&Mute or Unmute Room"), Qt::CTRL | Qt::ALT | Qt::Key_M);
    doNotDisturb = add(menu, tr("Do Not Distur&b"));
    doNotDisturb->setCheckable(true);
    menu->addSeparator();
    closeWindow = add(menu, tr("&Close Window"), Qt::CTRL | Qt::Key_W);
    quit = add(menu, tr("&Quit"), Qt::CTRL | Qt::Key_Q);
    quit->setMenuRole(QAction::QuitRole);
}

void MainMenu::addRoomSettings(QMenu *menu)
{
    m_menus.first()->insertMenu(markRead, menu);
}

void MainMenu::addEditMenu(QMenuBar *bar)
{
    QMenu *menu = m_menus.emplaceBack(bar->addMenu(tr("&Edit")));
    new EditActions(menu);
    menu->addSeparator();
    find = add(menu, tr("&Find in Conversation…"), Qt::CTRL | Qt::Key_F);
    findOlder = add(menu, tr("Find &Next"), Qt::Key_F3);
    findNewer = add(menu, tr("Find Pre&vious"), Qt::SHIFT | Qt::Key_F3);
    searchRooms = add(menu, tr("&Search All Rooms…"), Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    menu->addSeparator();
    preferences = add(menu, tr("&Preferences…"), Qt::CTRL | Qt::Key_Comma);
    preferences->setMenuRole(QAction::PreferencesRole);
}

void MainMenu::addViewMenu(QMenuBar *bar)
{
    QMenu *menu = m_menus.emplaceBack(bar->addMenu(tr("&View")));
    rooms = addCheckable(menu, tr("&Rooms"));
    members = addCheckable(menu, tr("&Members"));
    menu->addSeparator();
    larger = add(menu, tr("&Larger Text"));
    larger->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    smaller = add(menu, tr("&Smaller Text"), Qt::CTRL | Qt::Key_Minus);
    normal = add(menu, tr("&Normal Text"), Qt::CTRL | Qt::Key_0);
    menu->addSeparator();
    QMenu *appearance = menu->addMenu(tr("&Appearance"));
    systemScheme = addCheckable(appearance, tr("&System"));
    lightScheme = addCheckable(appearance, tr("&Light"));
    darkScheme = addCheckable(appearance, tr("&Dark"));
    auto *schemes = new QActionGroup(this);
    for (QAction *scheme : {systemScheme, lightScheme, darkScheme}) {
        schemes->addAction(scheme);
    }
}

void MainMenu::addGoMenu(QMenuBar *bar)
{
    QMenu *menu = m_menus.emplaceBack(bar->addMenu(tr("&Go")));
    switcher = add(menu, tr("&Go To…"), Qt::CTRL | Qt::Key_K);
    back = add(menu, tr("&Back"), Qt::ALT | Qt::Key_Left);
    forward = add(menu, tr("&Forward"), Qt::ALT | Qt::Key_Right);
    recent = add(menu, tr("Re&cent Room"), Qt::CTRL | Qt::Key_Tab);
    lessRecent = add(menu, tr("&Least Recent Room"), Qt::CTRL | Qt::SHIFT | Qt::Key_Tab);
    menu->addSeparator();
    nextRoom = add(menu, tr("&Next Room"), Qt::ALT | Qt::Key_Down);
    previousRoom = add(menu, tr("&Previous Room"), Qt::ALT | Qt::Key_Up);
    nextUnread = add(menu, tr("Next &Unread Room"), Qt::ALT | Qt::SHIFT | Qt::Key_Down);
    previousUnread = add(menu, tr("Previous Unread &Room"), Qt::ALT | Qt::SHIFT | Qt::Key_Up);
    QMenu *numbers = menu->addMenu(tr("Room by Nu&mber"));
    for (int number = 1; number <= 9; ++number) {
        const auto key = Qt::Key(int(Qt::Key_0) + number);
        roomNumbers.append(add(numbers, tr("Room &%1").arg(number), QKeySequence(Qt::CTRL | key)));
    }
    menu->addSeparator();
    oldestUnread = add(menu, tr("&Oldest Unread Message"), Qt::SHIFT | Qt::Key_PageUp);
    message = add(menu, tr("&Message"), Qt::CTRL | Qt::Key_M);
    nextPane = add(menu, tr("Next P&ane"), Qt::Key_F6);
    previousPane = add(menu, tr("Previous Pan&e"), Qt::SHIFT | Qt::Key_F6);
}

void MainMenu::addHelpMenu(QMenuBar *bar)
{
    QMenu *menu = m_menus.emplaceBack(bar->addMenu(tr("&Help")));
    shortcuts = add(menu, tr("&Keyboard Shortcuts"));
    shortcuts->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Slash), QKeySequence(Qt::Key_F1)});
    about = add(menu, tr("&About Tincan"));
    about->setMenuRole(QAction::AboutRole);
}

QList<QAction *> MainMenu::actions() const
{
    QList<QAction *> all;
    for (const QMenu *menu : m_menus) {
        for (QAction *action : menu->actions()) {
            const auto nested = action->menu() ? action->menu()->actions() : QList<QAction *>{action};
            all.append(nested);
        }
    }
    all.removeIf([](const QAction *action) { return action->isSeparator(); });
    return all;
}

QList<QAction *> MainMenu::actionsWithKeys() const
{
    QList<QAction *> all = actions();
    all.removeIf([](const QAction *action) { return action->shortcut().isEmpty(); });
    return all;
}

} // namespace tincan
