#pragma once

#include "protocol/beacon.h"

#include <QObject>

namespace tincan {

/// By what rooms nearby are found.
enum class NearbyMeans
{
    Beacon,
    DnsSd
};

/// A room that somebody on this network announced. Nothing of it is proven.
struct NearbyRoom
{
    QString address; ///< of the computer that has the room, or that says so
    RoomBeacon beacon;
    int lifetime = 0; ///< ms for which this counts; 0: until gone()
};

/// Looks for rooms on this network by one means, and says what it hears; whoever listens bounds and judges
/// it.
class NearbyBrowser : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual NearbyMeans means() const = 0;
    virtual bool isLooking() const = 0; ///< false where it cannot, as yet or any more
    virtual void start() = 0;           ///< never blocks; goes on trying where it cannot at once

Q_SIGNALS:
    void found(const tincan::NearbyRoom &room); ///< a new one, one that changed, or the same again
    void gone(const QString &address, quint16 port);
    void lookingChanged();
};

} // namespace tincan
