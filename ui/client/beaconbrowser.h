#pragma once

#include "ui/client/beaconplace.h"
#include "ui/client/nearbybrowser.h"
#include "ui/client/networkchanges.h"

#include <QSet>
#include <QTimer>

#include <memory>

class QUdpSocket;

namespace tincan {

/// Listens for the beacons of rooms on this network, and never sends. A flood costs no more than the
/// datagrams that are read: what is over the limit the system drops.
class BeaconBrowser final : public NearbyBrowser
{
    Q_OBJECT

public:
    static constexpr int datagramsPerSecond = 300;

    explicit BeaconBrowser(const BeaconPlace &place = {}, QObject *parent = nullptr);
    ~BeaconBrowser() override;

    NearbyMeans means() const override { return NearbyMeans::Beacon; }
    bool isLooking() const override { return !m_joined.isEmpty(); }
    void start() override;

private:
    void joinGroup();
    bool join(const QNetworkInterface &interface);
    bool openSocket();
    void read();
    void take(const QByteArray &datagram, const QString &sender);

    BeaconPlace m_place;
    std::unique_ptr<QUdpSocket> m_socket;
    QSet<int> m_joined; ///< indexes of interfaces
    NetworkChanges m_changes;
    QTimer m_joining;   ///< runs until the next attempt, where one failed or nobody tells of changes
    QTimer m_refilling; ///< runs while the budget is not full
    int m_budget;       ///< datagrams that may still be read in this tick
};

} // namespace tincan
