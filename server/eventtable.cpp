#include "server/eventtable.h"

#include "server/logdatabase.h"
#include "server/pointing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

/// The columns of an event, as eventOf() takes them.
QString select(const QString &rest)
{
    return u"SELECT seq, at, kind, member, name, via, verified, text, post, reply, target, room FROM event "_s +
           rest;
}

qsizetype textBytes(const RoomEvent &event)
{
    return event.text.size() * qsizetype(sizeof(QChar));
}

/// As many of the rows as a page holds.
QList<RoomEvent> pageOf(LogStatement &rows, const RoomId &room)
{
    QList<RoomEvent> events;
    qsizetype bytes = 0;
    while (bytes < EventStore::pageBytes && rows.next()) {
        events.append(eventOf(rows, room));
        bytes += textBytes(events.constLast());
    }
    rows.finish();
    return events;
}

} // namespace

RoomEvent eventOf(const LogStatement &row, const RoomId &room)
{
    RoomEvent event;
    event.room = room;
    event.seq = row.column(0).number();
    event.at = row.column(1).number();
    event.kind = eventKindFromWire(row.column(2).text());
    event.from.id = MemberId(row.column(3).text());
    event.from.name = row.column(4).text();
    event.from.via = viaFromWire(row.column(5).text()).value_or(Via::Native);
    event.from.verified = row.column(6).number() != 0;
    event.text = row.column(7).text();
    event.postId = PostId(row.column(8).text());
    event.reply = row.column(9).number();
    event.target = row.column(10).number();
    return event;
}

void EventTable::load()
{
    m_lastId = m_database.number(u"SELECT max(id) FROM event"_s).value_or(0);
}

AppendResult EventTable::append(RoomTable::Log &log, RoomEvent draft)
{
    if (auto earlier = m_forgotten.find(draft))
        return {*earlier, true};
    std::optional<RoomEvent> about;
    if (const Seq seq = pointsAt(draft); seq > 0) {
        if (auto earlier = storedPost(draft)) // what it points at may be deleted by now
            return {*earlier, true};
        about = at(log, seq);
    }
    if (const auto problem = pointingProblem(draft, about ? &*about : nullptr))
        return {draft, false, about, problem};
    const qint64 room = m_rooms.numberOf(log);
    draft.seq = log.now.head + 1;
    if (!insert(room, draft)) {
        if (auto earlier = storedPost(draft))
            return {*earlier, true};
        forgetPost(draft);
        insert(room, draft);
    }
    m_said.add(m_lastId, room, draft);
    m_rooms.setHead(log, draft.seq);
    if (draft.kind == EventKind::Topic)
        m_rooms.setTopic(log, draft.text);
    if (draft.kind == EventKind::Delete)
        redact(room, draft);
    return {draft, false, about, {}};
}

std::optional<RoomEvent> EventTable::at(const RoomTable::Log &log, Seq seq)
{
    LogStatement &row =
        m_database.run(select(u"WHERE room = ? AND seq = ?"_s), {log.now.number, qint64(seq)});
    const auto found = row.next() ? std::optional(eventOf(row, log.room.id())) : std::nullopt;
    row.finish();
    return found;
}

std::optional<RoomEvent> EventTable::earlierPost(const RoomEvent &draft)
{
    auto earlier = m_forgotten.find(draft);
    return earlier ? earlier : storedPost(draft);
}

std::optional<RoomEvent> EventTable::storedPost(const RoomEvent &draft)
{
    if (draft.postId.isEmpty())
        return {};
    LogStatement &rows = m_database.run(select(u"WHERE member = ? AND post = ?"_s),
                                        {draft.from.id.value(), draft.postId.value()});
    std::optional<RoomEvent> found;
    while (!found && rows.next()) {
        constexpr int roomColumn = 11;
        if (const auto *log = m_rooms.findNumber(rows.column(roomColumn).number()))
            found = eventOf(rows, log->room.id());
    }
    rows.finish();
    return found;
}

/// A post in a room that is gone.
void EventTable::forgetPost(const RoomEvent &draft)
{
    m_database
        .run(u"UPDATE event SET post = NULL WHERE member = ? AND post = ?"_s,
             {draft.from.id.value(), draft.postId.value()})
        .finish();
}

/// False where its author has posted this id before.
bool EventTable::insert(qint64 room, const RoomEvent &event)
{
    const LogValue post = event.postId.isEmpty() ? LogValue() : LogValue(event.postId.value());
    LogStatement &insertion = m_database.run(
        u"INSERT INTO event (id, room, seq, at, kind, member, name, via, verified, text, post, reply, target)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (member, post) WHERE post IS NOT NULL DO NOTHING"_s,
        {m_lastId + 1, room, qint64(event.seq), qint64(event.at), QString(wireName(event.kind)),
         event.from.id.value(), event.from.name, QString(wireName(event.from.via)), int(event.from.verified),
         event.text, post, qint64(event.reply), qint64(event.target)});
    insertion.finish();
    const bool isNew = !m_database.hasFailed() && m_database.hasChanged();
    m_lastId += isNew ? 1 : 0;
    return isNew;
}

/// Edits stand behind what they edit.
void EventTable::redact(qint64 room, const RoomEvent &deletion)
{
    m_database
        .run(u"UPDATE event SET text = '' WHERE room = ? AND seq = ?"_s, {room, qint64(deletion.target)})
        .finish();
    m_database
        .run(u"UPDATE event SET text = '' WHERE room = ? AND target = ? AND target > 0 AND kind = 'edit'"_s,
             {room, qint64(deletion.target)})
        .finish();
}

EventPage EventTable::readAfter(const RoomTable::Log &log, Seq seq, Seq last, int limit)
{
    LogStatement &rows =
        m_database.run(select(u"WHERE room = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?"_s),
                       {log.now.number, qint64(seq), qint64(last), limit});
    EventPage page{pageOf(rows, log.room.id()), false, {}};
    page.more = !page.events.isEmpty() && page.events.constLast().seq < last;
    return page;
}

EventPage EventTable::readBefore(const RoomTable::Log &log, Seq seq, Seq last, int limit)
{
    const Seq end = seq > 0 ? std::min(seq, last + 1) : last + 1;
    LogStatement &rows = m_database.run(select(u"WHERE room = ? AND seq < ? ORDER BY seq DESC LIMIT ?"_s),
                                        {log.now.number, qint64(end), limit});
    EventPage page{pageOf(rows, log.room.id()), false, {}};
    page.more = !page.events.isEmpty() && page.events.constLast().seq > log.now.trimmed + 1;
    std::reverse(page.events.begin(), page.events.end());
    return page;
}

} // namespace tincan
