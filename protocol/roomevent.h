#pragma once

#include "protocol/ids.h"

#include <QLatin1String>
#include <QString>

#include <cstdint>
#include <optional>

namespace tincan {

/// What happened. Unknown stands for a kind that a newer server invented: it keeps its place in the log, and
/// is not shown.
enum class EventKind
{
    Message,
    Action,
    Edit,
    Delete,
    React,
    Topic,
    File,
    Kick,
    Rename,
    Unknown
};

/// The way a member speaks to the server.
enum class Via
{
    Native,
    Plain,
    Line,
    Irc,
    Web
};

struct Author
{
    MemberId id;
    QString name;
    Via via = Via::Native;
    bool verified = false; ///< see Member; at the time of the event

    friend bool operator==(const Author &, const Author &) = default;
};

/// One entry of a room's durable log. `text` is the message, the action, the new topic or the new room name.
struct RoomEvent
{
    RoomId room;
    Seq seq = 0;
    std::int64_t at = 0; ///< UTC, milliseconds since 1970
    EventKind kind = EventKind::Message;
    Author from;
    QString text;
    PostId postId;  ///< empty where the sender gave none
    Seq reply = 0;  ///< the event that a message answers
    Seq target = 0; ///< the event that an edit, delete or react points at
    /// Its author may delete what others said. For the store; does not travel.
    bool byModerator = false;

    friend bool operator==(const RoomEvent &, const RoomEvent &) = default;
};

QLatin1String wireName(EventKind kind);
EventKind eventKindFromWire(QStringView word);
QLatin1String wireName(Via via);
std::optional<Via> viaFromWire(QStringView word);

} // namespace tincan
