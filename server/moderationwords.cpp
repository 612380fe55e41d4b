#include "server/moderationwords.h"

#include "protocol/duration.h"
#include "protocol/peerwords.h"
#include "protocol/plainlists.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan::moderationwords {

namespace {

QString withReason(const QString &sentence, const QString &reason)
{
    return reason.isEmpty() ? sentence : sentence + u' ' + PeerWords::tr("The reason: %1").arg(reason);
}

/// Seconds that are left, rounded up; 0: for ever.
std::int64_t restOf(const Ban &ban, std::int64_t now)
{
    return ban.until == 0 ? 0 : std::max<std::int64_t>(1, (ban.until - now + 999) / 1000);
}

QString forAnother(std::int64_t seconds)
{
    return seconds == 0 ? PeerWords::tr("for ever")
                        : PeerWords::tr("for another %1").arg(durationWords(seconds));
}

QString forSo(std::int64_t seconds)
{
    return seconds == 0 ? PeerWords::tr("for ever") : PeerWords::tr("for %1").arg(durationWords(seconds));
}

/// As an error carries them.
int shortened(std::int64_t seconds)
{
    return int(std::min<std::int64_t>(seconds, 2'000'000'000));
}

} // namespace

Error kicked(const QString &by, const QString &reason)
{
    return {ErrorCode::Banned, withReason(PeerWords::tr("%1 kicked you.").arg(by), reason)};
}

Error banned(const Ban &ban)
{
    const std::int64_t seconds = restOf(ban, ban.at);
    return {ErrorCode::Banned,
            withReason(PeerWords::tr("%1 banned you %2.").arg(ban.by, forSo(seconds)), ban.reason),
            shortened(seconds)};
}

Error muted(const Ban &mute)
{
    const std::int64_t seconds = restOf(mute, mute.at);
    return {ErrorCode::NotAllowed,
            withReason(
                PeerWords::tr("%1 muted you %2: you can read, and not write.").arg(mute.by, forSo(seconds)),
                mute.reason),
            shortened(seconds)};
}

Error stillBanned(const Ban &ban, std::int64_t now)
{
    const std::int64_t seconds = restOf(ban, now);
    return {ErrorCode::Banned,
            withReason(PeerWords::tr("You are banned here %1.").arg(forAnother(seconds)), ban.reason),
            shortened(seconds)};
}

Error nameBanned(const Ban &ban, std::int64_t now)
{
    const std::int64_t seconds = restOf(ban, now);
    return {ErrorCode::Banned,
            PeerWords::tr("The name %1 is banned here %2.").arg(ban.name, forAnother(seconds)),
            shortened(seconds)};
}

Error stillMuted(const Ban &mute, std::int64_t now)
{
    const std::int64_t seconds = restOf(mute, now);
    return {ErrorCode::NotAllowed,
            withReason(PeerWords::tr("You are muted %1.").arg(forAnother(seconds)), mute.reason),
            shortened(seconds)};
}

Error tooSoon(int slow, int wait)
{
    return {ErrorCode::TooFast,
            PeerWords::tr("One message in %1 here: wait another %2.")
                .arg(durationWords(slow), durationWords(wait)),
            wait};
}

QString rulesChanged(const QString &by, Act act, const RoomInfo &room)
{
    if (act == Act::Slow)
        return room.slow == 0 ? PeerWords::tr("%1 made this room as fast as one likes").arg(by)
                              : PeerWords::tr("%1 made this room slow: one message of each in %2")
                                    .arg(by, durationWords(room.slow));
    if (act == Act::Keep)
        return PeerWords::tr("%1 set what is kept of this room: %2").arg(by, plain::describe(room.keep));
    switch (room.writers) {
    case Writers::All:
        return PeerWords::tr("%1 lets everybody write here").arg(by);
    case Writers::Members:
        return PeerWords::tr("%1 lets only verified members write here").arg(by);
    case Writers::Moderators:
        return PeerWords::tr("%1 lets only moderators write here").arg(by);
    }
    return {};
}

} // namespace tincan::moderationwords
