#include "ui/client/copysearch.h"

#include "protocol/searchfold.h"
#include "ui/client/copydatabase.h"
#include "ui/client/copytables.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr int longestPage = 200;
constexpr int mostHeld = 2'000;                 // events that were read and not looked at
constexpr int mostAtOnce = 200;                 // of one room
constexpr qsizetype mostCharacters = 4'000'000; // of the texts that one page looks at

/// By the rooms' rows: the event below which the search goes on. Rooms that are not in it are done.
QHash<qint64, Seq> readCursor(const QString &cursor)
{
    QHash<qint64, Seq> below;
    const QStringList places = cursor.split(u' ', Qt::SkipEmptyParts);
    for (const QString &place : places) {
        below.insert(place.section(u':', 0, 0).toLongLong(), place.section(u':', 1).toLongLong());
    }
    return below;
}

} // namespace

CopySearch::CopySearch(CopyDatabase &database, const command::Search &question, int mostEvents)
    : m_database(database), m_question(question), m_terms(searchTerms(question.text)),
      m_author(searchFold(question.from)), m_eventsLeft(mostEvents), m_charactersLeft(mostCharacters)
{
    m_question.limit = std::clamp(m_question.limit, 1, longestPage);
    m_found.re = question.re;
}

serverevent::Found CopySearch::page(const ServerIdentity &server)
{
    const bool asksForAll =
        m_terms.isEmpty() && m_author.isEmpty() && m_question.after == 0 && m_question.before == 0;
    if (asksForAll) {
        return m_found;
    }
    const auto isOlder = [](const Place &one, const Place &other) {
        return one.next.constFirst().at < other.next.constFirst().at;
    };
    QList<Place> open = places(server);
    std::make_heap(open.begin(), open.end(), isOlder);
    while (!open.isEmpty() && !isFull()) {
        std::pop_heap(open.begin(), open.end(), isOlder);
        Place place = open.takeLast();
        const RoomEvent event = place.next.takeFirst();
        place.below = event.seq;
        look(event);
        if (!place.next.isEmpty() || read(place)) {
            open.append(place);
            std::push_heap(open.begin(), open.end(), isOlder);
        }
    }
    QStringList cursor;
    for (const Place &place : std::as_const(open)) {
        cursor.append(u"%1:%2"_s.arg(place.room).arg(place.below));
    }
    m_found.cursor = cursor.join(u' ');
    return m_found;
}

/// The rooms that one is in, or the one that is asked for, as far as they are not done.
QList<CopySearch::Place> CopySearch::places(const ServerIdentity &server)
{
    const QHash<qint64, Seq> cursor = readCursor(m_question.cursor);
    QList<Place> all;
    QSqlQuery &rooms = m_database.run(
        u"SELECT r.id, r.room FROM room r JOIN server s ON s.id = r.server WHERE s.server = ? AND s.key = ?"
        " AND r.joined = 1 AND (? = '' OR r.room = ?)"_s,
        {server.id.value(), QString::fromLatin1(server.key), m_question.room.value(),
         m_question.room.value()});
    while (rooms.next()) {
        const qint64 room = rooms.value(0).toLongLong();
        const Seq below =
            m_question.cursor.isEmpty() ? std::numeric_limits<Seq>::max() : cursor.value(room, 0);
        all.append({room, RoomId(rooms.value(1).toString()), below});
    }
    rooms.finish();
    m_atOnce = std::clamp(mostHeld / std::max<int>(1, int(all.size())), 2, mostAtOnce);
    QList<Place> open;
    for (Place &place : all) {
        if (read(place)) {
            open.append(place);
        }
    }
    return open;
}

/// False where nothing is left in the room. Without its hint SQLite takes all edits of the room for the few
/// of one message.
bool CopySearch::read(Place &place)
{
    QSqlQuery &rows = m_database.run(
        u"SELECT seq, at, kind, member, name, via, verified,"
        " CASE WHEN text <> '' AND kind IN ('message', 'action') THEN coalesce("
        "(SELECT edit.text FROM event edit WHERE edit.room = said.room AND unlikely(edit.target = said.seq)"
        " AND edit.target > 0 AND edit.kind = 'edit' ORDER BY edit.seq DESC LIMIT 1), text) ELSE '' END,"
        " post, reply, target FROM event said WHERE room = ? AND seq < ? ORDER BY seq DESC LIMIT ?"_s,
        {place.room, qint64(place.below), m_atOnce});
    while (rows.next()) {
        place.next.append(readCopiedEvent(rows, place.id));
    }
    rows.finish();
    return !place.next.isEmpty();
}

/// What has no text here is deleted, or nothing that was said.
void CopySearch::look(const RoomEvent &event)
{
    --m_eventsLeft;
    m_charactersLeft -= event.text.size();
    const bool isInTime =
        event.at >= m_question.after && (m_question.before == 0 || event.at < m_question.before);
    if (event.text.isEmpty() || !isInTime ||
        (!m_author.isEmpty() && !searchFold(event.from.name).startsWith(m_author))) {
        return;
    }
    if (m_terms.isEmpty() || holdsAll(searchFold(event.text), m_terms)) {
        m_found.events.append(event);
    }
}

bool CopySearch::isFull() const
{
    return m_eventsLeft <= 0 || m_charactersLeft <= 0 || m_found.events.size() >= m_question.limit;
}

} // namespace tincan
