#include "server/sessiontable.h"

#include "server/logdatabase.h"

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

constexpr QChar separator = u'\n'; // no id has one

QString joined(const QList<RoomId> &rooms)
{
    QStringList words;
    for (const RoomId &room : rooms)
        words.append(room.value());
    return words.join(separator);
}

QList<RoomId> roomsOf(const QString &words)
{
    QList<RoomId> rooms;
    for (const QString &word : words.split(separator, Qt::SkipEmptyParts))
        rooms.append(RoomId(word));
    return rooms;
}

} // namespace

QList<KeptSession> SessionTable::load()
{
    QList<KeptSession> sessions;
    LogStatement &rows = m_database.run(u"SELECT member, name, named, token, rooms FROM session"_s);
    while (rows.next()) {
        sessions.append({MemberId(rows.column(0).text()), rows.column(1).text(), rows.column(2).number() != 0,
                         SessionToken(rows.column(3).text()), roomsOf(rows.column(4).text())});
        m_stored.insert(sessions.constLast().member);
    }
    rows.finish();
    return sessions;
}

void SessionTable::keep(const KeptSession &session)
{
    m_unwritten.insert(session.member, session);
}

void SessionTable::forget(const MemberId &member)
{
    if (m_stored.contains(member))
        m_unwritten.insert(member, std::nullopt);
    else
        m_unwritten.remove(member);
}

void SessionTable::writeUnwritten()
{
    for (const auto &[member, session] : m_unwritten.asKeyValueRange()) {
        if (session)
            m_database
                .run(u"INSERT OR REPLACE INTO session (member, name, named, token, rooms)"
                     " VALUES (?, ?, ?, ?, ?)"_s,
                     {member.value(), session->name, int(session->named), session->token.value(),
                      joined(session->rooms)})
                .finish();
        else
            m_database.run(u"DELETE FROM session WHERE member = ?"_s, {member.value()}).finish();
    }
}

void SessionTable::settle(bool committed)
{
    if (!committed)
        return;
    for (const auto &[member, session] : m_unwritten.asKeyValueRange()) {
        if (session)
            m_stored.insert(member);
        else
            m_stored.remove(member);
    }
    m_unwritten.clear();
}

} // namespace tincan
