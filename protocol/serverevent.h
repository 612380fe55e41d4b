#pragma once

#include "protocol/error.h"
#include "protocol/ids.h"
#include "protocol/limits.h"
#include "protocol/moderation.h"
#include "protocol/roomevent.h"
#include "protocol/roominfo.h"

#include <QList>
#include <QString>

#include <variant>

/// What a server can say to a client of the native dialect. `re` repeats the tag of the request that is
/// answered.
namespace tincan {

namespace serverevent {

struct Welcome
{
    int version = 1;
    QString serverName;
    ServerId serverId;
    QString serverVersion;
    Member self;
    SessionToken session;
    Limits limits;
    QList<RoomInfo> rooms;
    QList<RoomId> removed = {}; ///< of the rooms in resume, those that somebody removed
    friend bool operator==(const Welcome &, const Welcome &) = default;
};

/// An event of a room's log, live or caught up.
struct Happened
{
    RoomEvent event;
    friend bool operator==(const Happened &, const Happened &) = default;
};

/// `re` is the request's tag or the post's id. `suggestion` comes with NameTaken: a name that is free.
struct Failed
{
    Error error;
    QString re;
    QString suggestion;
    friend bool operator==(const Failed &, const Failed &) = default;
};

/// Who came, went or changed in a room, summed up per turn of the server's loop.
struct Presence
{
    RoomId room;
    QList<Member> joined;
    QList<MemberId> left;
    QList<Member> changed;
    int total = 0;
    friend bool operator==(const Presence &, const Presence &) = default;
};

/// The client is now in these rooms: the answer to join and direct, and unasked when somebody opens a direct
/// talk.
struct Joined
{
    QList<RoomInfo> rooms;
    QString re;
    friend bool operator==(const Joined &, const Joined &) = default;
};

/// The client is no longer in this room.
struct Left
{
    RoomId room;
    QString re;
    friend bool operator==(const Left &, const Left &) = default;
};

/// All rooms that can be joined, without their members.
struct Rooms
{
    QList<RoomInfo> rooms;
    QString re;
    friend bool operator==(const Rooms &, const Rooms &) = default;
};

struct Members
{
    RoomId room;
    QList<Member> members; ///< ordered by id
    bool more = false;
    QString re;
    friend bool operator==(const Members &, const Members &) = default;
};

struct HistoryPage
{
    RoomId room;
    QList<RoomEvent> events; ///< ascending
    bool more = false;       ///< older ones are still there
    QString re;
    friend bool operator==(const HistoryPage &, const HistoryPage &) = default;
};

/// A page of what was found, newest first.
struct Found
{
    QList<RoomEvent> events; ///< messages and actions as they read now, of whatever rooms were asked for
    QString cursor;          ///< asks for the next page; empty: everything was searched
    QString re;
    bool more() const { return !cursor.isEmpty(); } ///< even if this page holds nothing
    friend bool operator==(const Found &, const Found &) = default;
};

/// The client's own id and name: the answer to nick.
struct Self
{
    Member self;
    QString re;
    friend bool operator==(const Self &, const Self &) = default;
};

/// What was asked with Moderate is done.
struct Moderated
{
    QString re;
    friend bool operator==(const Moderated &, const Moderated &) = default;
};

/// Bans and mutes that hold, the newest first.
struct Bans
{
    QList<Ban> bans;
    QString re;
    friend bool operator==(const Bans &, const Bans &) = default;
};

/// The newest first.
struct Acts
{
    QList<ActRecord> acts;
    QString re;
    friend bool operator==(const Acts &, const Acts &) = default;
};

/// Whoever is not here has an id by which it can be demoted, and a name, and nothing else that can be relied
/// on.
struct Moderators
{
    QList<Member> moderators;
    QString re;
    friend bool operator==(const Moderators &, const Moderators &) = default;
};

/// In the order in which they came.
struct Connections
{
    QList<ConnectionInfo> connections;
    QString re;
    friend bool operator==(const Connections &, const Connections &) = default;
};

/// A room's settings are others now. Comes without the room's members.
struct RoomChanged
{
    RoomInfo room;
    friend bool operator==(const RoomChanged &, const RoomChanged &) = default;
};

/// The client itself may not write any more, or may again. Comes behind the welcome, too, where it may not.
struct Muted
{
    bool muted = true;
    QString by;             ///< a name; empty where a mute ran out
    QString reason;         ///< one line; may be empty
    std::int64_t until = 0; ///< UTC, milliseconds since 1970; 0: for ever
    friend bool operator==(const Muted &, const Muted &) = default;
};

/// Somebody in the room is writing; holds for some seconds.
struct Typing
{
    RoomId room;
    MemberId from;
    friend bool operator==(const Typing &, const Typing &) = default;
};

struct Ping
{
    QString re;
    friend bool operator==(const Ping &, const Ping &) = default;
};

struct Pong
{
    QString re;
    friend bool operator==(const Pong &, const Pong &) = default;
};

} // namespace serverevent

using ServerEvent =
    std::variant<serverevent::Welcome, serverevent::Happened, serverevent::Failed, serverevent::Presence,
                 serverevent::Joined, serverevent::Left, serverevent::Rooms, serverevent::Members,
                 serverevent::HistoryPage, serverevent::Found, serverevent::Self, serverevent::Moderated,
                 serverevent::Bans, serverevent::Acts, serverevent::Moderators, serverevent::Connections,
                 serverevent::RoomChanged, serverevent::Muted, serverevent::Typing, serverevent::Ping,
                 serverevent::Pong>;

} // namespace tincan
