#include "protocol/plainlists.h"

#include "protocol/duration.h"
#include "protocol/peerwords.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>

namespace tincan::plain {

using namespace Qt::StringLiterals;

namespace {

QString withReason(const QString &line, const QString &reason)
{
    return reason.isEmpty() ? line : line + ": "_L1 + reason;
}

QString forHowLong(std::int64_t from, std::int64_t until)
{
    if (until == 0) {
        return PeerWords::tr("for ever");
    }
    return PeerWords::tr("for %1").arg(durationWords(std::max<std::int64_t>(1, (until - from + 999) / 1000)));
}

/// What a ban knows somebody by.
QString marksOf(const Ban &ban)
{
    QStringList marks;
    if (ban.byName) {
        marks.append(PeerWords::tr("name"));
    }
    if (ban.byKey) {
        marks.append(PeerWords::tr("key"));
    }
    if (!ban.address.isEmpty()) {
        marks.append(ban.address);
    }
    return marks.isEmpty() ? PeerWords::tr("until it leaves") : marks.join(PeerWords::tr(", "));
}

QString deed(const ActRecord &act)
{
    switch (act.act) {
    case Act::Kick:
        return PeerWords::tr("%1 kicked %2").arg(act.by, act.whom);
    case Act::Ban:
        return PeerWords::tr("%1 banned %2 %3").arg(act.by, act.whom, forHowLong(act.at, act.until));
    case Act::Unban:
        return PeerWords::tr("%1 unbanned %2").arg(act.by, act.whom);
    case Act::Mute:
        return PeerWords::tr("%1 muted %2 %3").arg(act.by, act.whom, forHowLong(act.at, act.until));
    case Act::Unmute:
        return PeerWords::tr("%1 unmuted %2").arg(act.by, act.whom);
    case Act::Promote:
        return PeerWords::tr("%1 made %2 a moderator").arg(act.by, act.whom);
    case Act::Demote:
        return PeerWords::tr("%1 made %2 a moderator no more").arg(act.by, act.whom);
    case Act::Slow:
        return act.seconds == 0 ? PeerWords::tr("%1 ended slow mode in #%2").arg(act.by, act.room.value())
                                : PeerWords::tr("%1 slowed #%2 to one message in %3")
                                      .arg(act.by, act.room.value(), durationWords(act.seconds));
    case Act::Writers:
        return PeerWords::tr("%1 set who writes in #%2: %3")
            .arg(act.by, act.room.value(), wireName(act.writers));
    case Act::Keep:
        return PeerWords::tr("%1 set what is kept of #%2: %3")
            .arg(act.by, act.room.value(),
                 act.keep ? describe(*act.keep) : PeerWords::tr("as everywhere here"));
    case Act::Drop:
        return PeerWords::tr("%1 removed #%2 and all that was said in it").arg(act.by, act.room.value());
    case Act::Delete:
        return PeerWords::tr("%1 deleted a message of %2 in #%3").arg(act.by, act.whom, act.room.value());
    }
    return {};
}

QString particularsOf(const ConnectionInfo &connection)
{
    QStringList words{wireName(connection.via)};
    if (connection.tls) {
        words.append(PeerWords::tr("encrypted"));
    }
    if (connection.verified) {
        words.append(PeerWords::tr("verified"));
    }
    if (connection.role != Role::None) {
        words.append(connection.role == Role::Owner ? PeerWords::tr("owner") : PeerWords::tr("moderator"));
    }
    return words.join(PeerWords::tr(", "));
}

} // namespace

QString describe(const Ban &ban, std::int64_t now)
{
    const QString time = forHowLong(now, ban.until);
    const QString line =
        ban.act == Act::Mute
            ? PeerWords::tr("%1 is muted %2, by %3 (%4)").arg(ban.name, time, ban.by, marksOf(ban))
            : PeerWords::tr("%1 is banned %2, by %3 (%4)").arg(ban.name, time, ban.by, marksOf(ban));
    return withReason(line, ban.reason);
}

QString describe(const ActRecord &act)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(act.at, Qt::UTC).toString(u"yyyy-MM-dd HH:mm"_s);
    return time + u' ' + withReason(deed(act), act.reason);
}

QString describe(const Retention &keep)
{
    constexpr std::int64_t day = 24 * 60 * 60;
    QStringList parts;
    if (keep.days > 0) {
        parts.append(durationWords(keep.days * day));
    }
    if (keep.events > 0) {
        parts.append(PeerWords::tr("the last %1 messages and changes").arg(keep.events));
    }
    return parts.isEmpty() ? PeerWords::tr("everything") : parts.join(PeerWords::tr(", "));
}

QString describe(const ConnectionInfo &connection, std::int64_t now)
{
    const QString who = connection.name.isEmpty() ? PeerWords::tr("nobody yet") : connection.name;
    const bool isIpv6 = connection.address.contains(u':');
    const QString from = (isIpv6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(connection.address).arg(connection.port);
    const QString since = durationWords(std::max<std::int64_t>(1, (now - connection.since) / 1000));
    QString line = PeerWords::tr("%1 from %2 (%3), for %4: %5 messages, %6 bytes wait")
                       .arg(who, from, particularsOf(connection), since, QString::number(connection.messages),
                            QString::number(connection.queued));
    if (connection.roundTrip >= 0) {
        line += PeerWords::tr(", %1 ms away").arg(connection.roundTrip);
    }
    return line;
}

QString done(Act act, const QString &whom)
{
    switch (act) {
    case Act::Kick:
        return PeerWords::tr("%1 is kicked").arg(whom);
    case Act::Ban:
        return PeerWords::tr("%1 is banned").arg(whom);
    case Act::Unban:
        return PeerWords::tr("%1 may come in again").arg(whom);
    case Act::Mute:
        return PeerWords::tr("%1 is muted").arg(whom);
    case Act::Unmute:
        return PeerWords::tr("%1 may write again").arg(whom);
    case Act::Promote:
        return PeerWords::tr("%1 is a moderator now").arg(whom);
    case Act::Demote:
        return PeerWords::tr("%1 is no moderator any more").arg(whom);
    case Act::Drop:
        return PeerWords::tr("%1 is removed").arg(whom);
    case Act::Slow:
    case Act::Writers:
    case Act::Keep:
    case Act::Delete:
        return PeerWords::tr("Done");
    }
    return {};
}

} // namespace tincan::plain
