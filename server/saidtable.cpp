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

/// The event's columns as eventOf() takes them, then the row's own number, how long its text is, and whether
/// that has all terms, which is asked of long ones row by row; the newest first.
QString searchStatement(qsizetype terms)
{
    QString hasAll = u"1"_s;
    for (qsizetype i = 0; i < terms; ++i)
        hasAll += u" AND instr(folded, ?%1) > 0"_s.arg(i + 1);
    const auto parameter = [terms](int number) { return u"?%1"_s.arg(terms + number); };
    return u"SELECT m.seq, m.at, m.kind, m.member, m.name, m.via, m.verified, e.text, m.post, m.reply, "
           u"m.target,"
           " m.room, said.id, length(folded), %1 FROM said JOIN event AS e ON e.id = said.id"
           " JOIN event AS m ON m.id = said.message WHERE said.id >= %2 AND said.id < %3"
           " AND said.room IN (SELECT value FROM json_each(%4)) AND folded <> ''"
           " AND substr(author, 1, length(%5)) = %5 AND m.room IS NOT NULL AND m.at >= %6 AND m.at < %7"
           " AND (length(folded) > %8 OR (%1)) ORDER BY said.id DESC"_s.arg(
               hasAll, parameter(1), parameter(2), parameter(3), parameter(4), parameter(5), parameter(6),
               QString::number(SaidTable::longText));
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
    const qint64 lowest = m_database.number(u"SELECT min(id) FROM said"_s).value_or(0);
    const qint64 from = std::max(lowest, below - mostRows);
    LogValues values;
    for (const QString &term : question.terms)
        values.append(term);
    const qint64 before = question.before > 0 ? question.before : std::numeric_limits<qint64>::max();
    values.append({from, below, roomNumbers(question.rooms), question.from, qint64(question.after), before});
    LogStatement &rows = m_database.run(searchStatement(question.terms.size()), values);
    const qint64 end = take(rows, question.limit, page).value_or(from);
    rows.finish();
    if (below > lowest && end > lowest)
        page.cursor = cursorBelow(end);
    return page;
}

/// Answers with the row at which it was enough, if it was.
std::optional<qint64> SaidTable::take(LogStatement &rows, int limit, FoundPage &page)
{
    constexpr int roomColumn = 11;
    constexpr int rowColumn = 12;
    constexpr int lengthColumn = 13;
    constexpr int hitColumn = 14;
    qint64 characters = mostCharacters;
    qsizetype bytes = EventStore::pageBytes;
    while (rows.next()) {
        if (const qint64 length = rows.column(lengthColumn).number(); length > longText)
            characters -= length;
        const auto *log = m_rooms.findNumber(rows.column(roomColumn).number());
        if (log && rows.column(hitColumn).number() != 0) {
            page.events.append(eventOf(rows, log->room.id()));
            bytes -= page.events.constLast().text.size() * qsizetype(sizeof(QChar));
        }
        if (page.events.size() >= limit || bytes <= 0 || characters <= 0)
            return rows.column(rowColumn).number();
    }
    return std::nullopt;
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
