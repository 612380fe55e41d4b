#pragma once

#include "ui/models/chatsessions.h"
#include "ui/models/searchquery.h"

#include <QAbstractListModel>

namespace tincan {

/// What a search over all rooms of all servers finds, the newest first: at once what is loaded, then what the
/// servers answer, page by page, or this computer's copy where a server cannot be asked.
/// Qt::AccessibleTextRole gives "author, room, time, text".
class SearchResults : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int most = 500; ///< results that are shown

    enum Role
    {
        ServerRole = Qt::UserRole + 1, ///< int: ServerSession::key()
        RoomIdRole,                    ///< QString
        SeqRole,                       ///< qint64
        RoomRole,                      ///< QString: "# Lounge", and the server where there are several
        AuthorRole,                    ///< QString
        TimeRole,                      ///< QDateTime, local
        TextRole                       ///< QString
    };

    /// `sessions` must outlive the model.
    explicit SearchResults(ChatSessions &sessions, QObject *parent = nullptr);
    ~SearchResults() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void search(const SearchQuery &query); ///< forgets what was found before
    void stop();                           ///< keeps what was found
    bool isRunning() const { return !m_asked.isEmpty(); }
    bool isFull() const { return m_full; } ///< there may be more than `most`
    const SearchQuery &query() const { return m_query; }

    /// The rooms that were searched; 0 where no room is called what the query's `in` says.
    int rooms() const { return m_rooms; }
    /// Servers of which only what this computer holds could be searched.
    QStringList notAsked() const { return m_notAsked; }

Q_SIGNALS:
    void progressed(); ///< something was found, or the search ended

private:
    struct Hit
    {
        int server = 0;
        RoomEvent event;
    };
    struct Asked
    {
        int server = 0;
        QString tag;
        RoomId room; ///< empty: all
        bool ofCopy = false;
    };

    void watch(ServerSession *session);
    void searchSession(ServerSession *session);
    void searchLoaded(Conversation *conversation);
    void ask(ServerSession *session, const RoomId &room, const QString &cursor);
    void askCopy(ServerSession *session, const RoomId &room, const QString &cursor);
    command::Search question(const RoomId &room, const QString &cursor) const;
    void take(int server, const serverevent::Found &found);
    void fail(int server, const QString &tag);
    void lose(ServerSession *session);
    void note(ServerSession *session);
    bool takeAsked(int server, const QString &tag, Asked &asked);
    bool isWanted(const Conversation &conversation) const;
    void add(const QList<Hit> &hits);
    QString roomOf(const Hit &hit) const;

    ChatSessions &m_sessions;
    SearchQuery m_query;
    QList<Hit> m_hits;
    QList<Asked> m_asked;
    QStringList m_notAsked;
    int m_rooms = 0;
    bool m_full = false;
};

} // namespace tincan
