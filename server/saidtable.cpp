#include "server/saidtable.h"

#include "protocol/searchfold.h"
#include "server/eventtable.h"
#include "server/logdatabase.h"
#include "server/pointing.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr qint64 windowRows = 10'000;

/// The event's columns as eventOf() takes them, then the row's own number; a window of rows, the newest
/// first.
QString searchStatement(qsizetype terms)
{
    QString statement =
        u"SELECT m.seq, m.at, m.kind, m.member, m.name, m.via, m.verified, e.text, m.post, m.reply, m.target,"
        " m.room, said.id FROM said JOIN event AS e ON e.id = said.id JOIN event AS m ON m.id = said.message"
        " WHERE said.id >= ? AND said.id < ? AND said.room IN (SELECT value FROM json_each(?))"
        " AND folded <> ''"_s;
    for (qsizetype i = 0; i < terms; ++i)
        statement += u" AND instr(folded, ?) > 0"_s;
    return statement + u" AND substr(author, 1, length(?)) = ? AND m.room IS NOT NULL AND m.at >= ?"
                       " AND m.at < ? ORDER BY said.id DESC LIMIT ?"_s;
}

} // namespace

void SaidTable::add(qint64 id, qint64 room, const RoomEvent &event)
{
    if (isSpoken(event))
        return insert(id, id, room, event);
    if (event.kind != EventKind::Edit && event.kind != EventKind::Delete)
        return;
    empty(room, event.target);
    if (event.kind == EventKind::Delete)
        return;
    const qint64 message =
        m_database.number(u"SELECT id FROM event WHERE room = ? AND seq = ?"_s, {room, qint64(event.target)})
            .value_or(0);
    insert(id, message, room, event);
}

void SaidTable::insert(qint64 id, qint64 of, qint64 room, const RoomEvent &event)
{
    m_database
        .run(u"INSERT INTO said (id, message, room, author, folded) VALUES (?, ?, ?, ?, ?)"_s,
             {id, of, room, searchFold(event.from.name), searchFold(event.text)})
        .finish();
}

/// Of the message and its edits.
void SaidTable::empty(qint64 room, Seq message)
{
    m_database
        .run(u"UPDATE said SET folded = '' WHERE id = (SELECT id FROM event WHERE room = ? AND seq = ?)"_s,
             {room, qint64(message)})
        .finish();
    m_database
        .run(u"UPDATE said SET folded = '' WHERE id IN"
             " (SELECT id FROM event WHERE room = ? AND target = ? AND target > 0 AND kind = 'edit')"_s,
             {room, qint64(message)})
        .finish();
}

void SaidTable::erase(qint64 room, Seq last)
{
    m_database
        .run(u"UPDATE said SET room = NULL, author = '', folded = '' WHERE id IN"
             " (SELECT id FROM event WHERE room = ? AND seq <= ?)"_s,
             {room, qint64(last)})
        .finish();
}

void SaidTable::removeRows(qint64 first, qint64 end)
{
    m_database.run(u"DELETE FROM said WHERE id >= ? AND id < ?"_s, {first, end}).finish();
}

FoundPage SaidTable::search(const SearchQuestion &question, qint64 below)
{
    FoundPage page;
    if (const auto count = countOfCursor(question.cursor))
        below = std::min<qint64>(below, *count);
    const qint64 start = below;
    const qint64 lowest = m_database.number(u"SELECT min(id) FROM said"_s).value_or(0);
    qsizetype room = EventStore::pageBytes;
    while (below > lowest && start - below < mostRows && page.events.size() < question.limit && room > 0)
        below = searchWindow(question, std::max(lowest, below - windowRows), below, page, room);
    if (below > lowest)
        page.cursor = cursorBelow(below);
    return page;
}

/// Answers with the row below which the search has to go on.
qint64 SaidTable::searchWindow(const SearchQuestion &question, qint64 from, qint64 below, FoundPage &page,
                               qsizetype &bytesLeft)
{
    LogValues values{from, below, roomNumbers(question.rooms)};
    for (const QString &term : question.terms)
        values.append(term);
    const qint64 before = question.before > 0 ? question.before : std::numeric_limits<qint64>::max();
    const int limit = question.limit - int(page.events.size());
    values.append({question.from, question.from, qint64(question.after), before, limit});
    LogStatement &rows = m_database.run(searchStatement(question.terms.size()), values);
    int found = 0;
    while (bytesLeft > 0 && rows.next()) {
        constexpr int roomColumn = 11;
        constexpr int rowColumn = 12;
        ++found;
        below = rows.column(rowColumn).number();
        const auto *log = m_rooms.findNumber(rows.column(roomColumn).number());
        if (!log)
            continue;
        page.events.append(eventOf(rows, log->room.id()));
        bytesLeft -= page.events.constLast().text.size() * qsizetype(sizeof(QChar));
    }
    rows.finish();
    return found == limit || bytesLeft <= 0 ? below : from;
}

QString SaidTable::roomNumbers(const QList<RoomId> &rooms) const
{
    QStringList numbers;
    for (const RoomId &room : rooms) {
        if (const auto *log = m_rooms.find(room))
            numbers.append(QString::number(log->now.number));
    }
    return u'[' + numbers.join(u',') + u']';
}

} // namespace tincan
