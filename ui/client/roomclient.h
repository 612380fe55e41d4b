#pragma once

#include "protocol/command.h"
#include "protocol/identity.h"
#include "protocol/limits.h"
#include "protocol/roomaddress.h"
#include "protocol/serverevent.h"
#include "ui/client/clientparts.h"
#include "ui/client/connectionstate.h"
#include "ui/client/knownhosts.h"
#include "ui/client/messagecopy.h"

#include <QObject>

#include <functional>
#include <memory>

namespace tincan {

/// What to connect to, and as whom.
struct ClientOptions
{
    enum class Encryption
    {
        WhereOffered, ///< by the server, or asked for by the address, or used with this server before
        Always,
        Never ///< what was encrypted once is refused rather than spoken to in clear
    };

    RoomAddress address;
    QString name; ///< empty: the server picks one
    QString password;
    QString clientName;       ///< e.g. "tincan/0.1.0", for the server's information
    bool plain = false;       ///< speak the plain dialect whatever the server says
    bool knownNative = false; ///< our own host: say hello at once, without waiting for the greeting
    bool reconnect = true;    ///< try again after a lost connection
    Encryption encryption = Encryption::WhereOffered;
    bool ownHost = false; ///< a server of this program: its key is not looked up, nor remembered
    std::shared_ptr<KnownHosts> knownHosts = {}; ///< none: known as long as the client lives
    std::shared_ptr<MessageCopy> copy = {};      ///< of what was seen, and the outbox; none: in memory only
    /// Shown to servers that speak TLS, so that names stay one's own; asked for when one is. None, or one
    /// that is empty: nothing is shown.
    std::function<Identity()> identity = {};
};

/// The fate of a post. Failed posts carry the error; Stored means acknowledged as firmly as the server
/// promises, or, in plain mode, that it was handed to the network.
enum class PostState
{
    Sending,
    Stored,
    Failed
};

/// A member's side of one server: connects, greets, reconnects, catches up, and posts again what was not
/// acknowledged. Lives on one thread and is driven by its event loop; nothing in it blocks. Events of a room
/// come in the order of their numbers, without gap or double; what one turn of the event loop brings comes in
/// one signal. Where the server speaks plain, one room stands for it, and the events get numbers of this
/// client's own. Signals come from the event loop, never from within a call; a receiver may delete the
/// client.
class RoomClient : public QObject
{
    Q_OBJECT

public:
    explicit RoomClient(QObject *parent = nullptr);
    explicit RoomClient(const ClientParts &parts, QObject *parent = nullptr);
    ~RoomClient() override;

    void open(const ClientOptions &options);
    void close(); ///< says goodbye, then Idle; unacknowledged posts stay queued for the next open()
    void pause(); ///< the same without a goodbye, as one will be back in the next run of the program
    void checkConnection(); ///< it may be gone: asks the server, or tries again at once while Waiting
    void retryNow();        ///< while Waiting or Stopped

    const ConnectionState &state() const;
    const ClientOptions &options() const;
    const Limits &limits() const;
    Member self() const;
    int roundTrip() const; ///< milliseconds, the last measured; -1 where none is known
    int unacknowledged() const;
    QList<QueuedPost> outbox() const; ///< posts that are not stored, in their order; failed ones, too

    /// Queues a post, connected or not, and returns its id. Kinds: Message, Action, Topic.
    PostId post(const RoomId &room, const QString &text, EventKind kind = EventKind::Message, Seq reply = 0);
    /// Queues what changes an event of the room: an Edit (the new text), a Delete, or a React (one emoji).
    PostId change(const RoomId &room, EventKind kind, Seq target, const QString &text = {});
    void retryPost(const PostId &id);   ///< after Failed; a room that was removed is made anew for it
    void discardPost(const PostId &id); ///< after Failed

    void markRead(const RoomId &room, Seq upTo); ///< for the copy

