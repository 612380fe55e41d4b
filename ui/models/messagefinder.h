#pragma once

#include "ui/models/conversation.h"

#include <QPointer>
#include <QTimer>

namespace tincan {

/// Finds a text in one conversation: at once in what is loaded, and in what is older at the server, or in
/// this computer's copy where the server cannot be asked. Hits are messages, counted from the newest.
class MessageFinder : public QObject
{
    Q_OBJECT

public:
    explicit MessageFinder(QObject *parent = nullptr);

    /// What is searched from now on, and who is asked for what is not loaded; both may be null.
    void setConversation(Conversation *conversation, RoomClient *client);
    /// Looks for it as it stands; nothing for an empty one. The newest hit not below `from` becomes the
    /// current one (0: the newest of all).
    void find(const QString &text, Seq from);

    QStringList terms() const { return m_terms; } ///< what to mark; empty where nothing is looked for
    int count() const { return int(m_hits.size()); }
    bool isSearching() const { return !m_tag.isEmpty(); } ///< an answer is awaited
    bool hasMore() const { return !m_cursor.isEmpty(); }  ///< there may be more than count()
    /// What kept the server from searching older messages, in words; empty where nothing did.
    QString problem() const { return m_problem; }

    int position() const; ///< of the current hit, from 1; 0 where there is none
    Seq current() const { return m_current; }
    void older(); ///< goes to the next older hit; past the oldest, to the newest
    void newer();

Q_SIGNALS:
    void changed();                       ///< how many there are, or which is the current one
    void currentChanged(tincan::Seq seq); ///< to be shown

private:
    void collect();
    void add(Seq seq);
    void takeRows(int first, int last);
    void ask(const QString &cursor);
    void askCopy(const QString &cursor);
    command::Search question(const QString &cursor) const;
    void take(const serverevent::Found &found);
    void fail(const QString &tag, const Error &error);
    void abandon();
    void lose(const ConnectionState &state);
    void searchOnlyCopy(const QString &problem);
    void settleOnFirst();
    void go(Seq seq);

    QPointer<Conversation> m_conversation;
    QPointer<RoomClient> m_client;
    QList<QMetaObject::Connection> m_watches;
    QTimer m_recount; ///< rows changed
    QString m_text;   ///< as typed
    QStringList m_terms;
    QList<Seq> m_hits;   ///< descending
    QList<Seq> m_remote; ///< of these, what the server or the copy said
    Seq m_from = 0;
    Seq m_current = 0;
    QString m_tag;
    QString m_cursor;
    bool m_ofCopy = false; ///< the tag and the cursor are the copy's
    QString m_problem;
};

} // namespace tincan
