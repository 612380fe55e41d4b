#include "server/outbox.h"

namespace tincan {

bool Outbox::push(const QByteArray &message)
{
    if (m_charge + chargeOf(message) > m_bound)
        return false;
    m_charge += chargeOf(message);
    m_messages.push_back(message);
    return true;
}

void Outbox::pushDroppingOldest(const QByteArray &message)
{
    while (!m_messages.empty() && m_charge + chargeOf(message) > m_bound) {
        takeFirst();
        ++m_dropped;
    }
    m_charge += chargeOf(message);
    m_messages.push_back(message);
}

QByteArray Outbox::take(qsizetype enough)
{
    if (m_messages.empty())
        return {};
    QByteArray bytes = takeFirst();
    while (!m_messages.empty() && bytes.size() < enough)
        bytes += takeFirst();
    return bytes;
}

void Outbox::clear()
{
    m_messages.clear();
    m_charge = 0;
    m_dropped = 0;
}

QByteArray Outbox::takeFirst()
{
    QByteArray message = std::move(m_messages.front());
    m_messages.pop_front();
    m_charge -= chargeOf(message);
    return message;
}

} // namespace tincan
