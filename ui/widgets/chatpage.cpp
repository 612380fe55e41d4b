#include "ui/widgets/chatpage.h"

#include "ui/widgets/changedkeypage.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/conversationpane.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/hiddenencryptionpage.h"
#include "ui/widgets/memberlistview.h"
#include "ui/widgets/membermenu.h"
#include "ui/widgets/memberspane.h"
#include "ui/widgets/nearbylistview.h"
#include "ui/widgets/roomheader.h"
#include "ui/widgets/roomlistview.h"

#include <QApplication>
#include <QPushButton>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tincan {

ChatPage::ChatPage(ChatSessions &sessions, RoomHost &host, QWidget *parent)
    : QWidget(parent), m_sessions(sessions), m_rooms(new RoomListView), m_nearby(new NearbyListView),
      m_sidebar(makeSidebar()), m_pane(new ConversationPane(sessions, host)),
      m_changedKey(new ChangedKeyPage), m_hidden(new HiddenEncryptionPage), m_middle(new QStackedWidget),
      m_members(new MembersPane), m_splitter(new QSplitter)
{
    m_rooms->setModel(sessions.rooms());
    connect(m_rooms, &RoomListView::hovered, sessions.rooms(), &RoomListModel::setOrderHeld);
    connect(m_rooms, &RoomListView::menuRequested, this, &ChatPage::offerRoomMenu);
    connect(m_rooms, &RoomListView::collapseChosen, this, &ChatPage::collapseChosen);
    m_members->setMinimumWidth(140);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(makeMiddle());
    m_splitter->addWidget(m_members);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({228, 756, 196});
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_splitter);

    connect(m_rooms, &RoomListView::roomChosen, this, &ChatPage::chooseRoom);
    connect(m_members->list(), &MemberListView::messageWanted, this, &ChatPage::message);
    connect(m_members->list(), &MemberListView::menuRequested, this, &ChatPage::offerMemberMenu);
    connect(m_pane->header(), &RoomHeader::roomsRequested, this, &ChatPage::bringRooms);
    connect(&m_sessions, &ChatSessions::currentChanged, this, &ChatPage::showConversation);
    connect(&m_sessions, &ChatSessions::currentSessionChanged, this, &ChatPage::showMiddle);
    showConversation(m_sessions.current());
}

QWidget *ChatPage::makeMiddle()
{
    m_middle->setMinimumWidth(240);
    m_middle->addWidget(m_pane);
    for (BlockingPage *page :
         {static_cast<BlockingPage *>(m_changedKey), static_cast<BlockingPage *>(m_hidden)}) {
        m_middle->addWidget(page);
        connect(page, &BlockingPage::leaveRequested, this, &ChatPage::leaveRequested);
        connect(page, &BlockingPage::roomsRequested, this, &ChatPage::bringRooms);
    }
    connect(m_changedKey, &ChangedKeyPage::trusted, this, &ChatPage::keyTrusted);
    connect(m_hidden, &HiddenEncryptionPage::retryRequested, this, [this] {
        if (ServerSession *session = m_sessions.currentSession()) {
            session->tryNow();
        }
    });
    return m_middle;
}

bool ChatPage::isBlocked() const
{
    return m_middle->currentWidget() != m_pane;
}

/// A page that has taken the conversation's place says what it is about.
QWidget *ChatPage::middleFor(const ServerSession *session)
{
    if (session && ChangedKey::isIn(session->state())) {
        m_changedKey->setChangedKey(ChangedKey(session->address(), session->state()));
        return m_changedKey;
    }
    if (session && HiddenEncryption::isIn(session->state())) {
        m_hidden->setHiddenEncryption(HiddenEncryption(session->address()));
        return m_hidden;
    }
    return m_pane;
}

void ChatPage::showMiddle()
{
    QWidget *middle = middleFor(m_sessions.currentSession());
    if (middle == m_middle->currentWidget()) {
        return;
    }
    const QWidget *focus = QApplication::focusWidget();
    const bool beside = m_sidebar->isAncestorOf(focus) || m_members->isAncestorOf(focus);
    m_middle->setCurrentWidget(middle);
    if (!beside) {
        focusComposer();
    }
}

QWidget *ChatPage::makeSidebar()
{
    auto *sidebar = new QWidget;
    sidebar->setAutoFillBackground(true);
    sidebar->setBackgroundRole(QPalette::AlternateBase);
    sidebar->setMinimumWidth(160);
    auto *host = new QPushButton(tr("Host…"));
    auto *join = new QPushButton(tr("Join…"));
    host->setProperty("primary", true);
    connect(host, &QPushButton::clicked, this, &ChatPage::hostRequested);
    connect(join, &QPushButton::clicked, this, &ChatPage::joinRequested);
    connect(m_nearby, &NearbyListView::roomChosen, this, &ChatPage::nearbyRoomChosen);
    auto *rows = new QVBoxLayout(sidebar);
    rows->setContentsMargins(0, 8, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_rooms, 1000);
    rows->addWidget(m_nearby);
    rows->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(14, 10, 14, 16);
    buttons->setSpacing(8);
    buttons->addWidget(host, 1);
    buttons->addWidget(join, 1);
    rows->addLayout(buttons);
    return sidebar;
}

