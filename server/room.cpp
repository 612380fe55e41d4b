#include "server/room.h"

namespace tincan {

void Room::enter(const MemberId &id, bool listed)
{
    Q_ASSERT(!contains(id));
    m_audience.insert(id, listed);
    m_total += listed ? 1 : 0;
}

void Room::list(const MemberId &id)
{
    const auto place = m_audience.find(id);
    if (place == m_audience.end() || *place)
        return;
    *place = true;
    ++m_total;
}

void Room::exit(const MemberId &id)
{
    if (m_audience.take(id))
        --m_total;
}

} // namespace tincan
