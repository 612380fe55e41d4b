#pragma once

#include "protocol/ids.h"

#include <QByteArray>
#include <QList>
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

/// A place where a server may be found.
struct HostPort
{
    QString host; ///< without brackets
    quint16 port = defaultPort;

    friend bool operator==(const HostPort &, const HostPort &) = default;
};

/// Where a room is: HOST, HOST:PORT, [IPv6]:PORT, a bare IPv6 address, or
/// tincan://HOST[:PORT][/ROOM][?fp=SHA256][&at=HOST[:PORT]]…
struct RoomAddress
{
    QString host; ///< without brackets
    quint16 port = defaultPort;
    RoomId room = {};            ///< empty: the server's first
    QByteArray fingerprint = {}; ///< 32 bytes, or empty: SHA-256 of the public key (SPKI)

    QList<HostPort> others = {}; ///< where the same server may be found, too; at most `mostOthers`
    static constexpr qsizetype mostOthers = 7;

    QList<HostPort> places() const; ///< all of them, the first first

    static std::variant<RoomAddress, AddressProblem> parse(const QString &text);

    QString toString() const; ///< HOST:PORT, brackets round IPv6; without the port where it is the default
    QString toLink() const;   ///< tincan://…

    friend bool operator==(const RoomAddress &, const RoomAddress &) = default;
};

} // namespace tincan
