#include "ui/client/networkchanges.h"

#ifndef Q_OS_LINUX

#include <QNetworkInformation>

#include <utility>

namespace tincan {

/// Qt asks the operating system for less than all: whether the internet is within reach.
class NetworkChanges::Private
{
};

NetworkChanges::NetworkChanges(QObject *parent, std::function<QStringList()> networks)
    : QObject(parent), m_networks(std::move(networks))
{
    m_known = m_networks();
    m_known.sort();
    if (QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
                &NetworkChanges::changed);
    }
}

NetworkChanges::~NetworkChanges() = default;

bool NetworkChanges::isTold() const
{
    return false;
}

} // namespace tincan

#endif
