#include "ui/widgets/navigation.h"

#include "ui/models/chatsessions.h"
#include "ui/widgets/actiontext.h"
#include "ui/widgets/mainmenu.h"
#include "ui/widgets/switcherdialog.h"

#include <QAction>
#include <QGuiApplication>
#include <QKeyEvent>

namespace tincan {

Navigation::Navigation(QWidget &window, ChatSessions &sessions, const MainMenu &menu)
    : QObject(&window), m_window(window), m_sessions(sessions)
{
    connect(&sessions, &ChatSessions::currentChanged, this, &Navigation::remember);
    connect(&sessions, &ChatSessions::sessionAboutToBeRemoved, this,
            [this](const ServerSession *session) { m_history.forget(session->key()); });
    remember(sessions.current());
    connectMenu(menu);
}

void Navigation::connectMenu(const MainMenu &menu)
{
    const auto go = [this](QAction *action, int step, bool unreadOnly) {
        connect(action, &QAction::triggered, this,
                [this, step, unreadOnly] { goToNeighbour(step, unreadOnly); });
    };
    go(menu.nextRoom, 1, false);
    go(menu.previousRoom, -1, false);
    go(menu.nextUnread, 1, true);
    go(menu.previousUnread, -1, true);
    connect(menu.switcher, &QAction::triggered, this, [this, &menu] { showSwitcher(menu.actions()); });
    connect(menu.recent, &QAction::triggered, this, [this] { goToRecent(1); });
    connect(menu.lessRecent, &QAction::triggered, this, [this] { goToRecent(-1); });
    connect(menu.back, &QAction::triggered, this, &Navigation::goBack);
    connect(menu.forward, &QAction::triggered, this, &Navigation::goForward);
    for (int number = 1; number <= menu.roomNumbers.size(); ++number) {
        connect(menu.roomNumbers.at(number - 1), &QAction::triggered, this,
                [this, number] { goToNumber(number); });
    }
}

void Navigation::remember(const Conversation *conversation)
{
    if (conversation && m_round.isEmpty())
        m_history.visit({conversation->server(), conversation->id()});
}

void Navigation::goToNeighbour(int step, bool unreadOnly)
{
    const Conversation *current = m_sessions.current();
    RoomListModel *rooms = m_sessions.rooms();
    const int row = current ? rooms->rowOf(current->server(), current->id()) : -1;
    const int next = rooms->neighbour(row, step, unreadOnly);
    if (next >= 0)
        m_sessions.selectRow(next);
}

void Navigation::goToNumber(int number)
{
    const RoomListModel *rooms = m_sessions.rooms();
    for (int row = 0; row < rooms->rowCount(); ++row) {
        if (rooms->isRoom(row) && !rooms->isFolded(row) && --number == 0) {
            m_sessions.selectRow(row);
            return;
        }
    }
}

void Navigation::goToRecent(int step)
{
    if (m_round.isEmpty()) {
        m_round = m_history.recent();
        m_at = 0;
        qApp->installEventFilter(this);
    }
    for (qsizetype tries = 0; tries < m_round.size(); ++tries) {
        m_at = (m_at + step + m_round.size()) % m_round.size();
        if (go(m_round.at(m_at)))
            break;
    }
    if (!(QGuiApplication::keyboardModifiers() & Qt::ControlModifier))
        endRound();
}

void Navigation::endRound()
{
    qApp->removeEventFilter(this);
    m_round.clear();
    remember(m_sessions.current());
}

bool Navigation::eventFilter(QObject *watched, QEvent *event)
{
    const bool released =
        event->type() == QEvent::KeyRelease && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Control;
    if (released || event->type() == QEvent::WindowDeactivate)
        endRound();
    return QObject::eventFilter(watched, event);
}

bool Navigation::go(const Place &place)
{
    const int row = m_sessions.rooms()->rowOf(place.server, place.room);
    if (row >= 0)
        m_sessions.selectRow(row);
    return row >= 0;
}

void Navigation::goBack()
{
    // Rooms that were left since are passed over.
    while (const auto place = m_history.back()) {
        if (go(*place))
            return;
    }
}

void Navigation::goForward()
{
    while (const auto place = m_history.forward()) {
        if (go(*place))
            return;
    }
}

QList<SwitcherEntry> Navigation::rooms() const
{
    QList<SwitcherEntry> entries;
    RoomListModel *model = m_sessions.rooms();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (!model->isRoom(row))
            continue;
        const QModelIndex index = model->index(row);
        SwitcherEntry entry;
        entry.title = index.data(RoomListModel::TitleRole).toString();
        entry.unread = index.data(RoomListModel::UnreadRole).toInt();
        entry.server = index.data(RoomListModel::ServerRole).toInt();
        entry.id = index.data(RoomListModel::RoomIdRole).toString();
        entry.age = m_history.age({entry.server, RoomId(entry.id)});
        if (const ServerSession *session = m_sessions.session(entry.server))
            entry.detail = session->title();
        entries.append(entry);
    }
    return entries;
}

QList<SwitcherEntry> Navigation::people() const
{
    QList<SwitcherEntry> entries;
    Conversation *here = m_sessions.current();
    const QList<Member> members = here ? here->members()->all() : QList<Member>();
    for (const Member &member : members) {
        if (here->members()->isMe(member.id))
            continue;
        SwitcherEntry entry;
        entry.kind = SwitcherEntry::Kind::Person;
        entry.title = member.name;
        entry.detail = tr("person");
        entry.server = here->server();
        entry.id = member.id.value();
        entry.age = VisitHistory::most;
        entries.append(entry);
    }
    return entries;
}

void Navigation::showSwitcher(const QList<QAction *> &actions)
{
    QList<QAction *> possible;
    QList<SwitcherEntry> entries = rooms() + people();
    for (QAction *action : actions) {
        if (!action->isEnabled())
            continue;
        SwitcherEntry entry;
        entry.kind = SwitcherEntry::Kind::Action;
        entry.title = actionText(action->text());
        entry.detail = action->shortcut().toString(QKeySequence::NativeText);
        entry.age = VisitHistory::most;
        entry.id = QString::number(possible.size());
        entries.append(entry);
        possible.append(action);
    }
    auto *dialog = new SwitcherDialog(entries, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SwitcherDialog::chosen, this,
            [this, possible](const SwitcherEntry &entry) { follow(entry, possible); });
    dialog->open();
}

void Navigation::follow(const SwitcherEntry &entry, const QList<QAction *> &actions)
{
    switch (entry.kind) {
    case SwitcherEntry::Kind::Room:
        go({entry.server, RoomId(entry.id)});
        break;
    case SwitcherEntry::Kind::Person:
        if (ServerSession *session = m_sessions.session(entry.server))
            session->openDirect(MemberId(entry.id));
        break;
    case SwitcherEntry::Kind::Action:
        actions.at(entry.id.toInt())->trigger();
        break;
    }
}

} // namespace tincan
