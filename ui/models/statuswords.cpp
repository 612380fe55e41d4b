#include "ui/models/statuswords.h"

#include "ui/models/invitetext.h"
#include "ui/models/isolated.h"

#include <QLocale>

namespace tincan {

QString StatusWords::hosting(quint16 port, int connected)
{
    //: %1: the port; %n: people in the room
    return tr("Hosting on port %1 · %n connected", nullptr, connected).arg(port);
}

QString StatusWords::connection(const ConnectionState &state, const QString &server)
{
    switch (state.phase) {
    case Phase::Idle:
    case Phase::Stopped:
        return tr("Not connected");
    case Phase::Connecting:
    case Phase::Entering:
        return tr("Connecting to %1…").arg(server);
    case Phase::Waiting:
        return tr("Reconnecting to %1…").arg(server);
    case Phase::Online:
        return tr("Connected to %1").arg(server);
    }
    return {};
}

QString StatusWords::encryption(const ConnectionState &state)
{
    if (state.phase != Phase::Online) {
        return {};
    }
    return state.encrypted ? tr("Encrypted") : tr("Not encrypted");
}

QString StatusWords::hostedRoom(const HostedRoom &room, int connected)
{
    QStringList lines{isolated(room.name), hosting(room.port, connected)};
    const QStringList addresses = inviteFor(room, RoomId()).addresses;
    if (!addresses.isEmpty()) {
        lines.append(addresses.first());
    }
    return lines.join(u'\n');
}

QString StatusWords::roundTrip(int milliseconds)
{
    if (milliseconds < 0) {
        return {};
    }
    //: milliseconds
    return milliseconds == 0 ? tr("under 1 ms") : tr("%1 ms").arg(QLocale().toString(milliseconds));
}

QString StatusWords::people(int total)
{
    return total == 1 ? tr("1 person") : tr("%n people", nullptr, total);
}

} // namespace tincan
