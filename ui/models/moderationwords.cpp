#include "ui/models/moderationwords.h"

#include "ui/models/penaltywords.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace tincan {

QList<int> ModerationWords::slowChoices()
{
    return {0, 5, 10, 30, 60, 300};
}

QString ModerationWords::mayWrite(Writers writers)
{
    switch (writers) {
    case Writers::All:
        return tr("Everybody may write here");
    case Writers::Members:
        return tr("Verified people may write here");
    case Writers::Moderators:
        return tr("Only moderators may write here");
    }
    return {};
}

QList<int> ModerationWords::keepChoices()
{
    return {0, 365, 30, 7, 1};
}

QString ModerationWords::keeps(const Retention &keep)
{
    if (!keep.forgets()) {
        return tr("The whole history is kept here");
    }
    if (keep.events == 0) {
        return tr("Messages are kept for %n days here", nullptr, keep.days);
    }
    if (keep.days == 0) {
        return tr("The last %n messages are kept here", nullptr, keep.events);
    }
    return tr("Of %1 days the last %2 messages are kept here").arg(keep.days).arg(keep.events);
}

QString ModerationWords::moment(std::int64_t at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at), QLocale::ShortFormat);
}

QString ModerationWords::end(std::int64_t until)
{
    return until > 0 ? moment(until) : PenaltyWords::duration(PenaltyWords::forEver);
}

QString ModerationWords::way(Via via)
{
    switch (via) {
    case Via::Native:
        return tr("Tincan");
    case Via::Plain:
        return tr("script");
    case Via::Line:
        return tr("terminal");
    case Via::Irc:
        return tr("IRC");
    case Via::Web:
        return tr("web");
    }
    return {};
}

QString ModerationWords::role(Role role)
{
    switch (role) {
    case Role::Owner:
        //: tag of the person who hosts the server, and may do everything there
        return tr("owner");
    case Role::Moderator:
        //: tag of somebody who may remove people
        return tr("moderator");
    case Role::None:
        break;
    }
    return {};
}

QString ModerationWords::knownBy(const Ban &ban)
{
    QStringList parts;
    if (ban.byName) {
        parts.append(tr("name"));
    }
    if (ban.byKey) {
        parts.append(tr("key"));
    }
    if (!ban.address.isEmpty()) {
        parts.append(ban.address);
    }
    if (parts.isEmpty()) {
        //: how long a mute holds for a guest who has nothing else to be known by
        return tr("until it leaves");
    }
    //: between the parts of an enumeration
    return parts.join(tr(", "));
}

QString ModerationWords::act(const ActRecord &act)
{
    const QString room = u'#' + act.room.value();
    switch (act.act) {
    case Act::Kick:
        return tr("Removed");
    case Act::Ban:
        return act.until > 0 ? tr("Banned until %1").arg(moment(act.until)) : tr("Banned for ever");
    case Act::Unban:
        return tr("Ban or mute lifted");
    case Act::Mute:
        return act.until > 0 ? tr("Muted until %1").arg(moment(act.until)) : tr("Muted for ever");
    case Act::Unmute:
        return tr("Unmuted");
    case Act::Promote:
        return tr("Made a moderator");
    case Act::Demote:
        return tr("No longer a moderator");
    case Act::Slow:
        return act.seconds > 0
                   ? tr("%1: %2 between two messages").arg(room, PenaltyWords::duration(act.seconds))
                   : tr("%1: no longer slow").arg(room);
    case Act::Writers:
        switch (act.writers) {
        case Writers::All:
            return tr("%1: everybody may write").arg(room);
        case Writers::Members:
            return tr("%1: verified people may write").arg(room);
        case Writers::Moderators:
            return tr("%1: only moderators may write").arg(room);
        }
        break;
    case Act::Keep:
        return act.keep ? room + tr(": ") + keeps(*act.keep)
                        : tr("%1: the history is kept as elsewhere").arg(room);
    case Act::Drop:
        return tr("%1: removed, with all that was said in it").arg(room);
    case Act::Delete:
        return tr("%1: deleted a message").arg(room);
    }
    return {};
}

QString ModerationWords::line(const ActRecord &act)
{
    const QString at = QDateTime::fromMSecsSinceEpoch(act.at, Qt::UTC).toString(Qt::ISODate);
    return QStringList{at, act.by, ModerationWords::act(act), act.whom, act.reason}.join(u'\t');
}

} // namespace tincan
