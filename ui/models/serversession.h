#pragma once

#include "ui/client/roomclient.h"
#include "ui/models/conversation.h"
#include "ui/models/hostpage.h"
#include "ui/models/untold.h"
#include "ui/models/writinglimit.h"

#include <QObject>

namespace tincan {

class Clock;

/// One server that one is in, or tries to get into: its client, and a Conversation for each room and direct
/// talk.
class ServerSession : public QObject
{
    Q_OBJECT

public:
    /// `key` tells servers apart in this run of the program. `hostedHere`: the server is this program's own.
    ServerSession(int key, const ClientOptions &options, bool hostedHere, const Clock &clock,
                  QObject *parent = nullptr);
    ~ServerSession() override;

    void open();                               ///< connects
    void reopen(const ClientOptions &options); ///< connects anew, as this person, to the key that is named
    void close();                              ///< says goodbye; the conversations stay readable
    void pause();                              ///< the program ends, and will be back

    int key() const { return m_key; }
    bool isHostedHere() const { return m_hostedHere; }
    RoomAddress address() const { return m_options.address; }
    QString title() const;    ///< the server's name once it is known, else its address
    QString subtitle() const; ///< translated: "hosted here", or the address
    const ConnectionState &state() const;
    const Member &self() const { return m_self; }
    int roundTrip() const; ///< milliseconds; -1 where none is known
    RoomClient *client() { return &m_client; }

    QList<Conversation *> conversations() const { return m_conversations; }
    Conversation *conversation(const RoomId &id) const; ///< null where one is not in that room
    Conversation *firstRoom() const;                    ///< null before the welcome

    /// What was typed: text, or a command (/help lists them; "//text" says "/text"). False where it could not
    /// be done and the text should stay in the composer; problem() says why.
    /// `reply`: the event that it answers, or 0.
    bool submit(Conversation *conversation, const QString &text, Seq reply = 0);
    void post(Conversation *conversation, const QString &text, EventKind kind, Seq reply = 0);
    void edit(Conversation *conversation, Seq seq, const QString &text);
    void erase(Conversation *conversation, Seq seq);                       ///< for everybody
    void react(Conversation *conversation, Seq seq, const QString &emoji); ///< or takes it back
    /// A failed post, by conversation::KeyRole.
    void retryPost(Conversation *conversation, const QString &key);
    QString discardPost(Conversation *conversation, const QString &key); ///< returns its text, for editing

    /// What keeps one from writing there now; a Slow one passes without a signal.
    WritingLimit writingLimit(const Conversation &conversation) const;
    /// What owner and moderators do to a member, a ban or a room; problem() where it is refused.
    void moderate(const command::Moderate &act);

    void setAway(bool away, const QString &status = {}); ///< by hand
    void setIdle(bool idle); ///< nobody is at the computer: away, unless one is away by hand

    void tryNow();
    void useName(const QString &name);         ///< and tries again where a name was the obstacle
    void usePassword(const QString &password); ///< and tries again
    void joinRoom(const QString &name, bool create);
    void leaveRoom(const RoomId &id);
    void openDirect(const MemberId &with);
    /// Says it in the direct talk, which is opened where needed; where that cannot be, gives it back in the
    /// conversation that it was written in.
    void tell(const Member &with, const QString &text, const RoomId &where);

Q_SIGNALS:
    void stateChanged();
    void titleChanged();
    void selfChanged();
    void roundTripChanged();
    void hostPanelWanted(tincan::HostPage page); ///< by a command
    void writingChanged();                       ///< a writingLimit() is another one now
    void conversationAdded(tincan::Conversation *conversation);
    void conversationAboutToBeRemoved(tincan::Conversation *conversation);
    /// The answer to joinRoom() or openDirect(): somebody wants to see it now.
    void conversationWanted(tincan::Conversation *conversation);
    void roomsListed(const QList<tincan::RoomInfo> &rooms); ///< the answer to RoomClient::requestRooms()
    void problem(const QString &sentence); ///< what was asked for could not be done: why; translated
    void lost(const QString &sentence);    ///< a room or a change of mine is gone for good; translated

private:
    void connectClient();
    void connectRooms();
    void onRecalled(const CopiedServer &copied);
    void onWelcomed(const serverevent::Welcome &welcome);
    void onRoomsJoined(const QList<RoomInfo> &rooms);
    void onRoomLeft(const RoomId &room);
    void change(Conversation *conversation, EventKind kind, Seq target, const QString &text);
    void onPostState(const PostId &id, PostState state, const Error &error);
    void onState();
    void onSelf(const Member &self);
    void onPresence(const serverevent::Presence &presence);
    Conversation *addConversation(const RoomInfo &info);
    void showOutbox(Conversation *conversation);
    void showPost(Conversation *conversation, const QueuedPost &queued);
    void onPage(const serverevent::Members &page);
    void introduce(Conversation *conversation); ///< to me, and to who hosts it
    Conversation *directWith(const MemberId &member) const;
    void wantIfAsked(Conversation *conversation);
    void tellUntold(Conversation *direct);
    void giveBackUntold(const QString &tag);

    int m_key;
    bool m_hostedHere;
    ClientOptions m_options;
    const Clock &m_clock;
    RoomClient m_client;
    QString m_serverName;
    Member m_self;
    QList<Conversation *> m_conversations; ///< in the order of joining; children of this
    QHash<PostId, RoomId> m_postRooms;     ///< of posts that are not stored yet
    WritingLimits m_writing;
    QStringList m_acts; ///< tags of what was asked as a moderator and is not answered
    bool m_awayByHand = false;
    RoomId m_wantedRoom; ///< to be shown as soon as one is in
    MemberId m_wantedMember;
    Untold m_untold;
};

} // namespace tincan
