#include "server/roomtable.h"

#include "server/logdatabase.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

Room roomOf(const LogStatement &row)
{
    const auto word = [&row](int column) { return row.column(column).text(); };
    const RoomId id(word(1));
    if (word(6).isEmpty())
        return Room(id, word(2));
    return Room(id, {MemberId(word(6)), word(7)}, {MemberId(word(8)), word(9)});
}

} // namespace

void RoomTable::load()
{
    LogStatement &rows = m_database.run(
        u"SELECT number, id, name, topic, epoch, trimmed, one, onename, other, othername FROM room"
        " WHERE id IS NOT NULL"_s);
    while (rows.next()) {
        Log log{roomOf(rows), Epoch(rows.column(4).text()), {}, {}};
        log.room.setTopic(rows.column(3).text());
        log.now = {rows.column(0).number(), rows.column(5).number(), 0, log.room.topic()};
        m_byNumber.insert(log.now.number, log.room.id());
        m_logs.emplace(log.room.id(), log);
    }
    rows.finish();
    for (auto &[id, log] : m_logs) {
        const auto last = m_database.number(u"SELECT max(seq) FROM event WHERE room = ?"_s, {log.now.number});
        log.now.head = std::max<Seq>(last.value_or(0), log.now.trimmed);
        log.saved = log.now;
    }
}

std::vector<StoredLog> RoomTable::logs() const
{
    std::vector<StoredLog> result;
    for (const auto &[id, log] : m_logs)
        result.push_back({log.room, {log.saved.trimmed + 1, log.saved.head, log.epoch}});
    return result;
}

void RoomTable::open(const Room &room, const Epoch &epoch)
{
    if (m_logs.emplace(room.id(), Log{room, epoch, {}, {}}).second)
        m_hasUnwritten = true;
}

void RoomTable::drop(const RoomId &id)
{
    const auto log = m_logs.extract(id);
    if (log.empty() || log.mapped().now.number == 0)
        return;
    m_byNumber.remove(log.mapped().now.number);
    m_dropped.append(log.mapped().now.number);
    m_hasUnwritten = true;
}

RoomTable::Log *RoomTable::find(const RoomId &id)
{
    const auto log = m_logs.find(id);
    return log == m_logs.end() ? nullptr : &log->second;
}

const RoomTable::Log *RoomTable::findNumber(qint64 number) const
{
    const auto id = m_byNumber.constFind(number);
    return id == m_byNumber.constEnd() ? nullptr : &m_logs.find(*id)->second;
}

qint64 RoomTable::numberOf(Log &log)
{
    if (log.now.number == 0)
        insert(log);
    return log.now.number;
}

void RoomTable::insert(Log &log)
{
    writeDropped(); // one of them may have had this id
    const Room::End &one = log.room.ends()[0];
    const Room::End &other = log.room.ends()[1];
    m_database
        .run(u"INSERT INTO room (id, name, topic, epoch, trimmed, one, onename, other, othername)"
             " VALUES (?, ?, '', ?, 0, ?, ?, ?, ?)"_s,
             {log.room.id().value(), log.room.name(), log.epoch.value(), one.id.value(), one.name,
              other.id.value(), other.name})
        .finish();
    log.now.number = m_database.hasFailed() ? 0 : m_database.lastId();
    m_insertedNow.append(log.now.number);
    m_byNumber.insert(log.now.number, log.room.id());
    m_changed.insert(log.room.id());
}

void RoomTable::setHead(Log &log, Seq head)
{
    log.now.head = head;
    m_changed.insert(log.room.id());
}

void RoomTable::setTopic(Log &log, const QString &topic)
{
    log.now.topic = topic;
    m_changed.insert(log.room.id());
    m_database.run(u"UPDATE room SET topic = ? WHERE number = ?"_s, {topic, log.now.number}).finish();
}

void RoomTable::setTrimmed(Log &log, Seq trimmed)
{
    log.now.trimmed = trimmed;
    m_changed.insert(log.room.id());
    m_database.run(u"UPDATE room SET trimmed = ? WHERE number = ?"_s, {qint64(trimmed), log.now.number})
        .finish();
}

void RoomTable::writeUnwritten()
{
    writeDropped();
    for (auto &[id, log] : m_logs)
        numberOf(log);
}

/// Their events go by and by: see EventEraser.
void RoomTable::writeDropped()
{
    for (; m_droppedNow < m_dropped.size(); ++m_droppedNow)
        m_database
            .run(u"UPDATE room SET id = NULL, name = '', topic = '', one = '', onename = '', other = '',"
                 " othername = '' WHERE number = ?"_s,
                 {m_dropped.at(m_droppedNow)})
            .finish();
}

void RoomTable::settle(bool committed)
{
    for (const RoomId &id : std::as_const(m_changed)) {
        Log *log = find(id);
        if (!log)
            continue;
        if (!committed && log->now.number != log->saved.number)
            m_byNumber.remove(log->now.number);
        (committed ? log->saved : log->now) = committed ? log->now : log->saved;
    }
    if (committed) {
        m_dropped.remove(0, m_droppedNow);
        m_hasUnwritten = false;
    } else {
        // The database gives these numbers again.
        m_dropped.removeIf([this](qint64 number) { return m_insertedNow.contains(number); });
        m_hasUnwritten = true;
    }
    m_changed.clear();
    m_insertedNow.clear();
    m_droppedNow = 0;
}

} // namespace tincan
