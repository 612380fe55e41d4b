#include "ui/client/copytables.h"

#include "ui/client/copysearch.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

// Trimming costs something: it is done when so many events more than allowed have gathered.
constexpr int slack = 1'000;

bool hasHole(const QList<RoomEvent> &events)
{
    return std::adjacent_find(events.cbegin(), events.cend(),
                              [](const RoomEvent &one, const RoomEvent &next) {
                                  return next.seq != one.seq + 1;
                              }) != events.cend();
}

/// What was said up to there is read, and not about to be changed.
Seq settledIn(const CopiedRoom &room, const QList<QueuedPost> &outbox)
{
    Seq settled = room.read != 0 ? std::max<Seq>(room.read, 0) : room.info.head;
    for (const QueuedPost &queued : outbox) {
        if (queued.post.room == room.info.id && queued.post.target > 0) {
            settled = std::min(settled, queued.post.target - 1);
        }
    }
    return settled;
}

QueuedPost readPost(const QSqlQuery &row)
{
    QueuedPost queued;
    queued.post.id = PostId(row.value(0).toString());
    queued.post.room = RoomId(row.value(1).toString());
    queued.at = row.value(2).toLongLong();
    queued.post.kind = eventKindFromWire(row.value(3).toString());
    queued.post.text = row.value(4).toString();
    queued.post.reply = row.value(5).toLongLong();
    queued.post.target = row.value(6).toLongLong();
    if (const QString code = row.value(7).toString(); !code.isEmpty()) {
        queued.failure =
            Error{errorCodeFromWire(code).value_or(ErrorCode::NotAllowed), row.value(8).toString()};
    }
    return queued;
}

} // namespace

RoomEvent readCopiedEvent(const QSqlQuery &row, const RoomId &room)
{
    RoomEvent event;
    event.room = room;
    event.seq = row.value(0).toLongLong();
    event.at = row.value(1).toLongLong();
    event.kind = eventKindFromWire(row.value(2).toString());
    event.from.id = MemberId(row.value(3).toString());
    event.from.name = row.value(4).toString();
    event.from.via = viaFromWire(row.value(5).toString()).value_or(Via::Native);
    event.from.verified = row.value(6).toBool();
    event.text = row.value(7).toString();
    event.postId = PostId(row.value(8).toString());
    event.reply = row.value(9).toLongLong();
    event.target = row.value(10).toLongLong();
    return event;
}

CopiedServer CopyTables::recall(const HostPort &place)
{
    CopiedServer server;
    QSqlQuery &found = m_database.run(
        u"SELECT s.id, s.server, s.key, s.name, s.self, s.selfname, s.session, s.sessionkey FROM place p"
        " JOIN server s ON s.id = p.server WHERE p.host = ? AND p.port = ?"_s,
        {place.host, place.port});
    if (!found.next()) {
        found.finish();
        return server;
    }
    const qint64 row = found.value(0).toLongLong();
    server.identity = {ServerId(found.value(1).toString()), found.value(2).toString().toLatin1()};
    server.membership.place = place;
    server.membership.serverName = found.value(3).toString();
    server.membership.self.id = MemberId(found.value(4).toString());
    server.membership.self.name = found.value(5).toString();
    server.membership.session = SessionToken(found.value(6).toString());
    server.membership.sessionKey = found.value(7).toString().toLatin1();
    found.finish();
    server.outbox = outbox(row);
    server.rooms = rooms(row, server.outbox);
    return server;
}

QList<CopiedRoom> CopyTables::rooms(qint64 server, const QList<QueuedPost> &outbox)
{
    QList<CopiedRoom> all;
    QList<qint64> rows;
    QSqlQuery &found =
        m_database.run(u"SELECT id, room, name, direct, topic, epoch, first, high, read FROM room"
                       " WHERE server = ? AND joined = 1 ORDER BY id"_s,
                       {server});
    while (found.next()) {
        CopiedRoom room;
        rows.append(found.value(0).toLongLong());
        room.info.id = RoomId(found.value(1).toString());
        room.info.name = found.value(2).toString();
        room.info.kind = found.value(3).toBool() ? RoomKind::Direct : RoomKind::Room;
        room.info.topic = found.value(4).toString();
        room.info.epoch = Epoch(found.value(5).toString());
        room.info.first = found.value(6).toLongLong();
        room.known = found.value(7).toLongLong() >= 0;
        room.info.head = std::max<Seq>(0, found.value(7).toLongLong());
        room.read = found.value(8).toLongLong();
        all.append(room);
    }
    found.finish();
    for (qsizetype i = 0; i < all.size(); ++i) {
        CopiedRoom &room = all[i];
        if (const Seq settled = settledIn(room, outbox); settled < room.info.head) {
            room.newest = events(rows.at(i), room.info.id, {settled, 0}, MessageCopy::pageEvents);
        }
    }
    return all;
}

