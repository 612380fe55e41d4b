#include "ui/models/writinglimit.h"

#include "ui/models/isolated.h"
#include "ui/models/moderationwords.h"
#include "ui/models/penaltywords.h"
#include "ui/models/powers.h"

#include <algorithm>

namespace tincan {

void WritingLimits::setMute(const serverevent::Muted &mute)
{
    m_mute = mute.muted ? std::optional(mute) : std::nullopt;
}

void WritingLimits::wait(const RoomId &room, int seconds, std::int64_t now)
{
    std::int64_t &until = m_waits[room];
    until = std::max(until, now + std::int64_t(seconds) * 1000);
}

WritingLimit WritingLimits::of(const RoomInfo &room, const Member &me, std::int64_t now) const
{
    WritingLimit limit;
    if (m_mute) {
        limit.kind = WritingLimit::Kind::Muted;
        limit.by = m_mute->by;
        limit.reason = m_mute->reason;
        limit.until = m_mute->until;
        return limit;
    }
    if (isModerating(me.role)) {
        return limit;
    }
    const std::int64_t left = m_waits.value(room.id, now) - now;
    if (room.writers == Writers::Moderators) {
        limit.kind = WritingLimit::Kind::ModeratorsOnly;
    } else if (room.writers == Writers::Members && !me.verified) {
        limit.kind = WritingLimit::Kind::MembersOnly;
    } else if (room.slow > 0 && left > 0) {
        limit.kind = WritingLimit::Kind::Slow;
        limit.slow = room.slow;
        limit.seconds = int((left + 999) / 1000);
    }
    return limit;
}

QString WritingWords::why(const WritingLimit &limit)
{
    switch (limit.kind) {
    case WritingLimit::Kind::None:
        return {};
    case WritingLimit::Kind::Muted:
        return muted(limit);
    case WritingLimit::Kind::ModeratorsOnly:
        return tr("Only moderators write in this room.");
    case WritingLimit::Kind::MembersOnly:
        return tr("Only verified people write in this room, and you are not verified here.");
    case WritingLimit::Kind::Slow:
        //: %1: such as "30 seconds"
        return tr("This room is slow: %1 between two messages.").arg(PenaltyWords::duration(limit.slow));
    }
    Q_UNREACHABLE();
}

QString WritingWords::muted(const WritingLimit &limit)
{
    QString text = limit.by.isEmpty()
                       ? tr("You are muted: you can read on, but not write.")
                       : tr("%1 muted you: you can read on, but not write.").arg(isolated(limit.by));
    if (!limit.reason.isEmpty()) {
        //: two sentences
        text = tr("%1 %2").arg(text, tr("Reason: “%1”.").arg(isolated(limit.reason)));
    }
    if (limit.until > 0) {
        text = tr("%1 %2").arg(text, tr("Until %1.").arg(ModerationWords::moment(limit.until)));
    }
    return text;
}

QString WritingWords::until(const WritingLimit &limit)
{
    return limit.kind == WritingLimit::Kind::Slow ? tr("You can send again in %n s.", nullptr, limit.seconds)
                                                  : QString();
}

} // namespace tincan
