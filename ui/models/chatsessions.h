#pragma once

#include "ui/models/roomlistmodel.h"
#include "ui/models/serversession.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <utility>

namespace tincan {

class AlertSettings;
class DraftStore;

/// All servers, and the conversation that is shown.
class ChatSessions : public QObject
{
    Q_OBJECT

public:
    /// `drafts` may be null: what is typed is then forgotten at the end.
    explicit ChatSessions(const Clock &clock, DraftStore *drafts = nullptr, QObject *parent = nullptr);
    ~ChatSessions() override;

    /// Connects. Until one is in, this is currentSession() and current() is null; then the server's first
    /// room, or the address's, is shown. An address that one is in or trying already is not joined twice:
    /// that session is shown and, where it stands still, tried again.
    ServerSession *join(const ClientOptions &options, bool hostedHere = false);
    void leave(ServerSession *session); ///< says goodbye and forgets it

    QList<ServerSession *> sessions() const { return m_sessions; }
    ServerSession *session(int key) const;
    ServerSession *hostedSession() const; ///< the one of this program's own server, or null

    Conversation *current() const { return m_current; }
    ServerSession *currentSession() const
    {
        return m_focus;
    } ///< of the conversation shown, or the one joined last; may be null
    void select(Conversation *conversation);
    void select(int server, const RoomId &room);
    void selectRow(int row); ///< of rooms(); headers are passed over

    void checkConnections(); ///< they may be gone, or possible again

    void setWindowActive(bool active);
    bool isWindowActive() const { return m_active; }

    /// Where servers' keys are remembered; without it, for as long as each session lasts.
    void setKnownHosts(const std::shared_ptr<KnownHosts> &hosts) { m_knownHosts = hosts; }
    /// A server's address with the fingerprint of its key, where that is known and lasts.
    RoomAddress provenAddress(const ServerSession &session) const;

    /// What was seen, from one run of the program to the next; without it, in memory only.
    void setCopy(const std::shared_ptr<MessageCopy> &copy) { m_copy = copy; }
    MessageCopy *copy() const { return m_copy.get(); }

    /// What servers know this profile's names by; without it, names are anybody's.
    void setIdentity(std::function<Identity()> identity) { m_identity = std::move(identity); }

    /// What counts in addressed(), and which rooms are muted; without it, mentions and direct talks count.
    void setAlerts(AlertSettings *alerts);
    /// Names a room in this run of the program and the next.
    QString roomKey(const Conversation *conversation) const { return draftKey(conversation); }

    /// The room that was shown last, by roomKey(): it is shown again as soon as it is there, unless another
    /// was chosen by then.
    void showWhenThere(const QString &roomKey) { m_awaited = roomKey; }

    /// Hides what somebody says on that server, by name, until told otherwise.
    void ignore(const Conversation *conversation, const QString &name, bool on);
    QStringList ignored() const { return m_ignored; } ///< opaque; for keeping. At most 1,000
    void setIgnored(const QStringList &ignored);

    RoomListModel *rooms() { return &m_rooms; }
    int unread() const { return m_unread; }       ///< in all conversations
    int addressed() const { return m_addressed; } ///< of these, those that one wants to be told of

Q_SIGNALS:
    void sessionAdded(tincan::ServerSession *session);
    void sessionAboutToBeRemoved(tincan::ServerSession *session);
    void currentChanged(tincan::Conversation *conversation); ///< null where none is shown
    void currentSessionChanged(); ///< another one, or its state, title or round trip
    void unreadChanged(int unread, int addressed);
    void heard(tincan::Conversation *conversation, const tincan::RoomEvent &event, bool addressed);
    void problem(const QString &sentence);       ///< as ServerSession::problem
    void lost(const QString &sentence);          ///< as ServerSession::lost
    void hostPanelWanted(tincan::HostPage page); ///< of currentSession()
    void ignoredChanged(const QStringList &ignored);

private:
    void watch(ServerSession *session);
    void watch(Conversation *conversation);
    void reopenCurrent(const ServerSession *session);
    void updateServer(ServerSession *session);
    void updateRoom(Conversation *conversation);
    void forget(Conversation *conversation);
    void countUnread(const Conversation *going = nullptr);
    void rejoin(ServerSession *session, const ClientOptions &options);
    void show(ServerSession *session, Conversation *conversation);
    int counted(const Conversation &conversation) const;
    void applyIgnored(Conversation *conversation) const;
    QString draftKey(const Conversation *conversation) const;

    const Clock &m_clock;
    DraftStore *m_drafts;
    RoomListModel m_rooms;
    std::shared_ptr<KnownHosts> m_knownHosts;
    std::shared_ptr<MessageCopy> m_copy;
    std::function<Identity()> m_identity;
    QList<ServerSession *> m_sessions;
    Conversation *m_current = nullptr;
    ServerSession *m_focus = nullptr; ///< of m_current, or the one joined last, while nothing of it is shown
    QStringList m_ignored;
    QString m_awaited; ///< by roomKey()
    QPointer<AlertSettings> m_alerts;
    int m_nextKey = 1;
    int m_unread = 0;
    int m_addressed = 0;
    bool m_active = false;
};

} // namespace tincan