QList<QueuedPost> CopyTables::outbox(qint64 server)
{
    QList<QueuedPost> posts;
    QSqlQuery &found =
        m_database.run(u"SELECT post, room, at, kind, text, reply, target, code, message FROM outbox"
                       " WHERE server = ? ORDER BY id LIMIT ?"_s,
                       {server, m_bounds.outbox});
    while (found.next()) {
        posts.append(readPost(found));
    }
    found.finish();
    return posts;
}

QList<RoomEvent> CopyTables::page(const ServerIdentity &server, const RoomId &room, Seq before, int limit)
{
    const Range range = rangeOf(find(server), room);
    return range.row == 0 ? QList<RoomEvent>() : events(range.row, room, {0, before}, limit);
}

serverevent::Found CopyTables::search(const ServerIdentity &server, const command::Search &question)
{
    return CopySearch(m_database, question, m_bounds.searched).page(server);
}

/// The newest of them, ascending.
QList<RoomEvent> CopyTables::events(qint64 row, const RoomId &room, const Between &between, int limit)
{
    QList<RoomEvent> page;
    const Seq end = between.before > 0 ? between.before : std::numeric_limits<Seq>::max();
    QSqlQuery &found = m_database.run(
        u"SELECT seq, at, kind, member, name, via, verified, text, post, reply, target FROM event"
        " WHERE room = ? AND seq > ? AND seq < ? ORDER BY seq DESC LIMIT ?"_s,
        {row, qint64(between.after), qint64(end), limit});
    while (found.next()) {
        page.append(readCopiedEvent(found, room));
    }
    found.finish();
    std::reverse(page.begin(), page.end());
    return page;
}

void CopyTables::apply(const ServerIdentity &server, const CopyChange &change)
{
    if (const auto *entered = std::get_if<copychange::Entered>(&change)) {
        enter(server, entered->membership);
        return;
    }
    const qint64 row = find(server);
    if (row == 0) {
        return;
    }
    std::visit(
        [this, row](const auto &one) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(one)>, copychange::Entered>) {
                take(row, one);
            }
        },
        change);
}

void CopyTables::enter(const ServerIdentity &server, const Membership &membership)
{
    const QString key = QString::fromLatin1(membership.sessionKey);
    m_database
        .run(u"INSERT INTO server (server, key, name, self, selfname, session, sessionkey, used)"
             " VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(used), 0) + 1 FROM server))"
             " ON CONFLICT (server, key) DO UPDATE SET name = excluded.name, self = excluded.self,"
             " selfname = excluded.selfname, session = excluded.session, sessionkey = excluded.sessionkey,"
             " used = excluded.used"_s,
             {server.id.value(), QString::fromLatin1(server.key), membership.serverName,
              membership.self.id.value(), membership.self.name, membership.session.value(), key})
        .finish();
    m_database
        .run(u"INSERT OR REPLACE INTO place (host, port, server) VALUES (?, ?, ?)"_s,
             {membership.place.host, membership.place.port, find(server)})
        .finish();
    m_database
        .run(u"DELETE FROM server WHERE id NOT IN (SELECT id FROM server s"
             " ORDER BY EXISTS (SELECT 1 FROM place p WHERE p.server = s.id) DESC, used DESC LIMIT ?)"_s,
             {m_bounds.servers})
        .finish();
}

void CopyTables::take(qint64 server, const copychange::Room &room)
{
    const RoomInfo &info = room.info;
    const Range before = rangeOf(server, info.id);
    if (before.row != 0 && before.epoch != info.epoch.value()) {
        empty(before.row);
    }
    m_database
        .run(u"INSERT INTO room (server, room, name, direct, topic, epoch, first) SELECT ?, ?, ?, ?, ?, ?, ?"
             " WHERE ? OR (SELECT count(*) FROM room WHERE server = ?) < ?"
             " ON CONFLICT (server, room) DO UPDATE SET name = excluded.name, topic = excluded.topic,"
             " epoch = excluded.epoch, first = excluded.first, joined = 1"_s,
             {server, info.id.value(), info.name, info.kind == RoomKind::Direct, info.topic,
              info.epoch.value(), qint64(info.first), before.row != 0, server, m_bounds.rooms})
        .finish();
    if (const Range now = rangeOf(server, info.id); now.row != 0 && now.high < 0 && info.head <= 0) {
        setRange(now.row, 0, 0);
    }
}

void CopyTables::take(qint64 server, const copychange::Left &left)
{
    m_database.run(u"UPDATE room SET joined = 0 WHERE server = ? AND room = ?"_s, {server, left.room.value()})
        .finish();
}

void CopyTables::take(qint64 server, const copychange::Reset &reset)
{
    empty(rangeOf(server, reset.room).row);
}

