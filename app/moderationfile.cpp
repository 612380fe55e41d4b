#include "app/moderationfile.h"

#include "server/logging.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr qint64 longestFile = 8 * 1024 * 1024;
constexpr qsizetype keyDigits = 64;
const QString bansFile = u"bans"_s;
const QString moderatorsFile = u"moderators"_s;
const QString roomsFile = u"room-rules"_s;
const QString actsFile = u"acts"_s;

bool isKey(const QByteArray &word)
{
    return word.size() == keyDigits && QByteArray::fromHex(word).toHex() == word;
}

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray lineOf(const Sanction &sanction)
{
    const Ban &ban = sanction.ban;
    return lineOf(QJsonObject{{u"id"_s, ban.id.value()},
                              {u"act"_s, wireName(ban.act)},
                              {u"name"_s, ban.name},
                              {u"byName"_s, ban.byName},
                              {u"key"_s, QString::fromLatin1(sanction.key)},
                              {u"member"_s, sanction.member.value()},
                              {u"address"_s, ban.address},
                              {u"at"_s, qint64(ban.at)},
                              {u"until"_s, qint64(ban.until)},
                              {u"by"_s, ban.by},
                              {u"reason"_s, ban.reason}});
}

std::optional<Sanction> sanctionFrom(const QJsonObject &object)
{
    Sanction sanction;
    Ban &ban = sanction.ban;
    const auto act = actFromWire(object.value("act"_L1).toString());
    ban.id = BanId(object.value("id"_L1).toString());
    ban.act = act.value_or(Act::Ban);
    ban.name = object.value("name"_L1).toString();
    ban.byName = object.value("byName"_L1).toBool();
    sanction.key = object.value("key"_L1).toString().toLatin1();
    ban.byKey = !sanction.key.isEmpty();
    sanction.member = MemberId(object.value("member"_L1).toString());
    ban.address = object.value("address"_L1).toString();
    ban.at = object.value("at"_L1).toInteger();
    ban.until = object.value("until"_L1).toInteger();
    ban.by = object.value("by"_L1).toString();
    ban.reason = object.value("reason"_L1).toString();
    const bool isSound = (act == Act::Ban || act == Act::Mute) && !ban.id.isEmpty() && !ban.name.isEmpty() &&
                         (!ban.byKey || isKey(sanction.key)) && ban.at > 0 && ban.until >= 0;
    return isSound ? std::optional(sanction) : std::nullopt;
}

QByteArray lineOf(const RankedKey &moderator)
{
    return lineOf(QJsonObject{{u"key"_s, QString::fromLatin1(moderator.key)}, {u"name"_s, moderator.name}});
}

std::optional<RankedKey> moderatorFrom(const QJsonObject &object)
{
    const RankedKey moderator{object.value("key"_L1).toString().toLatin1(),
                              object.value("name"_L1).toString()};
    return isKey(moderator.key) ? std::optional(moderator) : std::nullopt;
}

QByteArray lineOf(const ActRecord &act)
{
    QJsonObject object{{u"at"_s, qint64(act.at)}, {u"act"_s, wireName(act.act)}, {u"by"_s, act.by}};
    const auto add = [&object](const QString &key, const QJsonValue &value, bool isThere) {
        if (isThere)
            object.insert(key, value);
    };
    add(u"whom"_s, act.whom, !act.whom.isEmpty());
    add(u"room"_s, act.room.value(), !act.room.isEmpty());
    add(u"until"_s, qint64(act.until), act.until > 0);
    add(u"seconds"_s, act.seconds, act.seconds > 0);
    add(u"writers"_s, wireName(act.writers), act.act == Act::Writers);
    add(u"days"_s, act.keep.value_or(Retention()).days, act.keep.has_value());
    add(u"events"_s, act.keep.value_or(Retention()).events, act.keep.has_value());
    add(u"reason"_s, act.reason, !act.reason.isEmpty());
    return lineOf(object);
}

/// None where nothing is said about it.
std::optional<Retention> retentionFrom(const QJsonObject &object)
{
    if (!object.contains("days"_L1) && !object.contains("events"_L1))
        return std::nullopt;
    return Retention{std::max(0, object.value("days"_L1).toInt()),
                     std::max(0, object.value("events"_L1).toInt())};
}