void ChatPage::setNearbyRooms(NearbyRooms &rooms)
{
    m_nearby->setRooms(rooms);
}

void ChatPage::bringRooms()
{
    showRooms(true);
    m_rooms->setFocus(Qt::OtherFocusReason);
}

void ChatPage::showConversation(Conversation *conversation)
{
    m_members->setModel(conversation ? conversation->members() : nullptr);
    m_rooms->showCurrent(conversation ? m_sessions.rooms()->rowOf(conversation->server(), conversation->id())
                                      : -1);
}

void ChatPage::offerRoomMenu(int row, const QPoint &at)
{
    const QModelIndex index = m_sessions.rooms()->index(row);
    const ServerSession *server = m_sessions.session(index.data(RoomListModel::ServerRole).toInt());
    const RoomId id(index.data(RoomListModel::RoomIdRole).toString());
    if (Conversation *conversation = server ? server->conversation(id) : nullptr)
        Q_EMIT roomMenuRequested(conversation, at);
}

void ChatPage::chooseRoom(int row)
{
    m_sessions.selectRow(row);
    if (width() < roomsFrom) {
        showRooms(false);
    }
}

void ChatPage::message(const QString &memberId)
{
    if (ServerSession *session = m_sessions.currentSession()) {
        session->openDirect(MemberId(memberId));
    }
}

void ChatPage::offerMemberMenu(const QString &memberId, const QPoint &at)
{
    ServerSession *session = m_sessions.currentSession();
    Conversation *conversation = m_sessions.current();
    const Member *member = conversation ? conversation->members()->member(MemberId(memberId)) : nullptr;
    if (session && member) {
        auto *menu =
            new MemberMenu({m_sessions, *session, *conversation, m_pane->desk()}, *member, m_members->list());
        menu->popup(at);
    }
}

bool ChatPage::areMembersShown() const
{
    return !m_members->isHidden();
}

bool ChatPage::areRoomsShown() const
{
    return !m_sidebar->isHidden();
}

void ChatPage::showMembers(bool shown)
{
    m_membersWanted = shown || (m_membersWanted && width() < membersFrom);
    setPaneVisible(m_members, shown);
    Q_EMIT panesChanged();
}

void ChatPage::showRooms(bool shown)
{
    m_roomsWanted = shown || (m_roomsWanted && width() < roomsFrom);
    setPaneVisible(m_sidebar, shown);
    Q_EMIT panesChanged();
}

void ChatPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit(event->size().width(), event->oldSize().width());
}

void ChatPage::fit(int width, int previousWidth)
{
    const auto crossed = [width, previousWidth](int limit) {
        return previousWidth < 0 || (width < limit) != (previousWidth < limit);
    };
    if (crossed(membersFrom)) {
        setPaneVisible(m_members, width >= membersFrom && m_membersWanted);
    }
    if (crossed(roomsFrom)) {
        setPaneVisible(m_sidebar, width >= roomsFrom && m_roomsWanted);
    }
    if (crossed(membersFrom) || crossed(roomsFrom)) {
        Q_EMIT panesChanged();
    }
}

/// Takes the keyboard out of a pane that goes.
void ChatPage::setPaneVisible(QWidget *pane, bool visible)
{
    const bool leaves = !visible && pane->isAncestorOf(window()->focusWidget());
    pane->setVisible(visible);
    m_pane->header()->setRoomsHidden(!areRoomsShown());
    m_changedKey->setRoomsHidden(!areRoomsShown());
    m_hidden->setRoomsHidden(!areRoomsShown());
    if (leaves) {
        focusComposer();
    }
}

void ChatPage::focusNextPane(int step)
{
    QWidget *middle = isBlocked() ? m_middle->currentWidget() : m_pane->middle();
    const QList<QWidget *> panes{m_rooms, middle, m_pane->composer(), m_members};
    qsizetype at = step > 0 ? -1 : 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        const QWidget *focus = focusWidget();
        if (focus && (panes.at(i) == focus || panes.at(i)->isAncestorOf(focus))) {
            at = i;
        }
    }
    for (qsizetype tries = 0; tries < panes.size(); ++tries) {
        at = (at + step + panes.size()) % panes.size();
        QWidget *pane = panes.at(at);
        if (pane->isVisible() && pane->isEnabled()) {
            pane->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void ChatPage::focusComposer()
{
    QWidget *middle = isBlocked() ? m_middle->currentWidget() : m_pane->composer();
    middle->setFocus(Qt::ShortcutFocusReason);
}

QByteArray ChatPage::saveLayout() const
{
    // With a pane hidden its width would be lost.
    return areMembersShown() && areRoomsShown() ? m_splitter->saveState() : QByteArray();
}

void ChatPage::restoreLayout(const QByteArray &layout)
{
    m_splitter->restoreState(layout);
    m_splitter->setHandleWidth(1);
}

} // namespace tincan