void CopyTables::take(qint64 server, const copychange::Events &change)
{
    const Range range = rangeOf(server, change.room);
    if (range.row == 0 || change.events.isEmpty() || hasHole(change.events)) {
        return;
    }
    const Seq first = change.events.constFirst().seq;
    const Seq last = change.events.constLast().seq;
    const bool holds = range.high > 0;
    if (holds && last < range.low - 1) {
        return; // something is missing in between
    }
    const bool joins = range.high >= 0 && first <= range.high + 1;
    if (!joins) {
        empty(range.row);
    }
    Seq low = joins && holds ? range.low : first;
    const Seq high = std::max(last, range.high);
    for (const RoomEvent &event : change.events) {
        if (!joins || !holds || event.seq < low || event.seq > range.high) {
            insert(range.row, event);
        }
        follow(range.row, event);
    }
    low = std::min(low, first);
    if (high - low >= m_bounds.events + slack) {
        low = high - m_bounds.events + 1;
        m_database.run(u"DELETE FROM event WHERE room = ? AND seq < ?"_s, {range.row, qint64(low)}).finish();
    }
    setRange(range.row, low, high);
}

void CopyTables::take(qint64 server, const copychange::Read &read)
{
    m_database
        .run(u"UPDATE room SET read = CASE WHEN read <= 0 AND ? <= 0 THEN -1 ELSE max(read, ?) END"
             " WHERE server = ? AND room = ?"_s,
             {qint64(read.upTo), qint64(read.upTo), server, read.room.value()})
        .finish();
}

void CopyTables::take(qint64 server, const copychange::Queued &queued)
{
    const command::Post &post = queued.post.post;
    const auto &failure = queued.post.failure;
    m_database
        .run(u"INSERT INTO outbox (server, post, room, at, kind, text, reply, target, code, message)"
             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
             " ON CONFLICT (server, post) DO UPDATE SET reply = excluded.reply, code = excluded.code,"
             " message = excluded.message"_s,
             {server, post.id.value(), post.room.value(), qint64(queued.post.at),
              QString(wireName(post.kind)), post.text, qint64(post.reply), qint64(post.target),
              failure ? QString(wireName(failure->code)) : QString(), failure ? failure->message : QString()})
        .finish();
}

void CopyTables::take(qint64 server, const copychange::Settled &settled)
{
    m_database.run(u"DELETE FROM outbox WHERE server = ? AND post = ?"_s, {server, settled.id.value()})
        .finish();
}

qint64 CopyTables::find(const ServerIdentity &server)
{
    QSqlQuery &found = m_database.run(u"SELECT id FROM server WHERE server = ? AND key = ?"_s,
                                      {server.id.value(), QString::fromLatin1(server.key)});
    const qint64 row = found.next() ? found.value(0).toLongLong() : 0;
    found.finish();
    return row;
}

CopyTables::Range CopyTables::rangeOf(qint64 server, const RoomId &room)
{
    Range range;
    QSqlQuery &found = m_database.run(
        u"SELECT id, low, high, epoch FROM room WHERE server = ? AND room = ?"_s, {server, room.value()});
    if (found.next()) {
        range = {found.value(0).toLongLong(), found.value(1).toLongLong(), found.value(2).toLongLong(),
                 found.value(3).toString()};
    }
    found.finish();
    return range;
}

void CopyTables::insert(qint64 room, const RoomEvent &event)
{
    m_database
        .run(u"INSERT OR IGNORE INTO event"
             " (room, seq, at, kind, member, name, via, verified, text, post, reply, target)"
             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
             {room, qint64(event.seq), qint64(event.at), QString(wireName(event.kind)), event.from.id.value(),
              event.from.name, QString(wireName(event.from.via)), event.from.verified, event.text,
              event.postId.value(), qint64(event.reply), qint64(event.target)})
        .finish();
}

/// What the event changes in the room, and in earlier events: what is deleted loses its text here, too.
void CopyTables::follow(qint64 room, const RoomEvent &event)
{
    if (event.kind == EventKind::Delete && event.target > 0) {
        m_database
            .run(
                u"UPDATE event SET text = '' WHERE room = ? AND (seq = ? OR (target = ? AND kind = 'edit'))"_s,
                {room, qint64(event.target), qint64(event.target)})
            .finish();
    } else if (event.kind == EventKind::Topic) {
        m_database
            .run(u"UPDATE room SET topic = ? WHERE id = ? AND high < ?"_s,
                 {event.text, room, qint64(event.seq)})
            .finish();
    } else if (event.kind == EventKind::Rename) {
        m_database
            .run(u"UPDATE room SET name = ? WHERE id = ? AND high < ? AND direct = 0"_s,
                 {event.text, room, qint64(event.seq)})
            .finish();
    }
}

void CopyTables::setRange(qint64 room, Seq low, Seq high)
{
    m_database.run(u"UPDATE room SET low = ?, high = ? WHERE id = ?"_s, {qint64(low), qint64(high), room})
        .finish();
}

void CopyTables::empty(qint64 room)
{
    m_database.run(u"DELETE FROM event WHERE room = ?"_s, {room}).finish();
    m_database.run(u"UPDATE room SET low = 0, high = -1, read = 0 WHERE id = ?"_s, {room}).finish();
}

} // namespace tincan
