#include "protocol/jsonvocabulary.h"
#include "protocol/jsonwriter.h"

namespace tincan::json {

using namespace Qt::StringLiterals;

namespace {

QByteArray finished(Writer &writer, const QString &re)
{
    writer.textUnlessEmpty("re"_L1, re);
    return writer.take();
}

QByteArray write(const command::Hello &hello)
{
    Writer writer("hello"_L1);
    writer.number("v"_L1, hello.version);
    writer.textUnlessEmpty("name"_L1, hello.name);
    writer.textUnlessEmpty("client"_L1, hello.client);
    writer.textUnlessEmpty("session"_L1, hello.session.value());
    writer.textUnlessEmpty("password"_L1, hello.password);
    if (!hello.resume.isEmpty()) {
        writer.openObject("resume"_L1);
        for (auto point = hello.resume.begin(); point != hello.resume.end(); ++point) {
            writer.openObject(point.key().value());
            writer.number("seq"_L1, point->seq);
            writer.text("epoch"_L1, point->epoch.value());
            writer.closeObject();
        }
        writer.closeObject();
    }
    return writer.take();
}

QByteArray write(const command::Post &post)
{
    Writer writer("post"_L1);
    writer.text("room"_L1, post.room.value());
    writer.text("id"_L1, post.id.value());
    if (post.kind != EventKind::Message) {
        writer.word("kind"_L1, wireName(post.kind));
    }
    writer.text("text"_L1, post.text);
    writer.numberUnlessZero("reply"_L1, post.reply);
    writer.numberUnlessZero("target"_L1, post.target);
    return writer.take();
}

QByteArray write(const command::Join &join)
{
    Writer writer("join"_L1);
    writer.text("room"_L1, join.room);
    if (join.create) {
        writer.flag("create"_L1, true);
    }
    return finished(writer, join.re);
}

QByteArray write(const command::Leave &leave)
{
    Writer writer("leave"_L1);
    writer.text("room"_L1, leave.room.value());
    return finished(writer, leave.re);
}

QByteArray write(const command::ListRooms &list)
{
    Writer writer("rooms"_L1);
    return finished(writer, list.re);
}

QByteArray write(const command::Direct &direct)
{
    Writer writer("direct"_L1);
    writer.text("with"_L1, direct.with.value());
    return finished(writer, direct.re);
}

QByteArray write(const command::ListMembers &list)
{
    Writer writer("members"_L1);
    writer.text("room"_L1, list.room.value());
    writer.textUnlessEmpty("after"_L1, list.after.value());
    writer.number("limit"_L1, list.limit);
    return finished(writer, list.re);
}

QByteArray write(const command::Nick &nick)
{
    Writer writer("nick"_L1);
    writer.text("name"_L1, nick.name);
    return finished(writer, nick.re);
}

QByteArray write(const command::History &history)
{
    Writer writer("history"_L1);
    writer.text("room"_L1, history.room.value());
    writer.numberUnlessZero("before"_L1, history.before);
    writer.number("limit"_L1, history.limit);
    return finished(writer, history.re);
}

QByteArray write(const command::Search &search)
{
    Writer writer("search"_L1);
    writer.textUnlessEmpty("text"_L1, search.text);
    writer.textUnlessEmpty("room"_L1, search.room.value());
    writer.textUnlessEmpty("from"_L1, search.from);
    if (search.after > 0) {
        writer.time("after"_L1, search.after);
    }
    if (search.before > 0) {
        writer.time("before"_L1, search.before);
    }
    writer.number("limit"_L1, search.limit);
    writer.textUnlessEmpty("cursor"_L1, search.cursor);
    return finished(writer, search.re);
}

QByteArray write(const command::SetAway &set)
{
    Writer writer("away"_L1);
    writer.flag("away"_L1, set.away);
    writer.textUnlessEmpty("status"_L1, set.status);
    return finished(writer, set.re);
}

QByteArray write(const command::Typing &typing)
{
    Writer writer("typing"_L1);
    writer.text("room"_L1, typing.room.value());
    return writer.take();
}

QByteArray write(const command::Moderate &moderate)
{
    Writer writer("moderate"_L1);
    writer.word("act"_L1, wireName(moderate.act));
    writer.textUnlessEmpty("member"_L1, moderate.member.value());
    writer.textUnlessEmpty("ban"_L1, moderate.ban.value());
    writer.textUnlessEmpty("room"_L1, moderate.room.value());
    if (moderate.seconds) {
        writer.number("seconds"_L1, *moderate.seconds);
    }
    if (moderate.act == Act::Writers) {
        writer.word("writers"_L1, wireName(moderate.writers));
    }
    if (moderate.keep) {
        writer.number("days"_L1, moderate.keep->days);
        writer.number("events"_L1, moderate.keep->events);
    }
    writer.textUnlessEmpty("reason"_L1, moderate.reason);
    return finished(writer, moderate.re);
}

QByteArray write(const command::ListBans &list)
{
    Writer writer("bans"_L1);
    return finished(writer, list.re);
}

QByteArray write(const command::ListActs &list)
{
    Writer writer("acts"_L1);
    writer.number("limit"_L1, list.limit);
    return finished(writer, list.re);
}

QByteArray write(const command::ListModerators &list)
{
    Writer writer("moderators"_L1);
    return finished(writer, list.re);
}

QByteArray write(const command::ListConnections &list)
{
    Writer writer("connections"_L1);
    return finished(writer, list.re);
}

QByteArray write(const command::Ping &ping)
{
    Writer writer("ping"_L1);
    return finished(writer, ping.re);
}

QByteArray write(const command::Pong &pong)
{
    Writer writer("pong"_L1);
    return finished(writer, pong.re);
}

QByteArray write(const command::Quit &)
{
    return Writer("quit"_L1).take();
}

} // namespace

QByteArray encode(const Command &command)
{
    return std::visit([](const auto &alternative) { return write(alternative); }, command);
}

} // namespace tincan::json
