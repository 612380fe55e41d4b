#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace tincan {

/// Where beacons go: a multicast group of the organisation's own scope (RFC 2365), and a UDP port.
inline constexpr QLatin1StringView beaconGroup{"239.255.40.40"};
inline constexpr quint16 beaconPort = 4040;

/// The longest datagram that is a beacon; it fits a frame of any network.
inline constexpr qsizetype beaconBytes = 1200;

/// How often a beacon is sent, and how long one counts, in milliseconds.
inline constexpr int beaconInterval = 1000;
inline constexpr int beaconLifetime = 6000;

/// A room as it is announced to the computers nearby. Its address is the one that the announcement came from.
struct RoomBeacon
{
    QString name; ///< of the server, e.g. "Ada's kitchen"
    QString host; ///< who hosts it; may be empty
    quint16 port = 0;
    int people = 0;
    bool passwordNeeded = false;
    friend bool operator==(const RoomBeacon &, const RoomBeacon &) = default;
};

/// The room at this port is not open any more.
struct BeaconGoodbye
{
    quint16 port = 0;
    friend bool operator==(const BeaconGoodbye &, const BeaconGoodbye &) = default;
};

using BeaconMessage = std::variant<RoomBeacon, BeaconGoodbye>;

QByteArray writeBeacon(const RoomBeacon &room);
QByteArray writeGoodbye(quint16 port);

/// Reads a datagram of anybody's: nothing for what is no beacon of this version, or one that no room can
/// send. Names come out as rooms and people can carry them.
std::optional<BeaconMessage> readBeacon(QByteArrayView datagram);

/// DNS-SD (RFC 6763): the type of a room, its instance name, and what its TXT record holds.
inline constexpr QLatin1StringView serviceType{"_tincan._tcp"};
/// At most 63 bytes; `attempt` is 2, 3, … where others have that name already.
QString serviceNameFor(const RoomBeacon &room, int attempt = 1);
QList<QByteArray> serviceRecordsFor(const RoomBeacon &room, const QString &serviceName);

/// Reads a service that anybody announced, as readBeacon() does.
std::optional<RoomBeacon> readService(const QString &name, quint16 port, const QList<QByteArray> &records);

} // namespace tincan
