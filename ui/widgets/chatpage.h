#pragma once

#include "ui/models/chatsessions.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace tincan {

class BlockingPage;
class ChangedKeyPage;
class ConversationPane;
class HiddenEncryptionPage;
class MembersPane;
class NearbyListView;
class NearbyRooms;
class RoomHost;
class RoomListView;

/// Rooms at the left, the conversation in the middle, people at the right. In a narrow window the people give
/// way, then the rooms; both can be brought back by hand.
class ChatPage : public QWidget
{
    Q_OBJECT

public:
    static constexpr int membersFrom = 700; ///< width of the page, in pixels
    static constexpr int roomsFrom = 500;

    ChatPage(ChatSessions &sessions, RoomHost &host, QWidget *parent = nullptr);

    ConversationPane *pane() { return m_pane; }
    /// The server has another key, or no encryption any more: nothing of it is shown before that is settled.
    bool isBlocked() const;

    void setNearbyRooms(NearbyRooms &rooms); ///< which must outlive the page

    bool areMembersShown() const;
    bool areRoomsShown() const;
    void showMembers(bool shown); ///< until the window becomes narrower or wider than its limit
    void showRooms(bool shown);

    /// Moves the keyboard through rooms, messages, composer and people; step 1 or -1.
    void focusNextPane(int step);
    void focusComposer(); ///< or what stands in its place

    QByteArray saveLayout() const; ///< empty while a pane is hidden
    void restoreLayout(const QByteArray &layout);

Q_SIGNALS:
    void hostRequested();
    void joinRequested();
    void nearbyRoomChosen(const QString &address);
    void roomMenuRequested(tincan::Conversation *conversation, const QPoint &at);
    void collapseChosen(int server, bool collapsed); ///< of a server's rooms
    void panesChanged();
    void keyTrusted(const tincan::RoomAddress &address); ///< of the current server, and named in it
    void leaveRequested();                               ///< the current server

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeSidebar();
    QWidget *makeMiddle();
    void showMiddle();
    QWidget *middleFor(const ServerSession *session);
    void bringRooms();
    void showConversation(Conversation *conversation);
    void chooseRoom(int row);
    void offerRoomMenu(int row, const QPoint &at);
    void message(const QString &memberId);
    void offerMemberMenu(const QString &memberId, const QPoint &at);
    void fit(int width, int previousWidth);
    void setPaneVisible(QWidget *pane, bool visible);

    ChatSessions &m_sessions;
    RoomListView *m_rooms;
    NearbyListView *m_nearby;
    QWidget *m_sidebar;
    ConversationPane *m_pane;
    ChangedKeyPage *m_changedKey;
    HiddenEncryptionPage *m_hidden;
    QStackedWidget *m_middle;
    MembersPane *m_members;
    QSplitter *m_splitter;
    bool m_membersWanted = true;
    bool m_roomsWanted = true;
};

} // namespace tincan
