#pragma once

#include "protocol/ids.h"

#include <QByteArray>
#include <QString>

#include <variant>

namespace tincan {

inline constexpr quint16 defaultPort = 4040;

enum class AddressProblem
{
    Empty,
    BadHost,
    BadPort,
    BadFingerprint,
    OtherScheme
};

/// Where a room is: HOST, HOST:PORT, [IPv6]:PORT, a bare IPv6 address, or
/// tincan://HOST[:PORT][/ROOM][?fp=SHA256].
struct RoomAddress
{
    QString host; ///< without brackets
    quint16 port = defaultPort;
    RoomId room;            ///< empty: the server's first
    QByteArray fingerprint; ///< 32 bytes, or empty: SHA-256 of the public key (SPKI)

    static std::variant<RoomAddress, AddressProblem> parse(const QString &text);

    QString toString() const; ///< HOST:PORT, brackets round IPv6; without the port where it is the default
    QString toLink() const;   ///< tincan://…

    friend bool operator==(const RoomAddress &, const RoomAddress &) = default;
};

} // namespace tincan
