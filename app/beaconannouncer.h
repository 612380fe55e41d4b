#pragma once

#include "app/roomannouncer.h"
#include "ui/client/beaconplace.h"

#include <QTimer>

#include <memory>

class QUdpSocket;

namespace tincan {

/// Sends the beacon of a hosted room, and a goodbye at the end, on every network by which it is reached.
class BeaconAnnouncer final : public RoomAnnouncer
{
    Q_OBJECT

public:
    explicit BeaconAnnouncer(const BeaconPlace &place = {}, QObject *parent = nullptr);
    ~BeaconAnnouncer() override;

    void announce(const RoomAnnouncement &announcement) override;
    void withdraw() override;

private:
    bool openSocket();
    void send(const QByteArray &datagram);

    BeaconPlace m_place;
    RoomAnnouncement m_announcement;
    std::unique_ptr<QUdpSocket> m_socket; ///< while a room is announced
    QTimer m_repeating;
};

} // namespace tincan
