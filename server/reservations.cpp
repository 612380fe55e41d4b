#include "server/reservations.h"

namespace tincan {

Reservations::Reservations(DeadlineQueue &deadlines, int milliseconds, int most, Expired expired)
    : m_deadlines(deadlines), m_milliseconds(milliseconds), m_most(std::size_t(most)),
      m_expired(std::move(expired))
{
}

void Reservations::keep(const MemberId &id)
{
    release(id);
    const std::uint64_t number = ++m_lastNumber;
    m_kept[id] = {number, m_deadlines.in(m_milliseconds, [this, id] { expire(id); })};
    m_order[number] = id;
    if (m_kept.size() > m_most)
        expire(MemberId(m_order.begin()->second));
}

void Reservations::release(const MemberId &id)
{
    const auto place = m_kept.find(id);
    if (place == m_kept.end())
        return;
    m_order.erase(place->second.number);
    m_kept.erase(place);
}

void Reservations::expire(const MemberId &id)
{
    release(id);
    m_expired(id);
}

} // namespace tincan
