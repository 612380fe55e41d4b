#include "ui/models/roominfotext.h"

#include "ui/models/connectionwords.h"
#include "ui/models/conversation.h"
#include "ui/models/serversession.h"
#include "ui/models/statuswords.h"

using namespace Qt::StringLiterals;

namespace tincan {

RoomInfoText RoomInfoText::of(const ServerSession &session, const Conversation &conversation)
{
    const ConnectionState &state = session.state();
    const bool here = session.isHostedHere();
    RoomInfoText text;
    text.title = conversation.title();
    text.topic = conversation.topic();
    text.place =
        QStringList{session.title(), session.subtitle(), StatusWords::people(conversation.members()->total())}
            .join(u" · "_s);
    text.sentences.append(here ? tr("You host this room: you can read everything that is said here.")
                               : tr("The host can read everything that is said here."));
    if (conversation.isDirect()) {
        text.sentences.append(tr("That goes for talks between two people as well."));
    }
    if (!here && state.phase == Phase::Online) {
        text.sentences.append(
            state.encrypted ? tr("Your connection to the host is encrypted.")
                            : tr("Your connection to the host is not encrypted: it can be read on its way."));
    }
    if (const int inClear = conversation.members()->inClear(); inClear > 0) {
        text.sentences.append(
            tr("%n people here are not encrypted: what is said can be read on its way to them.", nullptr,
               inClear));
    }
    text.key = ConnectionWords::inGroups(state.foundKey);
    if (!here && !text.key.isEmpty()) {
        text.sentences.append(reasonForKey(session));
    }
    return text;
}

QString RoomInfoText::reasonForKey(const ServerSession &session)
{
    if (!session.address().fingerprint.isEmpty()) {
        return tr("The host's key is the one that the invite names.");
    }
    if (session.state().vouchedFor) {
        return tr("The authorities that this computer trusts say that the host's key is %1's.")
            .arg(session.address().host);
    }
    return tr(
        "The host's key was taken on trust, as no invite named it. To be sure of it, compare it with the "
        "one that the host sees here.");
}

} // namespace tincan
