#pragma once

#include "app/busservice.h"

namespace tincan {

/// What Avahi's numbers mean.
namespace avahi {
inline constexpr int anyInterface = -1;
inline constexpr int anyProtocol = -1;
inline constexpr int ipv4 = 0;
inline constexpr int groupCollision = 3; ///< states of an entry group
inline constexpr int groupFailure = 4;
} // namespace avahi

/// The Avahi daemon, where it runs.
class AvahiService : public BusService
{
    Q_OBJECT

public:
    explicit AvahiService(const QDBusConnection &bus, QObject *parent = nullptr);
};

} // namespace tincan
