#include "protocol/jsonvocabulary.h"

#include "protocol/jsonfields.h"
#include "protocol/searchfold.h"
#include "protocol/textsanitizer.h"

#include <algorithm>
#include <array>
#include <limits>

namespace tincan::json {

using namespace Qt::StringLiterals;
using Need = Fields::Need;

namespace {

constexpr qsizetype longestClientName = 64;
constexpr qsizetype longestReaction = 32; // bytes; the longest emoji sequences have less

QString tag(Fields &fields)
{
    return fields.word("re"_L1, Need::Optional);
}

Command readHello(Fields &fields, const Limits &limits)
{
    command::Hello hello;
    const std::int64_t version = fields.number("v"_L1);
    if (version < 1) {
        fields.fail(ErrorCode::BadField, u"The field \"v\" must be 1 or greater."_s);
    }
    hello.version = int(std::min<std::int64_t>(version, std::numeric_limits<int>::max()));
    hello.name = fields.line("name"_L1, Need::Optional);
    hello.client = truncated(fields.line("client"_L1, Need::Optional), longestClientName).trimmed();
    hello.session = SessionToken(fields.word("session"_L1, Need::Optional));
    hello.password = fields.text("password"_L1, limits.messageBytes, Need::Optional);
    Fields resume = fields.object(u"resume"_s, Need::Optional);
    const QStringList rooms = resume.keys();
    if (rooms.size() > limits.maxRoomsPerMember) {
        fields.fail(ErrorCode::BadField, u"The field \"resume\" names too many rooms."_s);
        return hello;
    }
    for (const QString &room : rooms) {
        if (!isWord(room, limits.idCharacters)) {
            fields.fail(ErrorCode::BadField, u"The field \"resume\" names a room that cannot be."_s);
        }
        Fields point = resume.object(room);
        const Seq seq = point.number("seq"_L1);
        hello.resume.insert(RoomId(room), {seq, Epoch(point.word("epoch"_L1))});
        fields.failFrom(point);
    }
    fields.failFrom(resume);
    return hello;
}

QString readTopic(Fields &fields, const Limits &limits)
{
    const QString topic = sanitizeLine(fields.text("text"_L1, limits.messageBytes));
    if (codePoints(topic) > limits.topicCharacters) {
        fields.fail(ErrorCode::TooLong, u"A topic has at most %1 characters."_s.arg(limits.topicCharacters));
    }
    return topic;
}

QString readMessage(Fields &fields, const Limits &limits)
{
    const QString text = fields.text("text"_L1, limits.messageBytes);
    if (isBlank(text)) {
        fields.fail(ErrorCode::BadField, u"There is nothing in this message."_s);
    }
    return text;
}

EventKind readPostKind(Fields &fields)
{
    const QString word = fields.word("kind"_L1, Need::Optional);
    const EventKind kind = word.isEmpty() ? EventKind::Message : eventKindFromWire(word);
    constexpr std::array allowed = {EventKind::Message, EventKind::Action, EventKind::Topic,
                                    EventKind::Edit,    EventKind::Delete, EventKind::React};
    if (std::find(allowed.begin(), allowed.end(), kind) == allowed.end()) {
        fields.fail(ErrorCode::BadField,
                    u"The field \"kind\" must be message, action, topic, edit, delete or react."_s);
    }
    return kind;
}

QString readReaction(Fields &fields)
{
    const QString emoji = fields.line("text"_L1);
    const bool hasSpace = std::any_of(emoji.begin(), emoji.end(), [](QChar c) { return c.isSpace(); });
    const bool isAscii = std::all_of(emoji.begin(), emoji.end(), [](QChar c) { return c < QChar(0x80); });
    if (hasSpace || isAscii || emoji.toUtf8().size() > longestReaction) {
        fields.fail(ErrorCode::BadField, u"A reaction is one emoji."_s);
    }
    return emoji;
}

QString readPostText(Fields &fields, EventKind kind, const Limits &limits)
{
    if (kind == EventKind::Topic) {
        return readTopic(fields, limits);
    }
    if (kind == EventKind::React) {
        return readReaction(fields);
    }
    return kind == EventKind::Delete ? QString() : readMessage(fields, limits);
}

Seq readTarget(Fields &fields, EventKind kind)
{
    if (kind != EventKind::Edit && kind != EventKind::Delete && kind != EventKind::React) {
        return 0;
    }
    const Seq target = fields.number("target"_L1, 0);
    if (target < 1) {
        fields.fail(ErrorCode::BadField, u"The field \"target\" must be the number of a message."_s);
    }
    return target;
}

Command readPost(Fields &fields, const Limits &limits)
{
    command::Post post;
    tag(fields);
    post.room = RoomId(fields.word("room"_L1));
    post.id = PostId(fields.word("id"_L1));
    post.kind = readPostKind(fields);
    post.text = readPostText(fields, post.kind, limits);
    post.reply = fields.number("reply"_L1, 0);
    post.target = readTarget(fields, post.kind);
    return post;
}

Command readJoin(Fields &fields, const Limits &)
{
    const command::Join join{sanitizeLine(fields.word("room"_L1)), fields.flag("create"_L1), tag(fields)};
    if (join.room.isEmpty()) {
        fields.fail(ErrorCode::BadField, u"The field \"room\" is blank."_s);
    }
    return join;
}

Command readLeave(Fields &fields, const Limits &)
{
    return command::Leave{RoomId(fields.word("room"_L1)), tag(fields)};
}

Command readListRooms(Fields &fields, const Limits &)
{
    return command::ListRooms{tag(fields)};
}

Command readDirect(Fields &fields, const Limits &)
{
    return command::Direct{MemberId(fields.word("with"_L1)), tag(fields)};
}

int readPageSize(Fields &fields, int fallback, const Limits &limits)
{
    return int(
        std::clamp<std::int64_t>(fields.number("limit"_L1, fallback), 1, std::max(1, limits.pageEvents)));
}

Command readListMembers(Fields &fields, const Limits &limits)
{
    command::ListMembers list;
    list.room = RoomId(fields.word("room"_L1));
    list.after = MemberId(fields.word("after"_L1, Need::Optional));
    list.limit = readPageSize(fields, list.limit, limits);
    list.re = tag(fields);
    return list;
}

Command readNick(Fields &fields, const Limits &)
{
    return command::Nick{fields.line("name"_L1), tag(fields)};
}

Command readHistory(Fields &fields, const Limits &limits)
{
    command::History history;
    history.room = RoomId(fields.word("room"_L1));
    history.before = fields.number("before"_L1, 0);
    history.limit = readPageSize(fields, history.limit, limits);
    history.re = tag(fields);
    return history;
}

Command readSearch(Fields &fields, const Limits &limits)
{
    command::Search search;
    search.text = fields.text("text"_L1, limits.messageBytes, Need::Optional);
    search.room = RoomId(fields.word("room"_L1, Need::Optional));
    search.from = fields.line("from"_L1, Need::Optional);
    search.after = fields.time("after"_L1, Need::Optional);
    search.before = fields.time("before"_L1, Need::Optional);
    search.limit = readPageSize(fields, search.limit, limits);
    search.cursor = fields.word("cursor"_L1, Need::Optional);
    search.re = tag(fields);
    if (codePoints(search.text) > limits.searchCharacters ||
        codePoints(search.from) > limits.searchCharacters) {
        fields.fail(ErrorCode::TooLong,
                    u"A search has at most %1 characters."_s.arg(limits.searchCharacters));
        return search;
    }
    const qsizetype terms = searchTerms(search.text).size();
    if (terms > limits.searchTerms) {
        fields.fail(ErrorCode::TooLong, u"A search has at most %1 words."_s.arg(limits.searchTerms));
    }
    if (terms == 0 && search.from.isEmpty() && search.after == 0 && search.before == 0) {
        fields.fail(ErrorCode::BadField, u"There is nothing to look for."_s);
    }
    return search;
}

Command readAway(Fields &fields, const Limits &limits)
{
    command::SetAway set{fields.flag("away"_L1), fields.line("status"_L1, Need::Optional), tag(fields)};
    if (codePoints(set.status) > limits.statusCharacters) {
        fields.fail(ErrorCode::TooLong,
                    u"A status has at most %1 characters."_s.arg(limits.statusCharacters));
    }
    return set;
}

Command readTyping(Fields &fields, const Limits &)
{
    return command::Typing{RoomId(fields.word("room"_L1))};
}

int readAtMost(Fields &fields, QLatin1String name, int most)
{
    const std::int64_t number = fields.number(name, 0);
    if (number > most) {
        fields.fail(ErrorCode::BadField, u"The field \"%1\" must be %2 at most."_s.arg(name).arg(most));
        return 0;
    }
    return int(number);
}

/// What an act is about; what else the frame names means nothing to it.
void readObject(Fields &fields, command::Moderate &moderate, const Limits &limits)
{
    const Act act = moderate.act;
    if (act == Act::Unban) {
        moderate.ban = BanId(fields.word("ban"_L1));
    } else if (act == Act::Slow || act == Act::Writers || act == Act::Keep || act == Act::Drop) {
        moderate.room = RoomId(fields.word("room"_L1));
    } else {
        moderate.member = MemberId(fields.word("member"_L1));
    }
    if (act == Act::Slow || (fields.has("seconds"_L1) && (act == Act::Ban || act == Act::Mute))) {
        moderate.seconds = fields.number("seconds"_L1);
    }
    if (act == Act::Slow && moderate.seconds > limits.slowSeconds) {
        fields.fail(ErrorCode::BadField,
                    u"The field \"seconds\" must be %1 at most."_s.arg(limits.slowSeconds));
    }
    if (act == Act::Writers) {
        const auto writers = writersFromWire(fields.word("writers"_L1));
        if (!writers) {
            fields.fail(ErrorCode::BadField, u"The field \"writers\" must be all, members or moderators."_s);
        }
        moderate.writers = writers.value_or(Writers::All);
    }
    if (act == Act::Keep && (fields.has("days"_L1) || fields.has("events"_L1))) {
        moderate.keep = Retention{readAtMost(fields, "days"_L1, limits.keepDays),
                                  readAtMost(fields, "events"_L1, limits.keepEvents)};
    }
}

Command readModerate(Fields &fields, const Limits &limits)
{
    command::Moderate moderate;
    const auto act = actFromWire(fields.word("act"_L1));
    if (!act || act == Act::Delete) {
        fields.fail(ErrorCode::BadField,
                    u"The field \"act\" must be kick, ban, unban, mute, unmute, promote, "
                    "demote, slow, writers, keep or drop."_s);
        return moderate;
    }
    moderate.act = *act;
    readObject(fields, moderate, limits);
    moderate.reason = fields.line("reason"_L1, Need::Optional);
    if (codePoints(moderate.reason) > limits.reasonCharacters) {
        fields.fail(ErrorCode::TooLong,
                    u"A reason has at most %1 characters."_s.arg(limits.reasonCharacters));
    }
    moderate.re = tag(fields);
    return moderate;
}

Command readListBans(Fields &fields, const Limits &)
{
    return command::ListBans{tag(fields)};
}

Command readListActs(Fields &fields, const Limits &limits)
{
    command::ListActs list;
    list.limit = readPageSize(fields, list.limit, limits);
    list.re = tag(fields);
    return list;
}

Command readListModerators(Fields &fields, const Limits &)
{
    return command::ListModerators{tag(fields)};
}

Command readListConnections(Fields &fields, const Limits &)
{
    return command::ListConnections{tag(fields)};
}

Command readPing(Fields &fields, const Limits &)
{
    return command::Ping{tag(fields)};
}

Command readPong(Fields &fields, const Limits &)
{
    return command::Pong{tag(fields)};
}

Command readQuit(Fields &, const Limits &)
{
    return command::Quit{};
}

struct Reader
{
    QLatin1StringView kind;
    Command (*read)(Fields &fields, const Limits &limits);
};

constexpr std::array<Reader, 20> readers = {{
    {"hello"_L1, readHello},         {"post"_L1, readPost},
    {"join"_L1, readJoin},           {"leave"_L1, readLeave},
    {"rooms"_L1, readListRooms},     {"direct"_L1, readDirect},
    {"members"_L1, readListMembers}, {"nick"_L1, readNick},
    {"history"_L1, readHistory},     {"search"_L1, readSearch},
    {"away"_L1, readAway},           {"typing"_L1, readTyping},
    {"moderate"_L1, readModerate},   {"bans"_L1, readListBans},
    {"acts"_L1, readListActs},       {"connections"_L1, readListConnections},
    {"ping"_L1, readPing},           {"pong"_L1, readPong},
    {"quit"_L1, readQuit},           {"moderators"_L1, readListModerators},
}};

} // namespace

bool isHello(QByteArrayView frame)
{
    const QByteArrayView trimmed = frame.trimmed();
    if (!trimmed.startsWith('{') || !trimmed.endsWith('}')) {
        return false;
    }
    const auto object = parseObject(trimmed);
    return std::holds_alternative<QJsonObject>(object) &&
           std::get<QJsonObject>(object).value("t"_L1).toString() == "hello"_L1;
}

std::variant<Command, Rejected> decodeCommand(QByteArrayView frame, const Limits &limits)
{
    const auto object = parseObject(frame);
    if (const auto *error = std::get_if<Error>(&object)) {
        return Rejected{*error, {}};
    }
    Fields fields(std::get<QJsonObject>(object), limits.idCharacters);
    const QString kind = fields.word("t"_L1);
    const QString postId = kind == "post"_L1 ? fields.wordIfValid("id"_L1) : QString();
    const QString re = postId.isEmpty() ? fields.wordIfValid("re"_L1) : postId;
    if (fields.error()) {
        return Rejected{*fields.error(), re};
    }
    const auto reader = std::find_if(readers.begin(), readers.end(),
                                     [&](const Reader &candidate) { return kind == candidate.kind; });
    if (reader == readers.end()) {
        return Rejected{{ErrorCode::UnknownKind,
                         u"This server does not know \"%1\"."_s.arg(truncated(sanitizeLine(kind), 32))},
                        re};
    }
    Command command = reader->read(fields, limits);
    if (fields.error()) {
        return Rejected{*fields.error(), re};
    }
    return command;
}

} // namespace tincan::json
