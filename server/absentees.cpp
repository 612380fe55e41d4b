#include "server/absentees.h"

namespace tincan {

void Absentees::note(const MemberId &id, const Talk &talk)
{
    if (!m_talks.contains(id))
        m_order.push_back(id);
    m_talks[id].append(talk);
    ++m_count;
}

QList<Absentees::Talk> Absentees::take(const MemberId &id)
{
    const QList<Talk> talks = m_talks.take(id);
    if (!talks.isEmpty())
        std::erase(m_order, id);
    m_count -= talks.size();
    return talks;
}

QList<Absentees::Talk> Absentees::takeSurplus()
{
    return m_count > mostTalks ? take(MemberId(m_order.front())) : QList<Talk>();
}

} // namespace tincan
