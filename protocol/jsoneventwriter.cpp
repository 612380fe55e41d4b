#include "protocol/jsonvocabulary.h"
#include "protocol/jsonwriter.h"

namespace tincan::json {

using namespace Qt::StringLiterals;

namespace {

void writeFlagIf(Writer &writer, QLatin1StringView key, bool flag)
{
    if (flag) {
        writer.flag(key, true);
    }
}

void writeVerified(Writer &writer, bool verified)
{
    writeFlagIf(writer, "verified"_L1, verified);
}

void writeRole(Writer &writer, Role role)
{
    if (role != Role::None) {
        writer.word("role"_L1, wireName(role));
    }
}

void writeTimeUnlessNone(Writer &writer, QLatin1StringView key, std::int64_t at)
{
    if (at > 0) {
        writer.time(key, at);
    }
}

void writeFields(Writer &writer, const Member &member)
{
    writer.text("id"_L1, member.id.value());
    writer.text("name"_L1, member.name);
    writer.word("via"_L1, wireName(member.via));
    writer.flag("tls"_L1, member.tls);
    writer.word("state"_L1, member.state == MemberState::Here ? "here"_L1 : "away"_L1);
    writer.textUnlessEmpty("status"_L1, member.status);
    writeVerified(writer, member.verified);
    writeRole(writer, member.role);
    writeFlagIf(writer, "muted"_L1, member.muted);
}

void writeMembers(Writer &writer, QLatin1StringView key, const QList<Member> &members)
{
    writer.openArray(key);
    for (const Member &member : members) {
        writer.openElement();
        writeFields(writer, member);
        writer.closeObject();
    }
    writer.closeArray();
}

template <typename Id>
void writeIds(Writer &writer, QLatin1StringView key, const QList<Id> &ids)
{
    writer.openArray(key);
    for (const Id &id : ids) {
        writer.element(id.value());
    }
    writer.closeArray();
}

void writeSelf(Writer &writer, const Member &self)
{
    writer.openObject("self"_L1);
    writeFields(writer, self);
    writer.closeObject();
}

void writeFields(Writer &writer, const RoomInfo &room)
{
    writer.text("id"_L1, room.id.value());
    writer.text("name"_L1, room.name);
    writer.word("kind"_L1, room.kind == RoomKind::Room ? "room"_L1 : "direct"_L1);
    writer.textUnlessEmpty("topic"_L1, room.topic);
    writer.number("first"_L1, room.first);
    writer.number("head"_L1, room.head);
    writer.text("epoch"_L1, room.epoch.value());
    writer.number("total"_L1, room.total);
    writer.numberUnlessZero("slow"_L1, room.slow);
    if (room.writers != Writers::All) {
        writer.word("writers"_L1, wireName(room.writers));
    }
    writer.numberUnlessZero("keepDays"_L1, room.keep.days);
    writer.numberUnlessZero("keepEvents"_L1, room.keep.events);
    if (!room.members.isEmpty()) {
        writeMembers(writer, "members"_L1, room.members);
    }
}

void writeRooms(Writer &writer, const QList<RoomInfo> &rooms)
{
    writer.openArray("rooms"_L1);
    for (const RoomInfo &room : rooms) {
        writer.openElement();
        writeFields(writer, room);
        writer.closeObject();
    }
    writer.closeArray();
}

void writeFields(Writer &writer, const RoomEvent &event)
{
    writer.text("room"_L1, event.room.value());
    writer.number("seq"_L1, event.seq);
    writer.time("at"_L1, event.at);
    writer.word("kind"_L1, wireName(event.kind));
    writer.openObject("from"_L1);
    writer.text("id"_L1, event.from.id.value());
    writer.text("name"_L1, event.from.name);
    writer.word("via"_L1, wireName(event.from.via));
    writeVerified(writer, event.from.verified);
    writer.closeObject();
    writer.text("text"_L1, event.text);
    writer.textUnlessEmpty("id"_L1, event.postId.value());
    writer.numberUnlessZero("reply"_L1, event.reply);
    writer.numberUnlessZero("target"_L1, event.target);
}

void writeEvents(Writer &writer, const QList<RoomEvent> &events)
{
    writer.openArray("events"_L1);
    for (const RoomEvent &event : events) {
        writer.openElement();
        writer.word("t"_L1, "event"_L1);
        writeFields(writer, event);
        writer.closeObject();
    }
    writer.closeArray();
}

void writeLimits(Writer &writer, const Limits &limits)
{
    writer.openObject("limits"_L1);
    writer.number("message"_L1, limits.messageBytes);
    writer.number("name"_L1, limits.nameCharacters);
    writer.number("room"_L1, limits.roomNameCharacters);
    writer.number("topic"_L1, limits.topicCharacters);
    writer.openObject("flood"_L1);
    writer.number("burst"_L1, limits.floodBurst);
    writer.number("perSecond"_L1, limits.floodPerSecond);
    writer.closeObject();
    writer.number("page"_L1, limits.pageEvents);
    writer.number("members"_L1, limits.memberListMaximum);
    writer.closeObject();
}

QByteArray finished(Writer &writer, const QString &re)
{
    writer.textUnlessEmpty("re"_L1, re);
    return writer.take();
}

QByteArray write(const serverevent::Welcome &welcome)
{
    Writer writer("welcome"_L1);
    writer.number("v"_L1, welcome.version);
    writer.openObject("server"_L1);
    writer.text("name"_L1, welcome.serverName);
    writer.text("id"_L1, welcome.serverId.value());
    writer.text("version"_L1, welcome.serverVersion);
    writer.closeObject();
    writeSelf(writer, welcome.self);
    writer.text("session"_L1, welcome.session.value());
    writeLimits(writer, welcome.limits);
    writeRooms(writer, welcome.rooms);
    if (!welcome.removed.isEmpty()) {
        writeIds(writer, "removed"_L1, welcome.removed);
    }
    return writer.take();
}

QByteArray write(const serverevent::Happened &happened)
{
    Writer writer("event"_L1);
    writeFields(writer, happened.event);
    return writer.take();
}

QByteArray write(const serverevent::Failed &failed)
{
    Writer writer("error"_L1);
    writer.word("code"_L1, wireName(failed.error.code));
    writer.text("message"_L1, failed.error.message);
    writer.textUnlessEmpty("suggestion"_L1, failed.suggestion);
    writer.numberUnlessZero("seconds"_L1, failed.error.seconds);
    return finished(writer, failed.re);
}

QByteArray write(const serverevent::Presence &presence)
{
    Writer writer("presence"_L1);
    writer.text("room"_L1, presence.room.value());
    writeMembers(writer, "joined"_L1, presence.joined);
    writeIds(writer, "left"_L1, presence.left);
    writeMembers(writer, "changed"_L1, presence.changed);
    writer.number("total"_L1, presence.total);
    return writer.take();
}

QByteArray write(const serverevent::Joined &joined)
{
    Writer writer("joined"_L1);
    writeRooms(writer, joined.rooms);
    return finished(writer, joined.re);
}

QByteArray write(const serverevent::Left &left)
{
    Writer writer("left"_L1);
    writer.text("room"_L1, left.room.value());
    return finished(writer, left.re);
}

QByteArray write(const serverevent::Rooms &rooms)
{
    Writer writer("rooms"_L1);
    writeRooms(writer, rooms.rooms);
    return finished(writer, rooms.re);
}

QByteArray write(const serverevent::Members &members)
{
    Writer writer("members"_L1);
    writer.text("room"_L1, members.room.value());
    writeMembers(writer, "members"_L1, members.members);
    writer.flag("more"_L1, members.more);
    return finished(writer, members.re);
}

QByteArray write(const serverevent::HistoryPage &page)
{
    Writer writer("history"_L1);
    writer.text("room"_L1, page.room.value());
    writeEvents(writer, page.events);
    writer.flag("more"_L1, page.more);
    return finished(writer, page.re);
}

QByteArray write(const serverevent::Found &found)
{
    Writer writer("found"_L1);
    writeEvents(writer, found.events);
    writer.flag("more"_L1, found.more());
    writer.textUnlessEmpty("cursor"_L1, found.cursor);
    return finished(writer, found.re);
}

QByteArray write(const serverevent::Self &self)
{
    Writer writer("self"_L1);
    writeSelf(writer, self.self);
    return finished(writer, self.re);
}

void writeFields(Writer &writer, const Ban &ban)
{
    writer.text("id"_L1, ban.id.value());
    writer.word("act"_L1, wireName(ban.act));
    writer.text("name"_L1, ban.name);
    writeFlagIf(writer, "byName"_L1, ban.byName);
    writeFlagIf(writer, "byKey"_L1, ban.byKey);
    writer.textUnlessEmpty("address"_L1, ban.address);
    writer.time("at"_L1, ban.at);
    writeTimeUnlessNone(writer, "until"_L1, ban.until);
    writer.text("by"_L1, ban.by);
    writer.textUnlessEmpty("reason"_L1, ban.reason);
}

void writeFields(Writer &writer, const ActRecord &act)
{
    writer.time("at"_L1, act.at);
    writer.word("act"_L1, wireName(act.act));
    writer.text("by"_L1, act.by);
    writer.textUnlessEmpty("whom"_L1, act.whom);
    writer.textUnlessEmpty("room"_L1, act.room.value());
    writeTimeUnlessNone(writer, "until"_L1, act.until);
    writer.numberUnlessZero("seconds"_L1, act.seconds);
    if (act.act == Act::Writers) {
        writer.word("writers"_L1, wireName(act.writers));
    }
    if (act.keep) {
        writer.number("days"_L1, act.keep->days);
        writer.number("events"_L1, act.keep->events);
    }
    writer.textUnlessEmpty("reason"_L1, act.reason);
}

void writeFields(Writer &writer, const ConnectionInfo &connection)
{
    writer.textUnlessEmpty("member"_L1, connection.member.value());
    writer.textUnlessEmpty("name"_L1, connection.name);
    writer.text("address"_L1, connection.address);
    writer.number("port"_L1, connection.port);
    writer.word("via"_L1, wireName(connection.via));
    writer.flag("tls"_L1, connection.tls);
    writeVerified(writer, connection.verified);
    writeRole(writer, connection.role);
    if (connection.roundTrip >= 0) {
        writer.number("rtt"_L1, connection.roundTrip);
    }
    writer.number("queued"_L1, connection.queued);
    writer.number("messages"_L1, connection.messages);
    writer.number("lately"_L1, connection.lately);
    writer.time("since"_L1, connection.since);
}

template <typename Value>
QByteArray writeList(QLatin1StringView kind, const QList<Value> &list, const QString &re)
{
    Writer writer(kind);
    writer.openArray(kind);
    for (const Value &value : list) {
        writer.openElement();
        writeFields(writer, value);
        writer.closeObject();
    }
    writer.closeArray();
    return finished(writer, re);
}

QByteArray write(const serverevent::Moderated &moderated)
{
    Writer writer("moderated"_L1);
    return finished(writer, moderated.re);
}

QByteArray write(const serverevent::Bans &bans)
{
    return writeList("bans"_L1, bans.bans, bans.re);
}

QByteArray write(const serverevent::Acts &acts)
{
    return writeList("acts"_L1, acts.acts, acts.re);
}

QByteArray write(const serverevent::Moderators &moderators)
{
    return writeList("moderators"_L1, moderators.moderators, moderators.re);
}

QByteArray write(const serverevent::Connections &connections)
{
    return writeList("connections"_L1, connections.connections, connections.re);
}

QByteArray write(const serverevent::RoomChanged &changed)
{
    Writer writer("room"_L1);
    writer.openObject("room"_L1);
    writeFields(writer, changed.room);
    writer.closeObject();
    return writer.take();
}

QByteArray write(const serverevent::Muted &muted)
{
    Writer writer("muted"_L1);
    writer.flag("muted"_L1, muted.muted);
    writer.textUnlessEmpty("by"_L1, muted.by);
    writer.textUnlessEmpty("reason"_L1, muted.reason);
    writeTimeUnlessNone(writer, "until"_L1, muted.until);
    return writer.take();
}

QByteArray write(const serverevent::Typing &typing)
{
    Writer writer("typing"_L1);
    writer.text("room"_L1, typing.room.value());
    writer.text("from"_L1, typing.from.value());
    return writer.take();
}

QByteArray write(const serverevent::Ping &ping)
{
    Writer writer("ping"_L1);
    return finished(writer, ping.re);
}

QByteArray write(const serverevent::Pong &pong)
{
    Writer writer("pong"_L1);
    return finished(writer, pong.re);
}

} // namespace

QByteArray encode(const ServerEvent &event)
{
    return std::visit([](const auto &alternative) { return write(alternative); }, event);
}

} // namespace tincan::json
