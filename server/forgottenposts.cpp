#include "server/forgottenposts.h"

#include "server/logdatabase.h"

using namespace Qt::StringLiterals;

namespace tincan {

void ForgottenPosts::load()
{
    m_hasAny = m_database.number(u"SELECT 1 FROM posted LIMIT 1"_s).has_value();
}

void ForgottenPosts::note(qint64 room, Seq last)
{
    m_database
        .run(u"INSERT OR REPLACE INTO posted (room, seq, at, member, post) SELECT room, seq, at, member, post"
             " FROM event WHERE room = ? AND seq <= ? AND post IS NOT NULL ORDER BY seq"_s,
             {room, qint64(last)})
        .finish();
    m_hasAny = m_hasAny || m_database.hasChanged();
    m_database.run(u"DELETE FROM posted WHERE id <= (SELECT max(id) FROM posted) - ?"_s, {qint64(m_most)})
        .finish();
}

void ForgottenPosts::drop(qint64 room)
{
    m_database.run(u"DELETE FROM posted WHERE room = ?"_s, {room}).finish();
}

std::optional<RoomEvent> ForgottenPosts::find(const RoomEvent &draft) const
{
    if (!m_hasAny || draft.postId.isEmpty())
        return {};
    LogStatement &row = m_database.run(u"SELECT room, seq, at FROM posted WHERE member = ? AND post = ?"_s,
                                       {draft.from.id.value(), draft.postId.value()});
    std::optional<RoomEvent> found;
    if (row.next()) {
        if (const auto *log = m_rooms.findNumber(row.column(0).number())) {
            found = draft;
            found->room = log->room.id();
            found->seq = row.column(1).number();
            found->at = row.column(2).number();
            found->text.clear();
        }
    }
    row.finish();
    return found;
}

} // namespace tincan
