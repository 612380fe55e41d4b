#include "server/pointing.h"

#include "protocol/peerwords.h"

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

bool changesAnother(EventKind kind)
{
    return kind == EventKind::Edit || kind == EventKind::Delete || kind == EventKind::React;
}

} // namespace

bool isSpoken(const RoomEvent &event)
{
    return event.kind == EventKind::Message || event.kind == EventKind::Action;
}

Seq pointsAt(const RoomEvent &event)
{
    return changesAnother(event.kind) ? event.target : event.reply;
}

std::optional<Error> pointingProblem(const RoomEvent &event, const RoomEvent *about)
{
    if (!changesAnother(event.kind))
        return {};
    const bool isGone = about && about->text.isEmpty(); // deleted, which blanked it
    // A reaction is taken back by deleting it.
    const bool isDeletedReaction =
        event.kind == EventKind::Delete && about && about->kind == EventKind::React;
    if (!about || isGone || (!isSpoken(*about) && !isDeletedReaction))
        return Error{ErrorCode::BadField, PeerWords::tr("There is no message %1.").arg(event.target)};
    const bool isAllowed = about->from.id == event.from.id || event.kind == EventKind::React ||
                           (event.kind == EventKind::Delete && event.byModerator);
    if (!isAllowed)
        return Error{ErrorCode::NotAllowed, PeerWords::tr("Only who said it can change it.")};
    return {};
}

} // namespace tincan
