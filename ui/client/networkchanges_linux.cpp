#include "ui/client/networkchanges.h"

#ifdef Q_OS_LINUX

#include "ui/client/watcheddescriptor.h"

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>
#include <utility>

namespace tincan {

/// The kernel sends a message for each step of a change. They are not read for what they say: that it is one
/// is enough.
class NetworkChanges::Private
{
public:
    explicit Private(NetworkChanges &changes)
        : m_socket(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE))
    {
        sockaddr_nl self{};
        self.nl_family = AF_NETLINK;
        self.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR;
        if (m_socket.get() < 0 || bind(m_socket.get(), reinterpret_cast<sockaddr *>(&self), sizeof self) != 0)
            return;
        m_socket.watch([this, &changes] {
            drain();
            if (!changes.m_settling.isActive())
                changes.m_settling.start();
        });
    }

    bool isTold() const { return m_socket.isWatched(); }

private:
    void drain() const
    {
        char bytes[4096];
        while (recv(m_socket.get(), bytes, sizeof bytes, 0) > 0) {
        }
    }

    WatchedDescriptor m_socket;
};

NetworkChanges::NetworkChanges(QObject *parent, std::function<QStringList()> networks)
    : QObject(parent), m_networks(std::move(networks)), d(std::make_unique<Private>(*this))
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settling);
    connect(&m_settling, &QTimer::timeout, this, &NetworkChanges::look);
    m_known = m_networks();
    m_known.sort();
}

NetworkChanges::~NetworkChanges() = default;

bool NetworkChanges::isTold() const
{
    return d->isTold();
}

} // namespace tincan

#endif
