#include "ui/models/visithistory.h"

namespace tincan {

void VisitHistory::visit(const Place &place)
{
    m_recent.removeAll(place);
    m_recent.prepend(place);
    m_recent.resize(std::min<qsizetype>(m_recent.size(), most));
    if (m_at >= 0 && m_steps.at(m_at) == place)
        return;
    m_steps.resize(m_at + 1);
    m_steps.append(place);
    if (m_steps.size() > most)
        m_steps.removeFirst();
    m_at = m_steps.size() - 1;
}

void VisitHistory::forget(int server)
{
    const auto isThere = [server](const Place &place) { return place.server == server; };
    m_recent.removeIf(isThere);
    for (qsizetype i = m_steps.size() - 1; i >= 0; --i) {
        if (!isThere(m_steps.at(i)))
            continue;
        m_steps.removeAt(i);
        if (i <= m_at)
            --m_at;
    }
    if (m_at < 0 && !m_steps.isEmpty())
        m_at = 0;
}

std::optional<Place> VisitHistory::back()
{
    if (m_at <= 0)
        return {};
    return m_steps.at(--m_at);
}

std::optional<Place> VisitHistory::forward()
{
    if (m_at + 1 >= m_steps.size())
        return {};
    return m_steps.at(++m_at);
}

int VisitHistory::age(const Place &place) const
{
    const qsizetype at = m_recent.indexOf(place);
    if (at < 0)
        return most;
    return at == 0 ? most - 1 : int(at) - 1; // where one is, one need not be led to
}

} // namespace tincan
