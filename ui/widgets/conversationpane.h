#pragma once

#include "ui/models/alertsettings.h"
#include "ui/models/chatsessions.h"
#include "ui/widgets/messageactions.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace tincan {

class MessageAnnouncer;
class ComposeBar;
class Composer;
class ConnectionBanner;
class ConversationActions;
class ConversationFind;
class EmojiPicker;
class FindBar;
class ConversationView;
class InvitePanel;
class ModerationDesk;
class RoomHeader;
class RoomHost;
class WritingGuard;
enum class NextStep;
enum class ScrollStep;

/// The middle of the window: a conversation's header, its messages, and what is written next. A hosted room
/// in which nothing was said, and nobody else is, shows how to invite people instead of an empty page.
class ConversationPane : public QWidget
{
    Q_OBJECT

public:
    ConversationPane(ChatSessions &sessions, RoomHost &host, QWidget *parent = nullptr);

    RoomHeader *header() { return m_header; }
    ConversationView *view() { return m_view; }
    Composer *composer() { return m_composer; }
    ModerationDesk &desk() { return *m_desk; }
    void setRecentEmoji(const QStringList &recent) { m_recentEmoji = recent; }
    void setShowsTyping(bool shows);       ///< who is typing here, and to others that one is typing
    void markRead();                       ///< the room that is shown, and goes to its end
    void setSpokenLevel(AlertLevel level); ///< what screen readers are told of by themselves
    void say(const QString &sentence);     ///< to screen readers; untrusted text
    ConversationFind *find() { return m_find; }
    void goTo(qint64 seq); ///< of the conversation that is shown; loads older pages until it is there
    QWidget *middle();     ///< the messages, or the invite that stands for them

Q_SIGNALS:
    void inviteRequested();
    void searchRequested(const QString &text); ///< in all rooms
    void stepRequested(tincan::NextStep step, const QString &suggestion);
    void roomLinkActivated(const QUrl &link);
    void sent();    ///< something of mine is on its way
    void refused(); ///< what was typed; it stays in the message box
    void recentEmojiChanged(const QStringList &recent);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeFoot();
    void connectView();
    void connectComposer();
    void show(Conversation *conversation);
    void forget();
    void showInfo();
    void showSession();
    void showMiddle();
    bool isAloneAtHome() const;
    ServerSession *session() const;
    void submit(const QString &text);
    void keepDraft();
    void walkSent(int step);
    EmojiPicker *openPicker(const QPoint &at);
    void tellTyping();
    void announce(const QModelIndex &parent, int first, int last);
    void announceFailure(const QModelIndex &first);
    void showTyping();
    void scroll(ScrollStep step);
    void edit(const QString &key);
    MessageActions actionsAsModerator(const QString &authorId) const;

    ChatSessions &m_sessions;
    RoomHost &m_host;
    QPointer<Conversation> m_conversation;
    QList<QMetaObject::Connection> m_watches; ///< of the conversation that is shown
    RoomHeader *m_header;
    FindBar *m_findBar;
    ConnectionBanner *m_banner;
    QStackedWidget *m_middle;
    ConversationView *m_view;
    QWidget *m_invitePage = nullptr;
    InvitePanel *m_invite = nullptr; ///< made when it is shown first
    Composer *m_composer;
    ComposeBar *m_bar;
    QLabel *m_typing;
    MessageAnnouncer *m_announcer;
    WritingGuard *m_guard;
    ModerationDesk *m_desk;
    ConversationActions *m_actions;
    ConversationFind *m_find;
    QElapsedTimer m_toldTyping;
    QString m_toldFailure; ///< the key of the post that failed last
    AlertLevel m_spoken = AlertLevel::All;
    bool m_showsTyping = true;
    QStringList m_recentEmoji;
};

} // namespace tincan