std::optional<ActRecord> actFrom(const QJsonObject &object)
{
    const auto kind = actFromWire(object.value("act"_L1).toString());
    ActRecord act;
    act.at = object.value("at"_L1).toInteger();
    act.act = kind.value_or(Act::Kick);
    act.by = object.value("by"_L1).toString();
    act.whom = object.value("whom"_L1).toString();
    act.room = RoomId(object.value("room"_L1).toString());
    act.until = object.value("until"_L1).toInteger();
    act.seconds = object.value("seconds"_L1).toInt();
    act.writers = writersFromWire(object.value("writers"_L1).toString()).value_or(Writers::All);
    act.reason = object.value("reason"_L1).toString();
    act.keep = retentionFrom(object);
    return kind && act.at > 0 ? std::optional(act) : std::nullopt;
}

QByteArray lineOf(const RoomId &room, const RoomRules &rules)
{
    QJsonObject object{
        {u"room"_s, room.value()}, {u"slow"_s, rules.slow}, {u"writers"_s, wireName(rules.writers)}};
    if (rules.keep) {
        object.insert(u"days"_s, rules.keep->days);
        object.insert(u"events"_s, rules.keep->events);
    }
    return lineOf(object);
}

struct RuledRoom
{
    RoomId room;
    RoomRules rules;
};

std::optional<RuledRoom> roomFrom(const QJsonObject &object)
{
    const RoomId room(object.value("room"_L1).toString());
    const auto writers = writersFromWire(object.value("writers"_L1).toString());
    const RoomRules rules{object.value("slow"_L1).toInt(), writers.value_or(Writers::All),
                          retentionFrom(object)};
    const bool isSound = !room.isEmpty() && writers && rules.slow >= 0 && !rules.areUsual();
    return isSound ? std::optional(RuledRoom{room, rules}) : std::nullopt;
}

template <typename Value>
QList<Value> valuesFrom(const QList<QByteArray> &lines, std::optional<Value> (*read)(const QJsonObject &))
{
    QList<Value> values;
    for (const QByteArray &line : lines) {
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (const auto value = document.isObject() ? read(document.object()) : std::nullopt)
            values.append(*value);
    }
    return values;
}

template <typename Value>
QByteArray written(const QList<Value> &values)
{
    QByteArray bytes;
    for (const Value &value : values)
        bytes += lineOf(value);
    return bytes;
}

QByteArray written(const QHash<RoomId, RoomRules> &rooms)
{
    QList<RoomId> ids = rooms.keys();
    std::sort(ids.begin(), ids.end());
    QByteArray bytes;
    for (const RoomId &id : std::as_const(ids))
        bytes += lineOf(id, rooms.value(id));
    return bytes;
}

void writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) < 0 || !file.commit())
        qCWarning(lcHub).noquote() << "cannot write" << path << file.errorString();
}

} // namespace

ModerationFile::ModerationFile(const QString &directory) : m_directory(directory)
{
    m_writer.setMaxThreadCount(1);
}

KeptModeration ModerationFile::load()
{
    KeptModeration kept;
    kept.sanctions = valuesFrom<Sanction>(linesOf(bansFile), sanctionFrom);
    kept.moderators = valuesFrom<RankedKey>(linesOf(moderatorsFile), moderatorFrom);
    kept.acts = valuesFrom<ActRecord>(linesOf(actsFile), actFrom);
    const auto rooms = valuesFrom<RuledRoom>(linesOf(roomsFile), roomFrom);
    for (const RuledRoom &room : rooms)
        kept.rooms.insert(room.room, room.rules);
    return kept;
}

QList<QByteArray> ModerationFile::linesOf(const QString &name)
{
    QFile file(QDir(m_directory).filePath(name));
    if (!file.open(QIODevice::ReadOnly)) {
        if (!file.exists())
            m_last.insert(name, {});
        else
            qCWarning(lcHub).noquote() << "cannot read" << file.fileName() << file.errorString();
        return {};
    }
    const QByteArray bytes = file.read(longestFile);
    m_last.insert(name, bytes);
    return bytes.split('\n');
}

void ModerationFile::save(const KeptModeration &kept)
{
    write(bansFile, written(kept.sanctions));
    write(moderatorsFile, written(kept.moderators));
    write(roomsFile, written(kept.rooms));
    write(actsFile, written(kept.acts));
}

void ModerationFile::write(const QString &name, const QByteArray &bytes)
{
    const auto last = m_last.find(name);
    if (last == m_last.end() || *last == bytes)
        return; // it could not be read, or says that already
    *last = bytes;
    m_writer.start([path = QDir(m_directory).filePath(name), bytes] { writeWhole(path, bytes); });
}

} // namespace tincan
