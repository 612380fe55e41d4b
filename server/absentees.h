#pragma once

#include "protocol/ids.h"

#include <QHash>
#include <QList>

#include <deque>
#include <optional>

namespace tincan {

/// The direct talks of members whose places are no longer kept. A session token gives the same member each
/// time, so they may come back to them, however late. Bounded: past the bound a talk is forgotten of whoever
/// opened the most, so that nobody pushes out the talks of others.
class Absentees
{
public:
    static constexpr std::size_t mostTalks = 1'000; ///< one of two absentees counts twice

    struct Talk
    {
        RoomId room;
        bool isOpen = true; ///< on its side
    };
    /// `opener`: who is answerable for the talk being there.
    void note(const MemberId &id, const Talk &talk, const QString &opener);
    bool isAwaited(const RoomId &room) const { return m_byRoom.contains(room); } ///< by anybody
    /// It is back: what it has here.
    QList<Talk> take(const MemberId &id);
    /// A talk that is forgotten because there are too many; call until it says nothing.
    std::optional<RoomId> takeSurplus();

private:
    struct Place
    {
        MemberId who;
        Talk talk;
        QString opener;
    };
    template <typename Condition>
    QList<Talk> takeAll(Condition condition);

    std::deque<Place> m_places; ///< who is away longest at the front
    QHash<QString, int> m_byOpener;
    QHash<RoomId, int> m_byRoom;
};

} // namespace tincan
