#include "protocol/jsonvocabulary.h"

#include "protocol/jsonfields.h"
#include "protocol/textsanitizer.h"

#include <algorithm>
#include <array>
#include <limits>

namespace tincan::json {

using namespace Qt::StringLiterals;
using Need = Fields::Need;

namespace {

// What a client takes from a server, whatever that server's own limits are.
constexpr int longestWord = 256;
constexpr int longestText = 16 * 1024 * 1024;
constexpr int longestShownName = 64;
constexpr int longestTopic = 1000;
constexpr qsizetype mostElements = 10'000;

/// One line, cut to `most` code points.
QString shownLine(Fields &fields, QLatin1StringView key, qsizetype most, Need need)
{
    return truncated(fields.line(key, need), most).trimmed();
}

QString shownName(Fields &fields, QLatin1StringView key, Need need = Need::Required)
{
    return shownLine(fields, key, longestShownName, need);
}

int readCount(Fields &fields, QLatin1StringView key, std::int64_t fallback)
{
    return int(std::min<std::int64_t>(fields.number(key, fallback), std::numeric_limits<int>::max()));
}

Seq readSeq(Fields &fields, QLatin1StringView key)
{
    const Seq seq = fields.number(key);
    if (seq < 1) {
        fields.fail(ErrorCode::BadField, u"An event's number starts at 1."_s);
    }
    return seq;
}

QString tag(Fields &fields)
{
    return fields.word("re"_L1, Need::Optional);
}

Fields inner(const QJsonValue &value)
{
    Fields fields(value.toObject(), longestWord);
    if (!value.isObject()) {
        fields.fail(ErrorCode::BadField, u"An element must be an object."_s);
    }
    return fields;
}

/// Reads an array of objects, each with `read`.
template <typename Value>
QList<Value> readList(Fields &fields, QLatin1StringView key, Value (*read)(Fields &),
                      Need need = Need::Required)
{
    const QJsonArray array = fields.array(key, mostElements, need);
    QList<Value> list;
    list.reserve(array.size());
    for (const QJsonValue value : array) {
        Fields element = inner(value);
        list.append(read(element));
        fields.failFrom(element);
    }
    return list;
}

/// None where there is no such field.
template <typename Id>
QList<Id> readIds(Fields &fields, QLatin1StringView key)
{
    const QJsonArray array = fields.array(key, mostElements, Need::Optional);
    QList<Id> ids;
    for (const QJsonValue value : array) {
        const QString id = value.toString();
        if (!isWord(id, longestWord)) {
            fields.fail(ErrorCode::BadField, u"The field \"%1\" must be an array of ids."_s.arg(key));
        }
        ids.append(Id(id));
    }
    return ids;
}

Via readVia(Fields &fields)
{
    return viaFromWire(fields.word("via"_L1, Need::Optional)).value_or(Via::Native);
}

Role readRole(Fields &fields)
{
    return roleFromWire(fields.word("role"_L1, Need::Optional));
}

Writers readWriters(Fields &fields)
{
    return writersFromWire(fields.word("writers"_L1, Need::Optional)).value_or(Writers::All);
}

Member readMember(Fields &fields)
{
    Member member;
    member.id = MemberId(fields.word("id"_L1));
    member.name = shownName(fields, "name"_L1);
    member.via = readVia(fields);
    member.tls = fields.flag("tls"_L1);
    member.state =
        fields.word("state"_L1, Need::Optional) == "away"_L1 ? MemberState::Away : MemberState::Here;
    member.status = shownLine(fields, "status"_L1, longestTopic, Need::Optional);
    member.verified = fields.flag("verified"_L1);
    member.role = readRole(fields);
    member.muted = fields.flag("muted"_L1);
    return member;
}

Member readSelf(Fields &fields)
{
    Fields self = fields.object(u"self"_s);
    const Member member = readMember(self);
    fields.failFrom(self);
    return member;
}

RoomInfo readRoom(Fields &fields)
{
    RoomInfo room;
    room.id = RoomId(fields.word("id"_L1));
    room.name = shownName(fields, "name"_L1, Need::Optional);
    if (room.name.isEmpty()) {
        room.name = truncated(sanitizeLine(room.id.value()), longestShownName).trimmed();
    }
    room.kind = fields.word("kind"_L1, Need::Optional) == "direct"_L1 ? RoomKind::Direct : RoomKind::Room;
    room.topic = shownLine(fields, "topic"_L1, longestTopic, Need::Optional);
    room.first = std::max<Seq>(1, fields.number("first"_L1, 1));
    room.head = fields.number("head"_L1, 0);
    room.epoch = Epoch(fields.word("epoch"_L1, Need::Optional));
    room.members = readList(fields, "members"_L1, readMember, Need::Optional);
    room.total = readCount(fields, "total"_L1, room.members.size());
    room.slow = readCount(fields, "slow"_L1, 0);
    room.writers = readWriters(fields);
    room.keep = {readCount(fields, "keepDays"_L1, 0), readCount(fields, "keepEvents"_L1, 0)};
    return room;
}

Author readAuthor(Fields &fields)
{
    Fields from = fields.object(u"from"_s);
    const Author author{MemberId(from.word("id"_L1)), shownName(from, "name"_L1), readVia(from),
                        from.flag("verified"_L1)};
    fields.failFrom(from);
    return author;
}

RoomEvent readRoomEvent(Fields &fields)
{
    RoomEvent event;
    event.room = RoomId(fields.word("room"_L1));
    event.seq = readSeq(fields, "seq"_L1);
    event.at = fields.time("at"_L1);
    event.kind = eventKindFromWire(fields.word("kind"_L1));
    event.from = readAuthor(fields);
    event.text = fields.text("text"_L1, longestText, Need::Optional);
    event.postId = PostId(fields.word("id"_L1, Need::Optional));
    event.reply = fields.number("reply"_L1, 0);
    event.target = fields.number("target"_L1, 0);
    return event;
}

Limits readLimits(Fields &fields)
{
    Limits limits;
    Fields announced = fields.object(u"limits"_s, Need::Optional);
    limits.messageBytes = std::clamp(readCount(announced, "message"_L1, limits.messageBytes), 1, longestText);
    limits.nameCharacters =
        std::clamp(readCount(announced, "name"_L1, limits.nameCharacters), 1, longestWord);
    limits.roomNameCharacters =
        std::clamp(readCount(announced, "room"_L1, limits.roomNameCharacters), 1, longestWord);
    limits.topicCharacters =
        std::clamp(readCount(announced, "topic"_L1, limits.topicCharacters), 0, longestTopic);
    limits.pageEvents = std::max(1, readCount(announced, "page"_L1, limits.pageEvents));
    limits.memberListMaximum = readCount(announced, "members"_L1, limits.memberListMaximum);
    Fields flood = announced.object(u"flood"_s, Need::Optional);
    limits.floodBurst = readCount(flood, "burst"_L1, limits.floodBurst);
    limits.floodPerSecond = readCount(flood, "perSecond"_L1, limits.floodPerSecond);
    announced.failFrom(flood);
    fields.failFrom(announced);
    return limits;
}

ServerEvent readWelcome(Fields &fields)
{
    serverevent::Welcome welcome;
    welcome.version = readCount(fields, "v"_L1, 1);
    Fields server = fields.object(u"server"_s);
    welcome.serverName = shownName(server, "name"_L1);
    welcome.serverId = ServerId(server.word("id"_L1));
    welcome.serverVersion = shownName(server, "version"_L1, Need::Optional);
    fields.failFrom(server);
    welcome.self = readSelf(fields);
    welcome.session = SessionToken(fields.word("session"_L1, Need::Optional));
    welcome.limits = readLimits(fields);
    welcome.rooms = readList(fields, "rooms"_L1, readRoom);
    welcome.removed = readIds<RoomId>(fields, "removed"_L1);
    return welcome;
}

ServerEvent readHappened(Fields &fields)
{
    return serverevent::Happened{readRoomEvent(fields)};
}

ServerEvent readFailed(Fields &fields)
{
    // A code that is not known comes from a newer server, which refused something.
    const ErrorCode code = errorCodeFromWire(fields.word("code"_L1)).value_or(ErrorCode::NotAllowed);
    const QString message = shownLine(fields, "message"_L1, longestTopic, Need::Optional);
    const int seconds = readCount(fields, "seconds"_L1, 0);
    return serverevent::Failed{
        {code, message, seconds}, tag(fields), shownName(fields, "suggestion"_L1, Need::Optional)};
}

ServerEvent readPresence(Fields &fields)
{
    serverevent::Presence presence;
    presence.room = RoomId(fields.word("room"_L1));
    presence.joined = readList(fields, "joined"_L1, readMember, Need::Optional);
    presence.changed = readList(fields, "changed"_L1, readMember, Need::Optional);
    presence.total = readCount(fields, "total"_L1, 0);
    presence.left = readIds<MemberId>(fields, "left"_L1);
    return presence;
}

ServerEvent readJoined(Fields &fields)
{
    return serverevent::Joined{readList(fields, "rooms"_L1, readRoom), tag(fields)};
}

ServerEvent readLeft(Fields &fields)
{
    return serverevent::Left{RoomId(fields.word("room"_L1)), tag(fields)};
}

ServerEvent readRooms(Fields &fields)
{
    return serverevent::Rooms{readList(fields, "rooms"_L1, readRoom), tag(fields)};
}

ServerEvent readMembers(Fields &fields)
{
    const RoomId room(fields.word("room"_L1));
    return serverevent::Members{room, readList(fields, "members"_L1, readMember), fields.flag("more"_L1),
                                tag(fields)};
}

ServerEvent readHistoryPage(Fields &fields)
{
    serverevent::HistoryPage page;
    page.room = RoomId(fields.word("room"_L1));
    page.events = readList(fields, "events"_L1, readRoomEvent);
    page.more = fields.flag("more"_L1);
    page.re = tag(fields);
    const bool isPageOfRoom = std::all_of(page.events.begin(), page.events.end(),
                                          [&](const RoomEvent &event) { return event.room == page.room; });
    const bool isAscending =
        std::is_sorted(page.events.begin(), page.events.end(),
                       [](const RoomEvent &a, const RoomEvent &b) { return a.seq <= b.seq; });
    if (!isPageOfRoom || !isAscending) {
        fields.fail(ErrorCode::BadField, u"A page holds events of one room, in ascending order."_s);
    }
    return page;
}

ServerEvent readFound(Fields &fields)
{
    serverevent::Found found{readList(fields, "events"_L1, readRoomEvent), {}, tag(fields)};
    const QString cursor = fields.word("cursor"_L1, Need::Optional);
    if (fields.flag("more"_L1)) {
        found.cursor = cursor;
    }
    return found;
}

ServerEvent readSelfEvent(Fields &fields)
{
    return serverevent::Self{readSelf(fields), tag(fields)};
}

Act readAct(Fields &fields)
{
    const auto act = actFromWire(fields.word("act"_L1));
    if (!act) {
        fields.fail(ErrorCode::BadField, u"The field \"act\" is not known here."_s);
    }
    return act.value_or(Act::Kick);
}

Ban readBan(Fields &fields)
{
    Ban ban;
    ban.id = BanId(fields.word("id"_L1));
    ban.act = readAct(fields);
    ban.name = shownName(fields, "name"_L1);
    ban.byName = fields.flag("byName"_L1);
    ban.byKey = fields.flag("byKey"_L1);
    ban.address = shownName(fields, "address"_L1, Need::Optional);
    ban.at = fields.time("at"_L1);
    ban.until = fields.time("until"_L1, Need::Optional);
    ban.by = shownName(fields, "by"_L1);
    ban.reason = shownLine(fields, "reason"_L1, longestTopic, Need::Optional);
    return ban;
}

ActRecord readActRecord(Fields &fields)
{
    ActRecord act;
    act.at = fields.time("at"_L1);
    act.act = readAct(fields);
    act.by = shownName(fields, "by"_L1);
    act.whom = shownName(fields, "whom"_L1, Need::Optional);
    act.room = RoomId(fields.word("room"_L1, Need::Optional));
    act.until = fields.time("until"_L1, Need::Optional);
    act.seconds = readCount(fields, "seconds"_L1, 0);
    act.writers = act.act == Act::Writers ? readWriters(fields) : Writers::All;
    if (act.act == Act::Keep && (fields.has("days"_L1) || fields.has("events"_L1))) {
        act.keep = Retention{readCount(fields, "days"_L1, 0), readCount(fields, "events"_L1, 0)};
    }
    act.reason = shownLine(fields, "reason"_L1, longestTopic, Need::Optional);
    return act;
}

ConnectionInfo readConnection(Fields &fields)
{
    ConnectionInfo connection;
    connection.member = MemberId(fields.word("member"_L1, Need::Optional));
    connection.name = shownName(fields, "name"_L1, Need::Optional);
    connection.address = shownName(fields, "address"_L1);
    connection.port = readCount(fields, "port"_L1, 0);
    connection.via = readVia(fields);
    connection.tls = fields.flag("tls"_L1);
    connection.verified = fields.flag("verified"_L1);
    connection.role = readRole(fields);
    connection.roundTrip = fields.has("rtt"_L1) ? readCount(fields, "rtt"_L1, 0) : -1;
    connection.queued = fields.number("queued"_L1, 0);
    connection.messages = fields.number("messages"_L1, 0);
    connection.lately = readCount(fields, "lately"_L1, 0);
    connection.since = fields.time("since"_L1);
    return connection;
}

ServerEvent readModerated(Fields &fields)
{
    return serverevent::Moderated{tag(fields)};
}

ServerEvent readBans(Fields &fields)
{
    return serverevent::Bans{readList(fields, "bans"_L1, readBan), tag(fields)};
}

ServerEvent readActs(Fields &fields)
{
    return serverevent::Acts{readList(fields, "acts"_L1, readActRecord), tag(fields)};
}

ServerEvent readModerators(Fields &fields)
{
    return serverevent::Moderators{readList(fields, "moderators"_L1, readMember), tag(fields)};
}

ServerEvent readConnections(Fields &fields)
{
    return serverevent::Connections{readList(fields, "connections"_L1, readConnection), tag(fields)};
}

ServerEvent readRoomChanged(Fields &fields)
{
    Fields room = fields.object(u"room"_s);
    const serverevent::RoomChanged changed{readRoom(room)};
    fields.failFrom(room);
    return changed;
}

ServerEvent readMuted(Fields &fields)
{
    return serverevent::Muted{fields.flag("muted"_L1), shownName(fields, "by"_L1, Need::Optional),
                              shownLine(fields, "reason"_L1, longestTopic, Need::Optional),
                              fields.time("until"_L1, Need::Optional)};
}

ServerEvent readTyping(Fields &fields)
{
    return serverevent::Typing{RoomId(fields.word("room"_L1)), MemberId(fields.word("from"_L1))};
}

ServerEvent readPing(Fields &fields)
{
    return serverevent::Ping{tag(fields)};
}

ServerEvent readPong(Fields &fields)
{
    return serverevent::Pong{tag(fields)};
}

struct Reader
{
    QLatin1StringView kind;
    ServerEvent (*read)(Fields &fields);
};

constexpr std::array<Reader, 21> readers = {{
    {"welcome"_L1, readWelcome},   {"event"_L1, readHappened},  {"error"_L1, readFailed},
    {"presence"_L1, readPresence}, {"joined"_L1, readJoined},   {"left"_L1, readLeft},
    {"rooms"_L1, readRooms},       {"members"_L1, readMembers}, {"history"_L1, readHistoryPage},
    {"found"_L1, readFound},       {"self"_L1, readSelfEvent},  {"moderated"_L1, readModerated},
    {"bans"_L1, readBans},         {"acts"_L1, readActs},       {"connections"_L1, readConnections},
    {"room"_L1, readRoomChanged},  {"muted"_L1, readMuted},     {"typing"_L1, readTyping},
    {"ping"_L1, readPing},         {"pong"_L1, readPong},       {"moderators"_L1, readModerators},
}};

} // namespace

Result<ServerEvent> decodeServerEvent(QByteArrayView frame)
{
    const auto object = parseObject(frame);
    if (const auto *error = std::get_if<Error>(&object)) {
        return *error;
    }
    Fields fields(std::get<QJsonObject>(object), longestWord);
    const QString kind = fields.word("t"_L1);
    if (fields.error()) {
        return *fields.error();
    }
    const auto reader = std::find_if(readers.begin(), readers.end(),
                                     [&](const Reader &candidate) { return kind == candidate.kind; });
    if (reader == readers.end()) {
        return Error{ErrorCode::UnknownKind, u"This program does not know \"%1\"."_s.arg(sanitizeLine(kind))};
    }
    ServerEvent event = reader->read(fields);
    if (fields.error()) {
        return *fields.error();
    }
    return event;
}

} // namespace tincan::json
