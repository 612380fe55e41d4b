#pragma once

#include "protocol/ids.h"
#include "protocol/roomevent.h"

#include <QLatin1String>
#include <QString>

#include <cstdint>
#include <optional>

/// Who may do what on a server, and what is done to those who may not stay.
namespace tincan {

/// Without a role one is a member, where verified, or else a guest.
enum class Role
{
    None,
    Moderator, ///< named by a key, by the owner
    Owner      ///< the host; nobody can do anything to it
};

/// Who may write in a room. Owner and moderators always may.
enum class Writers
{
    All,
    Members, ///< verified ones
    Moderators
};

/// What owner and moderators do.
enum class Act
{
    Kick,
    Ban,
    Unban, ///< ends a ban or a mute
    Mute,
    Unmute,
    Promote,
    Demote,
    Slow,    ///< sets how many seconds there have to be between the messages of one member in a room
    Writers, ///< sets who may write in a room
    Keep,    ///< sets what is kept of a room's history
    Drop,    ///< forgets a room with all that was said in it; for the owner alone
    Delete   ///< of what somebody else said: a post, which stands among the acts
};

/// What is kept of a room's history; the rest is forgotten.
struct Retention
{
    int days = 0;   ///< older events go; 0: none
    int events = 0; ///< more events than these go, the oldest first; 0: none

    bool forgets() const { return days > 0 || events > 0; }
    friend bool operator==(const Retention &, const Retention &) = default;
};

using BanId = Id<struct BanIdTag>;

/// Somebody who may not come in, or not write. For owner and moderators alone.
struct Ban
{
    BanId id;
    Act act = Act::Ban;     ///< or Mute
    QString name;           ///< of whom, at the time
    bool byName = false;    ///< whoever has this name, or one that looks like it
    bool byKey = false;     ///< whoever has the key that this person had
    QString address;        ///< whoever comes from there, as in 192.0.2.7 or 2001:db8::/64; empty: nobody
    std::int64_t at = 0;    ///< UTC, milliseconds since 1970
    std::int64_t until = 0; ///< the same; 0: for ever
    QString by;             ///< a name
    QString reason;         ///< one line; may be empty

    friend bool operator==(const Ban &, const Ban &) = default;
};

/// One entry of the log of acts. For owner and moderators alone.
struct ActRecord
{
    std::int64_t at = 0; ///< UTC, milliseconds since 1970
    Act act = Act::Kick;
    QString by;             ///< a name
    QString whom;           ///< a name; empty where a room was changed
    RoomId room;            ///< with Slow, Writers, Keep, Drop and Delete
    std::int64_t until = 0; ///< of a ban or mute; 0: for ever
    int seconds = 0;        ///< with Slow
    Writers writers = Writers::All;
    QString reason;
    std::optional<Retention> keep = {}; ///< with Keep; none: as the server does

    friend bool operator==(const ActRecord &, const ActRecord &) = default;
};

/// One connection to a server. For owner and moderators alone.
struct ConnectionInfo
{
    MemberId member; ///< empty, as is the name: not let in yet
    QString name;
    QString address; ///< numeric
    int port = 0;
    Via via = Via::Native;
    bool tls = false;
    bool verified = false;
    Role role = Role::None;
    int roundTrip = -1;        ///< milliseconds; -1: not known
    std::int64_t queued = 0;   ///< bytes that wait for it
    std::int64_t messages = 0; ///< that came from it
    int lately = 0;            ///< those of the last ten seconds
    std::int64_t since = 0;    ///< UTC, milliseconds since 1970

    friend bool operator==(const ConnectionInfo &, const ConnectionInfo &) = default;
};

QLatin1String wireName(Act act);
std::optional<Act> actFromWire(QStringView word);
QLatin1String wireName(Writers writers);
std::optional<Writers> writersFromWire(QStringView word);
QLatin1String wireName(Role role); ///< empty for None
Role roleFromWire(QStringView word);

} // namespace tincan
