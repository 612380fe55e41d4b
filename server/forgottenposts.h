#pragma once

#include "protocol/roomevent.h"
#include "server/roomtable.h"

#include <optional>

namespace tincan {

/// The ids of posts whose events are forgotten, and the numbers that these had, without their texts: who
/// never got its acknowledgement posts again, however late. Bounded: past the bound the first to be forgotten
/// goes.
class ForgottenPosts
{
public:
    /// Both must outlive this.
    ForgottenPosts(LogDatabase &database, const RoomTable &rooms, int most)
        : m_database(database), m_rooms(rooms), m_most(most)
    {
    }

    void load(); ///< whether there are any

    // In a transaction.
    void note(qint64 room, Seq last); ///< a room's events up to this one are about to be forgotten
    void drop(qint64 room);           ///< the room is gone

    /// What became of the post, without its text; nothing where its room is gone.
    std::optional<RoomEvent> find(const RoomEvent &draft) const;

private:
    LogDatabase &m_database;
    const RoomTable &m_rooms;
    int m_most;
    bool m_hasAny = false;
};

} // namespace tincan
