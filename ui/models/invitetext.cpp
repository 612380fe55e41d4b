#include "ui/models/invitetext.h"

#include "protocol/roomaddress.h"

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

/// With the port, always: whoever reads it aloud or types it elsewhere must not have to know ours.
QString withPort(const QString &host, quint16 port)
{
    return (host.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host).arg(port);
}

} // namespace

InviteText inviteFor(const RoomAddress &address, const RoomId &room)
{
    RoomAddress server = address;
    server.room = {};
    server.fingerprint.clear();
    RoomAddress invited = address;
    invited.room = room;
    QString link = invited.toLink();
    if (address.port == defaultPort) {
        link.insert(server.toLink().size(), u":%1"_s.arg(defaultPort));
    }
    return {link, u"nc %1 %2"_s.arg(address.host).arg(address.port), {withPort(address.host, address.port)}};
}

InviteText inviteFor(const HostedRoom &hosted, const RoomId &room)
{
    if (hosted.addresses.isEmpty()) {
        return {};
    }
    RoomAddress best;
    best.host = hosted.addresses.first();
    best.port = hosted.port;
    InviteText text = inviteFor(best, room);
    text.addresses.clear();
    for (const QString &address : hosted.addresses) {
        text.addresses.append(withPort(address, hosted.port));
    }
    return text;
}

} // namespace tincan
