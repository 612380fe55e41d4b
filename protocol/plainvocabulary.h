#pragma once

#include "protocol/error.h"
#include "protocol/roomevent.h"
#include "protocol/textcommand.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

/// The words of the plain and line dialects, for both sides.
namespace tincan::plain {

/// How messages are told apart: by NUL (plain), by LF (line), or by LF and NUL (who has not spoken yet).
enum class Framing
{
    Nul,
    Line,
    Both
};

/// A message of the server. `prefix` names the speaker and is repeated before each line of `body` wherever
/// lines count, so that no text can pass for somebody else's or for a notice.
struct Message
{
    QString prefix;
    QString body;
    friend bool operator==(const Message &, const Message &) = default;
};

/// The message's bytes, delimiters included.
QByteArray encode(const Message &message, Framing framing);

/// Server side: what a sanitised text asks for. `//text` says `/text`.
TextCommand parseCommand(const QString &text);

/// Server side: the server's messages. `room` is empty for a room that the reader stands in.
Message greeting(bool tls, const QString &serverName, int here, bool passwordNeeded);
/// "Ada: text", "* Ada waves", "#random Ada: text". `about` is the event that this one answers or points at,
/// where it is known: "Ada (to Bo): text", "* Ada reacted 👍 to "text"".
Message said(const RoomEvent &event, const RoomId &room, const RoomEvent *about = nullptr);
/// "Ada -> you: text"; an empty recipient is the reader.
Message told(const RoomEvent &event, const QString &recipient, const RoomEvent *about = nullptr);
Message notice(const QString &text, const RoomId &room = {}); ///< "* text"
Message error(const Error &error);                            ///< "! message"
/// One line a command; those of owner and moderators as well where the reader is one.
QStringList help(bool moderator = false);

/// Client side: what a text from a server that speaks plain means. Any NUL-framed broadcast server is
/// understood: what has the form "NAME: text" is a message, everything else is shown as it is.
struct Heard
{
    enum class Kind
    {
        Greeting,
        Message,
        Action,
        Direct,
        Notice,
        Error,
        Other
    };
    Kind kind = Kind::Other;
    RoomId room; ///< from a "#room " prefix; empty else
    QString name;
    QString text; ///< without name and prefix
    friend bool operator==(const Heard &, const Heard &) = default;
};
Heard parse(const QString &message);

/// Client side: a text as a frame without its delimiter; a leading slash is doubled.
QByteArray say(const QString &text);

} // namespace tincan::plain