    void setName(const QString &name); ///< kept for the next connection when offline
    void setPassword(const QString &password);
    void join(const QString &room, bool create);
    void leave(const RoomId &room);
    QString openDirect(const MemberId &with);       ///< answers with the tag that a refusal would carry
    void setAway(bool away, const QString &status); ///< said again after a reconnection
    void sendTyping(const RoomId &room);            ///< dropped where there is no connection
    void requestRooms();
    void requestHistory(const RoomId &room, Seq before, int limit = 100); ///< from the copy, or the server
    void requestMembers(const RoomId &room, const MemberId &after);
    /// Asks the server for messages (the question's tag is ignored). Answered by found() or searchFailed()
    /// with the tag that is returned; that is empty, and nothing is asked, without a native connection.
    QString search(const command::Search &question);
    /// Asks the copy instead, for what this computer holds; found() answers with the tag that is returned.
    /// That is empty, and nothing is asked, where there is no copy of the server. Cursors are the copy's own.
    QString searchCopy(const command::Search &question);
    void abandonSearch(const QString &tag); ///< its answer is of no interest any more

    /// For owner and moderators: moderated() or failed() follows, with the tag that this returns.
    QString moderate(const command::Moderate &act);
    QString requestBans(); ///< answers with the tag that a refusal would carry
    void requestModerators();
    void requestActs(int limit = 100);
    void requestConnections();

Q_SIGNALS:
    void stateChanged(const tincan::ConnectionState &state);
    /// What the copy has of the server, before it is connected to: rooms, what is new in each, posts.
    /// One is in these rooms until roomLeft() says otherwise; what is new in them comes as eventsArrived().
    void recalled(const tincan::CopiedServer &server);
    void welcomed(const tincan::serverevent::Welcome &welcome);
    void selfChanged(const tincan::Member &self);
    /// Rooms one is in now: at welcome, after join(), or because somebody opened a direct talk.
    void roomsJoined(const QList<tincan::RoomInfo> &rooms);
    void roomLeft(const tincan::RoomId &room);
    /// Somebody removed a room that one is in. roomLeft() follows, now or, where posts for it are left,
    /// later.
    void roomRemoved(const tincan::RoomId &room);
    /// The room's log was lost or replaced: forget its events; new ones follow.
    void roomReset(const tincan::RoomId &room);
    void eventsArrived(const tincan::RoomId &room, const QList<tincan::RoomEvent> &events);
    void historyArrived(const tincan::serverevent::HistoryPage &page);
    void historyFailed(const tincan::RoomId &room); ///< a request for history was refused or not answered
    void found(const tincan::serverevent::Found &found);
    /// A search was refused or not answered.
    void searchFailed(const QString &tag, const tincan::Error &error);
    void presenceChanged(const tincan::serverevent::Presence &presence);
    void membersArrived(const tincan::serverevent::Members &members);
    void roomsListed(const QList<tincan::RoomInfo> &rooms);
    void moderated(const tincan::command::Moderate &act); ///< it is done
    void bansListed(const QList<tincan::Ban> &bans);
    void moderatorsListed(const QList<tincan::Member> &moderators);
    void actsListed(const QList<tincan::ActRecord> &acts); ///< the newest first
    void connectionsListed(const QList<tincan::ConnectionInfo> &connections);
    /// The room's settings are others now; its members are not among them.
    void roomChanged(const tincan::RoomInfo &room);
    /// One may not write any more, or may again. A welcome without Member::muted ends a mute, too.
    void muteChanged(const tincan::serverevent::Muted &muted);
    /// `event` is the acknowledgement where state is Stored (its seq 0 in plain mode until the echo comes).
    void postStateChanged(const tincan::PostId &id, tincan::PostState state, const tincan::Error &error);
    /// An error that answers no post: to be shown in words.
    void failed(const tincan::serverevent::Failed &failure);
    /// Plain mode: a line that is no message.
    void noticeHeard(const tincan::RoomId &room, const QString &text);
    void roundTripChanged(int milliseconds);
    void typing(const tincan::RoomId &room, const tincan::MemberId &from); ///< somebody is writing

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tincan
