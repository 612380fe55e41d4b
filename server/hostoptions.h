#pragma once

#include "protocol/limits.h"

#include <QHostAddress>
#include <QList>
#include <QString>

namespace tincan {

/// An address to listen on; port 0 picks a free one.
struct Endpoint
{
    QHostAddress address;
    quint16 port = 0;
};

/// Everything that a server is started with.
struct HostOptions
{
    QList<Endpoint> endpoints;
    QString name;     ///< shown in greetings, e.g. "Ada's kitchen"
    QString password; ///< empty: anybody may join
    QString serverId; ///< empty: a new one for this run
    Limits limits;
    Timing timing;
    bool echo = false; ///< the echo service instead of rooms
};

} // namespace tincan
