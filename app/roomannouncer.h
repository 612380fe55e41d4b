#pragma once

#include "protocol/beacon.h"

#include <QObject>

namespace tincan {

/// What is made known of a hosted room.
struct RoomAnnouncement
{
    RoomBeacon room;
    QString address; ///< of this computer, the only one at which the room is reached; empty: any
    friend bool operator==(const RoomAnnouncement &, const RoomAnnouncement &) = default;
};

/// Makes a hosted room known to the computers nearby by one means. Sends nothing before announce() and, but
/// for a goodbye, nothing after withdraw(). Never blocks.
class RoomAnnouncer : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void announce(const RoomAnnouncement &announcement) = 0; ///< begins, or tells what has changed
    virtual void withdraw() = 0;
};

} // namespace tincan
