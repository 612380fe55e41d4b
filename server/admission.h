#pragma once

#include "protocol/limits.h"

#include <QHash>
#include <QHostAddress>

namespace tincan {

/// Counts connections, in all, from each address and from each network, and says who may come in. Pure.
class Admission
{
public:
    enum class Verdict
    {
        Admit,
        Refuse,       ///< too many: tell why, and close
        RefuseAtOnce, ///< too many to be told, even
    };
    /// So many are told at the same time that there is no room for them.
    static constexpr int maxRefusals = 64;
    /// An IPv6 network of 64 bits, which is one person's or an office's, has the share of so many addresses.
    static constexpr int addressesOfNetwork = 4;

    explicit Admission(const Limits &limits) : m_limits(limits) {}

    Verdict arrived(const QHostAddress &address);
    void left(const QHostAddress &address);
    void refusalEnded() { --m_refusals; }

private:
    bool isFullFor(const QHostAddress &address) const;

    Limits m_limits;
    QHash<QHostAddress, int> m_perAddress;
    QHash<QHostAddress, int> m_perNetwork;
    int m_total = 0;
    int m_refusals = 0;
};

} // namespace tincan
