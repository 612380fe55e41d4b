#pragma once

#include "protocol/roominfo.h"
#include "ui/models/conversationmodel.h"
#include "ui/models/memberlistmodel.h"
#include "ui/models/senthistory.h"
#include "ui/models/typingpeople.h"

#include <QObject>

namespace tincan {

/// One room or direct talk as its reader sees it: what was said, who is here, what is unread, what is being
/// typed.
class Conversation : public QObject
{
    Q_OBJECT

public:
    Conversation(int server, const RoomInfo &info, QObject *parent = nullptr);

    int server() const { return m_server; } ///< ServerSession::key()
    const RoomId &id() const { return m_info.id; }
    QString name() const { return m_info.name; } ///< a room's, or the other person's
    QString title() const;                       ///< "# Lounge", or the other person's name
    QString topic() const { return m_info.topic; }
    const RoomInfo &info() const { return m_info; } ///< its members as of the joining
    bool isDirect() const { return m_info.kind == RoomKind::Direct; }
    bool otherIsHere() const; ///< in a direct talk: the other side

    ConversationModel *messages() { return &m_messages; }
    MemberListModel *members() { return &m_members; }
    const MemberListModel *members() const { return &m_members; }

    TypingPeople *typing() { return &m_typing; }
    SentHistory &sent() { return m_sent; } ///< what I sent here in this run of the program

    int unread() const { return m_unread; }     ///< messages of others behind the read position
    int mentions() const { return m_mentions; } ///< of these, those that name me
    int addressed() const { return isDirect() ? m_unread : m_mentions; }
    Seq readUpTo() const { return m_read; }

    /// The view saw this event in a focused window: it and everything before is read. 0 and older numbers do
    /// nothing, nor does anything while what is new was not all asked for.
    void markRead(Seq seq);
    void markAllRead();

    /// It is shown. What an earlier run knew of it is asked for, and again at every call until it is there.
    void open();

    /// Whether somebody looks: the conversation is shown in a focused window. What comes while nobody looks
    /// gets the "New messages" line above its first; the line stays while it is looked at, until one has
    /// turned away.
    void setAttended(bool attended);

    QString draft() const { return m_draft; }
    int draftCursor() const { return m_draftCursor; }
    void setDraft(const QString &text, int cursor);

    // What the session feeds.
    void setInfo(const RoomInfo &info);
    void setMe(const Member &me);
    void takeSettings(const RoomInfo &info, qint64 now); ///< the room's, without its members
    /// What is new of an earlier run, into an empty conversation: the last events of the log, maybe none;
    /// `read`: as CopiedRoom has it. What was before is asked for when it is opened.
    void recall(const QList<RoomEvent> &events, Seq read);
    void takeEvents(const QList<RoomEvent> &events);
    void takeHistory(const serverevent::HistoryPage &page);
    void takePresence(const serverevent::Presence &presence, qint64 now);
    void takeTyping(const MemberId &member);
    /// People, by nameKey(), whose messages are hidden, not counted and not announced.
    void setIgnored(const QSet<QString> &people);
    bool isIgnored(const QString &name) const;
    void setKeywords(const QStringList &keywords); ///< count as mentions from now on
    void reset();                                  ///< the room's log was lost or replaced

Q_SIGNALS:
    void infoChanged(); ///< name, topic, settings, or whether the other side is here
    void unreadChanged();
    void draftChanged();
    /// Messages of others came that are not read yet: one of them, the last that is meant for me where there
    /// is one.
    void heard(const tincan::RoomEvent &event, bool addressed);

private:
    void askForRecalled();
    void readTo(Seq upTo);
    void sayPresence(const QList<Member> &joined, const QList<Member> &left, qint64 now);
    void placeUnreadLine();
    void countUnread();
    void setUnread(int unread, int mentions);
    void takeNames(const QList<RoomEvent> &events);
    void announce(const QList<RoomEvent> &events, Seq after);
    bool isForMe(const RoomEvent &event) const;

    int m_server;
    RoomInfo m_info;
    ConversationModel m_messages;
    MemberListModel m_members;
    TypingPeople m_typing;
    SentHistory m_sent;
    QSet<QString> m_ignored;
    QSet<QString> m_kicked; ///< by name, until they are gone
    QStringList m_keywords;
    Member m_me;
    Seq m_read = 0;
    int m_unread = 0;
    int m_mentions = 0;
    bool m_attended = false;
    bool m_open = false;     ///< or was
    bool m_copied = false;   ///< an earlier run knew its log: the copy may hold what the server forgot
    bool m_recalled = false; ///< and nothing that was before has come
    QString m_draft;
    int m_draftCursor = 0;
};

} // namespace tincan
