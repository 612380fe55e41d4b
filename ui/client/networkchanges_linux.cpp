#include "ui/client/networkchanges.h"

#ifdef Q_OS_LINUX

#include <QSocketNotifier>

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace tincan {

/// The kernel sends a message for each step of a change. They are not read for what they say: that it is one
/// is enough.
class NetworkChanges::Private
{
public:
    explicit Private(NetworkChanges &changes)
        : m_descriptor(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE))
    {
        sockaddr_nl self{};
        self.nl_family = AF_NETLINK;
        self.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR;
        if (m_descriptor < 0 || bind(m_descriptor, reinterpret_cast<sockaddr *>(&self), sizeof self) != 0)
            return;
        m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, &changes, [this, &changes] {
            drain();
            if (!changes.m_settling.isActive())
                changes.m_settling.start();
        });
    }

    ~Private()
    {
        m_notifier.reset(); // before what it watches
        if (m_descriptor >= 0)
            close(m_descriptor);
    }

    bool isTold() const { return m_notifier != nullptr; }

private:
    void drain() const
    {
        char bytes[4096];
        while (recv(m_descriptor, bytes, sizeof bytes, 0) > 0) {
        }
    }

    int m_descriptor;
    std::unique_ptr<QSocketNotifier> m_notifier;
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
