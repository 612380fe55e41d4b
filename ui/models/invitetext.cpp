#include "ui/models/invitetext.h"

#include "protocol/roomaddress.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

/// With the port, always: whoever reads it aloud or types it elsewhere must not have to know ours.
QString withPort(const QString &host, quint16 port)
{
    return (host.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host).arg(port);
}

/// Such an address means something else on each computer.
bool isLinkLocal(const QString &address)
{
    return QHostAddress(address).isLinkLocal();
}

} // namespace

InviteText inviteFor(const RoomAddress &address, const RoomId &room)
{
    RoomAddress server;
    server.host = address.host;
    server.port = address.port;
    RoomAddress invited = address;
    invited.room = room;
    InviteText text;
    text.link = invited.toLink();
    if (address.port == defaultPort) {
        text.link.insert(server.toLink().size(), u":%1"_s.arg(defaultPort));
    }
    const QString place = withPort(address.host, address.port);
    text.terminalCommand = u"nc %1 %2"_s.arg(address.host).arg(address.port);
    if (!address.fingerprint.isEmpty()) {
        text.secureCommand = u"openssl s_client -quiet -connect %1"_s.arg(place);
    }
    text.addresses = {place};
    return text;
}

InviteText inviteFor(const HostedRoom &hosted, const RoomId &room)
{
    if (hosted.addresses.isEmpty()) {
        return {};
    }
    RoomAddress best;
    best.host = hosted.addresses.first();
    best.port = hosted.port;
    best.fingerprint = hosted.fingerprint;
    for (const QString &address : hosted.addresses.sliced(1)) {
        if (best.others.size() < RoomAddress::mostOthers && !isLinkLocal(address)) {
            best.others.append({address, hosted.port});
        }
    }
    InviteText text = inviteFor(best, room);
    if (!hosted.clearAllowed) {
        text.terminalCommand.clear();
    }
    text.addresses.clear();
    for (const QString &address : hosted.addresses) {
        text.addresses.append(withPort(address, hosted.port));
    }
    return text;
}

} // namespace tincan
