#pragma once

#include "protocol/roomevent.h"
#include "ui/client/roomclient.h"
#include "ui/models/conversationroles.h"
#include "ui/models/localdays.h"
#include "ui/models/presencerun.h"

#include <QAbstractListModel>
#include <QHash>
#include <QTimeZone>

#include <deque>

namespace tincan {

/// What was said in one room, oldest first: the log's messages and notices, then my posts that are not stored
/// yet. Roles: conversation::Role. A row costs a few dozen bytes and its text; every role is answered in
/// constant time.
class ConversationModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ConversationModel(QObject *parent = nullptr);
    explicit ConversationModel(const QTimeZone &zone, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Who reads: what MineRole and MentionsMeRole mean for the rows that come from now on.
    void setMe(const MemberId &id, const QString &name);

    /// Live and caught-up events, ascending. Numbers that are not above newest() are passed over.
    /// An event that carries the id of a waiting post takes that post's row.
    void appendEvents(const QList<RoomEvent> &events);
    /// The answer to olderWanted(). Numbers that are not below oldest() are passed over.
    void prependHistory(const QList<RoomEvent> &events, bool more);
    /// The oldest event that the server still has: decides hasOlder().
    void setFirstAvailable(Seq first);
    void clear(); ///< forgets the log; posts that wait stay

    void addPost(const PostId &id, EventKind kind, const QString &text, qint64 at);
    void setPostState(const PostId &id, PostState state, const QString &failure);
    void removePost(const PostId &id);
    PostId postAt(int row) const; ///< empty where the row is no waiting or failed post

    void addNotice(const QString &text, qint64 at);
    /// Who came and went; folded into the row above where that tells of the same.
    void addPresence(const QList<Member> &joined, const QList<Member> &left, qint64 at);

    /// The "New messages" line stands above the first row whose number is not below `seq`; 0: nowhere.
    void setUnreadFrom(Seq seq);
    Seq unreadFrom() const { return m_unreadFrom; }

    Seq oldest() const { return m_oldest; } ///< 0 where there is none
    Seq newest() const { return m_newest; }
    int rowOf(Seq seq) const; ///< -1 where no row shows that event
    int rowOfKey(const QString &key) const;

    struct Unread
    {
        int messages = 0;
        int mentions = 0;
        Seq first = 0;
        friend bool operator==(const Unread &, const Unread &) = default;
    };
    /// The messages of others with `after` < number <= `upTo`.
    Unread unreadBetween(Seq after, Seq upTo) const;

    bool hasOlder() const;
    void requestOlder(); ///< emits olderWanted() once, until prependHistory() or abandonOlder()
    void abandonOlder(); ///< no answer will come: the connection was lost

Q_SIGNALS:
    void olderWanted(tincan::Seq before);

private:
    struct Row
    {
        qint64 at = 0;
        Seq order =
            0; ///< of the event, of the one that a notice stands behind, or beyond all for a post that waits
        QString text;
        int author = -1;
        qint32 day = 0;
        conversation::RowKind kind = conversation::RowKind::Message;
        conversation::Delivery delivery = conversation::Delivery::Stored;
        bool stored = false; ///< an event of the log
        bool mine = false;
        bool mentionsMe = false;
        qint32 serial = 0; ///< names the rows that have no number
    };
    struct WaitingPost
    {
        PostId id;
        QString failure;
    };

    int settled() const { return int(m_rows.size()) - int(m_posts.size()); }
    int lowerBound(Seq seq) const;
    int authorIndex(const Author &author);
    bool rowFor(const RoomEvent &event, Row &row);
    void insertSettled(int at, std::deque<Row> &rows);
    void settlePost(int post, const Row &row, const PostId &id);
    int postIndex(const PostId &id) const;
    void appendNotice(Row row);
    void rowsChanged(int first, int last);
    void markUnread();

    QString keyOf(int row) const;
    QString accessibleText(int row) const;
    QString timeText(const Row &row) const;
    const Author *authorOf(const Row &row) const;
    bool startsDay(int row) const;
    bool startsGroup(int row) const;

    LocalDays m_days;
    std::deque<Row> m_rows;
    QList<WaitingPost> m_posts; ///< of the last rows, in their order
    QList<Author> m_authors;
    QHash<QString, int> m_authorIndex;
    QHash<Seq, QString> m_postKeys; ///< rows that began as posts of mine keep the key that they had
    PresenceRun m_run;
    bool m_runOpen = false; ///< the last settled row shows m_run
    MemberId m_me;
    QString m_myName;
    Seq m_oldest = 0;
    Seq m_newest = 0;
    Seq m_first = 0;
    Seq m_unreadFrom = 0;
    Seq m_unreadRow = 0;
    qint32 m_nextSerial = 1;
    bool m_wanted = false;
};

} // namespace tincan
