#include "server/admission.h"

namespace tincan {

namespace {

/// An IPv4 address is the same whether it came over an IPv6 socket or not.
QHostAddress normalised(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : address;
}

} // namespace

Admission::Verdict Admission::arrived(const QHostAddress &address)
{
    const QHostAddress who = normalised(address);
    if (isFullFor(who)) {
        if (m_refusals >= maxRefusals)
            return Verdict::RefuseAtOnce;
        ++m_refusals;
        return Verdict::Refuse;
    }
    ++m_total;
    ++m_perAddress[who];
    return Verdict::Admit;
}

void Admission::left(const QHostAddress &address)
{
    --m_total;
    const auto count = m_perAddress.find(normalised(address));
    if (count != m_perAddress.end() && --*count == 0)
        m_perAddress.erase(count);
}

bool Admission::isFullFor(const QHostAddress &address) const
{
    if (m_total >= m_limits.maxConnections)
        return true;
    return !address.isLoopback() && m_perAddress.value(address) >= m_limits.maxPerAddress;
}

} // namespace tincan
