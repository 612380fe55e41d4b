#pragma once

#include "protocol/ids.h"
#include "protocol/moderation.h"
#include "protocol/roomevent.h"

#include <QHash>
#include <QString>

#include <cstdint>
#include <optional>
#include <variant>

/// What a client of the native dialect can ask.
namespace tincan {

namespace command {

/// The last event that a client has of a room.
struct ResumePoint
{
    Seq seq = 0;
    Epoch epoch;
    friend bool operator==(const ResumePoint &, const ResumePoint &) = default;
};

struct Hello
{
    int version = 1;
    QString name; ///< empty: the server picks guest-PORT
    QString client;
    SessionToken session;
    QString password;
    QHash<RoomId, ResumePoint> resume;
    friend bool operator==(const Hello &, const Hello &) = default;
};

/// Puts an event into a room's log: a Message, an Action or a Topic (whose text may be empty); or what
/// changes an earlier one: an Edit (the new text), a Delete (no text) or a React (one emoji).
struct Post
{
    RoomId room;
    PostId id;
    EventKind kind = EventKind::Message;
    QString text;
    Seq reply = 0;
    Seq target = 0; ///< what an Edit, Delete or React points at
    friend bool operator==(const Post &, const Post &) = default;
};

struct Join
{
    QString room; ///< a room's id or name
    bool create = false;
    QString re;
    friend bool operator==(const Join &, const Join &) = default;
};

struct Leave
{
    RoomId room;
    QString re;
    friend bool operator==(const Leave &, const Leave &) = default;
};

struct ListRooms
{
    QString re;
    friend bool operator==(const ListRooms &, const ListRooms &) = default;
};

/// Opens the direct room with a member.
struct Direct
{
    MemberId with;
    QString re;
    friend bool operator==(const Direct &, const Direct &) = default;
};

struct ListMembers
{
    RoomId room;
    MemberId after; ///< empty: from the start
    int limit = 200;
    QString re;
    friend bool operator==(const ListMembers &, const ListMembers &) = default;
};

struct Nick
{
    QString name;
    QString re;
    friend bool operator==(const Nick &, const Nick &) = default;
};

/// Asks for the events before `before` (0: before the end), the newest of them, in ascending order.
struct History
{
    RoomId room;
    Seq before = 0;
    int limit = 100;
    QString re;
    friend bool operator==(const History &, const History &) = default;
};

/// Asks for messages that hold all words and phrases of `text` (see searchTerms()) and fit the rest; at least
/// one of text, from, after and before says something.
struct Search
{
    QString text;
    RoomId room;             ///< empty: all rooms that the asker is in
    QString from;            ///< how the author's name begins; empty: anybody
    std::int64_t after = 0;  ///< said then or later; UTC, milliseconds; 0: at any time
    std::int64_t before = 0; ///< said earlier than that; 0: at any time
    int limit = 50;
    QString cursor; ///< of the page before; empty: the newest
    QString re;
    friend bool operator==(const Search &, const Search &) = default;
};

/// Away, with a word about it, or back. Answered with Self.
struct SetAway
{
    bool away = false;
    QString status; ///< one line; kept while one is here, too
    QString re;
    friend bool operator==(const SetAway &, const SetAway &) = default;
};

/// Somebody is writing. Not answered, and not kept.
struct Typing
{
    RoomId room;
    friend bool operator==(const Typing &, const Typing &) = default;
};

/// What owner and moderators do: to a member (Kick, Ban, Mute, Unmute, Promote, Demote), to a ban or mute
/// (Unban) or to a room (Slow, Writers, Keep, Drop). Answered with Moderated.
struct Moderate
{
    Act act = Act::Kick;
    MemberId member;
    BanId ban;
    RoomId room;
    std::optional<std::int64_t> seconds; ///< Ban and Mute: 0 is for ever, none an hour; Slow: 0 is off
    Writers writers = Writers::All;
    QString reason; ///< one line
    QString re;
    std::optional<Retention> keep = {}; ///< with Keep; none: as the server does
    friend bool operator==(const Moderate &, const Moderate &) = default;
};

/// Bans and mutes that hold. For owner and moderators, as are the three that follow.
struct ListBans
{
    QString re;
    friend bool operator==(const ListBans &, const ListBans &) = default;
};

/// The newest acts.
struct ListActs
{
    int limit = 100;
    QString re;
    friend bool operator==(const ListActs &, const ListActs &) = default;
};

/// Whom the owner made moderators, here or not.
struct ListModerators
{
    QString re;
    friend bool operator==(const ListModerators &, const ListModerators &) = default;
};

struct ListConnections
{
    QString re;
    friend bool operator==(const ListConnections &, const ListConnections &) = default;
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

/// Leaves the server for good: the name is free at once and the session token void.
struct Quit
{
    friend bool operator==(const Quit &, const Quit &) = default;
};

} // namespace command

using Command = std::variant<command::Hello, command::Post, command::Join, command::Leave, command::ListRooms,
                             command::Direct, command::ListMembers, command::Nick, command::History,
                             command::Search, command::SetAway, command::Typing, command::Moderate,
                             command::ListBans, command::ListActs, command::ListModerators,
                             command::ListConnections, command::Ping, command::Pong, command::Quit>;

} // namespace tincan
