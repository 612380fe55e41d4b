#pragma once

#include "protocol/command.h"
#include "protocol/limits.h"
#include "protocol/serverevent.h"

#include <QByteArray>
#include <QByteArrayView>

/// The native dialect's words: one JSON object (RFC 8259) a frame. Frames here come without their delimiter.
/// Both directions treat the peer as hostile: texts and names are sanitised, numbers and lengths checked.
namespace tincan::json {

/// A frame that is no command: the error, and the `re` (or post id) that the frame carried, if any.
struct Rejected
{
    Error error;
    QString re;
    friend bool operator==(const Rejected &, const Rejected &) = default;
};

/// Whether a frame is a JSON object with "t":"hello": what makes a connection's first frame native.
bool isHello(QByteArrayView frame);

/// Errors: BadUtf8, BadJson, UnknownKind, BadField, TooLong, BadName.
std::variant<Command, Rejected> decodeCommand(QByteArrayView frame, const Limits &limits);
QByteArray encode(const Command &command);

/// Errors: BadUtf8, BadJson, UnknownKind, BadField. The client passes over what it cannot read.
Result<ServerEvent> decodeServerEvent(QByteArrayView frame);
QByteArray encode(const ServerEvent &event);

} // namespace tincan::json
