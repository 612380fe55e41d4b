#pragma once

#include "protocol/roomevent.h"
#include "ui/client/roomclient.h"
#include "ui/models/authortable.h"
#include "ui/models/conversationrow.h"
#include "ui/models/localdays.h"
#include "ui/models/messagechanges.h"
#include "ui/models/pendingchanges.h"
#include "ui/models/presencerun.h"

#include <QAbstractListModel>
#include <QHash>

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
    /// The one row of StartsUnreadRole is found without a look at the others.
    QModelIndexList match(const QModelIndex &start, int role, const QVariant &value, int hits = 1,
                          Qt::MatchFlags flags = {Qt::MatchStartsWith | Qt::MatchWrap}) const override;

    /// Who reads: what MineRole and MentionsMeRole mean for the rows that come from now on.
    void setMe(const MemberId &id, const QString &name);

    /// Live and caught-up events, ascending. Numbers that are not above newest() are passed over.
    /// An event that carries the id of a waiting post takes that post's row.
    void appendEvents(const QList<RoomEvent> &events);
    /// The answer to olderWanted(). What does not join on to oldest() without a gap is passed over.
    void prependHistory(const QList<RoomEvent> &events, bool more);
    /// The oldest event that may still be had: decides hasOlder().
    void setFirstAvailable(Seq first);
    /// The log goes up to this number already, and nothing of it is loaded. For an empty model.
    void setUnloaded(Seq head);
    void clear(); ///< forgets the log; posts that wait stay

    void addPost(const PostId &id, EventKind kind, const QString &text, qint64 at, Seq reply = 0);
    /// What changes an event of the log, and is not stored yet: an Edit, a Delete or a React.
    void addChange(const PostId &id, EventKind kind, Seq target, const QString &text);
    void setPostState(const PostId &id, PostState state, const QString &failure);
    void removePost(const PostId &id);
    int rowOfPost(const PostId &id) const; ///< -1 where no such post waits, or what it changes is not loaded
    PostId
    postAt(int row) const; ///< the waiting or failed post of that row, or the change to it; may be empty
    bool isChange(const PostId &id) const { return m_pending.messageOf(id) > 0; }
    bool holdsPost(const PostId &id) const;     ///< waiting or failed, in a row or for one that is not loaded
    QString changeText(const PostId &id) const; ///< of an edit that waits or failed; empty where it is none

    void addNotice(const QString &text, qint64 at);
    /// Who came and went; folded into the row above where that tells of the same.
    void addPresence(const QList<Member> &joined, const QList<Member> &left, qint64 at);

    /// People, by nameKey(), whose messages are hidden until they are revealed one by one, and do not count.
    void setIgnored(const QSet<QString> &people);
    void setKeywords(const QStringList &keywords) { m_keywords = keywords; } ///< mentions from now on
    void reveal(int row);
    Seq reactionOfMine(Seq seq, const QString &emoji) const; ///< its number; 0: none
    bool isReacting(Seq seq, const QString &emoji) const { return m_pending.isReacting(seq, emoji); }
    Seq lastOfMine() const; ///< the number of my last message that can be edited; 0: none

    /// The "New messages" line stands above the first row whose number is not below `seq`; 0: nowhere.
    void setUnreadFrom(Seq seq);
    Seq unreadFrom() const { return m_unreadFrom; }

    Seq oldest() const { return m_oldest; } ///< that is loaded; 0 where the log is empty
    Seq newest() const { return m_newest; } ///< of the log; below oldest() where nothing is loaded
    int rowOf(Seq seq) const;               ///< -1 where no row shows that event
    int rowOfKey(const QString &key) const; ///< by conversation::KeyRole; linear for notices

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
    void olderAbandoned();

private:
    using Row = ConversationRow;
    struct WaitingPost
    {
        PostId id;
        QString failure;
    };

    int settled() const { return int(m_rows.size()) - int(m_posts.size()); }
    int lowerBound(Seq seq) const;
    const Row *above(int row) const;
    Row blankRow(conversation::RowKind kind, qint64 at);
    bool describe(const RoomEvent &event, Row &row);
    void noteAnswer(const Row &row);
    void setChangeState(const PostId &id, PostState state, const QString &failure);
    void changed(const QList<Seq> &seqs);
    void insertRowsAt(int at, std::deque<Row> &rows);
    void settlePost(int post, Row row);
    int postIndex(const PostId &id) const;
    void appendNotice(const QString &text, qint64 at);
    void rowChanged(int row);
    Seq unreadRow() const;
    void unreadLineMoved(Seq before);

    QString keyOf(int row) const;
    QString accessibleText(const Row &row, int index) const;
    QString timeText(const Row &row) const;
    QString authorName(const Row &row) const;
    QString tag(const Row &row) const;
    bool unreadStartsAt(int row) const;
    const PendingChanges::One *pendingOf(const Row &row) const;
    conversation::Delivery deliveryOf(const Row &row) const;
    QString failureOf(int index) const;
    QList<conversation::Reaction> reactionsOf(const Row &row) const;
    QString withDelivery(const QString &text, const Row &row, int index) const;
    QVariant changeData(const Row &row, int role) const;
    const QString &textOf(const Row &row) const;
    bool isIgnored(const Row &row) const;
    bool isHidden(const Row &row) const;
    const Row *answeredBy(const Row &row) const;
    QString spokenText(const Row &row) const;
    QString withChanges(const QString &text, const Row &row) const;

    LocalDays m_days;
    std::deque<Row> m_rows;
    QList<WaitingPost> m_posts; ///< of the last rows, in their order
    AuthorTable m_authors;
    MessageChanges m_changes;
    PendingChanges m_pending;
    QHash<Seq, QList<Seq>> m_answers; ///< to what is or was not loaded, too
    QStringList m_keywords;
    QSet<QString> m_ignored;
    QSet<Seq> m_revealed;
    QHash<Seq, PostId> m_settledPosts; ///< rows that began as posts of mine keep their keys
    PresenceRun m_run;
    bool m_runOpen = false; ///< the last settled row shows m_run
    MemberId m_me;
    QString m_myName;
    Seq m_oldest = 0;
    Seq m_newest = 0;
    Seq m_first = 0;
    Seq m_unreadFrom = 0;
    Seq m_unreadRow = 0;
    qint32 m_notices = 0; ///< so many there ever were
    bool m_wanted = false;
};

} // namespace tincan
