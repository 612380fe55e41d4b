#pragma once

#include "ui/client/connectionstate.h"
#include "ui/models/roomhost.h"

#include <QCoreApplication>

namespace tincan {

/// The status bar's words.
class StatusWords
{
    Q_DECLARE_TR_FUNCTIONS(tincan::StatusWords)

public:
    static QString hosting(quint16 port, int connected); ///< "Hosting on port 4040 · 4 connected"
    static QString connection(const ConnectionState &state,
                              const QString &server);        ///< "Connected to Ada's kitchen"
    static QString encryption(const ConnectionState &state); ///< empty unless online
    static QString roundTrip(int milliseconds);              ///< "3 ms", "under 1 ms"; empty for -1
    /// For the tray: the room, "Hosting on port …", and the address to give to others.
    static QString hostedRoom(const HostedRoom &room, int connected);
    static QString people(int total); ///< "4 people"
};

} // namespace tincan
