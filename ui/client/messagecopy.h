#pragma once

#include "protocol/command.h"
#include "protocol/roomaddress.h"
#include "protocol/roominfo.h"
#include "protocol/serverevent.h"
#include "ui/client/queuedpost.h"

#include <QByteArray>
#include <QList>
#include <QObject>

#include <functional>
#include <variant>

namespace tincan {

/// A server as the copy tells it from others, wherever it is found: by the id that it gives itself, and by
/// its key where it has a lasting one, so that nobody else can pass for it.
struct ServerIdentity
{
    ServerId id;
    QByteArray key; ///< fingerprint; empty: in clear, or with a key for one run

    bool isEmpty() const { return id.isEmpty(); }
    friend bool operator==(const ServerIdentity &, const ServerIdentity &) = default;
};

/// Who one is on a server.
struct Membership
{
    HostPort place; ///< where the server was found
    QString serverName;
    Member self;
    SessionToken session;  ///< empty: it is void
    QByteArray sessionKey; ///< the fingerprint of the key that the server had when it gave the token
    friend bool operator==(const Membership &, const Membership &) = default;
};

/// What changes in what a client has of one server.
namespace copychange {

struct Entered
{
    Membership membership;
};

/// One is in this room. Another epoch than before makes the room's events void.
struct Room
{
    RoomInfo info; ///< its members do not matter
};

struct Left
{
    RoomId room;
};

struct Reset
{
    RoomId room;
};

/// Ascending, without a hole. What does not join up with what is there replaces it if it is newer, and is
/// passed over if it is older.
struct Events
{
    RoomId room;
    QList<RoomEvent> events;
};

/// Somebody has read so far.
struct Read
{
    RoomId room;
    Seq upTo = 0;
};

/// A post was made, failed, or is tried again.
struct Queued
{
    QueuedPost post;
};

/// A post was stored by the server, or given up.
struct Settled
{
    PostId id;
};

} // namespace copychange

using CopyChange =
    std::variant<copychange::Entered, copychange::Room, copychange::Left, copychange::Reset,
                 copychange::Events, copychange::Read, copychange::Queued, copychange::Settled>;

/// A room as it was when the program ran last.
struct CopiedRoom
{
    RoomInfo info;           ///< head is the last event that is there; without members
    bool known = false;      ///< whether anything is known of its log: head and epoch mean something
    Seq read = 0;            ///< what was read; -1: nothing; 0 where nobody said
    QList<RoomEvent> newest; ///< not read yet, or behind what the outbox changes; a page at most, ascending
};

/// What there is of the server that was last found at a place.
struct CopiedServer
{
    ServerIdentity identity; ///< empty: nothing
    Membership membership;
    QList<CopiedRoom> rooms;  ///< those that one was in, in the order of joining
    QList<QueuedPost> outbox; ///< in the order in which they were made
};

/// A client's own copy of what it has seen, from one run of the program to the next. Answers come from the
/// event loop, later, and never once the receiver is gone.
class MessageCopy : public QObject
{
    Q_OBJECT

public:
    static constexpr int pageEvents = 60; ///< at most, of each room, when a server is recalled

    using QObject::QObject;

    virtual void recall(const HostPort &place, QObject *receiver,
                        std::function<void(const CopiedServer &)> answer) = 0;

    /// Events of a room before a number, the newest of them, ascending; none where the copy has none.
    virtual void page(const ServerIdentity &server, const RoomId &room, Seq before, int limit,
                      QObject *receiver, std::function<void(const QList<RoomEvent> &)> answer) = 0;

    /// Messages of the rooms that one is in, as a server finds them and tells them, a page at a time. An
    /// edited one has the place at which it was said first. The question's cursor is one of the copy's own.
    virtual void search(const ServerIdentity &server, const command::Search &question, QObject *receiver,
                        std::function<void(const serverevent::Found &)> answer) = 0;

    virtual void record(const ServerIdentity &server, const CopyChange &change) = 0;

    virtual void setEnabled(bool enabled) = 0; ///< whether anything is recorded and told from now on
    virtual void wipe() = 0;                   ///< forgets everything; wiped() or failed() says how it went

Q_SIGNALS:
    void restarted(); ///< it holds nothing, or missed something: clients say again where they stand
    void wiped();
    void failed(const QString &detail); ///< technical; not again before it has worked once more
};

} // namespace tincan
