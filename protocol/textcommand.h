#pragma once

#include "protocol/ids.h"
#include "protocol/moderation.h"

#include <QString>

#include <optional>
#include <variant>

/// What somebody in the plain and line dialects can ask: text, or a line that starts with a slash.
namespace tincan {

namespace textcommand {

struct Say
{
    QString text;
};
struct Me
{
    QString text;
};
struct Nick
{
    QString name;
};
struct Join
{
    QString room;
};
struct Leave
{
    QString room;
}; ///< empty: the room one stands in
struct Rooms
{
};
struct Who
{
};
struct Tell
{
    QString rest;
}; ///< NAME TEXT; names may hold spaces, so only the server can split it
struct Topic
{
    std::optional<QString> text;
}; ///< nothing: asks for it
struct History
{
    int count = 50;
};
struct Since
{
    Seq seq = 0;
};
struct Search
{
    QString text;
};
struct Away
{
    QString status;
}; ///< empty: nothing is said about it
struct Back
{
};
/// Kick, Ban, Unban, Mute, Unmute, Promote or Demote; or Drop, with the name of a room.
struct Moderate
{
    Act act = Act::Kick;
    QString rest; ///< NAME [DURATION] [REASON], as in Tell
};
struct Slow
{
    int seconds = 0; ///< 0: off
};
struct WhoWrites
{
    Writers writers = Writers::All;
};
struct Keep
{
    std::optional<Retention> keep; ///< none: as the server does
};
struct Bans
{
};
struct Moderators
{
};
struct Acts
{
};
struct Connections
{
};
struct Password
{
    QString word;
};
struct Help
{
};
struct Quit
{
};

/// A slash and a word that is no command, or a command whose argument is missing or wrong.
struct Misused
{
    QString message;
};

} // namespace textcommand

using TextCommand =
    std::variant<textcommand::Say, textcommand::Me, textcommand::Nick, textcommand::Join, textcommand::Leave,
                 textcommand::Rooms, textcommand::Who, textcommand::Tell, textcommand::Topic,
                 textcommand::History, textcommand::Since, textcommand::Search, textcommand::Away,
                 textcommand::Back, textcommand::Moderate, textcommand::Slow, textcommand::WhoWrites,
                 textcommand::Keep, textcommand::Bans, textcommand::Moderators, textcommand::Acts,
                 textcommand::Connections, textcommand::Password, textcommand::Help, textcommand::Quit,
                 textcommand::Misused>;

} // namespace tincan
