#include "server/admission.h"

#include "server/sourceaddress.h"

namespace tincan {

namespace {

void drop(QHash<QHostAddress, int> &counts, const QHostAddress &who)
{
    const auto count = counts.find(who);
    if (count != counts.end() && --*count == 0)
        counts.erase(count);
}

} // namespace

Admission::Verdict Admission::arrived(const QHostAddress &address)
{
    if (isFullFor(address)) {
        if (m_refusals >= maxRefusals)
            return Verdict::RefuseAtOnce;
        ++m_refusals;
        return Verdict::Refuse;
    }
    ++m_total;
    ++m_perAddress[sourceAddress(address)];
    ++m_perNetwork[sourceNetwork(address)];
    return Verdict::Admit;
}

void Admission::left(const QHostAddress &address)
{
    --m_total;
    drop(m_perAddress, sourceAddress(address));
    drop(m_perNetwork, sourceNetwork(address));
}

bool Admission::isFullFor(const QHostAddress &address) const
{
    if (m_total >= m_limits.maxConnections)
        return true;
    const QHostAddress who = sourceAddress(address);
    return !who.isLoopback() &&
           (m_perAddress.value(who) >= m_limits.maxPerAddress ||
            m_perNetwork.value(sourceNetwork(who)) >= m_limits.maxPerAddress * addressesOfNetwork);
}

} // namespace tincan
