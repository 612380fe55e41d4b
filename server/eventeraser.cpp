#include "server/eventeraser.h"

#include "server/logdatabase.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr std::int64_t millisecondsOfDay = 86'400'000;

} // namespace

Trimmed EventEraser::trim(const storetask::Trim &task)
{
    Trimmed done;
    m_windows.clear();
    m_left = mostAtOnce;
    trimGoneRooms(done);
    for (const auto &entry : m_rooms.all())
        trimRoom(*m_rooms.find(entry.first), task, done);
    removeRows();
    done.events = mostAtOnce - m_left;
    return done;
}

void EventEraser::trimGoneRooms(Trimmed &done)
{
    while (m_left > 0) {
        const qint64 room =
            m_database.number(u"SELECT number FROM room WHERE id IS NULL LIMIT 1"_s).value_or(0);
        if (room == 0)
            return;
        const qint64 last = m_database
                                .number(u"SELECT max(seq) FROM (SELECT seq FROM event WHERE room = ?"
                                        " ORDER BY seq LIMIT ?)"_s,
                                        {room, m_left})
                                .value_or(0);
        const int erased = erase(room, last);
        if (erased == 0) {
            m_forgotten.drop(room);
            m_database.run(u"DELETE FROM room WHERE number = ?"_s, {room}).finish();
        }
    }
    done.more = true;
}

void EventEraser::trimRoom(RoomTable::Log &log, const storetask::Trim &task, Trimmed &done)
{
    const Retention keep = task.kept.value(log.room.id(), m_options.keep);
    if (log.now.number == 0 || !keep.forgets())
        return;
    const Seq last = lastToDrop(log, keep, task.now);
    if (last <= log.now.trimmed)
        return;
    if (m_left <= 0) {
        done.more = true;
        return;
    }
    m_forgotten.note(log.now.number, last);
    erase(log.now.number, last);
    m_rooms.setTrimmed(log, last);
    done.firsts.append({log.room.id(), last + 1});
    done.more = done.more || m_left <= 0;
}

/// As far as this call may go.
Seq EventEraser::lastToDrop(const RoomTable::Log &log, const Retention &keep, std::int64_t now)
{
    const Seq ofCount = keep.events > 0 ? log.now.head - keep.events : 0;
    const Seq reach = log.now.trimmed + std::max(m_left, 1);
    Seq last = std::min(ofCount, reach);
    if (keep.days == 0)
        return last;
    const std::int64_t oldest = now - keep.days * millisecondsOfDay;
    LogStatement &rows =
        m_database.run(u"SELECT seq, at FROM event WHERE room = ? AND seq > ? AND seq <= ? ORDER BY seq"_s,
                       {log.now.number, qint64(std::max(last, log.now.trimmed)), qint64(reach)});
    while (rows.next() && rows.column(1).number() < oldest)
        last = rows.column(0).number();
    rows.finish();
    return last;
}

/// Answers how many events there were.
int EventEraser::erase(qint64 room, Seq last)
{
    LogStatement &rows =
        m_database.run(u"SELECT id FROM event WHERE room = ? AND seq <= ?"_s, {room, qint64(last)});
    int count = 0;
    for (; rows.next(); ++count)
        m_windows.insert(rows.column(0).number() / windowRows);
    rows.finish();
    m_said.erase(room, last);
    m_database
        .run(u"UPDATE event SET room = NULL, text = '', name = '', post = NULL WHERE room = ? AND seq <= ?"_s,
             {room, qint64(last)})
        .finish();
    m_left -= count;
    return count;
}

void EventEraser::removeRows()
{
    const qint64 end = m_database.number(u"SELECT max(id) FROM event"_s).value_or(0) / windowRows;
    std::set<qint64> candidates;
    for (const qint64 window : m_windows)
        candidates.insert({window - 1, window, window + 1});
    for (const qint64 window : candidates) {
        // Between the last rows and the next ones there is nothing yet that could keep them apart.
        if (window < 0 || window + 1 >= end || hasEvents(window))
            continue;
        m_database
            .run(u"DELETE FROM event WHERE id >= ? AND id < ?"_s,
                 {window * windowRows, (window + 1) * windowRows})
            .finish();
        m_said.removeRows(window * windowRows, (window + 1) * windowRows);
    }
}

/// In it or in one beside it.
bool EventEraser::hasEvents(qint64 window)
{
    return m_database
        .number(u"SELECT 1 FROM event WHERE id >= ? AND id < ? AND room IS NOT NULL LIMIT 1"_s,
                {(window - 1) * windowRows, (window + 2) * windowRows})
        .has_value();
}

} // namespace tincan
