#include "ui/models/senthistory.h"

namespace tincan {

void SentHistory::add(const QString &text)
{
    m_texts.removeAll(text);
    m_texts.append(text);
    if (m_texts.size() > most) {
        m_texts.removeFirst();
    }
    m_at = m_texts.size();
}

std::optional<QString> SentHistory::walk(int step, const QString &shown)
{
    const qsizetype to = m_at + step;
    if (to < 0 || to > m_texts.size()) {
        return std::nullopt;
    }
    if (m_at == m_texts.size()) {
        m_typed = shown;
    }
    m_at = to;
    return m_at == m_texts.size() ? m_typed : m_texts.at(m_at);
}

} // namespace tincan
