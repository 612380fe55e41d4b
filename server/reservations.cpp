#include "server/reservations.h"

namespace tincan {

Reservations::Reservations(DeadlineQueue &deadlines, int milliseconds, int most, Expired expired)
    : m_deadlines(deadlines), m_milliseconds(milliseconds), m_most(std::size_t(most)),
      m_expired(std::move(expired))
{
}

void Reservations::keep(const MemberId &id)
{
    m_kept[id] = m_deadlines.in(m_milliseconds, [this, id] { expire(id); });
    m_order.push_back(id);
    if (m_kept.size() > m_most)
        expire(MemberId(m_order.front()));
}

void Reservations::release(const MemberId &id)
{
    m_kept.erase(id);
    std::erase(m_order, id);
}

void Reservations::expire(const MemberId &id)
{
    release(id);
    m_expired(id);
}

} // namespace tincan
