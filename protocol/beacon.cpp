#include "protocol/beacon.h"

#include "protocol/jsonfields.h"
#include "protocol/jsonwriter.h"
#include "protocol/nickname.h"
#include "protocol/textsanitizer.h"

#include <algorithm>

namespace tincan {

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 1;
constexpr int mostPeople = 99'999; ///< that anybody is believed to have
constexpr qsizetype serviceNameBytes = 63;
constexpr qsizetype recordBytes = 255;
constexpr qsizetype mostRecords = 32;

/// A room of these values, if there can be such a one.
std::optional<RoomBeacon> checkedBeacon(const QString &name, const QString &host, std::int64_t port,
                                        std::int64_t people, bool passwordNeeded)
{
    const auto roomName = checkedRoomName(name, Limits());
    if (!std::holds_alternative<QString>(roomName) || port < 1 || port > 65535) {
        return std::nullopt;
    }
    RoomBeacon room;
    room.name = std::get<QString>(roomName);
    if (const auto hostName = checkedName(host, Limits()); std::holds_alternative<QString>(hostName)) {
        room.host = std::get<QString>(hostName);
    }
    room.port = quint16(port);
    room.people = int(std::min<std::int64_t>(people, mostPeople));
    room.passwordNeeded = passwordNeeded;
    return room;
}

QByteArray record(const char *key, const QByteArray &value)
{
    return QByteArray(key) + '=' + value;
}

/// The value of the first record with this key; keys are ASCII, and their case means nothing.
std::optional<QByteArray> valueOf(QByteArrayView key, const QList<QByteArray> &records)
{
    const qsizetype count = std::min(records.size(), mostRecords);
    for (qsizetype i = 0; i < count; ++i) {
        const QByteArray &one = records.at(i);
        const qsizetype equals = one.indexOf('=');
        const QByteArrayView found = QByteArrayView(one).first(equals < 0 ? one.size() : equals);
        if (one.size() <= recordBytes && found.compare(key, Qt::CaseInsensitive) == 0) {
            return equals < 0 ? QByteArray() : one.sliced(equals + 1);
        }
    }
    return std::nullopt;
}

QString textOf(QByteArrayView key, const QList<QByteArray> &records, const QString &fallback)
{
    const auto value = valueOf(key, records);
    const auto text = value ? decodeUtf8(*value) : std::nullopt;
    return text ? *text : fallback;
}

} // namespace

QByteArray writeBeacon(const RoomBeacon &room)
{
    json::Writer writer("room"_L1);
    writer.number("v"_L1, version);
    writer.number("port"_L1, room.port);
    writer.text("name"_L1, room.name);
    writer.textUnlessEmpty("host"_L1, room.host);
    writer.number("people"_L1, room.people);
    writer.flag("password"_L1, room.passwordNeeded);
    return writer.take();
}

QByteArray writeGoodbye(quint16 port)
{
    json::Writer writer("gone"_L1);
    writer.number("v"_L1, version);
    writer.number("port"_L1, port);
    return writer.take();
}

std::optional<BeaconMessage> readBeacon(QByteArrayView datagram)
{
    if (datagram.size() > beaconBytes) {
        return std::nullopt;
    }
    const auto object = json::parseObject(datagram);
    if (!std::holds_alternative<QJsonObject>(object)) {
        return std::nullopt;
    }
    json::Fields fields(std::get<QJsonObject>(object), Limits().idCharacters);
    const QString kind = fields.wordIfValid("t"_L1);
    const std::int64_t port = fields.number("port"_L1);
    if (fields.number("v"_L1) != version || fields.error() || port < 1 || port > 65535) {
        return std::nullopt;
    }
    if (kind == "gone"_L1) {
        return BeaconGoodbye{quint16(port)};
    }
    const QString name = fields.line("name"_L1);
    const QString host = fields.line("host"_L1, json::Fields::Need::Optional);
    const std::int64_t people = fields.number("people"_L1, 0);
    const bool passwordNeeded = fields.flag("password"_L1);
    if (kind != "room"_L1 || fields.error()) {
        return std::nullopt;
    }
    return checkedBeacon(name, host, port, people, passwordNeeded);
}

QString serviceNameFor(const RoomBeacon &room, int attempt)
{
    const QString suffix = attempt > 1 ? u" (%1)"_s.arg(attempt) : QString();
    const qsizetype most = serviceNameBytes - suffix.size();
    QString name = room.name;
    for (qsizetype count = codePoints(name); name.toUtf8().size() > most; --count) {
        name = truncated(name, count - 1);
    }
    return name + suffix;
}

QList<QByteArray> serviceRecordsFor(const RoomBeacon &room, const QString &serviceName)
{
    QList<QByteArray> records{record("txtvers", QByteArray::number(version))};
    if (const QByteArray name = record("name", room.name.toUtf8());
        serviceName != room.name && name.size() <= recordBytes) {
        records.append(name);
    }
    if (!room.host.isEmpty()) {
        records.append(record("host", room.host.toUtf8()));
    }
    records.append(record("people", QByteArray::number(room.people)));
    if (room.passwordNeeded) {
        records.append("password");
    }
    return records;
}

std::optional<RoomBeacon> readService(const QString &name, quint16 port, const QList<QByteArray> &records)
{
    if (valueOf("txtvers", records).value_or(QByteArray::number(version)) != QByteArray::number(version)) {
        return std::nullopt;
    }
    bool isNumber = false;
    const int people = valueOf("people", records).value_or(QByteArray()).toInt(&isNumber);
    return checkedBeacon(textOf("name", records, name), textOf("host", records, QString()), port,
                         isNumber ? std::max(people, 0) : 0, valueOf("password", records).has_value());
}

} // namespace tincan
